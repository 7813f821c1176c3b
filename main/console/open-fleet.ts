import type { Clouds } from '../clouds/clouds.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import type { FleetPorts } from '../fleet/fleet-ports.ts';
import { fleetHandlers } from '../fleet/handlers.ts';
import type { ActivityJournal } from '../fleet/journal/activity-journal.ts';
import type { ActorOf } from '../fleet/journal/record-to-journal.ts';
import { systemClock } from '../http/clock.ts';
import { managementAppsHandlers } from '../power-platform/handlers.ts';
import type { Workspaces } from '../workspaces/directory.ts';
import { appNameOf } from './app-name-of.ts';
import { reachTenants } from './reach-tenants.ts';
import type { ReachTenants } from './reach-tenants.ts';

/** The rooms that the fleet changes something through. */
type FleetRooms = Omit<ReachTenants, 'workspaceOf' | 'cloudOf'> & {
  readonly clouds: Clouds;
  readonly workspaces: Workspaces;
  readonly environments: EnvironmentAccess;
  readonly journal: ActivityJournal;
  readonly actorOf: ActorOf;
  readonly saveText: FleetPorts['saveText'];
};

/** Gives the fleet what it needs of the rooms below it. */
export const openFleet = (rooms: FleetRooms) => {
  const { workspaces, clouds, identity, environments, journal, actorOf } = rooms;
  const tenant = reachTenants({ ...rooms, workspaceOf: workspaces.find, cloudOf: clouds.of });
  const fleet = fleetHandlers({
    environments,
    tenant,
    workspace: workspaces.find,
    appName: appNameOf(workspaces, identity),
    journal,
    actorOf,
    saveText: rooms.saveText,
    clock: systemClock,
  });
  const managementApps = managementAppsHandlers({
    managementApps: tenant.managementApps,
    profilesOf: identity.profilesOf,
    askDirectory: (workspaceId, clientId, signal) =>
      tenant.directory(workspaceId).servicePrincipal(clientId, signal),
  });
  return { ...fleet, ...managementApps };
};
