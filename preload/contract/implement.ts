import type { z } from 'zod';
import type { CallContract, StreamContract } from './define.ts';
import { failed } from './words/errors.ts';
import type { Failed, Result } from './words/errors.ts';
import type { CallName, MethodName, StreamName } from './words/methods.ts';
import { Refusal } from './words/refusal.ts';

/**
 * Sends one event; resolves when the renderer has room for another. Once the stream is cancelled events are dropped
 * and it resolves at once, so a handler watches its signal and still returns what it knows.
 */
export type Emit<Event> = (event: Event) => Promise<void>;

/** A contract bound to the function that answers it: what the dispatcher runs on undecoded input. */
export type Implementation<Name extends MethodName = MethodName> = {
  readonly name: Name;
  readonly run: (input: unknown, emit: Emit<unknown>, signal: AbortSignal) => Promise<Result<unknown>>;
};

/**
 * Where and why. Zod's messages say what was expected and never what was received, but for keys that a schema does not have: those
 * are the sender's text, which can be a secret in the wrong place, and are not repeated.
 */
const firstProblem = (error: z.ZodError): { readonly path: string; readonly problem: string } => {
  const issue = error.issues[0];
  const problem = issue?.code === 'unrecognized_keys' ? 'has a key that is not expected' : issue?.message;
  return { path: issue?.path.map(String).join('.') ?? '', problem: problem ?? 'not understood' };
};

const decode = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  code: 'invalid-input' | 'invalid-output',
): { readonly ok: true; readonly value: z.output<Schema> } | Failed => {
  const decoded = schema.safeParse(value);
  return decoded.success ? { ok: true, value: decoded.data } : failed(code, firstProblem(decoded.error));
};

/** What the handler answers, or what kept it from answering where that is no bug. */
const answerOf = async <Value>(handle: () => Promise<Result<Value>>): Promise<Result<Value>> => {
  try {
    return await handle();
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
    throw thrown;
  }
};

/** Binds a call to its handler; input is decoded before, output after. */
export const implement = <Name extends CallName, Input extends z.ZodType, Output extends z.ZodType>(
  contract: CallContract<Name, Input, Output>,
  handler: (input: z.output<Input>, signal: AbortSignal) => Promise<Result<z.input<Output>>>,
): Implementation<Name> => ({
  name: contract.name,
  run: async (raw, _emit, signal) => {
    const input = decode(contract.input, raw, 'invalid-input');
    if (!input.ok) return input;
    const result = await answerOf(() => handler(input.value, signal));
    return result.ok ? decode(contract.output, result.value, 'invalid-output') : result;
  },
});

/** Binds a stream to its handler; every event is decoded before it leaves. */
export const implementStream = <
  Name extends StreamName,
  Input extends z.ZodType,
  Event extends z.ZodType,
  Output extends z.ZodType,
>(
  contract: StreamContract<Name, Input, Event, Output>,
  handler: (
    input: z.output<Input>,
    emit: Emit<z.input<Event>>,
    signal: AbortSignal,
  ) => Promise<Result<z.input<Output>>>,
): Implementation<Name> => ({
  name: contract.name,
  run: async (raw, emit, signal) => {
    const input = decode(contract.input, raw, 'invalid-input');
    if (!input.ok) return input;
    const send: Emit<z.input<Event>> = (event) => emit(contract.event.parse(event));
    const result = await answerOf(() => handler(input.value, send, signal));
    return result.ok ? decode(contract.output, result.value, 'invalid-output') : result;
  },
});
