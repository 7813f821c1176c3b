import { expect, test } from 'vitest';
import { watchClock } from '../../../main/http/clock-skew.ts';
import type { HttpClient } from '../../../main/http/http-client.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const MINUTE = 60_000;
const request = {
  method: 'GET',
  url: 'https://contoso.crm.dynamics.com/',
  headers: {},
  pinnedOrigin: 'https://contoso.crm.dynamics.com',
  retry: 'safe',
  signal: new AbortController().signal,
} as const;

/** Answers, one after the other, with these `Date` headers. */
const answering = (...dates: readonly (string | null)[]): HttpClient => {
  const left = [...dates];
  return {
    send: async () => {
      const date = left.shift();
      if (date === null || date === undefined) return failed('network-timeout');
      return ok({ status: 200, headers: { date }, body: '', milliseconds: 100, retries: 0 });
    },
  };
};
const at = (offset: number): string => new Date(NOW + offset).toUTCString();
const measured = async (...dates: readonly (string | null)[]) => {
  const watched = watchClock(answering(...dates), () => NOW);
  for (const _ of dates) await watched.send(request);
  return watched.clockSkew();
};

test('says how far ahead or behind this computer is', async () => {
  expect(await measured(at(-7 * MINUTE))).toEqual({ seconds: 419, at: NOW });
  expect((await measured(at(7 * MINUTE)))?.seconds).toBe(-421);
  expect(Math.abs((await measured(at(0)))?.seconds ?? 99)).toBeLessThanOrEqual(1);
});

test('knows nothing before an answer with a date, and no failure or nonsense counts', async () => {
  expect(await measured()).toBe(null);
  expect(await measured(null, 'yesterday', '')).toBe(null);
});

test('one service whose clock is wrong does not decide', async () => {
  const skew = await measured(at(0), at(60 * MINUTE), at(0), at(0));
  expect(Math.abs(skew?.seconds ?? 99)).toBeLessThanOrEqual(1);
});

test('a clock that is set right is believed after a few answers', async () => {
  const skew = await measured(...[9, 9, 9, 9, 9, 0, 0, 0].map((minutes) => at(minutes * MINUTE)));
  expect(Math.abs(skew?.seconds ?? 99)).toBeLessThanOrEqual(1);
});
