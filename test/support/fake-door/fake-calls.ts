import { explainText } from '../../../main/doctor/explain/explain-text.ts';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import { draftHosts } from '../../../preload/contract/words/cloud-rules.ts';
import type { InputOf, OutputOf } from '../../../preload/contract/index.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { CallName } from '../../../preload/contract/words/methods.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { Guard } from '../../../preload/contract/words/status.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { fakeCallers } from './fake-callers.ts';
import { fakeCertificates } from './fake-certificates.ts';
import type { FakeAccounts } from './fake-accounts.ts';
import type { FakeBaseline } from './fake-baseline.ts';
import { effectiveAccess, recordAccess } from './fake-access.ts';
import { fakeColumns } from './fake-columns.ts';
import { fakeHealth } from './fake-health.ts';
import { fakeDirectory } from './fake-directory.ts';
import { fakeWorkspaces } from './fake-expiry.ts';
import type { FakeExpiry } from './fake-expiry.ts';
import { clients, consents, consentUrl, managementApps } from './fake-consents.ts';
import { catalogue } from './fake-granting.ts';
import { fakeId } from './fake-ids.ts';
import { fakeTeams, teamsDenied } from './fake-teams.ts';
import { toldLeft } from './told-left.ts';
import type { FakeInventory } from './fake-inventory.ts';
import type { FakeMade } from './fake-made.ts';
import { fakeContact, fakeDiff, fakeHistory, fakeRecord, fakeSnippets, hiddenFromApp } from './fake-query.ts';
import { fakePortability } from './fake-portability.ts';
import { fakeQueryTables } from './fake-query-tables.ts';
import { fakeSupportPack } from './fake-support-pack.ts';
import { fakeSavedQueries } from './fake-saved-queries.ts';
import { fakeRotations } from './fake-rotations.ts';
import type { Scenario } from './scenario.ts';
import { fakeWrites } from './fake-writes.ts';
import { CERTIFICATE, fakeTokens, goodToken, madeCertificate } from './fake-tokens.ts';
import * as world from './fake-world.ts';

type Answer<Value> = Result<Value> | Promise<Result<Value>>;
type Calls = {
  readonly [Name in CallName]: (input: InputOf<Name>, signal: AbortSignal) => Answer<OutputOf<Name>>;
};

const NOTHING = ok({});
const basicUser = world.roles.find(({ name }) => name === 'Basic User');
const KEEPING: OutputOf<'vault.status'> = { state: 'available', keeps: 'keychain', detail: null };
const VAULTS: Readonly<Record<Scenario['vault'], OutputOf<'vault.status'>>> = {
  keeping: KEEPING,
  locked: {
    state: 'locked',
    keeps: 'session',
    detail: 'Object does not exist at path /org/freedesktop/secrets/collection/login',
  },
  none: {
    state: 'no-service',
    keeps: 'session',
    detail: 'The name org.freedesktop.secrets is not activatable',
  },
  foreign: {
    state: 'available',
    keeps: 'session',
    detail: 'This is not the keychain in which this console kept its secrets.',
  },
};
const firstProfile = () => {
  const [profile] = world.profiles;
  if (profile === undefined) throw new Error('the fake world has profiles');
  return profile;
};

/** Plausible answers to every call, from a small state that lives as long as the page. */
export const fakeCalls = (
  scenario: Scenario,
  expiry: FakeExpiry,
  made: FakeMade,
  accounts: FakeAccounts,
  inventory: FakeInventory,
  baseline: FakeBaseline,
): Calls => {
  const there = scenario.many ? world.manyWorkspaces : fakeWorkspaces(scenario);
  let workspaces: readonly Workspace[] = scenario.firstRun ? [] : there;
  let settings: Settings = {
    theme: scenario.theme,
    navigationCollapsed: false,
    guide: 'single-tenant',
    guideShown: scenario.guide,
    parallelEnvironments: 8,
    requestTimeoutSeconds: 60,
    remindOfExpiry: true,
    lastWorkspace: scenario.firstRun ? null : fakeId.workspace(1),
  };
  let clouds: readonly Cloud[] = world.clouds;
  let vault: OutputOf<'vault.status'> = VAULTS[scenario.vault];
  let lastCheck: OutputOf<'vault.check'> | null = null;
  let acknowledged: readonly string[] = [];
  let recordsAsked = 0;
  const guards = new Map<string, Guard>();
  const environments = (): readonly Environment[] =>
    (scenario.empty ? [] : world.fleetOf(scenario)).map((environment) => {
      const guard = guards.get(environment.id) ?? 'by-type';
      const production = guard === 'by-type' ? environment.production : guard === 'production';
      return { ...environment, guard, production };
    });
  return {
    'app.start': () =>
      ok({
        version: '0.1.0',
        host: 'chromium',
        platform: 'linux',
        demoCloud: true,
        demoPortalUrl: 'http://localhost:4711/key/portal',
        notices: scenario.notices
          ? [
              { id: 'weaker-host', kind: 'weaker-host', params: {} },
              {
                id: 'file-quarantined:x',
                kind: 'file-quarantined',
                params: { file: 'workspaces.json', reason: 'damaged', movedTo: 'workspaces.json.2026-11-23' },
              },
              { id: 'file-newer:x', kind: 'file-newer', params: { file: 'settings.json' } },
            ]
          : [],
      }),
    'app.openExternal': () => NOTHING,
    'app.copyText': () => NOTHING,
    'app.holdText': () => ok({ textId: '5b2f0f4e-6d0a-4b52-9d3e-0d6c2b1a9f11' }),
    'app.saveText': () => ok({ saved: true, place: null }),
    'settings.get': () => ok(settings),
    'settings.update': (change) => {
      const {
        theme,
        guide,
        guideShown,
        navigationCollapsed,
        parallelEnvironments,
        remindOfExpiry,
        requestTimeoutSeconds,
        lastWorkspace,
      } = change;
      settings = {
        theme: theme ?? settings.theme,
        navigationCollapsed: navigationCollapsed ?? settings.navigationCollapsed,
        guide: guide ?? settings.guide,
        guideShown: guideShown ?? settings.guideShown,
        parallelEnvironments: parallelEnvironments ?? settings.parallelEnvironments,
        requestTimeoutSeconds: requestTimeoutSeconds ?? settings.requestTimeoutSeconds,
        remindOfExpiry: remindOfExpiry ?? settings.remindOfExpiry,
        lastWorkspace: lastWorkspace === undefined ? settings.lastWorkspace : lastWorkspace,
      };
      return ok(settings);
    },
    'settings.dismissNotice': () => NOTHING,
    'clouds.list': () => ok({ clouds: [...clouds] }),
    'clouds.save': ({ id, ...draft }) => {
      const row = {
        id: id ?? (`custom:${clouds.length}` as const),
        ...draftHosts(draft),
        name: draft.name.trim(),
        environmentSuffixes: draft.environmentSuffixes,
        pacName: draft.pacName === '' ? null : draft.pacName,
      };
      clouds = [...clouds.filter((one) => one.id !== id), row];
      return ok(row);
    },
    'clouds.remove': ({ id }) => {
      clouds = clouds.filter((one) => one.id !== id);
      return NOTHING;
    },
    'clouds.understand': ({ text }) =>
      text.includes('dynamics')
        ? ok({ url: fakeId.orgUrl('https://nw-new.crm4.dynamics.com'), cloud: 'public', region: 'EMEA' })
        : failed('url-not-understood', { text, reason: 'no-host' }),
    'vault.status': () => ok(vault),
    'vault.unlock': () => {
      vault = KEEPING;
      return ok(vault);
    },
    'vault.lock': () => {
      vault = VAULTS.locked;
      return ok(vault);
    },
    'vault.startAnew': () => {
      vault = KEEPING;
      return ok(vault);
    },
    'vault.health': () => ok(fakeHealth(vault, lastCheck)),
    'vault.check': () => {
      lastCheck = {
        at: new Date().toISOString(),
        works: vault.keeps === 'keychain',
        milliseconds: 38,
        detail: vault.keeps === 'keychain' ? null : vault.detail,
      };
      return ok(lastCheck);
    },
    'vault.removeLeftOver': () => ok({ removed: 1 }),
    ...fakePortability(scenario),
    'workspaces.list': () => ok({ workspaces: [...workspaces] }),
    'workspaces.create': (input) => {
      const made: Workspace = {
        id: fakeId.workspace(50 + workspaces.length),
        name: input.name,
        colour: input.colour,
        cloud: input.cloud,
        tenantId: null,
        readOnly: false,
        adminClientId: input.adminClientId,
        demo: false,
        hosts: {},
        productionTypes: ['Production', 'Default', 'Teams', 'Unknown'],
      };
      workspaces = [...workspaces, made];
      return ok(made);
    },
    'workspaces.update': (input) => {
      workspaces = workspaces.map((each) =>
        each.id === input.id
          ? {
              ...each,
              name: input.name ?? each.name,
              colour: input.colour ?? each.colour,
              readOnly: input.readOnly ?? each.readOnly,
              hosts: input.hosts ?? each.hosts,
              productionTypes: input.productionTypes ?? each.productionTypes,
            }
          : each,
      );
      const updated = workspaces.find(({ id }) => id === input.id);
      return updated === undefined ? failed('not-found', { what: 'workspace', id: input.id }) : ok(updated);
    },
    'workspaces.move': ({ id, to }) => {
      const moved = workspaces.filter((each) => each.id === id);
      workspaces = workspaces.filter((each) => each.id !== id).toSpliced(to, 0, ...moved);
      return ok({ workspaces: [...workspaces] });
    },
    'workspaces.overview': () =>
      ok({
        workspaces: workspaces.map(({ id }, at) => ({
          workspaceId: id,
          environments: at === 0 ? 40 : (at * 7) % 23,
          production: at === 0 ? 8 : (at * 3) % 5,
          apps: at === 0 ? 4 : (at * 5) % 6,
        })),
      }),
    'workspaces.remove': ({ id }) => {
      workspaces = workspaces.filter((each) => each.id !== id);
      return NOTHING;
    },
    'workspaces.exploreDemo': () => {
      workspaces = world.workspaces;
      return ok({ workspaces: [...workspaces] });
    },
    'identity.signIn': accounts.signIn,
    'identity.switchAccount': ({ accountId }) => accounts.switchTo(accountId),
    'identity.signOut': ({ accountId }) => {
      accounts.signOut(accountId);
      return NOTHING;
    },
    'identity.account': () => ok(accounts.state()),
    'appProfiles.list': () =>
      ok(
        scenario.empty
          ? { profiles: [], linkable: [] }
          : { profiles: [...made.profiles()], linkable: [...world.linkable] },
      ),
    'appProfiles.create': () => ok(firstProfile()),
    'appProfiles.link': () => ok(firstProfile()),
    'appProfiles.remove': () => NOTHING,
    'appProfiles.addSecret': (input) => ok(made.addedSecret(input)),
    ...fakeCertificates(),
    'appProfiles.makeCertificate': ({ id, subject }) => {
      const credential = madeCertificate(subject);
      return ok({ profile: made.added(id, credential), credentialId: credential.id });
    },
    'appProfiles.certificate': () => ok(CERTIFICATE),
    'appProfiles.saveCertificate': ({ format }) => ok({ saved: true, place: `order-sync.${format}` }),
    'tokens.list': ({ appProfileId }) =>
      ok({
        tokens: scenario.empty ? [] : fakeTokens(appProfileId),
        clockAheadSeconds: scenario.notices ? 420 : 3,
      }),
    'tokens.request': ({ appProfileId, credentialId, environmentId }) =>
      ok(goodToken(appProfileId, credentialId, environmentId)),
    'appProfiles.removeCredential': () => ok(firstProfile()),
    'appProfiles.reenter': () => ok(firstProfile()),
    'appProfiles.copyable': made.copyable,
    'appProfiles.copySecret': made.copySecret,
    'appProfiles.addDemo': () => ok({ profiles: [...world.profiles] }),
    ...fakeDirectory(scenario),
    'appProfiles.setExpiry': () => ok(firstProfile()),
    ...baseline.calls,
    'expiry.summary': expiry.summary,
    'expiry.snooze': expiry.snooze,
    'expiry.saveCalendar': expiry.saveCalendar,
    'managementApps.list': () =>
      scenario.denied
        ? failed('power-platform-denied')
        : ok({
            apps: scenario.empty ? [] : [...managementApps],
            directory:
              scenario.directory === 'denied'
                ? appError('graph-consent-needed', { permission: 'Application.Read.All' })
                : null,
            others: world.profiles
              .filter(({ clientId }) => !managementApps.some((one) => one.clientId === clientId))
              .map(({ clientId, id, name }) => ({ appProfileId: id, clientId, name })),
          }),
    'consent.list': ({ workspaceId }) =>
      scenario.empty
        ? ok({ rows: [], clients: [] })
        : workspaceId === fakeId.workspace(1)
          ? ok({ rows: [...consents], clients: [...clients] })
          : failed('not-found', { what: 'workspace', id: workspaceId }),
    'consent.ask': ({ form, redirectUri }) =>
      form === 'v2' && redirectUri === null
        ? failed('invalid-input', { path: 'redirectUri', problem: 'is missing' })
        : ok({ url: consentUrl }),
    'environments.list': () =>
      scenario.denied
        ? failed('vault-unreadable', { what: 'environments' })
        : ok({ environments: [...environments()], discoveredAt: world.daysAgo(0.1) }),
    'environments.add': () => failed('challenge-missing', { host: 'nw-new.crm4.dynamics.com' }),
    'environments.remove': () => NOTHING,
    'environments.guard': ({ environmentId, guard }) => {
      guards.set(environmentId, guard);
      const found = environments().find(({ id }) => id === environmentId);
      return found === undefined
        ? failed('not-found', { what: 'environment', id: environmentId })
        : ok(found);
    },
    'applicationUsers.differences': inventory.differences,
    'applicationUsers.markSeen': inventory.markSeen,
    'securityRoles.list': ({ environmentId }) => {
      const error = environmentId === world.environments[17]?.id ? world.failureOf(17) : null;
      return error === null ? ok({ roles: [...world.roles] }) : { ok: false, error };
    },
    // One role has less than the others, so that roles differ.
    'securityRoles.privileges': ({ roleId }) =>
      ok({
        privileges: world.privileges.filter(
          (_each, index) => roleId !== basicUser?.rootRoleId || index % 6 !== 0,
        ),
      }),
    'securityRoles.catalogue': ({ environmentId }) => {
      const error = environmentId === world.environments[17]?.id ? world.failureOf(17) : null;
      return error === null ? ok({ privileges: [...catalogue] }) : { ok: false, error };
    },
    'securityRoles.teams': ({ environmentId }) => {
      const refused = environmentId === world.environments[3]?.id;
      return refused ? { ok: false, error: teamsDenied } : ok({ teams: fakeTeams() });
    },
    'securityRoles.effectiveAccess': () => ok(effectiveAccess),
    'securityRoles.needed': ({ text }) =>
      ok({
        needs: [
          { privilege: 'prvReadAccount', verb: 'Read', table: 'Account', depth: null, times: 2 },
          { privilege: 'prvWriteContact', verb: 'Write', table: 'Contact', depth: 'Deep', times: 1 },
          { privilege: 'prvReadnwt_Order', verb: 'Read', table: 'nwt_Order', depth: null, times: 1 },
        ],
        unknownTables: text.includes('nosuch') ? ['nosuch'] : [],
        notUnderstood: text.includes('?!') ? [{ line: 2, text: '?!' }] : [],
      }),
    'securityRoles.columnAccess': fakeColumns(),
    'securityRoles.recordAccess': async ({ recordId }, signal) => {
      recordsAsked += 1;
      // The first question about this one is answered only by a cancel.
      if (recordId.endsWith('cafe') && recordsAsked === 1) {
        await new Promise<void>((resolve) =>
          signal.addEventListener('abort', () => resolve(), { once: true }),
        );
        return failed('cancelled');
      }
      return recordAccess(recordId, recordsAsked);
    },
    'securityRoles.businessUnits': () =>
      ok({
        businessUnits: [
          { id: fakeId.businessUnit(1), name: 'Northwind', parentId: null, disabled: false },
          { id: fakeId.businessUnit(2), name: 'Europe', parentId: fakeId.businessUnit(1), disabled: false },
        ],
      }),
    'fleet.operations': () =>
      ok({
        operations: scenario.empty
          ? []
          : world.operations.map((each) => ({ ...each, acknowledged: acknowledged.includes(each.id) })),
      }),
    'fleet.audit': () =>
      ok({
        rows: [
          { at: '2026-03-01T09:12:00.000Z', action: 'Create', by: 'Ada Admin' },
          { at: '2026-03-01T09:12:02.000Z', action: 'Assign Role To User', by: 'Ada Admin' },
        ],
      }),
    'fleet.operation': ({ operationId }) => {
      const summary = world.operations.find(({ id }) => id === operationId);
      if (summary === undefined) return failed('not-found', { what: 'operation', id: operationId });
      const states = ['already', 'verified', 'done', 'unrecorded', 'skipped', 'skipped'] as const;
      return ok({
        summary: { ...summary, acknowledged: acknowledged.includes(operationId) },
        tenant: null,
        environments: [
          ...world.environments.slice(0, 3).map((environment, env) => ({
            environmentId: environment.id,
            environmentName: environment.name,
            clientId: fakeId.client(1),
            appName: 'Order sync',
            steps: [
              {
                id: `${env}a`,
                kind: 'create-user' as const,
                subject: 'Order sync',
                before: 'does not exist',
                after: 'enabled, business unit Northwind',
                risks: [],
                state: states[env * 2] ?? 'done',
                error: null,
              },
              {
                id: `${env}b`,
                kind: 'assign-role' as const,
                subject: 'Order Sync Integration',
                before: 'not held',
                after: 'held',
                risks: [],
                state: states[env * 2 + 1] ?? 'done',
                error: null,
              },
            ],
            problem: null,
            rolesMissing: [],
          })),
          ...toldLeft(world.environments.slice(3, 5), world.failureOf(17) ?? appError('throttled')),
        ],
        may: { continue: summary.state !== 'running', undo: summary.state !== 'running' },
      });
    },
    'fleet.acknowledge': ({ operationId }) => {
      acknowledged = [...acknowledged, operationId];
      return NOTHING;
    },
    'fleet.rotations': () => ok({ rotations: fakeRotations(scenario, acknowledged) }),
    'activity.export': () =>
      ok({
        saved: true,
        place: 'journal.jsonl',
        entries: scenario.empty ? 0 : world.activity.length,
        withheld: 0,
        integrity: { state: 'intact', brokenAt: null },
      }),
    'activity.list': ({ before, limit }) => {
      const from = scenario.empty
        ? []
        : world.activity.filter((entry) => before === null || entry.seq < before);
      return ok({
        entries: from.slice(0, limit),
        more: from.length > limit,
        integrity:
          scenario.vault !== 'keeping'
            ? { state: 'not-tamper-evident', brokenAt: null }
            : { state: 'intact', brokenAt: null },
      });
    },
    'explain.text': ({ text }) => ok(explainText(text)),
    'supportPack.prepare': fakeSupportPack(scenario),
    'supportPack.save': ({ form }) => ok({ saved: true, place: `support-pack.${form}` }),
    'query.window': ({ offset, limit }) =>
      ok({
        count: scenario.rows,
        rows: Array.from({ length: Math.max(0, Math.min(limit, scenario.rows - offset)) }, (_, index) => {
          const at = offset + index;
          return {
            environmentId: fakeId.environment(at % 3),
            cells: [
              `Account ${at + 1}`,
              at * 12.5,
              { raw: at % 2, formatted: at % 2 === 0 ? 'Active' : 'Inactive' },
              at % 7 === 0 ? null : `account${at}@northwind.example`,
              at % 2 === 0 ? fakeContact : null,
            ],
          };
        }),
      }),
    'query.cancel': () => NOTHING,
    'query.diff': () => ok(fakeDiff),
    'query.snippets': () => ok({ snippets: [...fakeSnippets] }),
    'query.history': () => ok({ entries: scenario.empty ? [] : [...fakeHistory()] }),
    'query.clearHistory': () => NOTHING,
    'query.hiddenColumns': () => ok({ environments: [...hiddenFromApp] }),
    'query.close': () => NOTHING,
    'query.record': ({ environmentId }) =>
      environmentId === fakeId.environment(1)
        ? { ok: false, error: world.PRIVILEGE_MISSING }
        : ok({
            columns: [...fakeRecord.columns],
            cells: [...fakeRecord.cells],
            hidden: ['jobtitle'],
            unknown: [],
          }),
    'query.keys': () => ok({ keys: [['name', 'emailaddress1'], ['accountnumber']] }),
    ...fakeWrites(),
    'query.callers': fakeCallers(scenario)['query.callers'],
    'query.showExport': () => NOTHING,
    ...fakeSavedQueries(scenario),
    ...fakeQueryTables(scenario),
  };
};
