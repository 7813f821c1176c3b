import { describe, expect, test } from 'vitest';
import { createBorder } from '../../../main/hosts/border/border.ts';
import * as environments from '../../../preload/contract/environments.ts';
import { implement, implementStream } from '../../../preload/contract/implement.ts';
import type { Implementation } from '../../../preload/contract/implement.ts';
import * as app from '../../../preload/contract/app.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { stubImplementations } from '../../support/border/stub-implementations.ts';
import { runVolley } from './run-volley.ts';

const WORKSPACE = '11111111-1111-4111-8111-111111111111';
const copy = { kind: 'call', id: 'a', method: 'app.copyText', input: { text: 'x' } };
const discover = {
  kind: 'start',
  id: 's',
  method: 'environments.discover',
  input: { workspaceId: WORKSPACE },
};
const nothingFound = ok({ environments: [], added: 0, gone: 0 });
const started = implement(app.start, async () =>
  ok({
    version: '1',
    host: 'chromium',
    platform: 'linux',
    demoCloud: false,
    demoPortalUrl: null,
    notices: [],
  }),
);

/** Problems that are noticed when these messages are thrown at a border with these methods and, perhaps, a disturbance. */
const noticed = async (
  implementations: readonly Implementation[],
  messages: readonly unknown[],
  disturb: {
    readonly push?: (text: string, push: (text: string) => void) => void;
    readonly request?: (text: string) => Promise<string> | string | null;
  } = {},
): Promise<readonly string[]> => {
  const listeners = new Set<(text: string) => void>();
  const push = (text: string): void => {
    for (const listener of listeners) listener(text);
  };
  const border = createBorder({
    implementations: stubImplementations(started, ...implementations),
    push: (text) => (disturb.push ?? ((_text, on) => on(text)))(text, push),
    reportBug: () => undefined,
  });
  return runVolley(
    {
      request: async (text, trusted) => disturb.request?.(text) ?? border.request(text, trusted),
      reset: border.reset,
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    {
      shots: messages.map((message) => ({ text: JSON.stringify(message), trusted: true })),
      patient: true,
      atOnce: false,
      reload: false,
    },
    {},
    new Map(),
    // Long enough for what answers at all.
    AbortSignal.timeout(1000),
  );
};

const fine = implement(app.copyText, async () => ok({}));
const found = (number: number) => ({ source: 'discovery' as const, found: number, error: null });
const three = implementStream(environments.discover, async (_input, emit) => {
  for (let number = 1; number <= 3; number += 1) await emit(found(number));
  return nothingFound;
});

describe('the watch over the border notices', () => {
  test('nothing where nothing is wrong', async () => {
    expect(await noticed([fine, three], [copy, discover, { kind: 'cancel', id: 's' }, 'garbage'])).toEqual(
      [],
    );
  });

  test('a handler that throws', async () => {
    const broken = implement(app.copyText, async () => {
      throw new TypeError('x is undefined');
    });
    expect(await noticed([broken], [copy])).toMatchObject([expect.stringContaining('bug')]);
  });

  test('a stream whose handler throws', async () => {
    const broken = implementStream(environments.discover, async () => {
      throw new TypeError('x is undefined');
    });
    expect(await noticed([broken], [discover])).toMatchObject([expect.stringContaining('bug')]);
  });

  test('a call that is never answered, not even when it is cancelled', async () => {
    const never = new Promise<string>(() => undefined);
    const problems = await noticed([fine], [copy], {
      request: (text) => (text.includes('copyText') ? never : null),
    });
    expect(problems).toContainEqual(expect.stringContaining('hangs'));
  });

  test('a stream that never ends', async () => {
    const problems = await noticed([three], [discover], {
      push: (text, push) => (text.includes('"end"') ? undefined : push(text)),
    });
    expect(problems).toContainEqual(expect.stringContaining('hangs'));
  });

  test.each([
    ['an event twice', (text: string) => (text.includes('"event"') ? 2 : 1)],
    ['an end twice', (text: string) => (text.includes('"end"') ? 2 : 1)],
  ])('%s', async (_what, times) => {
    const problems = await noticed([three], [discover], {
      push: (text, push) => {
        for (let count = 0; count < times(text); count += 1) push(text);
      },
    });
    expect(problems.length).toBeGreaterThan(0);
  });

  test('an event that the contract does not know', async () => {
    const problems = await noticed([three], [discover], {
      push: (text, push) => push(text.replace('"found":2', '"found":2,"token":"eyJ0"')),
    });
    expect(problems).toEqual(['an event of environments.discover that the contract does not know']);
  });

  test('an answer that the contract does not know, and an input that should have been refused', async () => {
    const leaking = { request: () => '{"ok":true,"value":{"token":"eyJ0"}}' };
    expect((await noticed([fine], [copy], leaking)).length).toBeGreaterThan(0);
    expect((await noticed([fine], [{ ...copy, input: { text: 5 } }], leaking)).length).toBeGreaterThan(0);
  });
});
