import type { ReactElement, ReactNode } from 'react';
import { useMemo } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { EnvironmentRun } from '../../../preload/contract/query.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import {
  explain,
  QUERY_LAB_TEXTS as TEXTS,
  RUN_STATE_LABELS,
} from '../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../ui/index.ts';
import { DataTable, formatNumber, ProductionBadge, TextWithMark } from '../../ui/index.ts';
import { RunBadge } from './run-badge.tsx';
import type { QueryRun } from './run-state.ts';

type Row = { readonly environment: Environment; readonly run: EnvironmentRun };

const keyOf = (row: Row): string => row.environment.id;

const number = (
  id: string,
  header: string,
  width: number,
  of: (run: EnvironmentRun) => number | null,
  text: (value: number) => string = formatNumber,
): Column<Row> => ({
  id,
  header,
  width,
  align: 'end',
  value: ({ run }) => of(run),
  cell: ({ run }) => {
    const value = of(run);
    return value === null ? '' : text(value);
  },
});

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'environment',
    header: TEXTS.columns.environment,
    width: 230,
    grow: true,
    required: true,
    value: ({ environment }) => environment.name,
    cell: ({ environment }) => (
      <TextWithMark text={environment.name} mark={environment.production ? <ProductionBadge /> : null} />
    ),
  },
  {
    id: 'state',
    header: TEXTS.columns.state,
    width: 112,
    value: ({ run }) => RUN_STATE_LABELS[run.state],
    cell: ({ run }) => <RunBadge run={run} />,
  },
  {
    id: 'problem',
    header: TEXTS.columns.problem,
    width: 240,
    grow: true,
    value: ({ run }) => (run.error === null ? null : explain(run.error).title),
    cell: ({ run }) =>
      run.error === null ? null : <span title={explain(run.error).cause}>{explain(run.error).title}</span>,
  },
  {
    ...number('rows', TEXTS.columns.rows, 76, (run) => run.rows),
    cell: ({ run }) => (
      <span title={run.more ? TEXTS.moreRows : undefined}>
        {formatNumber(run.rows)}
        {run.more ? '+' : ''}
      </span>
    ),
  },
  number('pages', TEXTS.columns.pages, 70, (run) => run.pages),
  number('first', TEXTS.columns.first, 88, (run) => run.firstRowMilliseconds, TEXTS.milliseconds),
  number('total', TEXTS.columns.total, 88, (run) => run.totalMilliseconds, TEXTS.milliseconds),
  number('retries', TEXTS.columns.retries, 80, (run) => run.retries),
];

/** What each environment did with the query. */
export const EnvironmentRuns = (props: {
  readonly run: QueryRun;
  readonly environments: readonly Environment[];
  readonly tabs: ReactNode;
  readonly openId: EnvironmentId | null;
  readonly onOpen: (id: EnvironmentId) => void;
}): ReactElement => {
  const { environments, run } = props;
  const rows = useMemo(
    () =>
      environments.flatMap((environment): Row[] => {
        const mine = run.environments.get(environment.id);
        return mine === undefined ? [] : [{ environment, run: mine }];
      }),
    [environments, run.environments],
  );
  return (
    <DataTable
      label={TEXTS.environmentsTable}
      columns={COLUMNS}
      rows={rows}
      rowKey={keyOf}
      openKey={props.openId}
      onOpen={(row) => props.onOpen(row.environment.id)}
      toolbar={() => props.tabs}
      loading={rows.length === 0}
      empty={null}
    />
  );
};
