import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { applicationUserPages } from '../../../main/application-users/read-application-users.ts';
import type { DataverseClient } from '../../../main/dataverse/dataverse-client.ts';
import { readColumnAccess } from '../../../main/security-roles/read-column-access.ts';
import { parseSystemUserId } from '../../../preload/contract/words/ids.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';
import { signal, valueOf } from '../dataverse/local-service.ts';

const cloud = demoCloud();
const page = z.object({ value: z.array(z.record(z.string(), z.unknown())) });

/** The apps of an environment that can sign in, with their rows. */
const appsAt = async (client: DataverseClient) => {
  const users = [];
  for await (const read of applicationUserPages(client, signal())) users.push(...valueOf(read));
  return users;
};

const rowsOf = async (client: DataverseClient, path: string) => {
  const answer = await client.get(path, { signal: signal() });
  return answer.ok ? page.parse(answer.value.body).value : null;
};

const TABLES = [
  { table: 'account', set: 'accounts', key: 'accountid' },
  { table: 'contact', set: 'contacts', key: 'contactid' },
] as const;

/** Apps of the story by the names under which they sign in. */
const NAMES = ['Contoso Integration Hub', 'Contoso Data Export', 'Contoso Portal Sync'] as const;

describe('C24: column security', () => {
  test.each([
    ['Contoso Production', ['empty', 'read', 'refused', 'set']],
    ['Adventure Works Sandbox', ['read']],
    ['Fabrikam Production', []],
  ] as const)(
    'in %s every app reads and sets a secured column exactly where the console says so',
    async (name, kinds) => {
      const environment = cloud.environment(name);
      const admin = await cloud.clientAsAdmin(environment);
      const users = await appsAt(admin);
      const seen = new Set<string>();
      for (const app of NAMES) {
        const { clientId } = cloud.app(app);
        const user = users.find((one) => one.clientId === clientId);
        if (user === undefined || user.state !== 'enabled') continue;
        const client = cloud.clientAs(app, environment);
        for (const { key, set, table } of TABLES) {
          const asked = {
            systemUserId: user.systemUserId,
            table: { by: 'logical-name', name: table },
          } as const;
          const { columns } = valueOf(await readColumnAccess(admin, asked, signal()));
          for (const column of columns) {
            const rights = new Map(column.rights.map((right) => [right.action, right]));
            for (const { allowed, service } of column.rights) expect(service).toBe(allowed);
            const [row] = (await rowsOf(client, `${set}?$select=${column.name}&$top=1`)) ?? [];
            // Without any right on the table there is nothing to be read: column security comes on top.
            if (row === undefined) continue;
            expect({ app, column: column.name, empty: row[column.name] === null }).toEqual({
              app,
              column: column.name,
              empty: rights.get('read')?.allowed === false,
            });
            seen.add(row[column.name] === null ? 'empty' : 'read');
            const value = column.name === 'governmentid' ? 'GOV-1' : 5;
            const answer = await client.patch(
              `${set}(${String(row[key])})`,
              { [column.name]: value },
              signal(),
            );
            const params = answer.ok ? {} : answer.error.params;
            // Refused for the record and not for the column: the app may not change this table at all.
            if (!answer.ok && params['hex'] !== '0x8004F507') continue;
            expect({ app, column: column.name, set: answer.ok }).toEqual({
              app,
              column: column.name,
              set: rights.get('update')?.allowed,
            });
            seen.add(answer.ok ? 'set' : 'refused');
          }
        }
      }
      expect([...seen].toSorted()).toEqual(kinds);
    },
  );

  test('a chain through a team is told with the team, and a user that is gone is said to be missing', async () => {
    const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
    const { clientId } = cloud.app('Contoso Portal Sync');
    const user = (await appsAt(client)).find((one) => one.clientId === clientId);
    const gone = parseSystemUserId('00000000-0000-4000-8000-00000000dead');
    if (user === undefined || gone === null) throw new Error('the seed has no such app');
    const table = { by: 'entity-set', name: 'contacts' } as const;
    const answer = valueOf(
      await readColumnAccess(client, { systemUserId: user.systemUserId, table }, signal()),
    );
    const names = (places: readonly number[] = []) => places.map((place) => answer.profiles[place]?.name);
    const government = answer.columns.find(({ name }) => name === 'governmentid');
    const right = (action: string) => government?.rights.find((one) => one.action === action);
    expect([answer.table, answer.tableName, government?.displayName]).toEqual([
      'contact',
      'Contact',
      'Government',
    ]);
    expect(names(right('read')?.granting)).toEqual(['Personal Data – Read']);
    expect(answer.profiles.find(({ name }) => name === 'Personal Data – Read')?.through).toMatchObject([
      { kind: 'team', team: { name: 'Data Stewards' } },
    ]);
    expect(names(right('update')?.changes)).toEqual(['Personal Data – Maintain']);
    expect(await readColumnAccess(client, { systemUserId: gone, table }, signal())).toMatchObject({
      ok: false,
      error: { code: 'not-found', params: { what: 'application user' } },
    });
  });
});
