import type { FanOutCounts } from '../../preload/contract/schemas.ts';
import type { ActivityRecord } from '../settings/record-activity.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/**
 * One line of the journal for a run. It names the resource and never the filter, which can hold data about people.
 */
export const runSummary = (run: {
  readonly appName: string;
  readonly resource: string;
  readonly counts: FanOutCounts;
  readonly rows: number;
}): Pick<ActivityRecord, 'summary' | 'outcome'> => {
  const { appName, counts, rows } = run;
  const resource = run.resource.replace(/\(.*$/s, '').slice(0, 80);
  const results = [
    counted(rows, 'row', 'rows'),
    ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
    ...(counts.cancelled > 0 ? [`${counts.cancelled} cancelled`] : []),
  ];
  const where = counted(counts.environments, 'environment', 'environments');
  const ended = counts.cancelled > 0 ? 'cancelled' : counts.failed > 0 ? 'partial' : 'ok';
  return {
    summary: `Query as ${appName} in ${where}: ${resource}, ${results.join(', ')}`,
    outcome: counts.failed > 0 && counts.succeeded === 0 ? 'failed' : ended,
  };
};
