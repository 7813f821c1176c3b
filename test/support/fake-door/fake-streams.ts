import { newEnvironmentRun } from '../../../main/query/new-environment-run.ts';
import type { EventOf, InputOf, OutputOf } from '../../../preload/contract/index.ts';
import type { PlannedEnvironment, PlannedTenant } from '../../../preload/contract/fleet.ts';
import type { EnvironmentRun } from '../../../preload/contract/query.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { Status, StepState } from '../../../preload/contract/words/status.ts';
import type { StreamName } from '../../../preload/contract/words/methods.ts';
import { fakeAllClients } from './fake-all-clients.ts';
import type { FakeExpiry } from './fake-expiry.ts';
import { consents, consentUrl } from './fake-consents.ts';
import type { FakeAccounts } from './fake-accounts.ts';
import type { FakeBaseline } from './fake-baseline.ts';
import { explainText } from '../../../main/doctor/explain/explain-text.ts';
import { fakeDoctor } from './fake-doctor.ts';
import { fakeId } from './fake-ids.ts';
import type { FakeInventory } from './fake-inventory.ts';
import type { FakeMade } from './fake-made.ts';
import { fakeCallers } from './fake-callers.ts';
import { FAKE_COLUMNS, fakeMore, fakeRun } from './fake-query.ts';
import { fakeExport } from './fake-query-export.ts';
import { fakePlanned } from './fake-plan.ts';
import { fakeTenantPlan, playTenant } from './fake-tenant-plan.ts';
import type { Scenario } from './scenario.ts';
import { importedRow } from './fake-portability.ts';
import { grantingRoles } from './fake-granting.ts';
import { fakeRolePlan } from './fake-role-plan.ts';
import * as world from './fake-world.ts';

type Emit<Name extends StreamName> = (event: EventOf<Name>) => Promise<void>;
type Streams = {
  readonly [Name in StreamName]: (
    input: InputOf<Name>,
    emit: Emit<Name>,
    signal: AbortSignal,
  ) => Promise<Result<OutputOf<Name>>>;
};

const indexOf = (id: EnvironmentId): number => world.environments.findIndex((each) => each.id === id);
const chosen = (ids: readonly EnvironmentId[]) =>
  ids.length === 0 ? world.environments : world.environments.filter(({ id }) => ids.includes(id));

const consentedRow = (asked: Pick<InputOf<'consent.listen'>, 'appProfileId' | 'clientWorkspaceId'>) => {
  const row = consents.find(
    (one) => one.appProfileId === asked.appProfileId && one.workspaceId === asked.clientWorkspaceId,
  );
  return row === undefined
    ? failed('not-found', { what: 'workspace', id: asked.clientWorkspaceId })
    : ok({
        ...row,
        state: {
          ...row.state,
          status: 'consented' as const,
          declinedAt: null,
          checked: { at: new Date().toISOString(), verdict: 'present' as const, error: null },
        },
      });
};

const STATUS_OF_FAILURE: Readonly<Record<number, Status>> = {
  3: 'denied',
  9: 'unreachable',
  17: 'denied',
  22: 'attention',
  31: 'denied',
};

const NO_COUNTS = { environments: 0, succeeded: 0, failed: 0, cancelled: 0 };

/** Streams at the pace of the scenario; each stops at once when it is cancelled. */
export const fakeStreams = (
  scenario: Scenario,
  expiry: FakeExpiry,
  made: FakeMade,
  accounts: FakeAccounts,
  inventory: FakeInventory,
  baseline: FakeBaseline,
): Streams => {
  /** Why an environment does not answer; while nobody is signed in, none does. */
  const failureOf = (index: number): AppError | null =>
    accounts.state().account === null
      ? appError('sign-in-needed', { workspace: 'Northwind Traders' })
      : world.failureOf(index);
  const each = async <Item>(
    items: readonly Item[],
    signal: AbortSignal,
    work: (item: Item, index: number) => Promise<boolean>,
  ) => {
    const counts = { environments: items.length, succeeded: 0, failed: 0, cancelled: 0 };
    for (const [index, item] of items.entries()) {
      if (scenario.pace > 0) await new Promise((resolve) => setTimeout(resolve, scenario.pace));
      if (signal.aborted) {
        counts.cancelled = items.length - index;
        break;
      }
      if (await work(item, index)) counts.succeeded += 1;
      else counts.failed += 1;
    }
    return counts;
  };
  let planned: readonly PlannedEnvironment[] = [];
  // Where the last query ran.
  let asked = chosen([]);
  let inTenant: PlannedTenant | null = null;
  const planUsers: Streams['fleet.plan'] = async (input, emit, signal) => {
    planned = input.desired.map((desired) => {
      const index = indexOf(desired.environmentId);
      const environment = world.environments[index];
      const app = world.profiles.find(({ clientId }) => clientId === desired.clientId)?.name ?? 'App';
      const { name = '', production = false } = environment ?? {};
      return fakePlanned(desired, app, { index, name, production }, failureOf(index));
    });
    const counts = await each(planned, signal, async (environment) => {
      await emit(environment);
      return true;
    });
    if (counts.cancelled > 0) return failed('cancelled');
    return ok({
      id: fakeId.plan(1),
      digest: 'digest',
      workspaceId: input.workspaceId,
      madeAt: new Date().toISOString(),
      tenant: null,
      environments: [...planned],
      // An environment with several apps is typed once.
      confirmations: [
        ...new Set(planned.filter(({ production }) => production).map((each) => each.environmentName)),
      ],
    });
  };
  return {
    'app.protectContent': async (_input, emit, signal) => {
      await emit({ protected: false });
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      return ok({});
    },
    'identity.signInWithCode': async (_input, emit, signal) => {
      const expiresAt = new Date(Date.now() + 15 * 60_000).toISOString();
      await emit({ userCode: 'FJC3VXQPN', verificationUrl: 'https://microsoft.com/devicelogin', expiresAt });
      if (scenario.codeExpires) return failed('device-code-expired');
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      return failed('sign-in-cancelled');
    },
    ...baseline.streams,
    'expiry.list': expiry.list,
    'expiry.reminders': (_input, emit, signal) => expiry.reminders(emit, signal),
    'portability.importConnections': async (input, emit, signal) => {
      const counts = { apps: 0, environments: 0, secrets: 0, failed: 0, cancelled: input.rows.length };
      await each(input.rows.slice(), signal, async (index) => {
        const row = importedRow(index);
        counts.apps += row.app === 'added' ? 1 : 0;
        counts.environments += row.environment === 'added' ? 1 : 0;
        counts.secrets += row.credential === 'added' ? 1 : 0;
        counts.failed += row.error === null ? 0 : 1;
        counts.cancelled -= 1;
        await emit(row);
        return row.error === null;
      });
      return ok(counts);
    },
    'environments.discover': async (_input, emit) => {
      await emit({ source: 'discovery', found: 36, error: null });
      await emit({
        source: 'admin',
        found: 0,
        error: appError('entra', { aadsts: '65001', error: 'invalid_grant' }),
      });
      return ok({ environments: [...world.environments], added: 2, gone: 1 });
    },
    'workspaces.lookUp': async ({ text }, emit, signal) => {
      const host = text.includes('crm') ? 'nw-new.crm4.dynamics.com' : 'login.microsoftonline.com';
      await emit({ who: text.includes('crm') ? 'environment' : 'authority', host });
      if (scenario.pace > 0) await new Promise((resolve) => setTimeout(resolve, scenario.pace));
      if (signal.aborted) return failed('cancelled');
      if (text.includes('.de')) return failed('url-not-understood', { text, reason: 'retired-cloud' });
      if (text.includes('nobody'))
        return failed('entra', {
          aadsts: 90002,
          error: 'invalid_tenant',
          clientId: '',
          tenantId: text,
          resource: '',
        });
      return ok({
        tenantId: text.includes('northwind') ? fakeId.tenant(1) : fakeId.tenant(7),
        cloud: text.includes('.us') ? ('gcc-high' as const) : ('public' as const),
        by: text.includes('crm') ? ('environment' as const) : ('authority' as const),
        host,
        url: null,
        domain: text,
        name: 'Tailspin Toys',
      });
    },
    'environments.check': async (input, emit, signal) => {
      const counts = await each(chosen(input.environmentIds), signal, async (environment) => {
        const index = indexOf(environment.id);
        const error = failureOf(index);
        await emit({
          environmentId: environment.id,
          status: error === null ? 'healthy' : (STATUS_OF_FAILURE[index] ?? 'unknown'),
          milliseconds: error === null ? 80 + ((index * 37) % 400) : null,
          checkedAt: new Date().toISOString(),
          error,
        });
        return error === null;
      });
      return ok(counts);
    },
    'consent.listen': async (input, emit, signal) => {
      const until = new Date(Date.now() + 900_000).toISOString();
      await emit({ kind: 'waiting', url: `${consentUrl}&redirect_uri=http://localhost:43210`, until });
      if (scenario.declined)
        return failed('consent-refused', { reason: 'declined', error: 'permission_denied', aadsts: '' });
      if (scenario.consented) {
        await emit({ kind: 'checking', attempt: 1 });
        return consentedRow(input);
      }
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      return failed('cancelled');
    },
    'consent.answer': async (input, emit) => {
      if (!input.address.includes('admin_consent'))
        return failed('consent-answer-unreadable', { reason: 'no-answer' });
      await emit({ kind: 'checking', attempt: 1 });
      return consentedRow(input);
    },
    'consent.check': async (input, emit, signal) => {
      const counts = await each(input.items, signal, async ({ appProfileId, clientWorkspaceId }) => {
        const row = consents.find(
          (one) => one.appProfileId === appProfileId && one.workspaceId === clientWorkspaceId,
        );
        if (row !== undefined) await emit(row);
        return row !== undefined;
      });
      return ok({ checked: counts.succeeded, of: input.items.length });
    },
    'applicationUsers.inventory': async (input, emit, signal) => {
      const counts = await each(chosen(input.environmentIds), signal, async (environment) => {
        const index = indexOf(environment.id);
        const asOf = new Date().toISOString();
        const error = failureOf(index);
        if (error !== null) {
          await emit({ kind: 'failed', environmentId: environment.id, asOf, error });
          return false;
        }
        const users = world.usersOf(index);
        await emit({ kind: 'users', environmentId: environment.id, users: [...users] });
        await emit({ kind: 'done', environmentId: environment.id, asOf, count: users.length });
        return true;
      });
      return ok(counts);
    },
    'applicationUsers.snapshot': inventory.snapshot,
    'applicationUsers.allClients': (_input, emit, signal) =>
      fakeAllClients(scenario, scenario.many ? world.manyWorkspaces : world.workspaces)(emit, signal),
    'securityRoles.granting': async (input, emit, signal) => {
      const counts = await each(chosen(input.environmentIds), signal, async (environment) => {
        const index = indexOf(environment.id);
        const error = failureOf(index);
        if (error !== null) {
          await emit({ kind: 'failed', environmentId: environment.id, error });
          return false;
        }
        const roles = scenario.empty ? [] : grantingRoles(index, input.privileges);
        await emit({ kind: 'roles', environmentId: environment.id, roles, absent: [] });
        return true;
      });
      return ok(counts);
    },
    'securityRoles.names': async (input, emit, signal) => {
      const counts = await each(chosen(input.environmentIds), signal, async (environment) => {
        const error = world.failureOf(indexOf(environment.id));
        if (error !== null) {
          await emit({ kind: 'failed', environmentId: environment.id, error });
          return false;
        }
        const roles = world.roleNames.map((name, index) => ({ name, systemAdministrator: index === 0 }));
        await emit({ kind: 'names', environmentId: environment.id, roles });
        return true;
      });
      return ok(counts);
    },
    'applicationUsers.placement': async ({ environmentIds }, emit, signal) => {
      const counts = await each(environmentIds, signal, async (environmentId) => {
        const index = indexOf(environmentId);
        const error = failureOf(index);
        if (error !== null) {
          await emit({ kind: 'failed', environmentId, error });
          return false;
        }
        const units = ['Europe', 'North America', ...(index % 2 === 0 ? ['Asia Pacific'] : [])];
        await emit({ kind: 'placement', environmentId, units, teams: ['Data Stewards', 'Integrations'] });
        return true;
      });
      return ok(counts);
    },
    'fleet.plan': (input, emit, signal) => planUsers(input, emit, signal),
    'fleet.planAgain': ({ workspaceId, what }, emit, signal) => {
      const desired = world.environments.slice(0, 3).map(({ id }) => ({
        environmentId: id,
        clientId: world.profiles[0]?.clientId ?? fakeId.client(1),
        ensureUser: false,
        addRoles: what === 'continue' ? ['Integration Reader'] : [],
        removeRoles: what === 'undo' ? ['Integration Reader'] : [],
      }));
      return planUsers({ workspaceId, desired }, (event) => emit(event), signal);
    },
    'fleet.planRoles': async (input, emit, signal) => {
      planned = fakeRolePlan(input, failureOf);
      const counts = await each(planned, signal, async (role) => {
        await emit(role);
        return true;
      });
      if (counts.cancelled > 0) return failed('cancelled');
      return ok({
        id: fakeId.plan(3),
        digest: 'digest',
        workspaceId: input.workspaceId,
        madeAt: new Date().toISOString(),
        tenant: null,
        environments: [...planned],
        confirmations: planned.filter(({ production }) => production).map((each) => each.environmentName),
      });
    },
    'fleet.planTenant': async (input, emit, signal) => {
      const plan = fakeTenantPlan(input, scenario.vault !== 'keeping');
      planned = plan.environments;
      inTenant = plan.tenant;
      const counts = await each([1, 2, 3], signal, async (read) => {
        await emit({ read, of: 3 });
        return true;
      });
      if (counts.cancelled > 0) return failed('cancelled');
      if (scenario.denied && !accounts.mayMore())
        return failed('directory-denied', { permission: 'Application.ReadWrite.All', missing: 'role' });
      return ok(plan);
    },
    'fleet.apply': async (_input, emit, signal) => {
      const tenant = inTenant;
      inTenant = null;
      if (tenant !== null) {
        const refusal =
          scenario.stepDenied && !accounts.mayMore()
            ? appError('directory-denied', { permission: 'Application.ReadWrite.All', missing: 'role' })
            : null;
        const change = { ...tenant, environments: [...planned] };
        const end = await playTenant(change, emit, signal, scenario.pace, refusal);
        if (end === 'succeeded') made.carriedOut(tenant);
        return ok({
          operationId: fakeId.operation(2),
          state: end,
          counts: NO_COUNTS,
          afterCancel: [],
          withoutRoles: [],
        });
      }
      const counts = await each(planned.slice(), signal, async ({ environmentId, steps }, index) => {
        const fails = !scenario.smooth && index === planned.length - 1;
        for (const [at, step] of steps.entries()) {
          const last = at === steps.length - 1;
          const send = (state: StepState, error: AppError | null = null) =>
            emit({ environmentId, stepId: step.id, state, error });
          await send('running');
          if (fails && last) await send('failed', world.failureOf(17));
          else {
            await send('done');
            await send('verified');
          }
        }
        return !fails;
      });
      const state = counts.failed === 0 ? ('succeeded' as const) : ('partly-failed' as const);
      const failing = planned.at(-1);
      const last = failing?.steps.at(-1);
      const moved = failing?.steps.some(({ kind }) => kind === 'change-business-unit') === true;
      const withoutRoles =
        failing !== undefined && last?.kind === 'assign-role' && moved
          ? [{ environmentName: failing.environmentName, appName: failing.appName, roles: [last.subject] }]
          : [];
      return ok({ operationId: fakeId.operation(2), state, counts, afterCancel: [], withoutRoles });
    },
    'explain.log': async ({ text }, emit, signal) => {
      const of = 1_200_000;
      for (const done of [400_000, 800_000, of]) {
        await emit({ done, of });
        if (scenario.pace > 0) await new Promise((resolve) => setTimeout(resolve, scenario.pace));
        if (signal.aborted) return failed('cancelled');
      }
      return ok(explainText(`0x80040220\n${text}`));
    },
    'doctor.run': fakeDoctor(scenario, () => accounts.state().account !== null),
    'query.run': async (input, emit, signal) => {
      asked = chosen(input.environmentIds);
      const tell = (environmentId: EnvironmentId, change: Partial<EnvironmentRun>) =>
        emit({ kind: 'environment', run: { ...newEnvironmentRun(environmentId, 'queued'), ...change } });
      await emit({ kind: 'started', runId: fakeId.run(1) });
      await emit({ kind: 'columns', columns: [...FAKE_COLUMNS] });
      for (const { id } of asked) await tell(id, { state: 'queued' });
      const counts = await each(asked, signal, async ({ id }) => {
        await tell(id, { state: 'running' });
        const index = indexOf(id);
        const error = index % 40 === 4 ? world.PRIVILEGE_MISSING : world.failureOf(index);
        await tell(id, fakeRun(index, error, true));
        return error === null;
      });
      await emit({ kind: 'rows', count: scenario.rows });
      if (counts.cancelled > 0) return failed('cancelled');
      return ok({ runId: fakeId.run(1), counts, rows: scenario.rows });
    },
    'query.asCallers': fakeCallers(scenario)['query.asCallers'],
    'query.export': (input, emit, signal) => {
      const failure = ({ id }: { readonly id: EnvironmentId }): AppError | null =>
        indexOf(id) % 40 === 4 ? world.PRIVILEGE_MISSING : world.failureOf(indexOf(id));
      return fakeExport(
        input,
        input.environmentIds.length === 0 ? asked : chosen(input.environmentIds),
        failure,
        { pace: scenario.pace, emit, signal },
      );
    },
    'query.more': async (_input, emit) => {
      await fakeMore(world.environments.slice(0, 4), scenario.rows + 150, emit);
      const counts = { environments: 4, succeeded: 4, failed: 0, cancelled: 0 };
      return ok({ runId: fakeId.run(1), counts, rows: scenario.rows + 150 });
    },
  };
};
