import { basename } from 'node:path';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { ActivityRecord } from '../../settings/record-activity.ts';
import type { QueryRun } from '../query-runs.ts';
import type { Exported } from './export-rows.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** One line of the journal for a file of rows; it names the resource and never the filter. Null: no file was chosen. */
export const exportSummary = (
  run: QueryRun,
  environments: number,
  saved: Result<Exported & { readonly path: string | null }> | null,
): Pick<ActivityRecord, 'summary' | 'outcome'> => {
  const resource = run.request.resource.replace(/\(.*$/s, '').slice(0, 80);
  const what = `${resource} as ${run.profile.name}, ${counted(environments, 'environment', 'environments')}`;
  if (saved === null) return { summary: `Not exported, no file was chosen: ${what}`, outcome: 'cancelled' };
  if (!saved.ok) {
    return saved.error.code === 'cancelled'
      ? { summary: `Export cancelled, no file was kept: ${what}`, outcome: 'cancelled' }
      : { summary: `Not exported, no file was kept: ${what}`, outcome: 'failed' };
  }
  const { counts, path, rows } = saved.value;
  if (path === null) return { summary: `Not exported, nothing could be read: ${what}`, outcome: 'failed' };
  const failures = counts.failed === 0 ? '' : `, ${counts.failed} of them not whole`;
  return {
    summary: `Exported ${counted(rows, 'row', 'rows')} of ${what}${failures}, as ${basename(path)}`,
    outcome: counts.failed === 0 ? 'ok' : 'partial',
  };
};
