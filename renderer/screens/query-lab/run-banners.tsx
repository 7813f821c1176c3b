import type { ReactElement } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { QUERY_LAB_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Stream } from '../../bridge/index.ts';
import {
  Button,
  ErrorPanel,
  FoldedBanners,
  InOneLine,
  NoticeBar,
  PartialBanner,
  StreamBar,
} from '../../ui/index.ts';
import type { QueryRun } from './run-state.ts';
import { endedCount, runsIn } from './run-state.ts';

export type QueryStream = Pick<Stream<'query.run', QueryRun>, 'data' | 'state' | 'running' | 'error'>;

/** A run keeps so many rows in all. */
const MOST_ROWS = 1_000_000;

/** How the run goes and what it did not bring: progress, refusals, cancellation, nothing found, more than the limit. */
export const RunBanners = (props: {
  readonly query: QueryStream;
  readonly environments: readonly Environment[];
  /** Rows that are read at a time. */
  readonly step: number;
  readonly onMore: (rowsPerEnvironment: number) => void;
  /** What else is to be said of the rows. */
  readonly note: ReactElement | null;
}): ReactElement | null => {
  const { query } = props;
  const run = query.data;
  if (query.state === 'idle') return null;
  const total = run.environments.size;
  const nameOf = new Map(props.environments.map(({ id, name }) => [id, name]));
  const failures = runsIn(run, 'failed').flatMap(({ environmentId: id, error }) =>
    error === null ? [] : [{ id, name: nameOf.get(id) ?? id, error }],
  );
  const cancelled = total - runsIn(run, 'done').length - failures.length;
  const more = [...run.environments.values()].filter((each) => each.more).length;
  return (
    <>
      {query.running || query.state === 'cancelling' ? (
        <StreamBar label={TEXTS.progress(endedCount(run), total)} done={endedCount(run)} total={total} />
      ) : null}
      {query.state === 'failed' && query.error !== null ? <ErrorPanel error={query.error} /> : null}
      <FoldedBanners>
        {failures.length === 0 ? null : <PartialBanner failures={failures} total={total} />}
        {query.state === 'cancelled' ? <NoticeBar intent="info" title={TEXTS.cancelled(cancelled)} /> : null}
        {query.state === 'done' && run.rows === 0 && failures.length === 0 ? (
          <NoticeBar intent="info" title={TEXTS.emptyTitle}>
            {TEXTS.emptyText(total)}
          </NoticeBar>
        ) : null}
        {props.note}
      </FoldedBanners>
      {/* What goes on with the rows is never folded away. */}
      {more === 0 || query.running || query.state === 'cancelling' ? null : (
        <InOneLine value>
          <NoticeBar
            intent="info"
            title={TEXTS.more(more)}
            actions={
              <>
                <Button size="small" onClick={() => props.onMore(props.step)}>
                  {TEXTS.loadMore(props.step)}
                </Button>
                <Button size="small" onClick={() => props.onMore(MOST_ROWS)}>
                  {TEXTS.loadAll}
                </Button>
              </>
            }
          />
        </InOneLine>
      )}
    </>
  );
};
