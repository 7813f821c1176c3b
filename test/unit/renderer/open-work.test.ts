import { expect, test } from 'vitest';
import type { OperationSummary } from '../../../preload/contract/fleet.ts';
import { parseOperationId, parseRotationId, parseWorkspaceId } from '../../../preload/contract/words/ids.ts';
import { isLeftOpen, unfinishedOf } from '../../../renderer/screens/home/open-work.ts';

const GUID = '0f0e0d0c-0000-4000-8000-000000000001';
const must = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('no id');
  return value;
};

const ended = (state: OperationSummary['state'], more: Partial<OperationSummary> = {}): OperationSummary => ({
  id: must(parseOperationId(GUID)),
  workspaceId: must(parseWorkspaceId(GUID)),
  title: 'Give access',
  startedAt: '2026-01-02T03:04:05Z',
  endedAt: null,
  state,
  acknowledged: false,
  rotationId: null,
  counts: { total: 2, done: 1, failed: 1, notDone: 0, unrecorded: 0 },
  notPlanned: 0,
  ...more,
});

test('all is well when nothing was done, when the newest succeeded, and while one runs', () => {
  expect(isLeftOpen([])).toBe(false);
  expect(isLeftOpen([ended('succeeded'), ended('partly-failed')])).toBe(false);
  expect(isLeftOpen([ended('running')])).toBe(false);
  expect(isLeftOpen([ended('cancelled')])).toBe(false);
});

test('what failed last is left open until somebody has seen it', () => {
  for (const state of ['partly-failed', 'failed'] as const) {
    expect(isLeftOpen([ended(state), ended('succeeded')])).toBe(true);
    expect(isLeftOpen([ended(state, { acknowledged: true })])).toBe(false);
  }
});

test('what was interrupted is left open however old it is, but for what its rotation tells', () => {
  const interrupted = ended('interrupted');
  expect(isLeftOpen([ended('succeeded'), interrupted])).toBe(true);
  expect(unfinishedOf([ended('succeeded'), interrupted])).toEqual([interrupted]);
  expect(isLeftOpen([ended('interrupted', { acknowledged: true })])).toBe(false);
  expect(isLeftOpen([ended('interrupted', { rotationId: must(parseRotationId(GUID)) })])).toBe(false);
});
