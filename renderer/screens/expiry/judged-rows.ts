import type { ExpiryRow } from '../../../preload/contract/expiry.ts';
import type { Expiry, ExpiryState } from '../../../preload/contract/words/expiry.ts';
import { expiryOf } from '../../../preload/contract/words/expiry.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { lastMonth, monthOf } from './months.ts';

/** A credential as the page shows it: judged at a moment, with its workspaces by name. */
export type JudgedRow = {
  /** Unique in the table; grouped by workspace, a credential stands under each of its own. */
  readonly line: string;
  readonly row: ExpiryRow;
  readonly expiry: Expiry;
  readonly workspaces: readonly Workspace[];
};

export const WINDOWS = ['all', 'attention', 'expired', 'week', 'month', 'two-months', 'unknown'] as const;
export const GROUPS = ['none', 'workspace', 'app'] as const;

/** Which credentials are shown, and how. */
export type ExpiryView = {
  readonly window: (typeof WINDOWS)[number];
  readonly snoozed: boolean;
  readonly group: (typeof GROUPS)[number];
  /** None chosen means all. */
  readonly workspaceIds: readonly WorkspaceId[];
};
export const DEFAULT_VIEW: ExpiryView = { window: 'all', snoozed: true, group: 'none', workspaceIds: [] };

/** `month` means everything that ends within it: also what ends sooner, and what has ended. */
const STATES: Readonly<Record<ExpiryView['window'], readonly ExpiryState[] | null>> = {
  all: null,
  attention: ['expired', 'week', 'month'],
  expired: ['expired'],
  week: ['week'],
  month: ['week', 'month'],
  'two-months': ['week', 'month', 'two-months'],
  unknown: ['unknown'],
};

/** Judges rows at a moment for a person in a time zone. */
export const judgedRows = (
  rows: readonly ExpiryRow[],
  workspaces: readonly Workspace[],
  now: number,
  timeZone: string,
): readonly JudgedRow[] => {
  const byId = new Map(workspaces.map((workspace) => [workspace.id, workspace]));
  return rows.map((row) => ({
    line: row.id,
    row,
    expiry: expiryOf(row.expiresOn, now, timeZone),
    workspaces: row.workspaces.flatMap((id) => byId.get(id) ?? []),
  }));
};

/** Those of the chosen workspaces. */
export const inWorkspaces = (
  rows: readonly JudgedRow[],
  { workspaceIds }: ExpiryView,
): readonly JudgedRow[] =>
  workspaceIds.length === 0
    ? rows
    : rows.filter(({ row }) => row.workspaces.some((id) => workspaceIds.includes(id)));

/** Those of the view and, when one is chosen, of a month of the timeline. */
export const viewedRows = (
  rows: readonly JudgedRow[],
  view: ExpiryView,
  month: string | null,
  now: number,
  timeZone: string,
): readonly JudgedRow[] => {
  const last = lastMonth(now, timeZone);
  const states = STATES[view.window];
  return rows.filter(
    (one) =>
      (states === null || states.includes(one.expiry.state)) &&
      (view.snoozed || one.row.snoozed === null) &&
      (month === null || monthOf(one, last, timeZone) === month),
  );
};

/** One line per credential and workspace, for the table that is grouped by workspace. */
export const perWorkspace = (
  rows: readonly JudgedRow[],
  { workspaceIds }: ExpiryView,
): readonly JudgedRow[] =>
  rows.flatMap((one) => {
    const shown = one.workspaces.filter(({ id }) => workspaceIds.length === 0 || workspaceIds.includes(id));
    return shown.length === 0
      ? [one]
      : shown.map((workspace) => ({
          ...one,
          line: `${one.row.id} ${workspace.id}`,
          workspaces: [workspace],
        }));
  });
