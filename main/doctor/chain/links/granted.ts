import type { EffectiveAccess } from '../../../security-roles/read-effective-access.ts';
import type { Evidence } from '../../../../preload/contract/doctor.ts';
import type { CountedRole } from '../../../../preload/contract/security-roles.ts';
import { readGrants } from '../../../../preload/contract/words/depth.ts';
import type { Depth } from '../../../../preload/contract/words/depth.ts';
import { evidence } from '../finding.ts';

const MOST_ROLES = 12;

/** A role that grants something, how far, and whether the app holds it itself. */
export const roleSeen = ({ name, through }: CountedRole, depth: Depth): Evidence =>
  through.kind === 'direct'
    ? evidence.text('granted-by', `${name} (${depth})`)
    : evidence.text('granted-by-team', `${name} (${depth}), ${through.teamName}`);

/** Which roles grant the privileges, its own first: a grant through a team alone is one that its own roles do not tell. */
export const grantedThrough = (
  { privileges, roles }: EffectiveAccess,
  needed: ReadonlySet<string>,
): readonly Evidence[] => {
  const found = privileges
    .filter(({ name }) => needed.has(name))
    .flatMap(({ grants }) =>
      readGrants(grants).flatMap(({ depth, role }) => {
        const held = roles[role];
        return held === undefined ? [] : [roleSeen(held, depth)];
      }),
    );
  const once = new Map(found.map((one) => [`${one.label} ${one.value}`, one]));
  return [...once.values()].toSorted((a, b) => a.label.length - b.label.length).slice(0, MOST_ROLES);
};
