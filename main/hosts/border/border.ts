import { randomUUID } from 'node:crypto';
import type { Implementations } from '../../../preload/contract/index.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { METHODS } from '../../../preload/contract/words/methods.ts';
import type { MethodName } from '../../../preload/contract/words/methods.ts';
import { MAX_REQUEST_BYTES } from '../../../preload/contract/words/wire.ts';
import type { WirePush, WireReply, WireRequest } from '../../../preload/contract/words/wire.ts';
import { isMethodName, wireRequestSchema } from '../../../preload/contract/wire.ts';
import { openFlow } from './open-stream.ts';
import type { StreamFlow } from './open-stream.ts';

/** The one way from the renderer into main, the same in both hosts. */
export type Border = {
  /** Answers one JSON text with one JSON text; never rejects, whatever the text is. */
  readonly request: (text: string, trustedSender: boolean) => Promise<string>;
  /** Aborts every open call and stream: the page was reloaded or closed. */
  readonly reset: () => void;
};

/** What the border needs: the methods, the way back to the page, and a place for bugs. */
export type BorderPorts = {
  readonly implementations: Implementations;
  readonly push: (text: string) => void;
  /** A handler threw: a bug. The renderer gets only `reference`. */
  readonly reportBug: (reference: string, method: MethodName, thrown: unknown) => void;
};

type Open = { readonly abort: AbortController; readonly flow: StreamFlow | null };

const MAX_OPEN = 1000;

/** Builds the border over the console's methods. */
export const createBorder = ({ implementations, push, reportBug }: BorderPorts): Border => {
  const open = new Map<string, Open>();
  const pushMessage = (message: WirePush): void => push(JSON.stringify(message));

  /** False when a reset has already forgotten it: its page is gone, and the id may belong to another one by now. */
  const forget = (id: string, entry: Open): boolean => open.get(id) === entry && open.delete(id);

  const runMethod = async (
    name: MethodName,
    input: unknown,
    emit: (event: unknown) => Promise<void>,
    signal: AbortSignal,
  ): Promise<Result<unknown>> => {
    try {
      const result = await implementations[name].run(input, emit, signal);
      return result;
    } catch (thrown) {
      if (signal.aborted) return failed('cancelled');
      const reference = randomUUID();
      reportBug(reference, name, thrown);
      return failed('internal', { reference });
    }
  };

  const cancelled = (signal: AbortSignal): Promise<Result<unknown>> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(failed('cancelled')), { once: true });
    });

  const answerCall = async (id: string, name: MethodName, input: unknown): Promise<Result<unknown>> => {
    const abort = new AbortController();
    const entry: Open = { abort, flow: null };
    open.set(id, entry);
    const noEvents = (): Promise<void> => Promise.resolve();
    const result = await Promise.race([
      runMethod(name, input, noEvents, abort.signal),
      cancelled(abort.signal),
    ]);
    forget(id, entry);
    return result;
  };

  const startStream = (id: string, name: MethodName, input: unknown): void => {
    const abort = new AbortController();
    const flow = openFlow((seq, value) => pushMessage({ kind: 'event', id, seq, value }), abort.signal);
    const entry: Open = { abort, flow };
    open.set(id, entry);
    void runMethod(name, input, flow.emit, abort.signal).then((reply) => {
      if (forget(id, entry)) pushMessage({ kind: 'end', id, reply });
    });
  };

  const begin = async (
    request: WireRequest & { readonly kind: 'call' | 'start' },
  ): Promise<Result<unknown>> => {
    const { id, method, input, kind } = request;
    if (!isMethodName(method) || (METHODS[method] === 'call') !== (kind === 'call'))
      return failed('unknown-method');
    if (open.has(id)) return failed('invalid-input', { path: 'id', problem: 'already in use' });
    if (open.size >= MAX_OPEN) return failed('invalid-input', { path: 'id', problem: 'too many open calls' });
    if (kind === 'call') return answerCall(id, method, input);
    startStream(id, method, input);
    return ok(null);
  };

  const answer = async (text: string): Promise<WireReply> => {
    if (Buffer.byteLength(text) > MAX_REQUEST_BYTES)
      return failed('payload-too-large', { limitBytes: MAX_REQUEST_BYTES });
    const request = readRequest(text);
    if (request === null) return failed('invalid-input', { path: '', problem: 'not a request' });
    switch (request.kind) {
      case 'call':
      case 'start':
        return begin(request);
      case 'cancel':
        open.get(request.id)?.abort.abort();
        return ok(null);
      case 'credit':
        open.get(request.id)?.flow?.acknowledge(request.seq);
        return ok(null);
    }
  };

  return {
    request: async (text, trustedSender) =>
      JSON.stringify(trustedSender ? await answer(text) : { ok: false, error: appError('untrusted-sender') }),
    reset: () => {
      const all = [...open.values()];
      open.clear();
      for (const { abort } of all) abort.abort();
    },
  };
};

const readRequest = (text: string): WireRequest | null => {
  try {
    return wireRequestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not JSON at all: answered like every other thing that is not a request.
    return null;
  }
};
