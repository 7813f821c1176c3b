import * as contract from '../../preload/contract/management-apps.ts';
import type { ManagementApp } from '../../preload/contract/management-apps.ts';
import { implement } from '../../preload/contract/implement.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { AppProfileId, ClientId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { ManagementApps } from './management-apps.ts';

/** What the directory of a tenant knows about an app; null when it has no service principal. */
export type KnownApp = { readonly name: string; readonly enabled: boolean } | null;

/** What `managementApps.*` is answered with. */
export type ManagementAppsPorts = {
  readonly managementApps: (workspaceId: WorkspaceId) => Result<ManagementApps>;
  /** App profiles that the workspace uses. */
  readonly profilesOf: (
    workspaceId: WorkspaceId,
  ) => readonly { readonly id: AppProfileId; readonly clientId: ClientId; readonly name: string }[];
  readonly askDirectory: (
    workspaceId: WorkspaceId,
    clientId: ClientId,
    signal: AbortSignal,
  ) => Promise<Result<KnownApp>>;
};

const inDirectory = (known: Result<KnownApp>): ManagementApp['inDirectory'] => {
  if (!known.ok) return 'not-asked';
  if (known.value === null) return 'gone';
  return known.value.enabled ? 'there' : 'disabled';
};

/** Answers `managementApps.*`; a directory that does not answer costs names and nothing else, and why is said once. */
export const managementAppsHandlers = (ports: ManagementAppsPorts) => ({
  'managementApps.list': implement(contract.list, async ({ workspaceId }, signal) => {
    const reached = ports.managementApps(workspaceId);
    if (!reached.ok) return reached;
    const registered = await reached.value.list(signal);
    if (!registered.ok) return registered;
    const profiles = ports.profilesOf(workspaceId);
    const asked = await Promise.all(
      registered.value.map(async (clientId) => ({
        clientId,
        known: await ports.askDirectory(workspaceId, clientId, signal),
      })),
    );
    const apps = asked.map(({ clientId, known }) => {
      const profile = profiles.find((one) => one.clientId === clientId);
      return {
        clientId,
        name: profile?.name ?? (known.ok ? (known.value?.name ?? null) : null),
        appProfileId: profile?.id ?? null,
        inDirectory: inDirectory(known),
      };
    });
    const directory = asked.flatMap(({ known }) => (known.ok ? [] : [known.error]))[0] ?? null;
    const others = profiles
      .filter(({ clientId }) => !registered.value.includes(clientId))
      .map(({ clientId, id, name }) => ({ appProfileId: id, clientId, name }));
    return ok({ apps, directory, others });
  }),
});
