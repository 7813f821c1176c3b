import { askTenant } from '../clouds/ask-tenant.ts';
import type { Clouds } from '../clouds/clouds.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import { createRunRecord } from '../doctor/pack/run-record.ts';
import { supportPackHandlers } from '../doctor/pack/handlers.ts';
import { doctorHandlers } from '../doctor/handlers.ts';
import type { ActivityJournal } from '../fleet/journal/activity-journal.ts';
import { lastChangeIn } from '../fleet/journal/last-change.ts';
import { systemClock } from '../http/clock.ts';
import type { WatchedHttp } from '../http/clock-skew.ts';
import type { Identity } from '../identity/create-identity.ts';
import type { ConsoleHost } from './console-host.ts';
import type { Workspaces } from '../workspaces/directory.ts';
import type { QueryHistory } from '../query/query-history.ts';
import type { QueryRuns } from '../query/query-runs.ts';
import { tenantMetadata } from '../workspaces/tenant-metadata.ts';

/** The rooms that the doctor looks at; it changes nothing in any of them. */
type DoctorRooms = Pick<ConsoleHost, 'version' | 'saveText'> & {
  readonly http: WatchedHttp;
  readonly clouds: Clouds;
  readonly identity: Identity;
  readonly workspaces: Workspaces;
  readonly environments: EnvironmentAccess;
  readonly journal: ActivityJournal;
  readonly runs: QueryRuns;
  readonly history: QueryHistory;
};

/** Gives the doctor what it looks through, and remembers what it found for support packs. */
export const openDoctor = (rooms: DoctorRooms) => {
  const { http, clouds, identity, workspaces, environments, journal, runs, history, saveText, version } =
    rooms;
  const record = createRunRecord();
  const doctor = doctorHandlers({
    http,
    environments,
    understand: clouds.understand,
    cloudOf: clouds.of,
    askTenant: (url, signal) => askTenant(http.send, url, signal),
    tenantMetadata: (cloud, tenantId, signal) => tenantMetadata(http, cloud, tenantId, signal),
    tokens: identity.tokens,
    checkCredential: identity.checkCredential,
    profileOf: identity.profileOf,
    workspaceOf: workspaces.find,
    lastChange: lastChangeIn(journal),
    clockAheadSeconds: () => http.clockSkew()?.seconds ?? null,
    clock: systemClock,
    record,
    history,
  });
  const packs = { version, saveText, runs, record, workspaceOf: workspaces.find, now: systemClock.now };
  return { ...doctor, ...supportPackHandlers(packs) };
};
