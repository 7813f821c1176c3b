import { describe, expect, test } from 'vitest';
import { createBorder } from '../../main/hosts/border/border.ts';
import * as app from '../../preload/contract/app.ts';
import * as environments from '../../preload/contract/environments.ts';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import type { Implementation } from '../../preload/contract/implement.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import { MAX_REQUEST_BYTES, STREAM_WINDOW } from '../../preload/contract/words/wire.ts';
import { stubImplementations } from '../support/border/stub-implementations.ts';

type Message = {
  readonly kind: string;
  readonly id: string;
  readonly seq?: number;
  readonly value?: unknown;
  readonly reply?: unknown;
};

const openBorder = (...implementations: readonly Implementation[]) => {
  const pushed: Message[] = [];
  const bugs: string[] = [];
  let arrived: () => void = () => undefined;
  const border = createBorder({
    implementations: stubImplementations(...implementations),
    push: (text) => {
      pushed.push(JSON.parse(text));
      arrived();
    },
    reportBug: (reference) => bugs.push(reference),
  });
  const ask = async (
    message: unknown,
    trusted = true,
  ): Promise<{ ok: boolean; value?: unknown; error?: { code: string } }> =>
    JSON.parse(
      await border.request(typeof message === 'string' ? message : JSON.stringify(message), trusted),
    );
  const until = async (enough: () => boolean): Promise<void> => {
    while (!enough()) await new Promise<void>((resolve) => (arrived = resolve));
  };
  return { border, pushed, bugs, ask, until };
};

const input = { workspaceId: '11111111-1111-4111-8111-111111111111' };
const found = (number: number) => ({ source: 'discovery' as const, found: number, error: null });
const nothingFound = ok({ environments: [], added: 0, gone: 0 });

const counting = (events: number): Implementation =>
  implementStream(environments.discover, async (_input, emit) => {
    for (let number = 1; number <= events; number += 1) await emit(found(number));
    return nothingFound;
  });

describe('the border answers calls', () => {
  const copy = implement(app.copyText, async () => ok({}));

  test('a call is answered once with its decoded output', async () => {
    const { ask } = openBorder(copy);
    expect(await ask({ kind: 'call', id: 'a', method: 'app.copyText', input: { text: 'x' } })).toEqual({
      ok: true,
      value: {},
    });
  });

  test.each([
    ['an unknown key', { text: 'x', more: 1 }],
    ['a missing key', {}],
    ['the wrong type', { text: 5 }],
    ['no input at all', undefined],
  ])('%s in the input is refused', async (_what, wrong) => {
    const { ask } = openBorder(copy);
    const answer = await ask({ kind: 'call', id: 'a', method: 'app.copyText', input: wrong });
    expect(answer.error?.code).toBe('invalid-input');
  });

  test.each(['nope', 'constructor', '__proto__', 'environments.discover', ''])(
    '%j is no call',
    async (method) => {
      const { ask } = openBorder(copy);
      const answer = await ask({ kind: 'call', id: 'a', method, input: {} });
      expect(answer.error?.code).toBe('unknown-method');
    },
  );

  test('an output that the contract does not know is kept inside', async () => {
    const more = { secret: 'x' };
    const leaking = implement(app.openExternal, async () =>
      ok<Record<string, never>>(Object.create(null, Object.getOwnPropertyDescriptors(more))),
    );
    const { ask } = openBorder(leaking);
    const answer = await ask({ kind: 'call', id: 'a', method: 'app.openExternal', input: { url: 'x' } });
    expect(answer.error?.code).toBe('invalid-output');
    expect(JSON.stringify(answer)).not.toContain('"x"');
  });

  test('a handler that throws is a bug with a reference, and its message stays inside', async () => {
    const broken = implement(app.copyText, async () => {
      throw new Error('token eyJ0');
    });
    const { ask, bugs } = openBorder(broken);
    const answer = await ask({ kind: 'call', id: 'a', method: 'app.copyText', input: { text: 'x' } });
    expect(answer.error?.code).toBe('internal');
    expect(JSON.stringify(answer)).not.toContain('eyJ0');
    expect(bugs).toHaveLength(1);
  });

  test('a foreign sender is refused whatever it asks', async () => {
    const { ask } = openBorder(copy);
    const answer = await ask({ kind: 'call', id: 'a', method: 'app.copyText', input: { text: 'x' } }, false);
    expect(answer.error?.code).toBe('untrusted-sender');
  });

  test('a request over the limit is refused before it is read', async () => {
    const { ask } = openBorder(copy);
    const answer = await ask(
      `{"kind":"call","id":"a","method":"app.copyText","input":{"text":"${'é'.repeat(MAX_REQUEST_BYTES / 2)}"}}`,
    );
    expect(answer.error?.code).toBe('payload-too-large');
  });

  test('a cancelled call answers at once, even when its handler goes on', async () => {
    const never = implement(app.copyText, () => new Promise(() => undefined));
    const { ask } = openBorder(never);
    const waiting = ask({ kind: 'call', id: 'a', method: 'app.copyText', input: { text: 'x' } });
    await ask({ kind: 'cancel', id: 'a' });
    expect((await waiting).error?.code).toBe('cancelled');
  });

  test('two open calls cannot share an id', async () => {
    const never = implement(app.copyText, () => new Promise(() => undefined));
    const { ask } = openBorder(never);
    void ask({ kind: 'call', id: 'a', method: 'app.copyText', input: { text: 'x' } });
    const second = await ask({ kind: 'call', id: 'a', method: 'app.copyText', input: { text: 'x' } });
    expect(second.error?.code).toBe('invalid-input');
  });
});

describe('the border streams', () => {
  test('events come numbered, then one end', async () => {
    const { ask, pushed, until } = openBorder(counting(3));
    await ask({ kind: 'start', id: 's', method: 'environments.discover', input });
    await until(() => pushed.some(({ kind }) => kind === 'end'));
    expect(pushed.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['event', 1],
      ['event', 2],
      ['event', 3],
      ['end', undefined],
    ]);
  });

  test('no more than the window is out without being acknowledged', async () => {
    const { ask, pushed, until } = openBorder(counting(STREAM_WINDOW + 3));
    await ask({ kind: 'start', id: 's', method: 'environments.discover', input });
    await until(() => pushed.length === STREAM_WINDOW);
    expect(pushed.at(-1)?.seq).toBe(STREAM_WINDOW);
    await ask({ kind: 'credit', id: 's', seq: 2 });
    await until(() => pushed.length === STREAM_WINDOW + 2);
    expect(pushed.at(-1)?.seq).toBe(STREAM_WINDOW + 2);
    await ask({ kind: 'credit', id: 's', seq: STREAM_WINDOW + 2 });
    await until(() => pushed.at(-1)?.kind === 'end');
    expect(pushed).toHaveLength(STREAM_WINDOW + 4);
  });

  test('many senders at once keep the window too', async () => {
    const parallel = implementStream(environments.discover, async (_input, emit) => {
      await Promise.all(Array.from({ length: 40 }, (_, number) => emit(found(number))));
      return nothingFound;
    });
    const { ask, pushed, until } = openBorder(parallel);
    await ask({ kind: 'start', id: 's', method: 'environments.discover', input });
    for (let seen = 0; pushed.at(-1)?.kind !== 'end'; seen = pushed.length) {
      expect(pushed.length - seen).toBeLessThanOrEqual(STREAM_WINDOW);
      const before = pushed.length;
      await ask({ kind: 'credit', id: 's', seq: before });
      await until(() => pushed.length > before);
    }
    expect(pushed.filter(({ kind }) => kind === 'event')).toHaveLength(40);
  });

  test('after a cancel nothing but the end comes, with what the handler knows', async () => {
    const { ask, pushed, until } = openBorder(
      implementStream(environments.discover, async (_input, emit, signal) => {
        for (let number = 1; !signal.aborted; number += 1) await emit(found(number));
        return ok({ environments: [], added: 7, gone: 0 });
      }),
    );
    await ask({ kind: 'start', id: 's', method: 'environments.discover', input });
    await until(() => pushed.length === STREAM_WINDOW);
    await ask({ kind: 'cancel', id: 's' });
    await until(() => pushed.at(-1)?.kind === 'end');
    expect(pushed).toHaveLength(STREAM_WINDOW + 1);
    expect(pushed.at(-1)?.reply).toEqual({ ok: true, value: { environments: [], added: 7, gone: 0 } });
  });

  test('a reload aborts all, and nothing of the old page reaches the new one', async () => {
    let aborted = false;
    const endless = implementStream(environments.discover, async (_input, emit, signal) => {
      for (let number = 1; !signal.aborted; number += 1) await emit(found(number));
      aborted = signal.aborted;
      return nothingFound;
    });
    const { ask, border, pushed, until } = openBorder(endless);
    await ask({ kind: 'start', id: 's', method: 'environments.discover', input });
    await until(() => pushed.length === STREAM_WINDOW);
    border.reset();
    expect((await ask({ kind: 'start', id: 's', method: 'environments.discover', input })).ok).toBe(true);
    expect(aborted).toBe(true);
    expect(pushed.filter(({ kind }) => kind === 'end')).toEqual([]);
  });

  test('a failure ends the stream as a value', async () => {
    const { ask, pushed, until } = openBorder(
      implementStream(environments.discover, async () => failed('throttled')),
    );
    await ask({ kind: 'start', id: 's', method: 'environments.discover', input });
    await until(() => pushed.length === 1);
    expect(pushed[0]?.reply).toMatchObject({ ok: false, error: { code: 'throttled' } });
  });
});
