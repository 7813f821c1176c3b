import type { z } from 'zod';
import { contract } from '../../../preload/contract/index.ts';
import { appErrorSchema } from '../../../preload/contract/schemas.ts';
import { METHODS } from '../../../preload/contract/words/methods.ts';
import { MAX_REQUEST_BYTES, STREAM_WINDOW } from '../../../preload/contract/words/wire.ts';
import type { WireRequest } from '../../../preload/contract/words/wire.ts';
import { isMethodName, wireRequestSchema } from '../../../preload/contract/wire.ts';

type Stream = { readonly method: string; sent: number; acknowledged: number };

/** What a text is, judged by the contract and not by the border. */
export type Judged = { readonly request: WireRequest | null; readonly mustRefuseWith: string | null };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads a text as the contract has it; `mustRefuseWith` is the one code that it must be answered with. */
export const judge = (text: string, trusted: boolean): Judged => {
  if (!trusted) return { request: null, mustRefuseWith: 'untrusted-sender' };
  if (Buffer.byteLength(text) > MAX_REQUEST_BYTES)
    return { request: null, mustRefuseWith: 'payload-too-large' };
  const request = wireRequestSchema.safeParse(parsed(text)).data ?? null;
  if (request === null) return { request, mustRefuseWith: 'invalid-input' };
  if (request.kind === 'cancel' || request.kind === 'credit') return { request, mustRefuseWith: null };
  const { method } = request;
  if (!isMethodName(method) || (METHODS[method] === 'call') !== (request.kind === 'call'))
    return { request, mustRefuseWith: 'unknown-method' };
  const fits = contract[method].input.safeParse(request.input).success;
  // A stream is accepted first; that its input is wrong is said at its end.
  return { request, mustRefuseWith: fits || request.kind === 'start' ? null : 'invalid-input' };
};

const outputOf = (method: string): z.ZodType | null =>
  isMethodName(method) ? contract[method].output : null;

/** What is wrong with a reply, or null. */
export const replyProblem = (
  reply: unknown,
  expected: { readonly method: string | null; readonly mustRefuseWith: string | null },
): string | null => {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return 'no reply';
  if (reply.ok === true && 'value' in reply && Object.keys(reply).length === 2) {
    if (expected.mustRefuseWith !== null) return `accepted instead of ${expected.mustRefuseWith}`;
    if (expected.method === null) return reply.value === null ? null : 'an answer where none is due';
    return outputOf(expected.method)?.safeParse(reply.value).success === true
      ? null
      : 'an answer that the contract does not know';
  }
  const error = reply.ok === false && 'error' in reply ? appErrorSchema.safeParse(reply.error).data : null;
  if (error === null || error === undefined) return 'neither an answer nor an error';
  // A handler that threw, or that answered what the contract does not know, is a bug of ours whatever came in.
  if (error.code === 'internal' || error.code === 'invalid-output') return `bug: ${JSON.stringify(error)}`;
  // A call that the page took back is over before anybody looks at its input.
  if (error.code === 'cancelled' && expected.method !== null && expected.mustRefuseWith === 'invalid-input')
    return null;
  // Whatever else is wrong, an id that is in use is noticed before the input is looked at.
  return expected.mustRefuseWith === null || error.code === expected.mustRefuseWith
    ? null
    : `${error.code} instead of ${expected.mustRefuseWith}`;
};

/** What a page knows of its streams, from what it sent and what came back: the rules of the wire, written a second time. */
export const createPageModel = (report: (problem: string) => void) => {
  const streams = new Map<string, Stream[]>();
  const of = (id: string): Stream[] => streams.get(id) ?? [];
  const drop = (id: string, stream: Stream): void => {
    const rest = of(id).filter((one) => one !== stream);
    if (rest.length === 0) streams.delete(id);
    else streams.set(id, rest);
  };
  return {
    /** Ids of streams that have not ended; `but` are methods that do not count. */
    openStreams: (but: readonly string[] = []): readonly string[] =>
      [...streams].flatMap(([id, all]) => (all.every(({ method }) => but.includes(method)) ? [] : [id])),
    /** A start was sent; the function that is returned hears whether it was refused. */
    started: (id: string, method: string): ((accepted: boolean) => void) => {
      const stream: Stream = { method, sent: 0, acknowledged: 0 };
      streams.set(id, [...of(id), stream]);
      return (accepted) => {
        if (!accepted) drop(id, stream);
      };
    },
    credited: (id: string, seq: number): void => {
      for (const stream of of(id))
        stream.acknowledged = Math.max(stream.acknowledged, Math.min(seq, stream.sent));
    },
    reloaded: (): void => streams.clear(),
    event: (id: string, seq: number, value: unknown): void => {
      const [stream] = of(id);
      if (stream === undefined) return report(`event ${seq} of ${id}, which is not open`);
      if (seq !== stream.sent + 1) report(`event ${seq} of ${id} after ${stream.sent}`);
      stream.sent = seq;
      if (stream.sent - stream.acknowledged > STREAM_WINDOW) report(`${id} has too many events on their way`);
      const method = isMethodName(stream.method) ? contract[stream.method] : null;
      if (method === null || !('event' in method) || !method.event.safeParse(value).success)
        report(`an event of ${stream.method} that the contract does not know`);
    },
    end: (id: string, reply: unknown): void => {
      const [stream] = of(id);
      if (stream === undefined) return report(`end of ${id}, which is not open`);
      drop(id, stream);
      const problem = replyProblem(reply, { method: stream.method, mustRefuseWith: null });
      if (problem !== null) report(`end of ${stream.method}: ${problem}`);
    },
  };
};
