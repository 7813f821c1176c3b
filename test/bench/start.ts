import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConsole } from '../../main/console.ts';
import { findBrowser } from '../../main/hosts/chromium/find-browser.ts';
import { openWindow } from '../../main/hosts/chromium/open-window.ts';
import { startChromiumHost } from '../../main/hosts/chromium/start-chromium-host.ts';
import { startDemoCloudThread } from '../../main/hosts/demo-cloud.ts';
import { projectRoot } from '../support/arrows/read-imports.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

const EMPTY_PAGE = '<!doctype html><title>bench</title><h1>Empty</h1>';

const built = (...path: readonly string[]): string => join(projectRoot, 'out', ...path);

const refuse = (): Promise<never> => Promise.reject(new Error('There is no keychain in a benchmark.'));

/** From starting the host to the first-run door being there to press, against the same host with an empty page. */
export async function* startBenchmarks(): AsyncGenerator<Measured> {
  const browser = findBrowser(process.platform, process.env);
  if (browser === null) throw new Error('No Chromium, Chrome or Edge was found.');
  const folder = await mkdtemp(join(tmpdir(), 's2s-console-bench-'));
  const empty = join(folder, 'empty');
  await mkdir(empty);
  await writeFile(join(empty, 'index.html'), EMPTY_PAGE);
  const demoCloud = await startDemoCloudThread(pathToFileURL(built('main', 'demo-cloud.js')));
  let runs = 0;
  const ours = async (): Promise<number> => {
    runs += 1;
    const data = join(folder, `data-${runs}`);
    await mkdir(data);
    const began = performance.now();
    const host = await startChromiumHost({
      version: '0.0.0-bench',
      browser,
      headless: true,
      dataFolder: data,
      exportFolder: join(data, 'exports'),
      keychain: {
        get: refuse,
        set: refuse,
        remove: refuse,
        isLocked: () => Promise.resolve(false),
        lock: null,
      },
      secretClipboard: {
        write: () => Promise.resolve(false),
        read: () => Promise.resolve(null),
        clear: () => Promise.resolve(),
      },
      certificateWorker: pathToFileURL(built('main', 'certificate-worker.js')),
      rendererFolder: built('renderer'),
      preloadFile: built('preload', 'index.cjs'),
      createConsole: (consoleHost) => createConsole(consoleHost, demoCloud),
      openLink: () => Promise.resolve(),
      log: () => undefined,
    });
    await host.page.getByRole('button', { name: /explore the demo/i }).waitFor();
    const took = performance.now() - began;
    await host.close();
    return took;
  };
  const other = async (): Promise<number> => {
    const began = performance.now();
    const window = await openWindow({
      browser,
      headless: true,
      rendererFolder: empty,
      preloadFile: built('preload', 'index.cjs'),
      size: { width: 1280, height: 800 },
      request: () => Promise.resolve('{"ok":true,"value":null}'),
      onReload: () => undefined,
    });
    await window.load();
    await window.page.getByRole('heading', { name: 'Empty' }).waitFor();
    const took = performance.now() - began;
    await window.close();
    return took;
  };
  try {
    yield await measure({ name: 'Start to interactive', unit: 'ms', goal: 1.5, ours, other });
  } finally {
    await demoCloud.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
