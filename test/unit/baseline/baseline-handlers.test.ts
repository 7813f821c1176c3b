import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import type { EnvironmentAccess } from '../../../main/dataverse/environment-access.ts';
import { createBaselineBook } from '../../../main/fleet/baseline/baseline-book.ts';
import { baselineHandlers } from '../../../main/fleet/baseline/handlers.ts';
import * as contract from '../../../preload/contract/baseline.ts';
import type { EnvironmentDrift } from '../../../preload/contract/baseline.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { driftToDesired } from '../../../preload/contract/words/drift-to-desired.ts';
import { copiesOf } from '../../../renderer/screens/application-users/copy-targets.ts';
import { userTokens } from '../../emulator/entra/sign-in.ts';
import { runMethod } from '../dataverse/local-environments.ts';
import { appliedFrom, fleetRig, valueFrom } from '../fleet/support/fleet-rig.ts';
import { inFolder, withJournal, WORKSPACE } from '../fleet/support/journal-folder.ts';
import { memoryVault } from '../fleet/support/memory-vault.ts';

const NAMES = ['Contoso Development', 'Contoso Test'];
const PRODUCTION = ['Contoso Production'] as const;
const HUB = 'Contoso Integration Hub';
const READER = 'Integration – Accounts Reader';
const ADELE = 'adele.admin@contoso.demo.test';
const workspaceId = WORKSPACE;
const ALL = { environmentIds: [] };

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

/** Baselines and the fleet of one console over the same environments of the demo cloud. */
const withBaselines = (
  work: (bench: {
    readonly rig: ReturnType<typeof fleetRig>;
    readonly run: (
      method: string,
      input?: object,
      signal?: AbortSignal,
    ) => Promise<{ value: unknown; events: readonly unknown[] }>;
    readonly vault: ReturnType<typeof memoryVault>;
  }) => Promise<void>,
  names: readonly string[] = NAMES,
) =>
  inFolder((path) =>
    withJournal(path, memoryVault(), async (journal) => {
      const rig = fleetRig({
        cloud: cloud.description,
        journal,
        account: ADELE,
        // Of another tenant's environment nobody here has a token.
        bearer: async ({ url, name }) =>
          name.startsWith('Contoso')
            ? (await userTokens(cloud, ADELE, `${url}/.default`)).access_token
            : 'nobody',
        production: () => [],
      });
      const all = names.map((name) => rig.environment(name));
      const environments: EnvironmentAccess = {
        choose: (id, ids) =>
          id === workspaceId
            ? ok(ids.length === 0 ? all : all.filter((one) => ids.includes(one.id)))
            : failed('not-found', { what: 'workspace', id }),
        asAdmin: (environment) => rig.client(environment.name),
        parallel: () => 4,
      };
      const vault = memoryVault();
      const handlers = baselineHandlers({
        environments,
        book: createBaselineBook(vault),
        isWorkspace: (id) => id === workspaceId,
        appName: () => null,
        now: () => Date.parse('2026-11-26T10:00:00Z'),
      });
      const methods = new Map(Object.values(handlers).map((one) => [one.name as string, one]));
      await work({
        rig,
        vault,
        run: async (method, input = {}, signal) => {
          const implementation = methods.get(method);
          if (implementation === undefined) throw new Error(method);
          const { result, events } = await runMethod(
            implementation,
            { workspaceId, ...input },
            signal === undefined ? {} : { signal },
          );
          return { value: valueFrom(result), events };
        },
      });
    }),
  );

describe('C16: baselines against the demo cloud', () => {
  test('what was written down and kept has no drift; what changes then is found, planned, applied and gone', () =>
    withBaselines(async ({ rig, run, vault }) => {
      const written = await run('baseline.write', { environmentIds: [] });
      const { text, environments, failed: failures } = contract.write.output.parse(written.value);
      expect({ environments, failures }).toEqual({ environments: 2, failures: 0 });
      expect(text).toContain('# Application users as they were on 2026-11-26: what shall stay so.');
      expect(text).not.toContain('PowerApps Service');
      expect((await run('baseline.keep', { text, name: 'contoso.yaml' })).value).toMatchObject({
        faults: [],
        kept: { environments: 2, last: null },
      });
      const first = await run('baseline.compare', ALL);
      expect(first.value).toMatchObject({ same: 2, drifted: 0, failed: 0, unknown: 0, cancelled: 0 });

      // Somebody gives an app a user that nobody wrote down, and gives another one a role.
      const [development] = NAMES;
      const desired = [
        rig.desire(HUB, development ?? '', { ensureUser: true, addRoles: [READER] }),
        rig.desire('Contoso Portal Sync', development ?? '', { ensureUser: true, addRoles: [READER] }),
      ];
      appliedFrom((await rig.apply(await rig.plan(desired))).result);

      const second = await run('baseline.compare', ALL);
      expect(second.value).toMatchObject({ same: 1, drifted: 1 });
      const drifted = second.events
        .map((event) => event as EnvironmentDrift)
        .find(({ state }) => state === 'drifted');
      expect(drifted?.apps).toEqual([
        {
          clientId: rig.clientId(HUB),
          appName: expect.any(String),
          findings: [{ kind: 'not-in-baseline', subject: '', actual: READER, change: null }],
        },
        {
          clientId: rig.clientId('Contoso Portal Sync'),
          appName: 'Contoso Portal Sync',
          findings: [{ kind: 'role-extra', subject: READER, actual: '', change: { removeRoles: [READER] } }],
        },
      ]);

      const back = (drifted?.apps ?? []).flatMap(({ clientId, findings }) => {
        const changes = findings.flatMap(({ change }) => (change === null ? [] : [change]));
        return changes.length === 0 || drifted?.environmentId == null
          ? []
          : [driftToDesired({ environmentId: drifted.environmentId, clientId }, changes)];
      });
      expect(appliedFrom((await rig.apply(await rig.plan(back))).result)).toMatchObject({
        state: 'succeeded',
      });
      expect((await run('baseline.compare', ALL)).value).toMatchObject({ same: 2, drifted: 0 });

      const kept = contract.get.output.parse((await run('baseline.get')).value).kept;
      expect(kept).toMatchObject({
        name: 'contoso.yaml',
        text,
        last: { summary: { at: '2026-11-26T10:00:00.000Z', same: 2, drifted: 0 } },
      });
      const again = createBaselineBook(vault);
      expect(await again.of(workspaceId)).toMatchObject({ value: { text, last: { summary: { same: 2 } } } });
    }));

  test('a faulty text is not kept, and the one before stays', () =>
    withBaselines(async ({ run, vault }) => {
      const good = 'version: 1\napps: []\n';
      await run('baseline.keep', { text: good, name: 'good.yaml' });
      expect(
        (await run('baseline.keep', { text: 'version: 3\napps: []\n', name: 'bad.yaml' })).value,
      ).toEqual({
        faults: [{ kind: 'wrong-version', line: 1, column: 10, params: {} }],
        kept: null,
      });
      expect((await run('baseline.get')).value).toMatchObject({ kept: { name: 'good.yaml', text: good } });
      await vault.put(`baseline-${workspaceId}`, '{"version":2,"rules":[]}');
      await expect(run('baseline.get')).rejects.toThrow('vault-unreadable');
      await expect(run('baseline.keep', { text: good, name: 'x' })).rejects.toThrow('vault-unreadable');
      await run('baseline.forget');
      expect((await run('baseline.get')).value).toEqual({ kept: null });
      await expect(run('baseline.compare', ALL)).rejects.toThrow('not-found');
      await expect(run('baseline.export', { format: 'pac' })).rejects.toThrow('not-found');
    }));

  test('an environment that is unknown here and one that refuses are told, each with its reason; another text has no result yet', () =>
    withBaselines(
      async ({ rig, run }) => {
        const text = `version: 1
apps:
  - name: Hub
    clientId: ${rig.clientId(HUB)}
    rules:
      - in: [https://nobody.crm.dynamics.com, ${rig.environment('Contoso Test').url}, ${rig.environment('Fabrikam Production').url}]
        user: absent
`;
        await run('baseline.keep', { text, name: 'x' });
        const compared = await run('baseline.compare', ALL);
        expect(compared.value).toMatchObject({ same: 1, drifted: 0, failed: 1, unknown: 1 });
        expect(compared.events).toContainEqual({
          url: 'https://nobody.crm.dynamics.com',
          environmentId: null,
          environmentName: 'nobody.crm.dynamics.com',
          state: 'unknown',
          compared: 1,
          apps: [],
          error: null,
        });
        expect(compared.events).toContainEqual(
          expect.objectContaining({
            environmentName: 'Fabrikam Production',
            state: 'failed',
            error: expect.any(Object),
          }),
        );
        const some = { environmentIds: [rig.environment('Contoso Test').id] };
        expect((await run('baseline.compare', some)).value).toMatchObject({ same: 1, failed: 0, unknown: 0 });
        expect((await run('baseline.get')).value).toMatchObject({
          kept: { last: { summary: { same: 1, failed: 1, unknown: 1 } } },
        });
        await run('baseline.keep', { text: `${text}# changed\n`, name: 'x' });
        expect((await run('baseline.get')).value).toMatchObject({ kept: { last: null } });
      },
      ['Contoso Test', 'Fabrikam Production'],
    ));

  test('a comparison that was cancelled is not kept', () =>
    withBaselines(async ({ run }) => {
      const { text } = contract.write.output.parse(
        (await run('baseline.write', { environmentIds: [] })).value,
      );
      await run('baseline.keep', { text, name: 'x' });
      expect((await run('baseline.compare', ALL, AbortSignal.abort())).value).toMatchObject({ cancelled: 2 });
      expect((await run('baseline.get')).value).toMatchObject({ kept: { last: null } });
    }));

  test('C15: how an application user stands is told in names, and what a copy asks for makes another stand so', () =>
    withBaselines(async ({ rig, run }) => {
      const [development, test] = NAMES;
      const at = (environment: string, app: string) => ({
        environmentId: rig.environment(environment).id,
        clientId: rig.clientId(app),
      });
      const given = rig.desire(HUB, development ?? '', { ensureUser: true, addRoles: [READER] });
      appliedFrom((await rig.apply(await rig.plan([given]))).result);
      const source = contract.standing.output.parse(
        (await run('baseline.standing', at(development ?? '', HUB))).value,
      );
      expect(source).toMatchObject({
        enabled: true,
        businessUnit: { kind: 'root' },
        roles: [READER],
        teams: [],
        profiles: [],
      });

      const target = { environment: rig.environment(test ?? ''), clientId: rig.clientId(HUB), row: null };
      const [desired] = copiesOf(source, [target], false);
      if (desired === undefined) throw new Error('one target');
      appliedFrom((await rig.apply(await rig.plan([desired]))).result);
      expect((await run('baseline.standing', at(test ?? '', HUB))).value).toEqual({
        ...source,
        businessUnitName: expect.any(String),
      });
      await expect(run('baseline.standing', at(test ?? '', 'Fabrikam Invoice Bot'))).rejects.toThrow(
        'user-missing',
      );
    }));

  test('every kind of change that a plan can put right is put right at once: afterwards nothing differs', () =>
    withBaselines(async ({ rig, run }) => {
      const [production] = PRODUCTION;
      const at = (app: string, what: Parameters<typeof rig.desire>[2]) => rig.desire(app, production, what);
      const { text } = contract.write.output.parse((await run('baseline.write', ALL)).value);
      await run('baseline.keep', { text, name: 'production.yaml' });
      const changed = await rig.apply(
        await rig.plan([
          at('Contoso Portal Sync', { businessUnit: { kind: 'root' }, removeTeams: ['Data Stewards'] }),
          at('Contoso Data Export', {
            removeRoles: ['Integration – Export Jobs'],
            removeProfiles: ['Credit Control'],
            enabled: false,
          }),
          at('Contoso Legacy Loader', {
            addRoles: [READER],
            addProfiles: ['Personal Data – Read'],
            enabled: true,
          }),
          at(HUB, { delete: 'soft' }),
        ]),
      );
      expect(appliedFrom(changed.result)).toMatchObject({ state: 'succeeded' });

      const compared = await run('baseline.compare', ALL);
      expect(compared.value).toMatchObject({ same: 0, drifted: 1 });
      const [drift] = compared.events.map((event) => event as EnvironmentDrift);
      const apps = drift?.apps ?? [];
      expect(new Set(apps.flatMap(({ findings }) => findings.map(({ kind }) => kind)))).toEqual(
        new Set([
          'business-unit',
          'team-missing',
          'role-missing',
          'role-extra',
          'profile-missing',
          'profile-extra',
          'enabled',
          'disabled',
          'user-soft-deleted',
        ]),
      );
      const { id: environmentId } = rig.environment(production);
      const back = apps.map(({ clientId, findings }) =>
        driftToDesired(
          { environmentId, clientId },
          findings.flatMap(({ change }) => (change === null ? [] : [change])),
        ),
      );
      expect(appliedFrom((await rig.apply(await rig.plan(back))).result)).toMatchObject({
        state: 'succeeded',
      });
      expect((await run('baseline.compare', ALL)).value).toMatchObject({ same: 1, drifted: 0, failed: 0 });
    }, PRODUCTION));
});
