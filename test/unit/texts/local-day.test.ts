import { afterEach, expect, test, vi } from 'vitest';
import { localDay, localMinute } from '../../../preload/contract/words/local-day.ts';
import { exportName } from '../../../renderer/ui/table/export-rows.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['Pacific/Auckland', '2026-03-03', '2026-03-03-11-30'],
  ['America/Los_Angeles', '2026-03-02', '2026-03-02-14-30'],
  ['UTC', '2026-03-02', '2026-03-02-22-30'],
])('a file that is saved in %s has the day that is there', (zone, day, minute) => {
  vi.stubEnv('TZ', zone);
  const at = new Date('2026-03-02T22:30:00Z');
  expect([localDay(at), localMinute(at)]).toEqual([day, minute]);
  expect(exportName('Security roles', 'csv', at)).toBe(`Security roles ${day}.csv`);
});
