import type { DemoCloudDescription } from '../../../../emulator/index.ts';
import { createDataverseClient } from '../../../../main/dataverse/create-dataverse-client.ts';
import { fleetHandlers } from '../../../../main/fleet/handlers.ts';
import type { ActivityJournal } from '../../../../main/fleet/journal/activity-journal.ts';
import type { TenantPorts } from '../../../../main/fleet/tenant/tenant-ports.ts';
import type { Clock, RingingClock } from '../../../../main/http/clock.ts';
import { systemClock } from '../../../../main/http/clock.ts';
import { createHttpClient } from '../../../../main/http/create-http-client.ts';
import { nodeTransport } from '../../../../main/http/node-transport.ts';
import { DEFAULT_HTTP_LIMITS } from '../../../../main/http/http-limits.ts';
import { createRequestLog } from '../../../../main/http/request-log.ts';
import type { Transport } from '../../../../main/http/transport.ts';
import type { Environment } from '../../../../preload/contract/environments.ts';
import { operation, operations, planSchema, stepProgressSchema } from '../../../../preload/contract/fleet.ts';
import type { AskedState, Plan, StepProgress } from '../../../../preload/contract/fleet.ts';
import * as contract from '../../../../preload/contract/fleet.ts';
import type { Implementation } from '../../../../preload/contract/implement.ts';
import { failed, ok } from '../../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../../preload/contract/words/errors.ts';
import {
  parseClientId,
  parseEnvironmentId,
  parseOrgUrl,
  parseTenantId,
} from '../../../../preload/contract/words/ids.ts';
import { userTokens } from '../../../emulator/entra/sign-in.ts';
import { guid, must, WORKSPACE } from './journal-folder.ts';
import { noTenant } from './no-tenant.ts';
import { PRODUCTION_TYPES } from '../../../../preload/contract/words/status.ts';

/** Time that passes at once where the fleet waits, and is written down. Not for a cancel, whose grace would be none. */
export const hurryingClock = (): Clock & { readonly slept: number[] } => {
  const slept: number[] = [];
  return {
    slept,
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => {
      slept.push(milliseconds / 1000);
      signal.throwIfAborted();
    },
  };
};

export type RigOptions = {
  readonly cloud: DemoCloudDescription;
  readonly journal: ActivityJournal;
  /** Who works: an administrator's user name. */
  readonly account: string;
  readonly parallel?: number;
  readonly readOnly?: () => boolean;
  readonly clock?: Clock;
  /** The time that the HTTP client goes by; the system's when left out. */
  readonly httpClock?: RingingClock;
  /** Names of environments that count as production; those of the demo cloud by type when left out. */
  readonly production?: () => readonly string[];
  /** A token other than the administrator's; null for that one. */
  readonly bearer?: (environment: Environment) => Promise<string> | null;
  /** What the sign-in for an environment is refused with, instead of a token. */
  readonly refusal?: (environment: Environment) => AppError | null;
  /** What tenants are changed through; nothing when left out. */
  readonly tenant?: TenantPorts;
  /** The wire, when a test breaks it. */
  readonly transport?: Transport;
};

/** The wire as it is. */
export const plainWire: Transport = nodeTransport();

/** What a connection looks like to the console when it breaks. */
export const brokenConnection = (): Error =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
  });

const environmentsOf = (cloud: DemoCloudDescription, production: readonly string[] | null): Environment[] =>
  cloud.environments.map(({ name, url, tenantId, type }, at) => ({
    id: must(parseEnvironmentId(guid(0x500 + at))),
    workspaceId: WORKSPACE,
    name,
    url: must(parseOrgUrl(url)),
    uniqueName: null,
    organizationId: null,
    tenantId: parseTenantId(tenantId),
    cloud: 'demo',
    region: null,
    type,
    production: production === null ? PRODUCTION_TYPES.some((it) => it === type) : production.includes(name),
    guard: 'by-type',
    powerPlatformId: null,
    version: null,
    enabled: true,
    source: 'discovery',
    isSystemAdministrator: true,
    lastSeen: '2026-01-01T00:00:00Z',
  }));

/** Runs a handler and gives its value, or fails the test. */
export const valueFrom = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** The fleet of one console over the demo cloud, as an administrator of one tenant. */
export const fleetRig = (options: RigOptions) => {
  const { cloud, journal } = options;
  const tokens = new Map<string, Promise<string>>();
  const asAdministrator = async ({ url }: Environment): Promise<string> => {
    const there = { description: cloud, close: async () => undefined };
    return (await userTokens(there, options.account, `${url}/.default`)).access_token;
  };
  const http = createHttpClient({
    transport: options.transport ?? plainWire,
    clock: options.httpClock ?? systemClock,
    random: () => 0,
    log: createRequestLog(10),
    demoCloud: { origin: cloud.origin, key: cloud.key },
    limits: DEFAULT_HTTP_LIMITS,
  });
  const all = () => environmentsOf(cloud, options.production?.() ?? null);
  const clientOf = (environment: Environment) =>
    createDataverseClient({
      http,
      origin: environment.url,
      bearer: async () => {
        const refusal = options.refusal?.(environment) ?? null;
        if (refusal !== null) return { ok: false, error: refusal };
        const kept =
          tokens.get(environment.url) ?? options.bearer?.(environment) ?? asAdministrator(environment);
        tokens.set(environment.url, kept);
        return ok(await kept);
      },
    });
  const handlers = fleetHandlers({
    environments: {
      choose: (_workspace, ids) => {
        const chosen = all().filter(({ id }) => ids.includes(id));
        const missing = ids.find((id) => !chosen.some((one) => one.id === id));
        return missing === undefined ? ok(chosen) : failed('not-found', { what: 'environment', id: missing });
      },
      asAdmin: clientOf,
      parallel: () => options.parallel ?? 8,
    },
    saveText: async () => null,
    tenant: options.tenant ?? noTenant,
    workspace: (id) =>
      id === WORKSPACE
        ? {
            id,
            name: 'Contoso',
            colour: 'blue',
            cloud: 'demo',
            tenantId: null,
            readOnly: options.readOnly?.() ?? false,
            adminClientId: null,
            demo: true,
            hosts: {},
            productionTypes: ['Production', 'Default', 'Teams', 'Unknown'],
          }
        : null,
    appName: (clientId) => cloud.apps.find((app) => app.clientId === clientId)?.name ?? null,
    journal,
    actorOf: () => options.account,
    clock: options.clock ?? hurryingClock(),
  });
  const call = async (implementation: Implementation, input: unknown): Promise<Result<unknown>> =>
    implementation.run(input, async () => undefined, new AbortController().signal);

  const rig = {
    handlers,
    /** Signs in anew for the next request. */
    forgetTokens: () => tokens.clear(),
    environment: (name: string): Environment => must(all().find((one) => one.name === name)),
    clientId: (name: string) =>
      must(parseClientId(must(cloud.apps.find((app) => app.name === name)).clientId)),
    client: (name: string) => clientOf(rig.environment(name)),
    desire: (
      app: string,
      environment: string,
      what: Partial<Omit<AskedState, 'environmentId' | 'clientId'>>,
    ): AskedState => ({
      environmentId: rig.environment(environment).id,
      clientId: rig.clientId(app),
      ensureUser: false,
      addRoles: [],
      removeRoles: [],
      ...what,
    }),
    tryPlan: (desired: readonly AskedState[]): Promise<Result<unknown>> =>
      call(handlers['fleet.plan'], { workspaceId: WORKSPACE, desired }),
    plan: async (desired: readonly AskedState[]): Promise<Plan> =>
      planSchema.parse(valueFrom(await rig.tryPlan(desired))),
    planAgain: async (operationId: string, what: 'continue' | 'undo'): Promise<Plan> =>
      planSchema.parse(
        valueFrom(await call(handlers['fleet.planAgain'], { workspaceId: WORKSPACE, operationId, what })),
      ),
    /** Applies with every confirmation typed; gives what `fleet.apply` answers and every event. */
    apply: async (
      { id: planId, digest, confirmations }: Pick<Plan, 'id' | 'digest' | 'confirmations'>,
      onEvent: (event: StepProgress) => void = () => undefined,
      signal: AbortSignal = new AbortController().signal,
    ) => {
      const events: StepProgress[] = [];
      const result = await handlers['fleet.apply'].run(
        { planId, digest, confirmations },
        async (raw) => {
          const event = stepProgressSchema.parse(raw);
          events.push(event);
          onEvent(event);
        },
        signal,
      );
      return { result, events };
    },
    operations: async () => {
      const answer = valueFrom(await call(handlers['fleet.operations'], { workspaceId: WORKSPACE }));
      return operations.output.parse(answer).operations;
    },
    operation: async (operationId: string) =>
      operation.output.parse(
        valueFrom(await call(handlers['fleet.operation'], { workspaceId: WORKSPACE, operationId })),
      ),
    audit: async (operationId: string, app: string, environment: string) =>
      call(handlers['fleet.audit'], {
        workspaceId: WORKSPACE,
        operationId,
        environmentId: rig.environment(environment).id,
        clientId: rig.clientId(app),
      }),
    acknowledge: (operationId: string) =>
      call(handlers['fleet.acknowledge'], { workspaceId: WORKSPACE, operationId }),
  };
  return rig;
};

/** What `fleet.apply` answered. */
export const appliedFrom = (result: Result<unknown>) => contract.apply.output.parse(valueFrom(result));

/** The error of a refusal. */
export const refusalFrom = (result: Result<unknown>): AppError => {
  if (result.ok) throw new Error('expected a refusal');
  return result.error;
};
