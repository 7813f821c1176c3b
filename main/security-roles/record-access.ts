import type {
  BusinessUnit,
  CountedRole,
  EffectivePrivilege,
  RECORD_VERBS,
  RecordRight,
} from '../../preload/contract/security-roles.ts';
import { compareDepth, DEPTHS, readGrants } from '../../preload/contract/words/depth.ts';
import type { Depth } from '../../preload/contract/words/depth.ts';
import type { BusinessUnitId, PrivilegeId, SystemUserId, TeamId } from '../../preload/contract/words/ids.ts';

/** What decides which depth reaches a record (Microsoft Learn: "Security concepts in Microsoft Dataverse"). */
export type RecordPlace =
  | { readonly kind: 'organization' }
  | {
      readonly kind: 'owned';
      /** Null for a row of a table that business units own, such as a role. */
      readonly ownerId: SystemUserId | TeamId | null;
      readonly businessUnitId: BusinessUnitId | null;
    };

/** Who asks: the user itself and every team that it is a member of. */
export type Principal = {
  readonly systemUserId: SystemUserId;
  readonly teams: readonly { readonly id: TeamId; readonly name: string }[];
};

/** A privilege of the record's table, as its definition lists it (EntityDefinitions, `Privileges`). */
export type TablePrivilege = {
  readonly privilegeId: PrivilegeId;
  readonly name: string;
  readonly verb: (typeof RECORD_VERBS)[number];
  /** Depths at which a role can hold it. */
  readonly depths: readonly Depth[];
};

type Units = ReadonlyMap<BusinessUnitId, BusinessUnit>;

const isWithin = (units: Units, unit: BusinessUnitId, above: BusinessUnitId): boolean => {
  const seen = new Set<BusinessUnitId>();
  let at: BusinessUnitId | null = unit;
  while (at !== null && !seen.has(at)) {
    if (at === above) return true;
    seen.add(at);
    at = units.get(at)?.parentId ?? null;
  }
  return false;
};

/** Whose rows a role reaches at its least depth: a team's role reaches the member's own only where members inherit it. */
const reachesOwner = (
  { through }: CountedRole,
  { systemUserId, teams }: Principal,
  ownerId: SystemUserId | TeamId,
): boolean => {
  if (through.kind === 'direct') return ownerId === systemUserId || teams.some(({ id }) => id === ownerId);
  return ownerId === through.teamId || (through.membersInherit && ownerId === systemUserId);
};

const reaches = (
  depth: Depth,
  role: CountedRole,
  place: RecordPlace,
  principal: Principal,
  units: Units,
): boolean => {
  if (depth === 'None') return false;
  if (depth === 'Global' || place.kind === 'organization') return true;
  const { ownerId, businessUnitId } = place;
  if (ownerId !== null && reachesOwner(role, principal, ownerId)) return true;
  if (depth === 'Basic' || businessUnitId === null) return false;
  return depth === 'Local'
    ? businessUnitId === role.businessUnitId
    : isWithin(units, businessUnitId, role.businessUnitId);
};

/** Somebody that the record is shared with, and for which verbs. */
export type RecordShare = {
  readonly principalId: SystemUserId | TeamId;
  readonly verbs: ReadonlySet<string>;
};

/** Through whom a record is shared for a verb; sharing gives nothing without the privilege (Microsoft Learn: "Sharing and assigning"). */
const sharedFor = (
  verb: string,
  shares: readonly RecordShare[],
  { systemUserId, teams }: Principal,
): RecordRight['shared'] =>
  shares
    .filter(({ verbs }) => verbs.has(verb))
    .flatMap(({ principalId }): RecordRight['shared'] => {
      if (principalId === systemUserId) return [{ kind: 'user' }];
      const team = teams.find(({ id }) => id === principalId);
      return team === undefined ? [] : [{ kind: 'team', teamName: team.name }];
    });

/** What a question about one record is answered from. */
export type RecordQuestion = {
  readonly place: RecordPlace;
  readonly tablePrivileges: readonly TablePrivilege[];
  /** What the service allows (RetrievePrincipalAccess). */
  readonly allowed: ReadonlySet<string>;
  readonly shares: readonly RecordShare[];
  readonly principal: Principal;
  readonly roles: readonly CountedRole[];
  readonly privileges: readonly EffectivePrivilege[];
  readonly units: readonly BusinessUnit[];
};

/**
 * For each verb of a table whether the record may be treated so, which roles reach it and, where none does, which role
 * would have to hold the privilege at which depth: of all roles that count those where the least would do.
 */
export const explainRecord = (question: RecordQuestion): readonly RecordRight[] => {
  const { place, principal, roles } = question;
  const units = new Map(question.units.map((unit) => [unit.id, unit]));
  const held = new Map(question.privileges.map((privilege) => [privilege.privilegeId, privilege]));
  return question.tablePrivileges.map(({ privilegeId, name, verb, depths }): RecordRight => {
    const privilege = held.get(privilegeId);
    const reaching = readGrants(privilege?.grants ?? '').filter(({ role: index, depth }) => {
      const role = roles[index];
      return role !== undefined && reaches(depth, role, place, principal, units);
    });
    const enough = roles.flatMap((role, index) => {
      const depth = DEPTHS.find(
        (each) => depths.includes(each) && reaches(each, role, place, principal, units),
      );
      return depth === undefined ? [] : [{ role: index, depth }];
    });
    const least = enough.toSorted((a, b) => compareDepth(a.depth, b.depth))[0]?.depth;
    return {
      verb,
      allowed: question.allowed.has(verb),
      privilege: name,
      depth: privilege?.depth ?? 'None',
      reaching,
      shared: privilege === undefined ? [] : sharedFor(verb, question.shares, principal),
      changes: reaching.length > 0 ? [] : enough.filter(({ depth }) => depth === least),
    };
  });
};
