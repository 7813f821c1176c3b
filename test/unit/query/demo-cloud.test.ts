import { describe, expect, test } from 'vitest';
import { createEntitySets } from '../../../main/query/entity-sets.ts';
import { queryHandlers } from '../../../main/query/handlers.ts';
import { createQueryRuns } from '../../../main/query/query-runs.ts';
import type { ActivityRecord } from '../../../main/settings/record-activity.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import * as contract from '../../../preload/contract/query.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';
import { valueFrom } from '../fleet/support/fleet-rig.ts';
import { runMethod } from '../dataverse/local-environments.ts';
import { credential, profileWith, workspaceId } from './app-profile.ts';

const cloud = demoCloud();

const queryAs = async (
  appName: string,
  environments: readonly Environment[],
  input: { readonly odata: string; readonly rowsPerEnvironment?: number },
  language = 'odata',
) => {
  const profile = { ...profileWith([credential(1)]), name: appName, clientId: cloud.app(appName).clientId };
  const lines: ActivityRecord[] = [];
  const handlers = queryHandlers({
    http: cloud.http(),
    tokens: {
      forAdmin: async () => failed('sign-in-needed'),
      forApp: async ({ resource }) => {
        const environment = environments.find(({ url }) => url === resource);
        return environment === undefined ? failed('internal') : cloud.tokenFor(appName, environment);
      },
    },
    clock: () => performance.now(),
    environments: { choose: () => ok(environments), parallel: () => 8 },
    profileOf: async () => ok(profile),
    runs: createQueryRuns(4),
    recordActivity: async (line) => {
      lines.push(line);
    },
    entitySets: createEntitySets(),
    authorityOf: () => 'https://login.demo.test',
    history: { add: async () => ok(null) },
    now: Date.now,
  });
  const { result, events } = await runMethod(handlers['query.run'], {
    workspaceId,
    appProfileId: profile.id,
    credentialId: null,
    environmentIds: environments.map(({ id }) => id),
    rowsPerEnvironment: 100_000,
    ...(input.rowsPerEnvironment === undefined ? {} : { rowsPerEnvironment: input.rowsPerEnvironment }),
    query: { language, text: input.odata },
  });
  const last = (environment: Environment) =>
    events.findLast((event) => JSON.stringify(event).includes(`"environmentId":"${environment.id}"`));
  const window = async (change: Record<string, unknown>) => {
    const runId = JSON.stringify(events[0]).slice(-38, -2);
    const asked = { runId, offset: 0, limit: 50, sort: null, filter: '', ...change };
    return (await runMethod(handlers['query.window'], asked)).result;
  };
  const hidden = async () => {
    const runId = JSON.stringify(events[0]).slice(-38, -2);
    return (await runMethod(handlers['query.hiddenColumns'], { runId })).result;
  };
  const record = async (environment: Environment, table: string, id: string) => {
    const runId = JSON.stringify(events[0]).slice(-38, -2);
    const asked = { runId, environmentId: environment.id, table, id };
    return (await runMethod(handlers['query.record'], asked)).result;
  };
  return { result, events, last, window, hidden, record, lines };
};

describe('against the demo cloud', () => {
  test('a lookup opens the row that it names, as the app, and what cannot be read is told', async () => {
    const fabrikam = cloud.environment('Fabrikam Production');
    const { record, window } = await queryAs('Contoso Integration Hub', [fabrikam], {
      odata: 'contacts?$select=fullname,_parentcustomerid_value&$filter=_parentcustomerid_value ne null',
      rowsPerEnvironment: 5,
    });
    const read = contract.window.output.parse(valueFrom(await window({ limit: 1 })));
    const lookup = read.rows[0]?.cells.find((cell) => cell !== null && typeof cell === 'object');
    if (lookup === undefined || lookup === null || typeof lookup !== 'object') throw new Error('no lookup');
    expect(lookup).toEqual({ raw: expect.any(String), formatted: expect.any(String), lookup: 'account' });
    const account = contract.record.output.parse(
      valueFrom(await record(fabrikam, 'account', String(lookup.raw))),
    );
    expect(account.cells[account.columns.indexOf('name')]).toBe(lookup.formatted);
    expect(account.cells[account.columns.indexOf('accountid')]).toBe(lookup.raw);
    const gone = await record(fabrikam, 'account', '00000000-0000-4000-8000-000000000001');
    expect(gone).toMatchObject({ error: { code: 'dataverse', params: { status: 404 } } });
    expect(await record(fabrikam, 'nosuchtable', String(lookup.raw))).toMatchObject({
      error: { code: 'not-found', params: { what: 'table' } },
    });
  });

  test('C9: one query in three environments: answered, denied and explained, unreachable', async () => {
    const fabrikam = cloud.environment('Fabrikam Production');
    const contoso = cloud.environment('Contoso Production');
    const adventureWorks = cloud.environment('Adventure Works Production');
    const { result, last, window, lines } = await queryAs(
      'Contoso Integration Hub',
      [fabrikam, contoso, adventureWorks],
      { odata: 'accounts?$select=name,createdon,statecode' },
    );
    expect(result).toMatchObject({
      value: { counts: { environments: 3, succeeded: 1, failed: 2, cancelled: 0 }, rows: 900 },
    });
    expect(last(fabrikam)).toMatchObject({ run: { state: 'done', rows: 900, more: false } });
    expect(last(contoso)).toMatchObject({
      run: {
        state: 'failed',
        error: {
          code: 'dataverse',
          params: { name: 'PrivilegeDenied', privilege: 'prvReadAccount', table: 'account', depth: 'Basic' },
        },
      },
    });
    expect(last(adventureWorks)).toMatchObject({ run: { error: { code: 'service-unavailable' } } });
    const sorted = await window({ sort: { column: 'name', descending: false }, limit: 3 });
    expect(sorted).toMatchObject({ value: { count: 900, rows: [{ environmentId: fabrikam.id }, {}, {}] } });
    expect(lines).toMatchObject([
      { summary: 'Query as Contoso Integration Hub in 3 environments: accounts, 900 rows, 2 failed' },
    ]);
  });

  test('C9: more rows than one page has are followed to the end', async () => {
    const contoso = cloud.environment('Contoso Production');
    const { last } = await queryAs('Contoso Integration Hub', [contoso], {
      odata: 'contacts?$select=fullname',
    });
    expect(last(contoso)).toMatchObject({ run: { state: 'done', rows: 5600, pages: 2, more: false } });
  });

  test('C9: an expired secret fails before anything is sent', async () => {
    const contoso = cloud.environment('Contoso Production');
    const { last } = await queryAs('Contoso Data Export', [contoso], { odata: 'accounts' });
    expect(last(contoso)).toMatchObject({ run: { state: 'failed', pages: 0, error: { code: 'entra' } } });
  });

  test('what the service says about a wrong query is kept', async () => {
    const fabrikam = cloud.environment('Fabrikam Production');
    const { last } = await queryAs('Contoso Integration Hub', [fabrikam], {
      odata: 'accounts?$select=nosuchcolumn',
    });
    expect(last(fabrikam)).toMatchObject({ run: { error: { code: 'dataverse', params: { status: 400 } } } });
  });

  test('C9: FetchXML pages through a join by its cookies and reads each row once', async () => {
    const fabrikam = cloud.environment('Fabrikam Production');
    const text =
      '<fetch count="200"><entity name="account"><attribute name="name" /><order attribute="name" /></entity></fetch>';
    const { last, window } = await queryAs(
      'Contoso Integration Hub',
      [fabrikam],
      { odata: text },
      'fetchxml',
    );
    expect(last(fabrikam)).toMatchObject({ run: { state: 'done', rows: 900, pages: 5, more: false } });
    const read = await window({ limit: 900 });
    const ids = read.ok ? JSON.stringify(read.value).match(/[0-9a-f-]{36}"\]/g) : [];
    expect(new Set(ids).size).toBe(900);
  });

  test('C24: a secured column that the app may not read is told apart from an empty one, in both languages', async () => {
    const contoso = cloud.environment('Contoso Production');
    const ask = async (app: string, text: string, language?: string) => {
      const { hidden } = await queryAs(app, [contoso], { odata: text, rowsPerEnvironment: 5 }, language);
      return hidden();
    };
    const contacts = 'contacts?$select=fullname,governmentid,annualincome';
    const income = '<fetch><entity name="contact"><attribute name="annualincome" /></entity></fetch>';
    const hides = (...columns: readonly string[]) =>
      ok({ environments: [{ environmentId: contoso.id, hidden: columns, unknown: [] }] });
    expect(await ask('Contoso Integration Hub', contacts)).toEqual(hides('governmentid', 'annualincome'));
    expect(await ask('Contoso Integration Hub', income, 'fetchxml')).toEqual(hides('annualincome'));
    expect(await ask('Contoso Portal Sync', income, 'fetchxml')).toEqual(ok({ environments: [] }));
    expect(await ask('Contoso Portal Sync', 'WhoAmI')).toEqual(ok({ environments: [] }));
  });

  test('C24: a row that a lookup opens tells what column security hides of it', async () => {
    const contoso = cloud.environment('Contoso Production');
    const hiddenFor = async (app: string) => {
      const { record, window } = await queryAs(app, [contoso], {
        odata: 'contacts?$select=contactid',
        rowsPerEnvironment: 1,
      });
      const [row] = contract.window.output.parse(valueFrom(await window({ limit: 1 }))).rows;
      const id = row?.cells.find((cell) => typeof cell === 'string') ?? '';
      return contract.record.output.parse(valueFrom(await record(contoso, 'contact', id)));
    };
    const hub = await hiddenFor('Contoso Integration Hub');
    expect(hub).toMatchObject({
      hidden: expect.arrayContaining(['governmentid', 'annualincome']),
      unknown: [],
    });
    for (const column of hub.hidden) expect(hub.cells[hub.columns.indexOf(column)]).toBeNull();
    expect(await hiddenFor('Contoso Portal Sync')).toMatchObject({ hidden: [], unknown: [] });
  });
});
