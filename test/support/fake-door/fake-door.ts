import type { Result } from '../../../preload/contract/words/errors.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { MethodName } from '../../../preload/contract/words/methods.ts';
import { METHODS } from '../../../preload/contract/words/methods.ts';
import type { Door, WirePush, WireRequest } from '../../../preload/contract/words/wire.ts';
import { STREAM_WINDOW } from '../../../preload/contract/words/wire.ts';
import { fakeAccounts } from './fake-accounts.ts';
import { fakeBaseline } from './fake-baseline.ts';
import { fakeCalls } from './fake-calls.ts';
import { fakeExpiry } from './fake-expiry.ts';
import { fakeInventory } from './fake-inventory.ts';
import { fakeMade } from './fake-made.ts';
import { fakeStreams } from './fake-streams.ts';
import { markWorkspace } from './mark-workspace.ts';
import type { Scenario } from './scenario.ts';

type Answer = Result<unknown> | Promise<Result<unknown>>;
type CallHandler = (input: unknown, signal: AbortSignal) => Answer;
type StreamHandler = (input: unknown, emit: (event: unknown) => Promise<void>, signal: AbortSignal) => Answer;

/** A door that answers from made-up data and keeps to the wire's rules: credit, one end, late cancels are harmless. */
export const createFakeDoor = (scenario: Scenario): Door => {
  const expiry = fakeExpiry(scenario);
  const made = fakeMade(scenario);
  const accounts = fakeAccounts(scenario);
  const inventory = fakeInventory(scenario);
  const baseline = fakeBaseline(scenario);
  const calls = fakeCalls(scenario, expiry, made, accounts, inventory, baseline) as unknown as Readonly<
    Record<MethodName, CallHandler>
  >;
  const streams = fakeStreams(scenario, expiry, made, accounts, inventory, baseline) as unknown as Readonly<
    Record<MethodName, StreamHandler>
  >;
  const open = new Map<string, { abort: AbortController; acknowledged: number; wake: () => void }>();
  const listeners = new Set<(text: string) => void>();
  const push = (message: WirePush) => {
    const text = JSON.stringify(message);
    for (const listener of listeners) listener(text);
  };

  const start = (id: string, name: MethodName, input: unknown): void => {
    const stream = { abort: new AbortController(), acknowledged: 0, wake: (): void => undefined };
    open.set(id, stream);
    stream.abort.signal.addEventListener('abort', () => stream.wake());
    let seq = 0;
    const emit = async (value: unknown): Promise<void> => {
      while (!stream.abort.signal.aborted && seq - stream.acknowledged >= STREAM_WINDOW) {
        await new Promise<void>((resolve) => {
          stream.wake = resolve;
        });
      }
      if (stream.abort.signal.aborted) return;
      seq += 1;
      push({ kind: 'event', id, seq, value: scenario.apart ? markWorkspace(input, value) : value });
    };
    void Promise.resolve(streams[name](input, emit, stream.abort.signal)).then((reply) => {
      open.delete(id);
      push({ kind: 'end', id, reply });
    });
  };

  const call = async (id: string, name: MethodName, input: unknown): Promise<Result<unknown>> => {
    const abort = new AbortController();
    open.set(id, { abort, acknowledged: 0, wake: () => undefined });
    if (scenario.apart) await new Promise((resolve) => setTimeout(resolve, scenario.pace));
    const reply = await calls[name](input, abort.signal);
    open.delete(id);
    return reply.ok && scenario.apart ? ok(markWorkspace(input, reply.value)) : reply;
  };

  const answer = async (request: WireRequest): Promise<Result<unknown>> => {
    switch (request.kind) {
      case 'cancel':
        open.get(request.id)?.abort.abort();
        return ok(null);
      case 'credit': {
        const stream = open.get(request.id);
        if (stream !== undefined) {
          stream.acknowledged = request.seq;
          stream.wake();
        }
        return ok(null);
      }
      case 'call':
      case 'start': {
        const name = (Object.keys(METHODS) as readonly MethodName[]).find((each) => each === request.method);
        if (name === undefined) return failed('unknown-method');
        if (request.kind === 'call') return call(request.id, name, request.input);
        // Later than its own answer, as over the real door.
        setTimeout(() => start(request.id, name, request.input));
        return ok(null);
      }
    }
  };
  return {
    request: async (text) => JSON.stringify(await answer(JSON.parse(text) as WireRequest)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
