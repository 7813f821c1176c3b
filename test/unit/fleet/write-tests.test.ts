import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { createDataverseClient } from '../../../main/dataverse/create-dataverse-client.ts';
import { readWriteRequest } from '../../../main/fleet/writes/read-write-request.ts';
import { systemClock } from '../../../main/http/clock.ts';
import { createHttpClient } from '../../../main/http/create-http-client.ts';
import { DEFAULT_HTTP_LIMITS } from '../../../main/http/http-limits.ts';
import { createRequestLog } from '../../../main/http/request-log.ts';
import { planWrite, writeAnswer } from '../../../preload/contract/fleet-writes.ts';
import type { WriteRequest } from '../../../preload/contract/fleet-writes.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { appTokenFor } from '../../emulator/entra/sign-in.ts';
import { credential, profileWith } from '../query/app-profile.ts';
import { appliedFrom, fleetRig, plainWire, refusalFrom, valueFrom } from './support/fleet-rig.ts';
import { inFolder, withJournal, WORKSPACE } from './support/journal-folder.ts';
import { memoryVault } from './support/memory-vault.ts';
import { noTenant } from './support/no-tenant.ts';

const DEV = 'Contoso Development';
const PRODUCTION = 'Contoso Production';
const APP = 'Contoso Portal Sync';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({});
});
afterAll(() => cloud.close());

const bench = async (
  work: (lab: ReturnType<typeof laboratory>, path: string) => Promise<void>,
  readOnly = false,
): Promise<void> =>
  inFolder((path) =>
    withJournal(path, memoryVault(), (journal) => work(laboratory(journal, readOnly), path)),
  );

const laboratory = (journal: Parameters<typeof fleetRig>[0]['journal'], readOnly: boolean) => {
  const { description } = cloud;
  const profile = { ...profileWith([credential(1)]), name: APP, workspaces: [WORKSPACE] };
  const rig = fleetRig({
    cloud: description,
    journal,
    account: 'adele.admin@contoso.demo.test',
    clock: systemClock,
    readOnly: () => readOnly,
    tenant: {
      ...noTenant,
      profiles: {
        ...noTenant.profiles,
        find: () => ok({ ...profile, clientId: rig.clientId(APP), credentials: [] }),
        show: async () => ({ ...profile, clientId: rig.clientId(APP) }),
      },
      asApp: async (environment) =>
        ok(
          createDataverseClient({
            http: createHttpClient({
              transport: plainWire,
              clock: systemClock,
              random: () => 0,
              log: createRequestLog(10),
              demoCloud: { origin: description.origin, key: description.key },
              limits: DEFAULT_HTTP_LIMITS,
            }),
            origin: environment.url,
            bearer: async () =>
              ok(await appTokenFor(cloud, APP, environment.tenantId ?? '', environment.url)),
          }),
        ),
    },
  });
  const quiet = new AbortController().signal;
  const tryPlan = (environment: string, request: Partial<WriteRequest>, writeModeFor = environment) =>
    rig.handlers['fleet.planWrite'].run(
      {
        workspaceId: WORKSPACE,
        environmentId: rig.environment(environment).id,
        appProfileId: profile.id,
        credentialId: null,
        writeModeFor,
        request: { method: 'POST', path: 'accounts', body: '', ifMatch: null, returnRow: false, ...request },
      },
      async () => undefined,
      quiet,
    );
  const plan = async (environment: string, request: Partial<WriteRequest>) =>
    planWrite.output.parse(valueFrom(await tryPlan(environment, request)));
  const send = async (environment: string, request: Partial<WriteRequest>) => {
    const { before, plan: made } = await plan(environment, request);
    const applied = appliedFrom((await rig.apply(made)).result);
    const answer = await rig.handlers['fleet.writeAnswer'].run(
      { operationId: applied.operationId },
      async () => undefined,
      quiet,
    );
    return { applied, before, made, answer: writeAnswer.output.parse(valueFrom(answer)) };
  };
  return { rig, tryPlan, plan, send };
};

describe('a write test', () => {
  test(
    'makes, changes and deletes a row as the app, with what was before and is after, journaled without its values',
    () =>
      bench(async ({ rig, send }, path) => {
        const made = await send(DEV, { body: '{"name":"Secret Customer Ltd"}', returnRow: true });
        expect(made.applied.state).toBe('succeeded');
        expect(made.answer).toMatchObject({ status: 201, there: true, error: null });
        expect(made.answer.headers.map(({ name }) => name)).not.toContain('odata-entityid');
        const id = /"accountid": "([^"]+)"/.exec(made.answer.body)?.[1] ?? '';
        const row = `accounts(${id})`;

        const changed = await send(DEV, {
          method: 'PATCH',
          path: row,
          body: '{"name":"Other"}',
          ifMatch: '*',
        });
        expect(changed.before?.find(({ column }) => column === 'name')?.value).toBe('"Secret Customer Ltd"');
        expect(changed.answer).toMatchObject({ status: 204, there: true });
        expect(changed.answer.changes).toContainEqual({
          column: 'name',
          before: '"Secret Customer Ltd"',
          after: '"Other"',
        });

        const stale = await send(DEV, { method: 'PATCH', path: row, body: '{"name":"X"}', ifMatch: 'W/"1"' });
        expect(stale.applied.state).toBe('failed');
        expect(stale.answer).toMatchObject({ status: 412, error: { code: 'dataverse' } });

        const gone = await send(DEV, { method: 'DELETE', path: row });
        expect(gone.answer).toMatchObject({ status: 204, there: false });

        const [last] = await rig.operations();
        expect(last?.title).toBe(`${APP} in ${DEV}: write test DELETE ${row}`);
        const told = await rig.operation(last?.id ?? '');
        expect(told.may).toEqual({ continue: false, undo: false });
        const journal = await readFile(path, 'utf8');
        expect(journal).toContain('SHA-256');
        expect(journal).not.toContain('Secret Customer');
      }),
    60_000,
  );

  test('is planned only where write mode was turned on by name, and never in a read-only workspace', async () => {
    await bench(async ({ rig, plan, tryPlan }) => {
      expect(refusalFrom(await tryPlan(DEV, {}, PRODUCTION))).toMatchObject({ code: 'confirmation-missing' });
      // Production asks for its name once more, in main.
      const { plan: made } = await plan(PRODUCTION, { body: '{"name":"x"}' });
      expect(made.confirmations).toEqual([PRODUCTION]);
      const refused = await rig.apply({ ...made, confirmations: [] });
      expect(refusalFrom(refused.result)).toMatchObject({ code: 'confirmation-missing' });
      expect(await rig.operations()).toEqual([]);
    });
    await bench(
      async ({ tryPlan }) =>
        expect(refusalFrom(await tryPlan(DEV, {}))).toMatchObject({ code: 'workspace-read-only' }),
      true,
    );
  }, 60_000);
});

describe('what is no write test', () => {
  const request = (change: Partial<WriteRequest>): WriteRequest => ({
    method: 'POST',
    path: 'accounts',
    body: '{}',
    ifMatch: null,
    returnRow: false,
    ...change,
  });

  test.each([
    ['a batch', { path: '$batch' }],
    ['another host', { path: 'https://evil.example/api/data/v9.2/accounts' }],
    ['a way out of the Web API', { path: '../../x' }],
    ['a filter', { path: 'accounts?$filter=name eq 1' }],
    ['a body that is no object', { body: '[1]' }],
    ['a body that is no JSON', { body: '{name:1}' }],
    ['a change of a whole table', { method: 'PATCH', path: 'accounts' }],
    ['a deletion with a body', { method: 'DELETE', path: 'accounts(1)' }],
  ] as const)('%s is refused before anything is asked', (_, change) => {
    expect(readWriteRequest(request(change))).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  test('what keys say is not told on', () => {
    const read = readWriteRequest(
      request({ method: 'PATCH', path: "contacts(emailaddress1='a@b.example')" }),
    );
    expect(read).toMatchObject({ ok: true, value: { subject: 'PATCH contacts(…)' } });
  });
});
