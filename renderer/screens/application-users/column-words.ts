import type { ColumnRight, ColumnSecurityProfile } from '../../../preload/contract/column-security.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';

const TEXTS = APPLICATION_USERS_TEXTS.columnSecurity;

/** Why a right is there or not. */
export type ColumnReason = { readonly text: string; readonly profiles: readonly string[] };

const heldWords = ({ name, through }: ColumnSecurityProfile): readonly string[] =>
  through.map((way) => (way.kind === 'direct' ? TEXTS.direct(name) : TEXTS.team(name, way.team.name)));

const changeWords = ({ name, teams }: ColumnSecurityProfile): string =>
  teams.length === 0
    ? TEXTS.give(name)
    : TEXTS.giveOrJoin(
        name,
        teams.map((team) => team.name),
      );

/** The profiles that allow something, or that would. */
export const columnReason = (
  { allowed, changes, granting }: ColumnRight,
  profiles: readonly ColumnSecurityProfile[],
): ColumnReason => {
  const at = (places: readonly number[]) => places.flatMap((place) => profiles[place] ?? []);
  if (allowed) return { text: TEXTS.through, profiles: at(granting).flatMap(heldWords) };
  return changes.length === 0
    ? { text: TEXTS.nobodyMay, profiles: [] }
    : { text: TEXTS.wouldDo(changes.length), profiles: at(changes).map(changeWords) };
};

/** Rights beside each other that have the same reason, so that it is told once. */
export const byReason = (rights: readonly ColumnRight[]): readonly (readonly ColumnRight[])[] => {
  const groups: ColumnRight[][] = [];
  let last = '';
  for (const right of rights) {
    const key = JSON.stringify([right.allowed, right.granting, right.changes]);
    if (key === last) groups.at(-1)?.push(right);
    else groups.push([right]);
    last = key;
  }
  return groups;
};
