import type { Cloud } from '../../preload/contract/clouds.ts';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseClientId, parseTenantId, parseWorkspaceId } from '../../preload/contract/words/ids.ts';
import type { ClientId, TenantId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { HostOverrides } from '../../preload/contract/words/cloud-hosts.ts';
import { readOverrides } from '../../preload/contract/words/cloud-rules.ts';
import { PRODUCTION_TYPES } from '../../preload/contract/words/status.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import * as contract from '../../preload/contract/workspaces.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { RecordActivity } from '../settings/record-activity.ts';
import type { Workspaces } from './directory.ts';
import { exploreDemo } from './explore-demo.ts';
import type { DemoTenant } from './explore-demo.ts';
import { findTenant } from './find-tenant.ts';
import type { FindTenantPorts } from './find-tenant.ts';
import { newId } from '../settings/new-id.ts';
import { proposeName } from './propose-name.ts';

/** What `workspaces.*` is answered with. */
export type WorkspacesPorts = FindTenantPorts & {
  readonly workspaces: Workspaces;
  /** Those in which there can be a workspace: without the demo cloud where none runs. */
  readonly clouds: () => readonly Cloud[];
  readonly recordActivity: RecordActivity;
  /** How much other rooms keep for a workspace. */
  readonly contentOf: (id: WorkspaceId) => {
    readonly environments: number;
    readonly production: number;
    readonly apps: number;
  };
  /** Fails with `not-available-here` when no demo cloud runs. */
  readonly demoTenants: () => Promise<Result<readonly DemoTenant[]>>;
  /** Deletes what other rooms keep for a workspace: its sign-in, its environments. */
  readonly forget: (id: WorkspaceId) => Promise<Result<null>>;
};

const readClientId = (text: string): Result<ClientId | null> => {
  if (text.trim() === '') return ok(null);
  const clientId = parseClientId(text);
  return clientId === null
    ? failed('invalid-input', { path: 'adminClientId', problem: 'expected a client id (GUID)' })
    : ok(clientId);
};

/** Answers `workspaces.*`. */
export const workspacesHandlers = (ports: WorkspacesPorts) => {
  const { workspaces } = ports;
  const cloudOf = (id: CloudId): Cloud | null => ports.clouds().find((row) => row.id === id) ?? null;

  const nameTaken = (name: string, by: WorkspaceId | null): boolean =>
    workspaces.all().some((one) => one.id !== by && one.name.toLowerCase() === name.toLowerCase());

  /** Null for an empty text: the tenant is found by signing in. An id is taken as it is. */
  const tenantOf = async (
    text: string,
    wanted: Cloud,
    signal: AbortSignal,
  ): Promise<Result<TenantId | null>> => {
    if (text.trim() === '') return ok(null);
    const tenantId = parseTenantId(text);
    if (tenantId !== null) return ok(tenantId);
    const found = await findTenant(ports, { clouds: ports.clouds(), wanted }, text, async () => {}, signal);
    return found.ok ? ok(found.value.tenantId) : found;
  };

  /** Null when they stay as they are. */
  const readHosts = (
    workspace: Workspace | null,
    typed: HostOverrides | undefined,
  ): Result<HostOverrides | null> => {
    if (typed === undefined || workspace === null) return ok(null);
    const cloud = cloudOf(workspace.cloud);
    if (cloud === null) return failed('not-found', { what: 'cloud', id: workspace.cloud });
    const read = readOverrides(typed, cloud, workspace.demo);
    return 'overrides' in read ? ok(read.overrides) : failed('cloud-invalid', read);
  };

  const changed = (workspace: Workspace, summary: string): Promise<void> =>
    ports.recordActivity({
      workspaceId: workspace.id,
      kind: 'workspace-changed',
      environment: '',
      summary,
      outcome: 'ok',
      requestId: '',
    });

  return {
    'workspaces.list': implement(contract.list, async () => ok({ workspaces: [...workspaces.all()] })),

    'workspaces.lookUp': implementStream(contract.lookUp, async ({ text, cloud }, emit, signal) => {
      const wanted = cloud === null ? null : cloudOf(cloud);
      if (cloud !== null && wanted === null) return failed('not-found', { what: 'cloud', id: cloud });
      const found = await findTenant(ports, { clouds: ports.clouds(), wanted }, text, emit, signal);
      if (signal.aborted) return failed('cancelled');
      return found.ok ? ok({ ...found.value, name: proposeName(found.value) }) : found;
    }),

    'workspaces.create': implement(contract.create, async (input, signal) => {
      const { name, colour, cloud: cloudId, tenant } = input;
      if (nameTaken(name, null)) return failed('already-exists', { what: 'workspace', name });
      const cloud = cloudOf(cloudId);
      if (cloud === null) return failed('not-found', { what: 'cloud', id: cloudId });
      const adminClientId = readClientId(input.adminClientId);
      if (!adminClientId.ok) return adminClientId;
      const tenantId = await tenantOf(tenant, cloud, signal);
      if (!tenantId.ok) return tenantId;
      if (signal.aborted) return failed('cancelled');
      const workspace = workspaces.add({
        id: newId(parseWorkspaceId),
        name,
        colour,
        cloud: cloudId,
        tenantId: tenantId.value,
        readOnly: false,
        adminClientId: adminClientId.value,
        demo: cloudId === 'demo',
        hosts: {},
        productionTypes: [...PRODUCTION_TYPES],
      });
      await changed(workspace, `Created workspace ${name}`);
      return ok(workspace);
    }),

    'workspaces.update': implement(contract.update, async ({ id, ...change }) => {
      const adminClientId = readClientId(change.adminClientId ?? '');
      if (!adminClientId.ok) return adminClientId;
      if (change.name !== undefined && nameTaken(change.name, id))
        return failed('already-exists', { what: 'workspace', name: change.name });
      const before = workspaces.find(id);
      const hosts = readHosts(before, change.hosts);
      if (!hosts.ok) return hosts;
      const result = workspaces.change(id, (now) => ({
        ...now,
        name: change.name ?? now.name,
        colour: change.colour ?? now.colour,
        readOnly: change.readOnly ?? now.readOnly,
        adminClientId: change.adminClientId === undefined ? now.adminClientId : adminClientId.value,
        hosts: hosts.value ?? now.hosts,
        productionTypes: change.productionTypes ?? now.productionTypes,
      }));
      if (result.ok && before?.readOnly !== result.value.readOnly)
        await changed(
          result.value,
          result.value.readOnly ? 'Made the workspace read-only' : 'Allowed changes in the workspace',
        );
      return result;
    }),

    'workspaces.move': implement(contract.move, async ({ id, to }) => {
      const moved = workspaces.move(id, to);
      return moved.ok ? ok({ workspaces: [...moved.value] }) : moved;
    }),

    'workspaces.overview': implement(contract.overview, async () =>
      ok({ workspaces: workspaces.all().map(({ id }) => ({ workspaceId: id, ...ports.contentOf(id) })) }),
    ),

    'workspaces.remove': implement(contract.remove, async ({ id }) => {
      const workspace = workspaces.find(id);
      if (workspace === null) return failed('not-found', { what: 'workspace', id });
      const forgotten = await ports.forget(id);
      if (!forgotten.ok) return forgotten;
      workspaces.remove(id);
      await changed(workspace, `Removed workspace ${workspace.name}`);
      return ok({});
    }),

    'workspaces.exploreDemo': implement(contract.exploreDemo, async () => {
      const tenants = await ports.demoTenants();
      if (!tenants.ok) return tenants;
      const found = exploreDemo(workspaces, tenants.value);
      return found.ok ? ok({ workspaces: [...found.value] }) : found;
    }),
  };
};
