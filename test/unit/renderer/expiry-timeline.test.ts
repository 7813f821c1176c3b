import { describe, expect, test } from 'vitest';
import { DEFAULT_VIEW, judgedRows, viewedRows } from '../../../renderer/screens/expiry/judged-rows.ts';
import { readMonth, timelineOf } from '../../../renderer/screens/expiry/months.ts';
import { expiryRow } from '../../support/builders/expiry-rows.ts';

const NOW = Date.parse('2026-11-26T10:00:00Z');
const ZONE = 'Europe/Berlin';
const judged = (...ends: readonly (string | null)[]) =>
  judgedRows(
    ends.map((expiresOn) => expiryRow({ expiresOn })),
    [],
    NOW,
    ZONE,
  );
const counted = (...ends: readonly (string | null)[]) =>
  Object.fromEntries(
    timelineOf(judged(...ends), NOW, ZONE)
      .map(({ id, later, soon, urgent }) => [id, urgent + soon + later] as const)
      .filter(([, count]) => count > 0),
  );

describe('C8: the timeline', () => {
  test('has twelve months from this one between what has ended and what ends after them', () => {
    const ids = timelineOf([], NOW, ZONE).map(({ id }) => id);
    expect([ids.length, ids[0], ids[1], ids[12], ids[13]]).toEqual([
      14,
      'expired',
      '2026-11',
      '2027-10',
      'later',
    ]);
  });

  test('shows also ends that are all more than a year away, each once, in the person’s own month', () => {
    expect(counted('2028-03-01T12:00:00Z', '2027-10-31T23:30:00Z')).toEqual({ later: 2 });
    expect(counted('2026-11-02T12:00:00Z', '2026-11-30T12:00:00Z', '2027-10-31T22:30:00Z', null)).toEqual({
      expired: 1,
      '2026-11': 1,
      '2027-10': 1,
    });
  });

  test('a chosen column shows exactly what it counts', () => {
    const rows = judged('2026-11-02T12:00:00Z', '2026-11-30T12:00:00Z', '2028-03-01T12:00:00Z', null);
    for (const { id, later, soon, urgent } of timelineOf(rows, NOW, ZONE))
      expect(viewedRows(rows, DEFAULT_VIEW, id, NOW, ZONE)).toHaveLength(urgent + soon + later);
    expect(['2026-11', 'later', 'soon', undefined].map(readMonth)).toEqual(['2026-11', 'later', null, null]);
  });
});
