import { requireTable } from '../schema/schema.ts';
import { numberOf, type Row, textOf } from '../schema/value.ts';
import type { GroupPlace } from '../seam.ts';
import type { EnvironmentState } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';

const teams = requireTable('team');

/** Somebody as the directory knows them. */
export type Principal = { readonly kind: 'app' | 'user'; readonly objectId: string };

/** `teamtype` of teams whose members are those of a group in Entra (Learn: team table reference). */
export const isGroupTeam = (type: unknown): boolean => type === 2 || type === 3;

/** `membershiptype` of a team: whom of its group it has. */
const membershipTypes = { membersAndGuests: 0, members: 1, owners: 2, guests: 3 } as const;

type Place = { readonly as: 'member' | 'owner'; readonly guest: boolean };

/** Learn: "Manage group teams", how group members match to team members. */
function belongs(membershipType: number, { as, guest }: Place): boolean {
  switch (membershipType) {
    case membershipTypes.members:
      return as === 'member' && !guest;
    case membershipTypes.owners:
      return as === 'owner' && !guest;
    case membershipTypes.guests:
      return as === 'member' && guest;
    default:
      return as === 'member';
  }
}

/** What is kept of the groups of somebody who signed in. */
export type SignIn = {
  readonly places: readonly GroupPlace[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly tokens: ReadonlySet<string>;
};

/** How long groups are kept for who stays signed in (Learn: "Manage group teams"). */
const keptFor = 8 * 3_600_000;

/** The groups of somebody as the directory had them at their last sign-in: with a token that was not seen before, or eight hours later. */
export function groupsAtSignIn(
  { environment, ports, signIns }: EnvironmentState,
  objectId: string,
  tokenId: string | undefined,
): readonly GroupPlace[] {
  const { tenantId } = environment.seed;
  if (dataverseRule(ports.rules, environment.seed, 'groupMembership') === 'atOnce')
    return ports.directory.groupsOf(tenantId, objectId);
  const now = ports.now();
  const known = signIns.get(objectId);
  const signsIn = tokenId !== undefined && known?.tokens.has(tokenId) !== true;
  if (known !== undefined && !signsIn && now - known.at < keptFor) {
    if (known.places.length === 0) return [];
    const gone = ports.directory.deletedGroups(tenantId);
    return known.places.filter(({ groupId }) => !gone.includes(groupId));
  }
  const places = ports.directory.groupsOf(tenantId, objectId);
  const tokens = new Set([...(known?.tokens ?? []), ...(tokenId === undefined ? [] : [tokenId])]);
  signIns.set(objectId, { places, at: now, tokens });
  return places;
}

/** The group teams in which somebody is by groups, those of now where no others are given, whether they were here before or not. */
export function groupTeamsOf(
  { environment, ports }: EnvironmentState,
  { kind, objectId }: Principal,
  places?: readonly GroupPlace[],
): readonly Row[] {
  const { tenantId } = environment.seed;
  const counts =
    kind === 'user' || dataverseRule(ports.rules, environment.seed, 'groupTeamsHaveApps') === 'yes';
  if (!counts) return [];
  const guest = kind === 'user' && ports.directory.user(tenantId, objectId)?.guest === true;
  const nested = dataverseRule(ports.rules, environment.seed, 'groupsInGroups') === 'count';
  return (places ?? ports.directory.groupsOf(tenantId, objectId))
    .filter(({ direct }) => direct || nested)
    .flatMap(({ as, groupId }) =>
      [...environment.rows(teams).where('azureactivedirectoryobjectid', groupId)].filter(
        (team) =>
          isGroupTeam(team['teamtype']) && belongs(numberOf(team, 'membershiptype') ?? 0, { as, guest }),
      ),
    );
}

/** Who is behind a user row; null for a user of the platform alone. */
export function principalOf(user: Row): Principal | null {
  const objectId = textOf(user, 'azureactivedirectoryobjectid');
  if (objectId === null) return null;
  return { kind: textOf(user, 'applicationid') === null ? 'user' : 'app', objectId };
}
