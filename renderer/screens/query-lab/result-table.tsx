import type { ReactElement, ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { RunId } from '../../../preload/contract/words/ids.ts';
import { QUERY_LAB_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Sort } from '../../ui/index.ts';
import { ErrorPanel, useSourceExport, WindowTable } from '../../ui/index.ts';
import { resultColumns } from './result-columns.tsx';
import type { QueryRun } from './run-state.ts';
import type { HiddenIn } from './use-hidden-columns.ts';
import type { ResultRow } from './use-result-source.ts';
import { useResultSource } from './use-result-source.ts';

/** The rows of all environments in one grid. */
export const ResultTable = (props: {
  readonly run: QueryRun;
  readonly runId: RunId;
  readonly running: boolean;
  readonly environmentName: (id: string) => string;
  readonly hiddenIn: HiddenIn;
  readonly tabs: ReactNode;
  readonly openIndex: number | null;
  readonly onOpen: (row: ResultRow, index: number) => void;
}): ReactElement => {
  const { environmentName, hiddenIn, run, running } = props;
  const [sort, setSort] = useState<Sort | null>(null);
  const [filter, setFilter] = useState('');
  const { error, source } = useResultSource(props.runId, run.rows, running, sort, filter);
  const columns = useMemo(
    () => resultColumns(run.columns, environmentName, hiddenIn),
    [environmentName, hiddenIn, run.columns],
  );
  const exports = useSourceExport({ name: TEXTS.resultsTable, columns, source });
  return (
    <>
      {error === null ? null : <ErrorPanel error={error} />}
      <WindowTable
        label={TEXTS.resultsTable}
        columns={columns}
        source={source}
        sort={sort}
        onSort={setSort}
        filter={filter}
        onFilter={setFilter}
        all={run.rows}
        exports={exports}
        toolbar={props.tabs}
        onOpen={props.onOpen}
        openIndex={props.openIndex}
        loading={running && run.rows === 0}
        message={TEXTS.noMatch}
      />
    </>
  );
};
