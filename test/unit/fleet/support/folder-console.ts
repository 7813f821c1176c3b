import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { createConsole } from '../../../../main/console.ts';
import type { ConsoleHost, RunningDemoCloud } from '../../../../main/console/console-host.ts';
import { nodeTransport } from '../../../../main/http/node-transport.ts';
import type { Transport } from '../../../../main/http/transport.ts';
import type { OpenDocumentFile } from '../../../../main/settings/document.ts';
import type { Keychain } from '../../../../main/vault/keychain.ts';
import type { Result } from '../../../../preload/contract/words/errors.ts';
import type { MethodName } from '../../../../preload/contract/words/methods.ts';
import { signInAs } from '../../identity/browser.ts';

const readJson = (path: string): Record<string, unknown> | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/** Whole or not at all, as a keychain writes. */
const writeJson = (path: string, value: unknown): void => {
  writeFileSync(`${path}.new`, JSON.stringify(value));
  renameSync(`${path}.new`, path);
};

/** A keychain that outlives its process, as the system's does; it stands beside the console's folder, not in it. */
const fileKeychain = (path: string, onKept: (account: string) => void): Keychain => {
  const entries = () => new Map(Object.entries(readJson(path) ?? {}));
  return {
    get: async (account) => {
      const value = entries().get(account);
      return typeof value === 'string' ? value : null;
    },
    set: async (account, value) => {
      writeJson(path, Object.fromEntries([...entries(), [account, value] as const]));
      onKept(account);
    },
    remove: async (account) =>
      writeJson(path, Object.fromEntries([...entries()].filter(([name]) => name !== account))),
    isLocked: async () => false,
    lock: null,
  };
};

export type FolderConsoleOptions = {
  readonly transport?: Transport;
  /** Who signs in when a page is opened. */
  readonly account: string;
  /** Told of each entry that the keychain has taken. */
  readonly onKept?: (account: string) => void;
  /** Called before a document is written; what it throws is what the disk says. */
  readonly beforeWrite?: (name: string) => void;
  /** A keychain other than the one of the folder. */
  readonly keychain?: Keychain;
  /** Where saved files go; nowhere without it. */
  readonly saveText?: ConsoleHost['saveText'];
};

/** A whole console without a window in a folder that the next process can open again. */
export const folderConsole = async (
  folder: string,
  cloud: RunningDemoCloud,
  {
    transport = nodeTransport(),
    account,
    onKept = () => undefined,
    beforeWrite = () => undefined,
    keychain,
    saveText = async () => null,
  }: FolderConsoleOptions,
) => {
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder, { recursive: true });
  const openDocumentFile: OpenDocumentFile = (name) => {
    const path = join(dataFolder, `${name}.json`);
    return {
      path,
      read: () => readJson(path),
      write: (content) => {
        beforeWrite(name);
        writeJson(path, content);
      },
      quarantine: () => {
        throw new Error(`${name} is damaged`);
      },
    };
  };
  const host: ConsoleHost = {
    kind: 'electron',
    version: '0.0.0-test',
    platform: 'linux',
    dataFolder,
    openDocumentFile,
    transport,
    keychain: keychain ?? fileKeychain(join(folder, 'keychain.json'), onKept),
    certificateWorker: new URL('../../../../main/vault/certificate-worker.ts', import.meta.url),
    openLink: async (url) => void signInAs(url, account),
    secretClipboard: { write: async () => false, read: async () => null, clear: async () => undefined },
    protectContent: () => false,
    notify: () => false,
    copyText: async () => undefined,
    saveText,
    openSave: async () => null,
    showFile: null,
  };
  const console = await createConsole(host, cloud);
  /** Asks as the window does. */
  const ask = (
    name: MethodName,
    input: unknown,
    onEvent: (event: unknown) => void = () => undefined,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<Result<unknown>> =>
    console.implementations[name].run(input, async (event) => onEvent(event), signal);
  return {
    dataFolder,
    ask,
    close: console.close,
    /** The value of an answer, or a failed test. */
    get: async <Input extends z.ZodType, Output extends z.ZodType>(
      method: { readonly name: MethodName; readonly input: Input; readonly output: Output },
      input: z.input<Input>,
      onEvent: (event: unknown) => void = () => undefined,
    ): Promise<z.output<Output>> => {
      const answer = await ask(method.name, input, onEvent);
      if (!answer.ok) throw new Error(`${method.name}: ${JSON.stringify(answer.error)}`);
      return method.output.parse(answer.value);
    },
  };
};
export type FolderConsole = Awaited<ReturnType<typeof folderConsole>>;
