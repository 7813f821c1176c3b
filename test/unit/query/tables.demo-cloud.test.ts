import { describe, expect, test } from 'vitest';
import { createKeptTables, QUERY_TABLES } from '../../../main/query/editor/kept-tables.ts';
import { queryTablesHandlers } from '../../../main/query/editor/handlers.ts';
import type { DataverseClient } from '../../../main/dataverse/dataverse-client.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { fetchToOData } from '../../../preload/contract/words/queries/convert/fetch-to-odata.ts';
import type { QueryTable } from '../../../preload/contract/words/queries/tables.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';
import { runMethod } from '../dataverse/local-environments.ts';
import { credential, profileWith, workspaceId } from './app-profile.ts';
import { memoryVault } from './memory-vault.ts';

const cloud = demoCloud();

const editor = async (signedIn: boolean, kept = createKeptTables(memoryVault(new Map()))) => {
  const environment = cloud.environment('Fabrikam Production');
  const admin = await cloud.clientAsAdmin(environment);
  let asked = 0;
  const counted: DataverseClient = {
    ...admin,
    get: async (path, options) => {
      asked += 1;
      return signedIn ? admin.get(path, options) : failed('sign-in-needed');
    },
    pages: (path, options) => {
      asked += 1;
      return signedIn
        ? admin.pages(path, options)
        : (async function* none() {
            yield failed('sign-in-needed');
          })();
    },
  };
  const profile = {
    ...profileWith([credential(1)]),
    clientId: cloud.app('Contoso Integration Hub').clientId,
  };
  const handlers = queryTablesHandlers({
    http: cloud.http(),
    tokens: {
      forAdmin: async () => failed('sign-in-needed'),
      forApp: async () => cloud.tokenFor('Contoso Integration Hub', environment),
    },
    environments: { choose: () => ok([environment]), asAdmin: () => counted },
    profileOf: async () => ok(profile),
    kept,
    now: () => Date.parse('2026-06-01T00:00:00Z'),
  });
  const where = { workspaceId, environmentId: environment.id, appProfileId: profile.id, refresh: false };
  return {
    environmentId: environment.id,
    asked: () => asked,
    tables: async (change = {}) =>
      (await runMethod(handlers['query.tables'], { ...where, ...change })).result as {
        readonly value: { readonly tables: readonly QueryTable[]; readonly readAs: string };
      },
    table: async (table: string, change = {}) =>
      (await runMethod(handlers['query.table'], { ...where, table, ...change })).result as {
        readonly value: OutputOf<'query.table'>;
      },
  };
};

describe('tables of an environment', () => {
  test('are read as the admin, once, and again on request', async () => {
    const { asked, table, tables } = await editor(true);
    const read = await tables();
    expect(read).toMatchObject({ value: { asOf: '2026-06-01T00:00:00.000Z', readAs: 'admin' } });
    expect(read.value.tables).toContainEqual({
      logicalName: 'account',
      entitySet: 'accounts',
      displayName: 'Account',
      primaryId: 'accountid',
      primaryName: 'name',
    });
    await tables();
    expect(asked()).toBe(1);
    await table('account');
    const before = asked();
    await tables({ refresh: true });
    await table('account');
    expect(asked()).toBeGreaterThan(before + 1);
  });

  test('a table has columns with types and choices, lookups with targets, and navigation both ways', async () => {
    const { table } = await editor(true);
    const { value } = await table('account');
    const { columns, navigation } = value.table;
    expect(columns.find(({ logicalName }) => logicalName === 'statecode')).toMatchObject({
      type: 'State',
      options: [
        { value: 0, label: 'Active' },
        { value: 1, label: 'Inactive' },
      ],
    });
    expect(columns.find(({ logicalName }) => logicalName === 'primarycontactid')).toMatchObject({
      type: 'Lookup',
      targets: ['contact'],
    });
    expect(columns.find(({ logicalName }) => logicalName === 'ownerid')).toMatchObject({ type: 'Owner' });
    expect(navigation).toContainEqual({
      name: 'primarycontactid',
      kind: 'one',
      target: 'contact',
      column: 'primarycontactid',
    });
    const user = (await table('systemuser')).value.table;
    expect(user.navigation).toContainEqual({
      name: 'systemuserroles_association',
      kind: 'intersect',
      target: 'role',
      column: 'systemuserroles',
    });
  });

  test('are read as the app where no admin is signed in; without an app the reason is told', async () => {
    const { tables } = await editor(false);
    expect(await tables()).toMatchObject({ value: { readAs: 'app' } });
    expect(await (await editor(false)).tables({ appProfileId: null })).toMatchObject({
      error: { code: 'sign-in-needed' },
    });
  });

  test('a table that is not there is said to be so', async () => {
    expect(await (await editor(true)).table('nonsense')).toMatchObject({ ok: false, error: {} });
  });

  test('what they say lets FetchXML become a request that the environment answers', async () => {
    const { table, tables } = await editor(true);
    const [account, contact] = [(await table('account')).value.table, (await table('contact')).value.table];
    const schema = {
      tables: (await tables()).value.tables,
      details: new Map([
        ['account', account],
        ['contact', contact],
      ]),
    };
    const converted = fetchToOData(
      '<fetch top="3"><entity name="account"><attribute name="name"/><order attribute="name"/><filter><condition attribute="statecode" operator="eq" value="0"/></filter><link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer"><attribute name="fullname"/></link-entity></entity></fetch>',
      schema,
    );
    expect(converted).toMatchObject({ ok: true });
    const client = await cloud.clientAsAdmin(cloud.environment('Fabrikam Production'));
    const text = converted.ok ? converted.text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(' &', '&') : '';
    const answer = await client.get(text, { signal: AbortSignal.timeout(10_000) });
    expect(answer).toMatchObject({
      ok: true,
      value: { body: { value: [{ name: expect.any(String) }, {}, {}] } },
    });
  });

  test('open at once after a start, say how old they are, and go with the workspace', async () => {
    const values = new Map<string, string>();
    const first = createKeptTables(memoryVault(values));
    const before = await editor(true, first);
    const list = await before.tables();
    const account = await before.table('account');
    // Everything that was to be kept is in turn before this.
    await first.keep(workspaceId, before.environmentId, { details: account.value });
    expect([...values.keys()]).toEqual([`${QUERY_TABLES}${workspaceId}`]);

    const later = createKeptTables(memoryVault(values));
    const after = await editor(false, later);
    expect(await after.tables()).toEqual(list);
    expect(await after.table('account')).toEqual(account);
    expect(after.asked()).toBe(0);

    expect(await later.forget(workspaceId)).toEqual(ok(null));
    expect(values.size).toBe(0);
  });

  test('what is kept and cannot be read is read from the environment again', async () => {
    const values = new Map([[`${QUERY_TABLES}${workspaceId}`, '{"version":7}']]);
    const { asked, tables } = await editor(true, createKeptTables(memoryVault(values)));
    expect(await tables()).toMatchObject({ value: { readAs: 'admin' } });
    expect(asked()).toBe(1);
  });
});
