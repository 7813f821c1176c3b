import { requireTable } from '../schema/schema.ts';
import { numberOf, type Row, textOf } from '../schema/value.ts';
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

/** The group teams in which somebody is, as the directory has it now, whether they were here before or not. */
export function groupTeamsOf(
  { environment, ports }: EnvironmentState,
  { kind, objectId }: Principal,
): readonly Row[] {
  const { tenantId } = environment.seed;
  const counts =
    kind === 'user' || dataverseRule(ports.rules, environment.seed, 'groupTeamsHaveApps') === 'yes';
  if (!counts) return [];
  const guest = kind === 'user' && ports.directory.user(tenantId, objectId)?.guest === true;
  const nested = dataverseRule(ports.rules, environment.seed, 'groupsInGroups') === 'count';
  return ports.directory
    .groupsOf(tenantId, objectId)
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
