import type { DesiredState } from '../../../preload/contract/fleet.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { SystemUserId } from '../../../preload/contract/words/ids.ts';
import { countAdministrators } from '../../application-users/count-administrators.ts';
import { readApplicationUsers } from '../../application-users/read-application-users.ts';
import { countOwned, readOwnedTables } from '../../application-users/owned-records.ts';
import type { OwnedRecords } from '../../application-users/owned-records.ts';
import { readProfilesNamed, readProfilesOf } from '../../application-users/column-profiles.ts';
import { readTeamsNamed, readTeamsOf } from '../../application-users/teams.ts';
import { readBusinessUnits } from '../../dataverse/business-units.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { readOrganizationSettings } from '../../dataverse/organization-settings.ts';
import { readSomeSecurityRoles } from '../../security-roles/read-security-roles.ts';
import { readsNeeded } from './actual-environment.ts';
import type { ActualEnvironment } from './actual-environment.ts';

/** Teams or profiles of several users, one after another: plans seldom need them of many in one environment. */
const readOfAll = async <Row>(
  users: readonly SystemUserId[],
  read: (user: SystemUserId) => Promise<Result<readonly Row[]>>,
): Promise<Result<ReadonlyMap<SystemUserId, readonly Row[]>>> => {
  const found = new Map<SystemUserId, readonly Row[]>();
  for (const user of users) {
    const rows = await read(user);
    if (!rows.ok) return rows;
    found.set(user, rows.value);
  }
  return ok(found);
};

/** What users own who shall be deleted. Not knowing it loses a warning; a cancel ends the reading. */
const readOwnedBy = async (
  client: DataverseClient,
  users: readonly SystemUserId[],
  signal: AbortSignal,
): Promise<Result<ActualEnvironment['ownedBy']>> => {
  const ownedBy = new Map<SystemUserId, OwnedRecords | null>();
  if (users.length === 0) return ok(ownedBy);
  const tables = await readOwnedTables(client, signal);
  for (const user of users) {
    const owned = tables.ok ? await countOwned(client, user, tables.value, signal) : null;
    ownedBy.set(user, owned?.ok === true ? owned.value : null);
  }
  return signal.aborted ? failed('cancelled') : ok(ownedBy);
};

/** Reads what a plan for one environment needs to know, as the admin; nothing that it does not need. */
export const readActual = async (
  client: DataverseClient,
  desired: readonly DesiredState[],
  signal: AbortSignal,
): Promise<Result<ActualEnvironment>> => {
  const users = await readApplicationUsers(
    client,
    desired.map(({ clientId }) => clientId),
    signal,
  );
  if (!users.ok) return users;
  const needed = readsNeeded(desired, users.value);
  const [units, settings, teams, teamsOf, profiles, profilesOf, administrators, ownedBy] = await Promise.all([
    needed.units ? readBusinessUnits(client, signal) : ok([]),
    needed.settings ? readOrganizationSettings(client, signal) : ok({ keepsRoles: false }),
    readTeamsNamed(client, needed.teams, signal),
    readOfAll(needed.teamsOf, (user) => readTeamsOf(client, user, signal)),
    readProfilesNamed(client, needed.profiles, signal),
    readOfAll(needed.profilesOf, (user) => readProfilesOf(client, user, signal)),
    needed.administrators ? countAdministrators(client, signal) : null,
    readOwnedBy(client, needed.ownedBy, signal),
  ]);
  if (!units.ok) return units;
  const roles = await readSomeSecurityRoles(client, needed.roles, units.value, signal);
  if (!roles.ok) return roles;
  if (!settings.ok) return settings;
  if (!teams.ok) return teams;
  if (!teamsOf.ok) return teamsOf;
  if (!ownedBy.ok) return ownedBy;
  if (!profiles.ok) return profiles;
  if (!profilesOf.ok) return profilesOf;
  return ok({
    users: users.value,
    roles: roles.value,
    units: units.value,
    keepsRoles: settings.value.keepsRoles,
    teams: teams.value,
    teamsOf: teamsOf.value,
    profiles: profiles.value,
    profilesOf: profilesOf.value,
    administrators,
    ownedBy: ownedBy.value,
  });
};
