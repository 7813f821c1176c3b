import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createBorder } from '../../main/hosts/border/border.ts';
import { findBrowser } from '../../main/hosts/chromium/find-browser.ts';
import { openWindow } from '../../main/hosts/chromium/open-window.ts';
import type { ConsoleWindow } from '../../main/hosts/chromium/open-window.ts';
import { implementStream } from '../../preload/contract/implement.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import { inventory } from '../../preload/contract/application-users.ts';
import { projectRoot } from '../support/arrows/read-imports.ts';
import { stubImplementations } from '../support/border/stub-implementations.ts';
import { applicationUserRows } from '../support/builders/application-user-rows.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

const ROWS_PER_EVENT = 2000;

/** A window on an empty page, whose border answers `applicationUsers.inventory` with the given number of rows. */
const openBenchWindow = async (rows: number): Promise<ConsoleWindow> => {
  const browser = findBrowser(process.platform, process.env);
  if (browser === null) throw new Error('No Chromium, Chrome or Edge was found.');
  const users = applicationUserRows(rows);
  const environmentId = users[0]?.environmentId;
  if (environmentId === undefined) throw new Error('There are no rows to send.');
  const folder = await mkdtemp(join(tmpdir(), 's2s-console-bench-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>bench</title>');
  let window: ConsoleWindow | null = null;
  const border = createBorder({
    implementations: stubImplementations(
      implementStream(inventory, async (_input, emit) => {
        for (let from = 0; from < users.length; from += ROWS_PER_EVENT) {
          await emit({ kind: 'users', environmentId, users: users.slice(from, from + ROWS_PER_EVENT) });
        }
        return ok({ environments: 1, succeeded: 1, failed: 0, cancelled: 0 });
      }),
    ),
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

/** Milliseconds in the page from asking for the stream to having every row as objects. */
const receiveRows = (page: Page): Promise<number> =>
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

/** Milliseconds in the page for the same rows to go through one structured clone, as `postMessage` makes it. */
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

/** One row and ten thousand rows over the border of the Chromium host, against plain structured clone in the page. */
export async function* ipcBenchmarks(): AsyncGenerator<Measured> {
  for (const { rows, goal } of [
    { rows: 1, goal: null },
    { rows: 10_000, goal: 2.5 },
  ]) {
    const window = await openBenchWindow(rows);
    await window.page.evaluate(
      (data) => Reflect.set(globalThis, 'benchRows', data),
      applicationUserRows(rows),
    );
    yield await measure(
      {
        name: `IPC of ${rows.toLocaleString('en')} row${rows === 1 ? '' : 's'}`,
        unit: 'ms',
        goal,
        ours: () => receiveRows(window.page),
        other: () => cloneRows(window.page),
      },
      15,
    );
    await window.close();
  }
}
