import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { createConsole } from '../../../main/console.ts';
import type { RunningDemoCloud } from '../../../main/console/console-host.ts';
import { createBorder } from '../../../main/hosts/border/border.ts';
import type { Border } from '../../../main/hosts/border/border.ts';
import { growFile } from '../../../main/hosts/grow-file.ts';
import { storeFile } from '../../../main/hosts/store-file.ts';
import { nodeTransport } from '../../../main/http/node-transport.ts';
import type { Transport } from '../../../main/http/transport.ts';
import type { Keychain } from '../../../main/vault/keychain.ts';
import type { Clipboard } from '../../../main/vault/secret-clipboard.ts';
import { memoryKeychain } from '../../unit/identity/memory-keychain.ts';

/** Only the demo cloud is there; every other host answers like a web server that knows nothing of us. */
const onlyDemoCloud = (origin: string): Transport => {
  const real = nodeTransport();
  return async (request) =>
    new URL(request.url).origin === origin
      ? real(request)
      : { status: 404, headers: { 'content-type': 'text/html' }, text: async () => '<h1>Not here</h1>' };
};

/** How a console without a window is opened; everything but the demo cloud has a default. */
export type RealConsoleOptions = {
  readonly demoCloud: RunningDemoCloud;
  /** A folder that outlives the console; without one a fresh folder is made and deleted at the end. */
  readonly dataFolder?: string;
  readonly keychain?: Keychain;
  readonly secretClipboard?: Clipboard;
  readonly openLink?: (url: string) => Promise<void>;
};

/** The real console behind the real border: texts in, texts out, as the page would send and get them. */
export type RealConsole = {
  readonly dataFolder: string;
  readonly request: Border['request'];
  readonly reset: () => void;
  /** Hears every message that is pushed to the page; returns the function that stops it. */
  readonly listen: (listener: (text: string) => void) => () => void;
  /** What handlers threw: bugs, by method. */
  readonly bugs: readonly string[];
  readonly close: () => Promise<void>;
};

/** Builds every room in a data folder of its own; nothing but a window is missing. */
export const openRealConsole = async (options: RealConsoleOptions): Promise<RealConsole> => {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 's2s-console-real-')));
  const listeners = new Set<(text: string) => void>();
  const bugs: string[] = [];
  const console = await createConsole(
    {
      kind: 'chromium',
      version: '0.0.0-test',
      platform: 'linux',
      dataFolder,
      openDocumentFile: (name) =>
        storeFile(
          ({ cwd, name: configName, clearInvalidConfig }) =>
            new Conf({ cwd, configName, clearInvalidConfig }),
          dataFolder,
          name,
          Date.now,
        ),
      transport: onlyDemoCloud(options.demoCloud.description.origin),
      keychain: options.keychain ?? memoryKeychain(),
      certificateWorker: new URL('../../../main/vault/certificate-worker.ts', import.meta.url),
      openLink: options.openLink ?? (async () => undefined),
      secretClipboard: options.secretClipboard ?? {
        write: async () => false,
        read: async () => null,
        clear: async () => undefined,
      },
      protectContent: () => false,
      notify: () => false,
      copyText: async () => undefined,
      saveText: async (suggestedName) => join(dataFolder, suggestedName),
      openSave: (suggestedName) => growFile(join(dataFolder, suggestedName), { over: false }),
      showFile: null,
    },
    options.demoCloud,
  );
  const border = createBorder({
    implementations: console.implementations,
    push: (text) => {
      for (const listener of listeners) listener(text);
    },
    reportBug: (_reference, method, thrown) =>
      bugs.push(`${method}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`),
  });
  return {
    dataFolder,
    request: border.request,
    reset: border.reset,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    bugs,
    close: async () => {
      border.reset();
      await console.close();
      if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
};
