import { join } from 'node:path';
import type { z } from 'zod';
import { createConsole } from '../../../main/console.ts';
import type { ConsoleHost } from '../../../main/console/console-host.ts';
import { nodeTransport } from '../../../main/http/node-transport.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { MethodName } from '../../../preload/contract/words/methods.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { realDocumentFiles } from '../settings/real-document-files.ts';
import { memoryKeychain } from '../vault/memory-keychain.ts';
import type { KeychainMood } from '../vault/memory-keychain.ts';

/** A whole console without a window: real files, the demo cloud over real HTTP, a keychain in memory. */
export const consoleRig = async (
  cloud: RunningCloud,
  change: Partial<Pick<ConsoleHost, 'kind' | 'notify' | 'openLink' | 'saveText' | 'transport'>> = {},
  mood: KeychainMood = 'open',
) => {
  const files = realDocumentFiles();
  const memory = memoryKeychain(mood);
  const host: ConsoleHost = {
    kind: 'electron',
    version: '0.0.0-test',
    platform: 'linux',
    dataFolder: files.folder,
    openDocumentFile: files.open,
    transport: nodeTransport(),
    keychain: memory.keychain,
    certificateWorker: new URL('../../../main/vault/certificate-worker.ts', import.meta.url),
    openLink: async () => undefined,
    secretClipboard: { write: async () => false, read: async () => null, clear: async () => undefined },
    protectContent: () => false,
    notify: () => false,
    copyText: async () => undefined,
    saveText: async () => null,
    openSave: async () => null,
    showFile: null,
    ...change,
  };
  const console = await createConsole(host, cloud);

  /** Asks and can be cancelled. */
  const askUntil = async (name: MethodName, input: unknown, signal: AbortSignal): Promise<Result<unknown>> =>
    console.implementations[name].run(input, async () => undefined, signal);

  /** Asks as the window does: with anything, for a result. */
  const ask = async (name: MethodName, input: unknown): Promise<Result<unknown>> =>
    askUntil(name, input, new AbortController().signal);

  /** The value of an answer, or a failed test. */
  const get = async <Input extends z.ZodType, Output extends z.ZodType>(
    method: { readonly name: MethodName; readonly input: Input; readonly output: Output },
    input: z.input<Input>,
  ): Promise<z.output<Output>> => {
    const answer = await ask(method.name, input);
    if (!answer.ok) throw new Error(`${method.name}: ${JSON.stringify(answer.error)}`);
    return method.output.parse(answer.value);
  };

  /** Runs a stream to its end, with every event. */
  const stream = async <Input extends z.ZodType, Event extends z.ZodType>(
    method: { readonly name: MethodName; readonly input: Input; readonly event: Event },
    input: z.input<Input>,
    onEvent: (event: z.output<Event>) => void,
    signal: AbortSignal,
  ): Promise<Result<unknown>> =>
    console.implementations[method.name].run(
      input,
      async (event) => onEvent(method.event.parse(event)),
      signal,
    );

  return {
    implementations: console.implementations,
    ask,
    askUntil,
    stream,
    get,
    memory,
    folder: files.folder,
    journal: join(files.folder, 'activity.jsonl'),
    /** Ends the console and leaves its folder. */
    end: console.close,
    close: async () => {
      await console.close();
      files.remove();
    },
  };
};
