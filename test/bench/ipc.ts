import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createBorder } from '../../main/hosts/border/border.ts';
import { findBrowser } from '../../main/hosts/chromium/find-browser.ts';
import { openWindow } from '../../main/hosts/chromium/open-window.ts';
import type { ConsoleWindow } from '../../main/hosts/chromium/open-window.ts';
import { inventory } from '../../preload/contract/application-users.ts';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import type { Implementation } from '../../preload/contract/implement.ts';
import { window as queryWindow } from '../../preload/contract/query.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import { MAX_ROWS_PER_ANSWER } from '../../preload/contract/words/wire.ts';
import { projectRoot } from '../support/arrows/read-imports.ts';
import { stubImplementations } from '../support/border/stub-implementations.ts';
import { applicationUserRows } from '../support/builders/application-user-rows.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

const CITIES = ['Aachen', 'Bergen', 'Cork', 'Delft'];
const USERS = applicationUserRows(10_000);

/** Rows as a query for accounts brings them: name, city, amount with its formatted text, date, key and a gap. */
const QUERY_ROWS = USERS.map(({ environmentId, systemUserId }, number) => ({
  environmentId,
  cells: [
    `Account ${number}`,
    CITIES[number % CITIES.length] ?? null,
    { raw: number * 12.5, formatted: `€${(number * 12.5).toFixed(2)}` },
    '2026-02-03T04:05:06Z',
    systemUserId,
    null,
  ],
}));

/** The rows of a query, window by window, as Query lab's grid asks for them. */
const answerQueryRows = implement(queryWindow, async ({ offset, limit }) =>
  ok({ count: QUERY_ROWS.length, rows: QUERY_ROWS.slice(offset, offset + limit) }),
);

/** The application users of one environment, streamed as the inventory does. */
const streamUsers = implementStream(inventory, async (_input, emit) => {
  for (let from = 0; from < USERS.length; from += MAX_ROWS_PER_ANSWER) {
    const users = USERS.slice(from, from + MAX_ROWS_PER_ANSWER);
    const environmentId = users[0]?.environmentId;
    if (environmentId !== undefined) await emit({ kind: 'users', environmentId, users });
  }
  return ok({ environments: 1, succeeded: 1, failed: 0, cancelled: 0 });
});

/** A window on an empty page, whose border answers with the given methods. */
const openBenchWindow = async (...methods: readonly Implementation[]): Promise<ConsoleWindow> => {
  const browser = findBrowser(process.platform, process.env);
  if (browser === null) throw new Error('No Chromium, Chrome or Edge was found.');
  const folder = await mkdtemp(join(tmpdir(), 's2s-console-bench-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>bench</title>');
  let window: ConsoleWindow | null = null;
  const border = createBorder({
    implementations: stubImplementations(...methods),
    push: (text) => window?.push(text),
    reportBug: (_reference, method, thrown) => {
      throw new Error(`${method} failed`, { cause: thrown });
    },
  });
  window = await openWindow({
    browser,
    headless: true,
    rendererFolder: folder,
    preloadFile: join(projectRoot, 'out', 'preload', 'index.cjs'),
    size: { width: 800, height: 600 },
    request: border.request,
    onReload: border.reset,
  });
  await window.load();
  await rm(folder, { recursive: true });
  return window;
};

/** Milliseconds in the page from asking for that many rows of a query to having them as objects. */
const askForRows = (page: Page, rows: number): Promise<number> =>
  page.evaluate(
    async ({ total, most }) => {
      const began = performance.now();
      const limit = Math.min(total, most);
      const offsets = Array.from({ length: Math.ceil(total / limit) }, (_, index) => index * limit);
      const answers = await Promise.all(
        offsets.map(async (offset) => {
          const input = {
            runId: '11111111-1111-4111-8111-111111111111',
            offset,
            limit,
            sort: null,
            filter: '',
          };
          const request = { kind: 'call', id: crypto.randomUUID(), method: 'query.window', input };
          return JSON.parse(await window.s2sConsole.request(JSON.stringify(request)));
        }),
      );
      const took = performance.now() - began;
      const got = answers.reduce((count, { value }) => count + value.rows.length, 0);
      if (got !== total) throw new Error(`${got} rows came instead of ${total}.`);
      return took;
    },
    { total: rows, most: MAX_ROWS_PER_ANSWER },
  );

/** Milliseconds in the page from asking for the stream of users to having every one as objects. */
const receiveUsers = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const id = crypto.randomUUID();
        const rows: unknown[] = [];
        const began = performance.now();
        const stop = window.s2sConsole.subscribe((text) => {
          const message = JSON.parse(text);
          if (message.id !== id) return;
          if (message.kind === 'event') {
            rows.push(...message.value.users);
            void window.s2sConsole.request(JSON.stringify({ kind: 'credit', id, seq: message.seq }));
          } else {
            stop();
            resolve(performance.now() - began);
          }
        });
        const input = { workspaceId: '11111111-1111-4111-8111-111111111111', environmentIds: [] };
        void window.s2sConsole.request(
          JSON.stringify({ kind: 'start', id, method: 'applicationUsers.inventory', input }),
        );
      }),
  );

/** Milliseconds in the page for rows to go through one structured clone, as `postMessage` makes it. */
const cloneRows = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const rows: unknown = Reflect.get(window, 'benchRows');
    return new Promise<number>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      const began = performance.now();
      port2.onmessage = (event) => {
        if (Array.isArray(event.data)) resolve(performance.now() - began);
        port1.close();
      };
      port1.postMessage(rows);
    });
  });

const keepForClone = async (page: Page, rows: readonly unknown[]): Promise<void> => {
  await page.evaluate((data) => Reflect.set(globalThis, 'benchRows', data), rows);
};

const ROUNDS = { rounds: 21, warmUps: 5 };

/** Rows over the border of the Chromium host, against plain structured clone of the same rows in the page. */
export async function* ipcBenchmarks(): AsyncGenerator<Measured> {
  const window = await openBenchWindow(answerQueryRows, streamUsers);
  const { page } = window;
  const other = (): Promise<number> => cloneRows(page);
  for (const { rows, goal } of [
    { rows: 1, goal: null },
    { rows: QUERY_ROWS.length, goal: 2.5 },
  ]) {
    await keepForClone(page, QUERY_ROWS.slice(0, rows));
    const name = `IPC of ${rows.toLocaleString('en')} row${rows === 1 ? '' : 's'}`;
    yield await measure({ name, unit: 'ms', goal, ours: () => askForRows(page, rows), other }, ROUNDS);
  }
  await keepForClone(page, USERS);
  const name = `IPC of ${USERS.length.toLocaleString('en')} application users, streamed`;
  yield await measure({ name, unit: 'ms', goal: null, ours: () => receiveUsers(page), other }, ROUNDS);
  await window.close();
}
