import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AccessToken, AppTokenRequest, TokenSource } from '../../../main/identity/token-source.ts';
import { createEntitySets } from '../../../main/query/entity-sets.ts';
import { createQueryHistory, keepNewest, MOST_KEPT } from '../../../main/query/query-history.ts';
import { queryHandlers } from '../../../main/query/handlers.ts';
import { createQueryRuns } from '../../../main/query/query-runs.ts';
import type { ActivityRecord } from '../../../main/settings/record-activity.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { accessTo, environmentNamed, runMethod } from '../dataverse/local-environments.ts';
import { localService } from '../dataverse/local-service.ts';
import type { Answer, Asked } from '../dataverse/local-service.ts';
import { credential, profileWith, workspaceId } from './app-profile.ts';
import { memoryVault } from './memory-vault.ts';

const odata = (text: string) => ({ language: 'odata', text });
const fetchXml = (text: string) => ({ language: 'fetchxml', text });
const north = environmentNamed('north', 1);
const south = environmentNamed('south', 2);
const west = environmentNamed('west', 3);

const denied = { status: 403, body: { error: { code: '0x80040220', message: 'no' } } };
const page = (host: string, count: number, next: number | null): Answer => ({
  body: {
    value: Array.from({ length: count }, (_, index) => ({ name: `${host} ${index}`, '@odata.etag': 'x' })),
    ...(next === null
      ? {}
      : { '@odata.nextLink': `https://${host}/api/data/v9.2/accounts?$skiptoken=${next}` }),
  },
});

const laboratory = async (
  answer: (asked: Asked) => Answer | Promise<Answer>,
  options: {
    readonly environments?: readonly Environment[];
    readonly token?: (request: AppTokenRequest) => Result<AccessToken>;
    readonly kept?: number;
  } = {},
) => {
  const service = await localService(answer);
  const lines: ActivityRecord[] = [];
  const values = new Map<string, string>();
  const history = createQueryHistory(memoryVault(values));
  const profile = profileWith([credential(1)]);
  const environments = options.environments ?? [north];
  const tokens: TokenSource = {
    forAdmin: async () => failed('sign-in-needed'),
    forApp: async (request) =>
      options.token?.(request) ?? ok({ token: 'app-token', expiresAt: Date.now() + 1e6 }),
  };
  let tick = 0;
  const handlers = queryHandlers({
    http: service.http,
    tokens,
    clock: () => (tick += 1),
    environments: accessTo(service, environments),
    profileOf: async () => ok(profile),
    runs: createQueryRuns(options.kept ?? 8),
    recordActivity: async (line) => {
      lines.push(line);
    },
    entitySets: createEntitySets(),
    authorityOf: () => 'https://login.demo.test',
    history,
    now: () => Date.parse('2026-06-01T00:00:00Z'),
  });
  const input = (change: Record<string, unknown> = {}) => ({
    workspaceId,
    appProfileId: profile.id,
    credentialId: null,
    environmentIds: environments.map(({ id }) => id),
    query: odata('accounts?$select=name'),
    rowsPerEnvironment: 100,
    ...change,
  });
  return {
    service,
    lines,
    values,
    history,
    run: (change: Record<string, unknown> = {}, more: Parameters<typeof runMethod>[2] = {}) =>
      runMethod(handlers['query.run'], input(change), more),
    window: async (runId: string, change: Record<string, unknown> = {}) =>
      (
        await runMethod(handlers['query.window'], {
          runId,
          offset: 0,
          limit: 50,
          sort: null,
          filter: '',
          ...change,
        })
      ).result,
    more: (runId: string, rowsPerEnvironment: number, environmentIds: readonly string[] = []) =>
      runMethod(handlers['query.more'], { runId, environmentIds, rowsPerEnvironment }),
    cancel: async (runId: string, environmentId: string) =>
      (await runMethod(handlers['query.cancel'], { runId, environmentId })).result,
    close: async (runId: string) => (await runMethod(handlers['query.close'], { runId })).result,
  };
};

const runIdOf = (events: readonly unknown[]): string => {
  const [started] = events;
  if (typeof started === 'object' && started !== null && 'runId' in started) return String(started.runId);
  throw new Error('no run was started');
};
const lastState = (events: readonly unknown[], environment: Environment) =>
  events.findLast((event) => JSON.stringify(event).includes(`"environmentId":"${environment.id}"`));

describe('a query as the app', () => {
  test('C9: follows pages in every environment, tells columns, counts and times, and keeps the rows in main', async () => {
    const lab = await laboratory(
      ({ host, path }) => (path.includes('skiptoken') ? page(host, 2, null) : page(host, 3, 2)),
      { environments: [north, south] },
    );
    const { result, events } = await lab.run();
    const runId = runIdOf(events);
    expect(result).toEqual(
      ok({ runId, counts: { environments: 2, succeeded: 2, failed: 0, cancelled: 0 }, rows: 10 }),
    );
    expect(lastState(events, north)).toMatchObject({
      kind: 'environment',
      run: { state: 'done', rows: 5, pages: 2, more: false, error: null, retries: 0 },
    });
    expect(lastState(events, north)).toHaveProperty('run.firstRowMilliseconds', expect.any(Number));
    expect(events).toContainEqual({ kind: 'columns', columns: ['name'] });
    expect(events).toContainEqual({ kind: 'rows', count: 10 });
    const sort = { column: 'name', descending: true };
    expect(await lab.window(runId, { sort, limit: 1 })).toEqual(
      ok({ count: 10, rows: [{ environmentId: south.id, cells: ['south.crm.demo.test 2'] }] }),
    );
    const [first] = lab.service.asked;
    expect(first?.headers['authorization']).toBe('Bearer app-token');
    expect(first?.headers['prefer']).toBe('odata.maxpagesize=100,odata.include-annotations="*"');
  });

  test('one environment denied and one without a token leave the others alone', async () => {
    const entra = failed('entra', { aadsts: 7000222 });
    const lab = await laboratory(({ host }) => (host.startsWith('south') ? denied : page(host, 1, null)), {
      environments: [north, south, west],
      token: ({ resource }) => (resource === west.url ? entra : ok({ token: 't', expiresAt: 0 })),
    });
    const { result, events } = await lab.run();
    expect(result).toMatchObject({ value: { counts: { succeeded: 1, failed: 2 }, rows: 1 } });
    expect(lastState(events, south)).toMatchObject({
      run: { state: 'failed', error: { code: 'dataverse', params: { hex: '0x80040220' } } },
    });
    expect(lastState(events, west)).toMatchObject({
      run: { state: 'failed', pages: 0, error: { code: 'entra', params: { aadsts: 7000222 } } },
    });
    expect(lab.service.asked.map(({ host }) => host)).not.toContain('west.crm.demo.test');
    expect(lab.lines).toMatchObject([
      {
        kind: 'query-run',
        summary: 'Query as Contoso Integration Hub in 3 environments: accounts, 1 row, 2 failed',
        outcome: 'partial',
      },
    ]);
  });

  test('stops at the rows wanted and says that there are more', async () => {
    const lab = await laboratory(({ host }) => page(host, 3, 2));
    const { result, events } = await lab.run({ rowsPerEnvironment: 3 });
    expect(result).toMatchObject({ value: { rows: 3 } });
    expect(lastState(events, north)).toMatchObject({ run: { state: 'done', rows: 3, pages: 1, more: true } });
    expect(lab.service.asked).toHaveLength(1);
  });

  test('asks for no page size beside $top, which the service would then ignore', async () => {
    const lab = await laboratory(({ host }) => page(host, 2, null));
    await lab.run({ query: odata('accounts?$top=2') });
    expect(lab.service.asked[0]?.headers['prefer']).toBe('odata.include-annotations="*"');
  });

  test('a foreign link after the first page fails the environment and keeps its rows', async () => {
    const lab = await laboratory(() => page('evil.crm.demo.test', 2, 2));
    const { result, events } = await lab.run();
    expect(result).toMatchObject({ value: { rows: 2, counts: { failed: 1 } } });
    expect(lastState(events, north)).toMatchObject({
      run: { state: 'failed', rows: 2, error: { code: 'origin-mismatch' } },
    });
    expect(lab.service.asked.map(({ host }) => host)).toEqual(['north.crm.demo.test']);
  });

  test('a page whose text is damaged fails the environment and keeps the rows before that place', async () => {
    const rows = Array.from({ length: 4000 }, (_, at) => ({
      '@odata.etag': `W/"${at}"`,
      name: `${at}`.padEnd(90),
    }));
    const text = JSON.stringify({ value: rows });
    const lab = await laboratory(() => ({ body: text.replace('"2000 ', '""2000 ') }));
    const { events } = await lab.run({ rowsPerEnvironment: 5000 });
    const told = z
      .object({
        run: z.object({ state: z.string(), rows: z.number(), error: z.object({ code: z.string() }) }),
      })
      .parse(lastState(events, north)).run;
    expect(told).toMatchObject({ state: 'failed', error: { code: 'unexpected-answer' } });
    expect(told.rows).toBeGreaterThan(0);
    expect(told.rows).toBeLessThanOrEqual(2000);
    const window = await lab.window(runIdOf(events), { offset: told.rows - 1, limit: 5 });
    expect(window).toMatchObject({
      ok: true,
      value: { count: told.rows, rows: [{ cells: [`${told.rows - 1}`.padEnd(90)] }] },
    });
  });

  test('a cancel ends it in the middle of the pages and is written down', async () => {
    const abort = new AbortController();
    const lab = await laboratory(({ host, path }) => {
      if (path.includes('skiptoken')) abort.abort();
      return page(host, 1, 2);
    });
    const { result } = await lab.run({}, { signal: abort.signal });
    expect(result).toMatchObject({ value: { counts: { cancelled: 1 }, rows: 1 } });
    expect(lab.lines).toMatchObject([{ outcome: 'cancelled' }]);
  });

  test('environments that wait for their turn are told as queued, and as cancelled when it never comes', async () => {
    const abort = new AbortController();
    const environments = Array.from({ length: 12 }, (_, index) =>
      environmentNamed(`place-${index}`, index + 1),
    );
    const lab = await laboratory(
      async ({ host }) => {
        abort.abort();
        return page(host, 1, null);
      },
      { environments },
    );
    const { result, events } = await lab.run({}, { signal: abort.signal });
    expect(result).toMatchObject({ value: { counts: { environments: 12 } } });
    const last = environments.map((environment) => lastState(events, environment));
    expect(last).toEqual(
      environments.map(({ id }) => ({
        kind: 'environment',
        run: expect.objectContaining({
          environmentId: id,
          state: expect.stringMatching(/^(done|cancelled)$/),
        }),
      })),
    );
    const told = (state: string) =>
      events.filter((event) => JSON.stringify(event).includes(`"state":"${state}"`));
    expect(told('queued').length).toBeGreaterThan(0);
    expect(told('cancelled').length).toBeGreaterThan(0);
  });

  test('an environment whose tenant is unknown is not asked', async () => {
    const lab = await laboratory(() => page('x', 1, null), { environments: [{ ...north, tenantId: null }] });
    const { events } = await lab.run();
    expect(lastState(events, north)).toMatchObject({ run: { error: { code: 'challenge-missing' } } });
    expect(lab.service.asked).toEqual([]);
  });

  test('nothing is asked outside the Web API or for a workspace that does not use the app', async () => {
    const lab = await laboratory(() => page('x', 1, null));
    expect((await lab.run({ query: odata('../x') })).result).toMatchObject({
      error: { code: 'invalid-input' },
    });
    const other = '00000000-0000-0000-0000-000000000077';
    expect((await lab.run({ workspaceId: other })).result).toMatchObject({ error: { code: 'not-found' } });
    expect(lab.service.asked).toEqual([]);
    expect(lab.lines).toEqual([]);
  });
});

describe('FetchXML as the app', () => {
  const definition = { body: { value: [{ EntitySetName: 'accounts' }] } };
  const xmlOf = (asked: Asked | undefined): string =>
    new URLSearchParams(asked?.path.split('?')[1] ?? '').get('fetchXml') ?? '';
  const cookie = encodeURIComponent(encodeURIComponent('<cookie page="1"><id last="{A&B}" /></cookie>'));
  const fetchPage = (count: number, goesOn: boolean): Answer => ({
    body: {
      value: Array.from({ length: count }, (_, index) => ({ name: `row ${index}` })),
      ...(goesOn
        ? {
            '@Microsoft.Dynamics.CRM.morerecords': true,
            '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie': `<cookie pagenumber="2" pagingcookie="${cookie}" istracking="False" />`,
          }
        : {}),
    },
  });

  test('goes on with the cookie, decoded twice and encoded for XML, and asks for the entity set once', async () => {
    const lab = await laboratory(({ path }) =>
      path.startsWith('EntityDefinitions')
        ? definition
        : fetchPage(2, !path.includes(encodeURIComponent('page="2"'))),
    );
    const query = fetchXml('<fetch><entity name="account"><attribute name="name" /></entity></fetch>');
    const { result } = await lab.run({ query });
    expect(result).toMatchObject({ value: { rows: 4, counts: { succeeded: 1 } } });
    expect(lab.service.asked).toHaveLength(3);
    expect(xmlOf(lab.service.asked[1])).toBe(
      '<fetch count="100" page="1"><entity name="account"><attribute name="name" /></entity></fetch>',
    );
    expect(xmlOf(lab.service.asked[2])).toContain(
      'paging-cookie="&lt;cookie page=&quot;1&quot;&gt;&lt;id last=&quot;{A&amp;B}&quot; /&gt;&lt;/cookie&gt;"',
    );
    await lab.run({ query });
    expect(lab.service.asked.filter(({ path }) => path.startsWith('EntityDefinitions'))).toHaveLength(1);
  });

  test.each([
    ['', true],
    ['<link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer" />', true],
    ['<link-entity name="contact" from="parentcustomerid" to="accountid" link-type="exists" />', true],
    ['<link-entity name="contact" to="primarycontactid" />', true],
    ['<link-entity name="contact" from="parentcustomerid" to="accountid" />', false],
    ['<link-entity name="contact" to="accountid" />', false],
    ['<link-entity name="lead" />', false],
    [
      '<link-entity name="team" from="teamid" to="owningteam"><link-entity name="teammembership" from="teamid" to="teamid" /></link-entity>',
      false,
    ],
  ])(
    'a cookie tells rows that a join repeats not apart, so such pages are counted: %s',
    async (link, goes) => {
      const lab = await laboratory(({ path }) =>
        path.startsWith('EntityDefinitions')
          ? definition
          : fetchPage(2, !path.includes(encodeURIComponent('page="2"'))),
      );
      await lab.run({ query: fetchXml(`<fetch><entity name="account">${link}</entity></fetch>`) });
      expect(xmlOf(lab.service.asked[2])).toContain('page="2"');
      expect(xmlOf(lab.service.asked[2]).includes('paging-cookie')).toBe(goes);
    },
  );

  test('top and an aggregate without count are sent as they were typed', async () => {
    const lab = await laboratory(({ path }) =>
      path.startsWith('Entity') ? definition : fetchPage(1, false),
    );
    for (const text of [
      '<fetch top="5"><entity name="account" /></fetch>',
      '<fetch aggregate="true"><entity name="account" /></fetch>',
    ]) {
      await lab.run({ query: fetchXml(text) });
      expect(xmlOf(lab.service.asked.at(-1))).toBe(text);
    }
  });

  test('a query too long for an address goes out as the one read of a batch, and what it is refused with is told', async () => {
    const values = Array.from({ length: 1500 }, (_, at) => `<value>name ${at}</value>`).join('');
    const text = `<fetch><entity name="account"><filter><condition attribute="name" operator="in">${values}</condition></filter></entity></fetch>`;
    let refused = false;
    const lab = await laboratory(({ path, body }) => {
      if (path.startsWith('Entity')) return definition;
      if (path !== '$batch' || !body.includes('/api/data/v9.2/accounts?fetchXml=')) return { status: 500 };
      const answer = refused ? denied : fetchPage(3, false);
      return {
        headers: { 'content-type': 'multipart/mixed; boundary=batchresponse_1' },
        body: `--batchresponse_1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 ${refused ? 403 : 200} x\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(answer.body)}\r\n--batchresponse_1--\r\n`,
      };
    });
    expect((await lab.run({ query: fetchXml(text) })).result).toMatchObject({ value: { rows: 3 } });
    refused = true;
    const { events } = await lab.run({ query: fetchXml(text) });
    expect(lastState(events, north)).toMatchObject({
      run: { error: { code: 'dataverse', params: { hex: '0x80040220' } } },
    });
  });
});

describe('going on with a run', () => {
  test('keeps the page size of FetchXML, by which pages without a cookie are counted off', async () => {
    const lab = await laboratory(({ path }) => {
      if (path.startsWith('EntityDefinitions')) return { body: { value: [{ EntitySetName: 'accounts' }] } };
      const first = decodeURIComponent(path).includes('page="1"');
      return {
        body: { value: [{ name: 'a' }, { name: 'b' }], '@Microsoft.Dynamics.CRM.morerecords': first },
      };
    });
    const query = fetchXml('<fetch><entity name="account" /></fetch>');
    const { events } = await lab.run({ query, rowsPerEnvironment: 2 });
    await lab.more(runIdOf(events), 1000);
    expect(decodeURIComponent(lab.service.asked.at(-1)?.path ?? '')).toContain('<fetch count="2" page="2">');
  });

  test('reads on from the kept link, also inside a page that was cut, until nothing more is there', async () => {
    const lab = await laboratory(({ host, path }) =>
      path.includes('skiptoken') ? page(host, 2, null) : page(host, 3, 2),
    );
    const { events } = await lab.run({ rowsPerEnvironment: 2 });
    const runId = runIdOf(events);
    expect(lastState(events, north)).toMatchObject({ run: { rows: 2, more: true } });
    const second = await lab.more(runId, 2);
    expect(second.result).toMatchObject({ value: { rows: 4 } });
    expect(lastState(second.events, north)).toMatchObject({ run: { state: 'done', rows: 4, more: true } });
    const last = await lab.more(runId, 1_000_000);
    expect(lastState(last.events, north)).toMatchObject({ run: { rows: 5, more: false } });
    expect(await lab.window(runId)).toMatchObject({
      value: { count: 5, rows: [0, 1, 2, 0, 1].map((at) => ({ cells: [`north.crm.demo.test ${at}`] })) },
    });
    expect((await lab.more(runId, 10)).result).toMatchObject({ value: { counts: { environments: 0 } } });
  });

  test('one environment is cancelled alone, and can be gone on with', async () => {
    let runId = '';
    const lab: Awaited<ReturnType<typeof laboratory>> = await laboratory(
      async ({ host, path }) => {
        if (host.startsWith('south') && !path.includes('skiptoken')) await lab.cancel(runId, south.id);
        return path.includes('skiptoken') ? page(host, 1, null) : page(host, 1, 2);
      },
      { environments: [north, south] },
    );
    const first = await lab.run({}, { onEvent: (event) => (runId ||= runIdOf([event])) });
    expect(first.result).toMatchObject({ value: { counts: { succeeded: 1, cancelled: 1 } } });
    expect(lastState(first.events, south)).toMatchObject({ run: { state: 'cancelled', more: true } });
    expect(await lab.cancel(runId, west.id)).toMatchObject({ error: { code: 'not-found' } });
  });

  test('tells what is left of the limits, what was counted, and what it waited for', async () => {
    let refused = false;
    const lab = await laboratory(({ host }) => {
      if (!refused) {
        refused = true;
        return { status: 429, headers: { 'retry-after': '0.01' }, body: { error: { code: '0x80072322' } } };
      }
      return {
        headers: {
          'x-ms-ratelimit-burst-remaining-xrm-requests': '5998',
          'x-ms-ratelimit-time-remaining-xrm-requests': '1,199.87',
          'x-ms-dop-hint': '4',
        },
        body: { value: [{ name: host }], '@odata.count': 5000 },
      };
    });
    const { events } = await lab.run();
    expect(lastState(events, north)).toMatchObject({
      run: {
        retries: 1,
        total: 5000,
        limits: { requests: 5998, seconds: 1199.87, atOnce: 4 },
        wait: { error: { code: 'throttled', params: { limit: 'requests' } } },
      },
    });
  });
});

describe('the history of a workspace', () => {
  test('keeps what was run as which app where, what came of it and what was refused, newest first', async () => {
    const lab = await laboratory(({ host }) => (host.startsWith('south') ? denied : page(host, 2, null)), {
      environments: [north, south],
    });
    await lab.run();
    await lab.run({ query: odata('contacts?$top=1') });
    const kept = await lab.history.of(workspaceId);
    expect(kept).toMatchObject({
      value: [
        { query: { text: 'contacts?$top=1' }, table: { by: 'entity-set', name: 'contacts' } },
        {
          query: { language: 'odata', text: 'accounts?$select=name' },
          appName: 'Contoso Integration Hub',
          environmentIds: [north.id, south.id],
          rows: 2,
          counts: { succeeded: 1, failed: 1 },
          denied: [{ environmentId: south.id, hex: '0x80040220', privilege: null }],
        },
      ],
    });
    expect(await lab.history.forget(workspaceId)).toEqual(ok(null));
    expect(await lab.history.of(workspaceId)).toEqual(ok([]));
  });

  test('is not written over when it cannot be read, and the oldest runs make room', async () => {
    const lab = await laboratory(({ host }) => page(host, 1, null));
    await lab.run();
    const [entry] = (await lab.history.of(workspaceId).then((read) => (read.ok ? read.value : []))) ?? [];
    if (entry === undefined) throw new Error('nothing was kept');
    expect(keepNewest(Array.from({ length: 300 }, () => entry))).toHaveLength(MOST_KEPT.runs);
    const long = { ...entry, query: { ...entry.query, text: 'x'.repeat(60_000) } };
    expect(keepNewest(Array.from({ length: 100 }, () => long))).toHaveLength(16);
    const { askedBy, ...older } = entry;
    expect(askedBy).toBe('query-lab');
    for (const reference of lab.values.keys())
      lab.values.set(reference, JSON.stringify({ version: 1, entries: [older] }));
    expect(await lab.history.of(workspaceId)).toEqual({ ok: true, value: [entry] });
    for (const reference of lab.values.keys()) lab.values.set(reference, '{"version":2}');
    expect(await lab.history.add(workspaceId, entry)).toMatchObject({ error: { code: 'vault-unreadable' } });
    expect([...lab.values.values()]).toEqual(['{"version":2}']);
    expect((await lab.run()).result).toMatchObject({ ok: true });
  });
});

describe('rows that are kept', () => {
  test('are gone after close, and of the oldest run when there are too many', async () => {
    const lab = await laboratory(({ host }) => page(host, 1, null), { kept: 2 });
    const ids = [];
    for (let round = 0; round < 3; round += 1) ids.push(runIdOf((await lab.run()).events));
    const [first = '', second = '', third = ''] = ids;
    expect(await lab.window(first)).toMatchObject({ error: { code: 'not-found' } });
    expect(await lab.window(second)).toMatchObject({ value: { count: 1 } });
    expect(await lab.close(third)).toEqual(ok({}));
    expect(await lab.window(third)).toMatchObject({ error: { code: 'not-found' } });
  });
});
