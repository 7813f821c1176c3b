import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, type HttpAnswer, rowsIn } from './over-http.ts';

// Learn: "Use change tracking to synchronize data with external systems".

let cloud: DemoCloud;
let admin: Ask;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
});
afterAll(() => cloud.close());

const tracked = { prefer: 'odata.track-changes' };
const scenario = (method: string, path: string, body?: object) =>
  fetch(`${cloud.description.control ?? ''}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
beforeEach(() => scenario('POST', '/reset'));

/** The part of a link that `Ask` takes. */
const pathOf = (link: unknown): string => String(link).split('/api/data/v9.2/')[1] ?? '';
const deltaOf = ({ json }: HttpAnswer): string => pathOf(json['@odata.deltaLink']);
const nextOf = ({ json }: HttpAnswer): string => pathOf(json['@odata.nextLink']);
const start = async (query: string): Promise<string> =>
  deltaOf(await admin(`GET ${query}`, undefined, tracked));
const refusal = (answer: HttpAnswer) => [answer.status, codeOf(answer)];

const query = 'accounts?$select=name';

describe('a query that follows changes', () => {
  test('says so, and its last page has a link with a token of the version and the time', async () => {
    await scenario('PUT', '/clock', { now: '2031-08-22T08:10:44Z', stopped: true });
    const reader = await askAs(cloud, 'adele.admin@contoso.demo.test');
    const answer = await reader(`GET ${query}`, undefined, tracked);
    expect(answer.headers.get('preference-applied')).toBe('odata.track-changes');
    expect(answer.json['@odata.context']).toMatch(/\$metadata#accounts\(name\)$/);
    expect(deltaOf(answer)).toMatch(
      /^accounts\?\$select=name&\$deltatoken=\d+%2108%2f22%2f2031%2008%3a10%3a44$/,
    );
    expect(answer.json).not.toHaveProperty(['@odata.nextLink']);
  });

  test('goes over pages, and misses nothing that changes on the way', async () => {
    const prefer = { prefer: 'odata.track-changes, odata.maxpagesize=100' };
    const first = await admin(`GET ${query}`, undefined, prefer);
    expect(first.headers.get('preference-applied')).toBe('odata.track-changes,odata.maxpagesize=100');
    expect(deltaOf(first)).toBe('');
    const id = String(rowsIn(first)[0]?.['accountid']);
    await admin(`PATCH accounts(${id})`, { name: 'Changed on the way' });
    // The link remembers what was asked for, with the header or without it.
    let page = first;
    while (nextOf(page) !== '')
      page = await admin(`GET ${nextOf(page)}`, undefined, { prefer: 'odata.maxpagesize=100' });
    expect(page.headers.get('preference-applied')).toBe('odata.maxpagesize=100');
    expect(rowsIn(await admin(`GET ${deltaOf(page)}`))).toMatchObject([{ accountid: id }]);
  });

  test.each(['$filter=name ne null', '$orderby=name', '$expand=primarycontactid', '$top=1'])(
    'is refused with %s',
    async (option) => {
      const [name = ''] = option.split('=');
      for (const path of [`${query}&${option}`, `${await start(query)}&${option}`]) {
        const answer = await admin(`GET ${path}`, undefined, tracked);
        expect(answer.json).toMatchObject({
          error: {
            code: '0x80060888',
            message: `The "${name}" query parameter isn't supported when Change Tracking is enabled.`,
          },
        });
      }
    },
  );

  test('is refused for a table that does not track its changes', async () => {
    const answer = await admin('GET plugintypes', undefined, tracked);
    expect(answer.json).toMatchObject({
      error: {
        code: '0x80072491',
        message: expect.stringMatching(/^Entity: plugintype isn't enabled for change tracking\./),
      },
    });
    const listed = await admin(
      `GET EntityDefinitions?$select=LogicalName&$filter=ChangeTrackingEnabled eq false and CanChangeTrackingBeEnabled/Value eq false`,
    );
    expect(rowsIn(listed)).toContainEqual(expect.objectContaining({ LogicalName: 'plugintype' }));
    expect(rowsIn(listed)).not.toContainEqual(expect.objectContaining({ LogicalName: 'account' }));
  });

  test('is refused to who does not read the whole table', async () => {
    const seller = await askAs(cloud, 'bram.visser@contoso.demo.test');
    expect((await seller(`GET ${query}`)).status).toBe(200);
    const answer = await seller(`GET ${query}`, undefined, tracked);
    expect(refusal(answer)).toEqual([403, '0x80040220']);
    expect(answer.json).toMatchObject({
      error: {
        message: expect.stringMatching(
          /^SecLib::CheckPrivilege failed\..*prvReadAccount.*Required Depth: Global,/,
        ),
      },
    });
    expect(refusal(await seller(`GET ${await start(query)}`))).toEqual([403, '0x80040220']);
    expect(refusal(await seller('GET systemuserrolescollection', undefined, tracked))[0]).toBe(403);
  });

  test('is only one on a table: a record, its records and definitions pass the preference over', async () => {
    const id = createdId(await admin('POST accounts', { name: 'One' }));
    for (const path of [
      `accounts(${id})?$select=name`,
      `accounts(${id})/Account_Tasks`,
      'EntityDefinitions',
    ]) {
      const answer = await admin(`GET ${path}`, undefined, tracked);
      expect([answer.status, answer.headers.get('preference-applied')]).toEqual([200, null]);
      expect(answer.json).not.toHaveProperty(['@odata.deltaLink']);
      const token = `$deltatoken=1%2108%2f22%2f2031%2008%3a10%3a44`;
      const bound = await admin(`GET ${path}${path.includes('?') ? '&' : '?'}${token}`);
      expect(refusal(bound)).toEqual([400, '0x80060888']);
    }
  });
});

describe('a delta link', () => {
  test('tells new and changed rows by their versions, then deleted ones, and links on', async () => {
    const [changed, gone] = await Promise.all(
      ['To change', 'To delete'].map(async (name) => createdId(await admin('POST accounts', { name }))),
    );
    const link = await start(query);
    const made = createdId(await admin('POST accounts', { name: 'New' }));
    const brief = createdId(await admin('POST accounts', { name: 'Made and deleted' }));
    await admin(`PATCH accounts(${changed})`, { name: 'Changed' });
    await admin(`DELETE accounts(${gone})`);
    await admin(`DELETE accounts(${brief})`);

    const answer = await admin(`GET ${link}`);
    expect(answer.headers.get('preference-applied')).toBeNull();
    expect(answer.json['@odata.context']).toMatch(/\$metadata#accounts\(name\)\/\$delta$/);
    const deleted = (id: string | undefined) => ({
      '@odata.context': expect.stringMatching(/\$metadata#accounts\/\$deletedEntity$/),
      id,
      reason: 'deleted',
    });
    const row = (accountid: string | undefined, name: string) => ({
      '@odata.etag': expect.stringMatching(/^W\/"\d+"$/),
      accountid,
      name,
    });
    expect(answer.json['value']).toEqual([
      row(made, 'New'),
      row(changed, 'Changed'),
      deleted(gone),
      deleted(brief),
    ]);
    expect(deltaOf(answer)).not.toBe(link);
    expect(rowsIn(await admin(`GET ${deltaOf(answer)}`))).toEqual([]);
    // The first link stays good, and changes are counted with it.
    expect(rowsIn(await admin(`GET ${link}`))).toHaveLength(4);
    const counted = await admin(`GET ${link.replace('accounts?', 'accounts/$count?')}`);
    expect(counted.text).toBe('4');
    expect((await admin(`GET ${link}&$count=true`)).json['@odata.count']).toBe(4);
  });

  test('goes over pages from changed rows to deleted ones', async () => {
    const link = await start(query);
    const names = ['a', 'b', 'c', 'd', 'e'];
    const ids: string[] = [];
    for (const name of names) ids.push(createdId(await admin('POST accounts', { name })));
    for (const id of ids.slice(3)) await admin(`DELETE accounts(${id})`);
    const size = { prefer: 'odata.maxpagesize=2' };
    const seen: unknown[] = [];
    let page = await admin(`GET ${link}`, undefined, size);
    for (;;) {
      seen.push(...rowsIn(page).map((it) => it['accountid'] ?? it['id']));
      if (nextOf(page) === '') break;
      // What changes while it is read is told by the next link.
      if (seen.length === 2) await admin(`PATCH accounts(${ids[0]})`, { name: 'again' });
      page = await admin(`GET ${nextOf(page)}`, undefined, size);
    }
    expect(seen).toEqual(ids);
    expect(rowsIn(await admin(`GET ${deltaOf(page)}`))).toMatchObject([{ accountid: ids[0], name: 'again' }]);
  });

  test('tells a row that came back with its id as a changed one', async () => {
    const accountid = createdId(await admin('POST accounts', { name: 'First' }));
    const link = await start(query);
    await admin(`DELETE accounts(${accountid})`);
    await admin('POST accounts', { accountid, name: 'Second' });
    expect(rowsIn(await admin(`GET ${link}`))).toMatchObject([{ accountid, name: 'Second' }]);
  });

  test('tells what follows from other changes: records below, members of teams, roles of users', async () => {
    const id = createdId(await admin('POST accounts', { name: 'Parent' }));
    const task = createdId(
      await admin('POST tasks', {
        subject: 'Call',
        'regardingobjectid_account_task@odata.bind': `/accounts(${id})`,
      }),
    );
    const user = String(
      rowsIn(
        await admin(
          "GET systemusers?$select=systemuserid&$filter=domainname eq 'bram.visser@contoso.demo.test'",
        ),
      )[0]?.['systemuserid'],
    );
    const [role] = rowsIn(await admin(`GET systemusers(${user})/systemuserroles_association?$select=roleid`));
    const links = await Promise.all(['tasks?$select=subject', 'systemuserrolescollection'].map(start));
    await admin(`DELETE accounts(${id})`);
    await admin(`DELETE systemusers(${user})/systemuserroles_association(${String(role?.['roleid'])})/$ref`);
    const [tasks, roles] = await Promise.all(links.map((it) => admin(`GET ${it}`)));
    expect(tasks?.json['value']).toMatchObject([{ id: task, reason: 'deleted' }]);
    expect(roles?.json['value']).toMatchObject([{ reason: 'deleted' }]);
  });

  test('leaves out what was taken back with its change set', async () => {
    const id = createdId(await admin('POST accounts', { name: 'Stays' }));
    const link = await start(query);
    const part = (method: string, path: string, content: number) =>
      `--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: ${content}\r\n\r\n${method} /api/data/v9.2/${path} HTTP/1.1\r\n\r\n\r\n`;
    const body = `--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n${part('DELETE', `accounts(${id})`, 1)}${part('DELETE', `accounts(${id.replaceAll(/[0-9a-f]/g, '9')})`, 2)}--c--\r\n--b--\r\n`;
    await admin('POST $batch', body, { 'content-type': 'multipart/mixed; boundary=b' });
    expect((await admin(`GET accounts(${id})?$select=name`)).status).toBe(200);
    expect(rowsIn(await admin(`GET ${link}`))).toEqual([]);
  });

  test('expires after the days that the organization keeps deletions', async () => {
    const link = await start(query);
    const [organization] = rowsIn(await admin('GET organizations?$select=expirechangetrackingindays'));
    expect(organization).toMatchObject({ expirechangetrackingindays: 7 });
    await scenario('PUT', '/clock', { advanceSeconds: 8 * 24 * 3600 });
    const later = await askAs(cloud, 'adele.admin@contoso.demo.test');
    const answer = await later(`GET ${link}`);
    expect(refusal(answer)).toEqual([400, '0x80044352']);
    expect(answer.json).toMatchObject({
      error: { message: 'Version stamp associated with the client has expired. Please perform a full sync.' },
    });
  });

  test.each([
    '',
    'x',
    '1',
    '1!',
    '1!99/99/9999 99:99:99',
    '-1!08/22/2031 08:10:44',
    '{}',
    "1!08/22/2031 08:10:44'",
  ])('with the token %j is refused', async (token) => {
    const answer = await admin(`GET ${query}&$deltatoken=${encodeURIComponent(token)}`);
    expect(refusal(answer)).toEqual([400, '0x800404c0']);
  });

  test('with a cookie of something else is refused', async () => {
    const first = await admin(`GET ${query}`, undefined, { prefer: 'odata.maxpagesize=1' });
    const cookie = /\$skiptoken=.*/.exec(nextOf(first))?.[0] ?? '';
    expect(refusal(await admin(`GET ${await start(query)}&${cookie}`))).toEqual([400, '0x80060888']);
    expect(refusal(await admin(`GET ${await start(query)}&$skiptoken=x`))).toEqual([400, '0x80060888']);
  });
});

describe('with the scenario API', () => {
  test('a snapshot takes deletions and versions back, and links of what is no more ask for a full sync', async () => {
    const id = createdId(await admin('POST accounts', { name: 'Kept' }));
    const link = await start(query);
    await scenario('PUT', '/snapshots/one');
    const round = async () => {
      await admin(`DELETE accounts(${id})`);
      return (await admin(`GET ${link}`)).json['value'];
    };
    const first = await round();
    const after = await start(query);
    expect(first).toMatchObject([{ id, reason: 'deleted' }]);
    await scenario('POST', '/snapshots/one/restore');
    expect(rowsIn(await admin(`GET ${link}`))).toEqual([]);
    expect(refusal(await admin(`GET ${after}`))).toEqual([400, '0x80044352']);
    expect(await round()).toEqual(first);
    await scenario('POST', '/reset');
    expect(refusal(await admin(`GET ${link}`))).toEqual([400, '0x80044352']);
  });
});

test('the metadata document says of each set whether its changes are tracked', async () => {
  const { text } = await admin('GET $metadata?annotations=true');
  const supported = (set: string) =>
    new RegExp(
      `<EntitySet Name="${set}"(?:(?!</EntitySet>).)*ChangeTracking"><Record><PropertyValue Property="Supported" Bool="(\\w+)"`,
    ).exec(text)?.[1];
  expect([supported('accounts'), supported('plugintypes')]).toEqual(['true', 'false']);
});
