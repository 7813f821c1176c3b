import type { BusinessUnit } from '../../../preload/contract/security-roles.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { compareDepth } from '../../../preload/contract/words/depth.ts';
import type { BusinessUnitId } from '../../../preload/contract/words/ids.ts';

/** A privilege, and how far it reaches from a business unit or has to reach around it. */
export type Grant = {
  readonly name: string;
  readonly depth: Depth;
  /** Null: wherever it is held. */
  readonly businessUnitId: BusinessUnitId | null;
};

/** What steps need, and what roles grant that are to be given. */
export type GrantsAsked = { readonly needed: readonly Grant[]; readonly toGive: readonly Grant[] };

/** What a caller has in an environment. */
export type CallerRights = {
  /** How far it has each privilege at most. */
  readonly depths: ReadonlyMap<string, Depth>;
  /** What its role copies grant from their business units; read where the depth alone does not decide. */
  readonly grants: readonly Grant[];
  readonly units: readonly BusinessUnit[];
};

/** A privilege that lets somebody do something to a row of this business unit. */
export const reaching = (name: string, businessUnitId: BusinessUnitId | null): Grant => ({
  name,
  depth: businessUnitId === null ? 'Basic' : 'Local',
  businessUnitId,
});

/** A business unit and all below it. */
const treeOf = (units: readonly BusinessUnit[], top: BusinessUnitId): ReadonlySet<BusinessUnitId> => {
  const tree = new Set([top]);
  // A set hands out what is added while it is gone through.
  for (const id of tree) for (const unit of units) if (unit.parentId === id) tree.add(unit.id);
  return tree;
};

/** Whether how far a privilege is held at most tells by itself if it reaches: not between business units. */
export const dependsOnUnits = (needed: Grant, depth: Depth): boolean =>
  (needed.depth === 'Local' || needed.depth === 'Deep') && (depth === 'Local' || depth === 'Deep');

/**
 * Whether a privilege is held where it has to reach. Local reaches the business unit of the role copy, Deep that one and all below
 * (Microsoft Learn: "Security roles and privileges"); so a role of one unit that is held Local there reaches less of another.
 */
const isHeld = (needed: Grant, { depths, grants, units }: CallerRights): boolean => {
  const depth = depths.get(needed.name) ?? 'None';
  const { businessUnitId: unit } = needed;
  if (!dependsOnUnits(needed, depth) || unit === null) return compareDepth(depth, needed.depth) >= 0;
  const reached = new Set(
    grants
      .filter(({ name }) => name === needed.name)
      .flatMap(({ businessUnitId: from, depth }) => {
        if (from === null || (depth !== 'Local' && depth !== 'Deep')) return [];
        return depth === 'Local' ? [from] : [...treeOf(units, from)];
      }),
  );
  const wanted = needed.depth === 'Local' ? [unit] : [...treeOf(units, unit)];
  return wanted.every((id) => reached.has(id));
};

/**
 * What is missing for steps and for roles to be given, by name: nobody can give what they do not have where the role is to reach (known
 * from the refusal `RoleService::VerifyCallerPrivileges failed … Depth: …, BusinessUnitId: …`). Each once; what the steps need first.
 */
export const lackingPrivileges = (
  { needed, toGive }: GrantsAsked,
  rights: CallerRights,
): readonly string[] => {
  const nameOf = (id: BusinessUnitId): string => rights.units.find((unit) => unit.id === id)?.name ?? id;
  const inWords = ({ businessUnitId, depth, name }: Grant): string => {
    const inUnit = businessUnitId !== null && (depth === 'Local' || depth === 'Deep');
    return `${name} (${depth}${inUnit ? ` in ${nameOf(businessUnitId)}` : ''})`;
  };
  const lacking = (grants: readonly Grant[]): readonly Grant[] =>
    grants
      .filter((grant) => !isHeld(grant, rights))
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : compareDepth(b.depth, a.depth)));
  const forSteps = lacking(needed).map((grant) =>
    rights.depths.has(grant.name) ? inWords(grant) : grant.name,
  );
  return [...new Set([...forSteps, ...lacking(toGive).map(inWords)])];
};
