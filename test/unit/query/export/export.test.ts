import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { growFile } from '../../../../main/hosts/grow-file.ts';
import { createEntitySets } from '../../../../main/query/entity-sets.ts';
import { exportHandlers } from '../../../../main/query/export/handlers.ts';
import { queryHandlers } from '../../../../main/query/handlers.ts';
import { createQueryRuns } from '../../../../main/query/query-runs.ts';
import type { ActivityRecord } from '../../../../main/settings/record-activity.ts';
import type { OpenSave } from '../../../../main/settings/growing-file.ts';
import { failed, ok } from '../../../../preload/contract/words/errors.ts';
import { accessTo, environmentNamed, runMethod } from '../../dataverse/local-environments.ts';
import { localService, valueOf } from '../../dataverse/local-service.ts';
import type { Answer, Asked } from '../../dataverse/local-service.ts';
import { canFillDisk, fillDisk, freeDisk } from '../../fleet/support/full-disk.ts';
import { credential, profileWith, workspaceId } from '../app-profile.ts';

const north = environmentNamed('north', 1);
const south = environmentNamed('south', 2);
const PAGE_ROWS = 3;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's2s-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `pages` pages of three rows in each environment; the last rows have a column of their own. */
const paged =
  (pages: number) =>
  ({ host, path }: Asked): Answer => {
    const number = Number(/skiptoken=(\d+)/.exec(path)?.[1] ?? 1);
    const value = Array.from({ length: PAGE_ROWS }, (_, at) => ({
      '@odata.etag': 'x',
      name: `${host.split('.')[0]} ${(number - 1) * PAGE_ROWS + at}`,
      statecode: at,
      'statecode@OData.Community.Display.V1.FormattedValue': at === 0 ? 'Active' : '=Inactive',
      ...(number === pages ? { late: true } : {}),
    }));
    const next = `https://${host}/api/data/v9.2/accounts?$skiptoken=${number + 1}`;
    return { body: { value, ...(number < pages ? { '@odata.nextLink': next } : {}) } };
  };

const laboratory = async (
  answer: (asked: Asked) => Answer | Promise<Answer>,
  change: { readonly openSave?: OpenSave; readonly showFile?: (path: string) => void } = {},
) => {
  const service = await localService(answer);
  const lines: ActivityRecord[] = [];
  const profile = profileWith([credential(1)]);
  const environments = [north, south];
  const recordActivity = async (line: ActivityRecord) => void lines.push(line);
  const ports = {
    http: service.http,
    tokens: {
      forAdmin: async () => failed('sign-in-needed'),
      forApp: async () => ok({ token: 'app-token', expiresAt: Date.now() + 1e6 }),
    },
    environments: accessTo(service, environments),
    runs: createQueryRuns(8),
    recordActivity,
    entitySets: createEntitySets(),
    now: () => Date.parse('2026-06-01T00:00:00Z'),
    openSave: change.openSave ?? ((name: string) => growFile(join(folder, name), { over: true })),
    showFile: change.showFile ?? null,
  };
  const queries = queryHandlers({
    ...ports,
    clock: () => 0,
    profileOf: async () => ok(profile),
    authorityOf: () => 'https://login.demo.test',
    history: { add: async () => ok(null) },
  });
  const exports = exportHandlers(ports);
  const started = await runMethod(queries['query.run'], {
    workspaceId,
    appProfileId: profile.id,
    credentialId: null,
    environmentIds: environments.map(({ id }) => id),
    query: { language: 'odata', text: 'accounts?$select=name' },
    rowsPerEnvironment: 4,
  });
  const { runId } = valueOf<{ runId: string }>(Object(started.result));
  return {
    lines,
    service,
    save: (input: Record<string, unknown> = {}, more: Parameters<typeof runMethod>[2] = {}) =>
      runMethod(
        exports['query.export'],
        {
          runId,
          environmentIds: [],
          format: 'csv',
          values: 'raw',
          columns: null,
          all: true,
          byteOrderMark: false,
          ...input,
        },
        more,
      ),
    show: () => runMethod(exports['query.showExport'], { runId }),
  };
};
const saved = async (name: string): Promise<readonly string[]> =>
  (await readFile(join(folder, name), 'utf8')).split(/\r?\n/).slice(0, -1);

describe('C9: rows are saved', () => {
  test('those that were read, then the pages that follow in every environment, each row once', async () => {
    const lab = await laboratory(paged(4));
    const { events, result } = await lab.save();
    expect(result).toMatchObject({
      ok: true,
      value: {
        rows: 24,
        counts: { succeeded: 2, failed: 0 },
        incomplete: [],
        left: ['late'],
        canShow: false,
      },
    });
    const [head, ...rows] = await saved('accounts 2026-06-01.csv');
    expect(head).toBe('environment,environment_url,name,statecode');
    const every = [north, south].flatMap(({ name, url }) =>
      Array.from({ length: 12 }, (_, at) => `${name},${url},${name} ${at},${at % 3}`),
    );
    expect(rows.toSorted()).toEqual(every.toSorted());
    expect(events.at(-1)).toMatchObject({ rows: 24, ended: 2, environments: 2 });
    expect(lab.lines.at(-1)).toMatchObject({
      kind: 'exported',
      outcome: 'ok',
      summary:
        'Exported 24 rows of accounts as Contoso Integration Hub, 2 environments, as accounts 2026-06-01.csv',
    });
  });

  test('as JSON Lines with every column; as CSV with a mark and words; or only what was read, of one environment', async () => {
    const lab = await laboratory(paged(2));
    await lab.save({ format: 'jsonl', values: 'both', environmentIds: [south.id] });
    const objects = (await saved('accounts 2026-06-01.jsonl')).map((line): unknown => JSON.parse(line));
    expect(objects).toHaveLength(6);
    expect(objects.at(-1)).toEqual({
      '@environment': 'south',
      '@environment_url': south.url,
      name: 'south 5',
      statecode: 2,
      'statecode@OData.Community.Display.V1.FormattedValue': '=Inactive',
      late: true,
    });
    const options = { values: 'formatted', columns: ['statecode'], all: false, byteOrderMark: true };
    const { result } = await lab.save({ ...options, environmentIds: [north.id] });
    expect(result).toMatchObject({ value: { rows: 4, left: [] } });
    expect(await saved('accounts 2026-06-01.csv')).toEqual([
      '\uFEFFenvironment,environment_url,statecode',
      `north,${north.url},Active`,
      `north,${north.url},'=Inactive`,
      `north,${north.url},'=Inactive`,
      `north,${north.url},Active`,
    ]);
  });

  test('an environment that fails on the way is told at the end of the file, and to whoever asked', async () => {
    let refuses = false;
    const answer = paged(3);
    const lab = await laboratory((asked) =>
      refuses && asked.host.startsWith('south') && asked.path.includes('skiptoken=3')
        ? { status: 403, body: { error: { code: '0x80040220', message: 'no' } } }
        : answer(asked),
    );
    refuses = true;
    const { result } = await lab.save();
    expect(result).toMatchObject({
      value: {
        rows: 15,
        counts: { succeeded: 1, failed: 1 },
        incomplete: [{ environmentId: south.id, rows: 6 }],
      },
    });
    const last = (await saved('accounts 2026-06-01.csv')).at(-1) ?? '';
    expect(last).toMatch(/^"?INCOMPLETE: south, 6 rows: .*,https:\/\/south.crm.demo.test,,$/);
    await lab.save({ format: 'jsonl' });
    expect(JSON.parse((await saved('accounts 2026-06-01.jsonl')).at(-1) ?? '')).toMatchObject({
      '@environment': 'south',
      '@incomplete': { rows: 6 },
    });
    expect(lab.lines.at(-1)).toMatchObject({ outcome: 'partial' });
  });

  test('a cancelled one leaves nothing and what was there; no file is chosen, none is made', async () => {
    const stop = new AbortController();
    const lab = await laboratory(paged(1000));
    await writeFile(join(folder, 'accounts 2026-06-01.csv'), 'old');
    const before = await readdir(folder);
    const { result } = await lab.save({}, { signal: stop.signal, onEvent: () => stop.abort() });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await readdir(folder)).toEqual(before);
    expect(await saved('accounts 2026-06-01.csv')).toEqual([]);
    expect(lab.lines.at(-1)).toMatchObject({ outcome: 'cancelled' });

    const closed = await laboratory(paged(1), { openSave: async () => null });
    expect((await closed.save()).result).toMatchObject({ error: { code: 'cancelled' } });
  });

  test.skipIf(!canFillDisk)('a full disk is told as such and leaves nothing', async () => {
    const lab = await laboratory(paged(2));
    const before = await readdir(folder);
    fillDisk();
    const { result } = await lab.save({ format: 'xlsx' }).finally(freeDisk);
    expect(result).toMatchObject({
      error: { code: 'disk-refused', params: { what: 'file', reason: 'full' } },
    });
    expect(await readdir(folder)).toEqual(before);
    expect(lab.lines.at(-1)).toMatchObject({ outcome: 'failed' });
  });

  test('the folder of a file that was made here is shown, and of no other', async () => {
    const shown: string[] = [];
    const lab = await laboratory(paged(1), { showFile: (path) => shown.push(path) });
    expect((await lab.show()).result).toMatchObject({ error: { code: 'not-found' } });
    expect((await lab.save()).result).toMatchObject({ value: { canShow: true } });
    await lab.show();
    expect(shown).toEqual([join(folder, 'accounts 2026-06-01.csv')]);
  });
});
