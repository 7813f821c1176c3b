import type { ColumnRight, ColumnSecurityProfile } from '../../../preload/contract/column-security.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';

const TEXTS = APPLICATION_USERS_TEXTS.columnSecurity;

/** One profile of a reason: in words, and the change of it that can be planned for the app; null where there is none. */
export type ReasonProfile = {
  readonly words: string;
  readonly profile: string;
  readonly change: 'give' | 'take' | null;
};

/** Why a right is there or not. */
export type ColumnReason = { readonly text: string; readonly profiles: readonly ReasonProfile[] };

const held = ({ name, systemAdministrator, through }: ColumnSecurityProfile): readonly ReasonProfile[] =>
  through.map((way) =>
    way.kind === 'direct'
      ? // The built-in one comes and goes with its role.
        { words: TEXTS.direct(name), profile: name, change: systemAdministrator ? null : 'take' }
      : { words: TEXTS.team(name, way.team.name), profile: name, change: null },
  );

const missing = ({ name, teams }: ColumnSecurityProfile): ReasonProfile => ({
  words:
    teams.length === 0
      ? TEXTS.give(name)
      : TEXTS.giveOrJoin(
          name,
          teams.map((team) => team.name),
        ),
  profile: name,
  change: 'give',
});

/** The profiles that allow something, or that would. */
export const columnReason = (
  { allowed, changes, granting }: ColumnRight,
  profiles: readonly ColumnSecurityProfile[],
): ColumnReason => {
  const at = (places: readonly number[]) => places.flatMap((place) => profiles[place] ?? []);
  if (allowed) return { text: TEXTS.through, profiles: at(granting).flatMap(held) };
  return changes.length === 0
    ? { text: TEXTS.nobodyMay, profiles: [] }
    : { text: TEXTS.wouldDo(changes.length), profiles: at(changes).map(missing) };
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
