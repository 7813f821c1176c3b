import { expect, test } from 'vitest';
import { explainLog } from '../../../../main/doctor/explain/explain-log.ts';
import { explainText } from '../../../../main/doctor/explain/explain-text.ts';
import { valueOf } from '../../dataverse/local-service.ts';

const noise = '2026-11-27T09:00:00Z INFO all is well and nothing is to be said about it\n'.repeat(12_000);
const denied = (at: number) =>
  `2026-11-27T09:00:00Z ERROR user is missing prvReadnew_table${String(at)} privilege\n`;
const never = new AbortController().signal;
const quietly = { told: async () => undefined, breathe: async () => undefined };

test('A long log is explained whole: each error once, with all its times and the line where it first stands', async () => {
  const text = denied(1) + noise + denied(2) + denied(1) + noise + denied(2) + denied(2) + noise;
  const told: number[] = [];
  const read = await explainLog(text, { ...quietly, told: async (done) => void told.push(done) }, never);
  const { findings, left, lines } = valueOf(read);
  expect(findings.map(({ count, excerpt, privilege }) => [privilege, count, excerpt.fromLine])).toEqual([
    ['prvReadnew_table2', 3, 12_002],
    ['prvReadnew_table1', 2, 1],
  ]);
  expect({ left, lines }).toEqual({ left: 0, lines: text.split('\n').length });
  expect(told.at(-1)).toBe(text.length);
  expect(told.length).toBeGreaterThan(5);
});

test('A short one says what it says without pieces', async () => {
  const text = 'AADSTS7000215: Invalid client secret provided.';
  const read = await explainLog(text, quietly, never);
  expect(read).toEqual({ ok: true, value: explainText(text) });
});

test('It can be given up between two pieces', async () => {
  const stop = new AbortController();
  let pieces = 0;
  const read = await explainLog(
    noise,
    {
      ...quietly,
      told: async () => {
        pieces += 1;
        stop.abort();
      },
    },
    stop.signal,
  );
  expect(read).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(pieces).toBe(1);
});
