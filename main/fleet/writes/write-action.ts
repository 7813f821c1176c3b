import type { PlanStep } from '../../../preload/contract/fleet.ts';
import type { AppCredentialUse } from '../tenant/tenant-ports.ts';
import type { PlannedApp } from '../planner/plan-environment.ts';
import type { CheckedWrite } from './read-write-request.ts';

/** Values of a row by column, as JSON texts. */
export type RowTexts = ReadonlyMap<string, string>;

/** One write test: what is sent as which app, and what was there before. */
export type WriteAction = {
  readonly kind: 'test-request';
  readonly request: CheckedWrite;
  readonly use: AppCredentialUse;
  readonly before: RowTexts | null;
};

export type PlannedWriteStep = { readonly step: PlanStep; readonly action: WriteAction };

/** The plan of one write test, in words and in what is sent. */
export type PlannedWrite = {
  readonly environment: PlannedApp['environment'];
  readonly steps: readonly PlannedWriteStep[];
  readonly isWrite: true;
};
