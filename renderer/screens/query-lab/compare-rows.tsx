import type { ReactElement, ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { RowDifference } from '../../../preload/contract/query.ts';
import type { EnvironmentId, RunId } from '../../../preload/contract/words/ids.ts';
import { QUERY_LAB_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import type { Column } from '../../ui/index.ts';
import {
  DataTable,
  Dropdown,
  ErrorPanel,
  Field,
  makeStyles,
  NoticeBar,
  Option,
  tokens,
} from '../../ui/index.ts';
import { KeyChoice, MOST_IN_KEY } from './key-choice.tsx';
import { shownText } from './cell-text.ts';
import type { QueryRun } from './run-state.ts';

const TEXTS = QUERY_LAB_TEXTS.compare;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  select: { minWidth: '180px' },
  counts: { color: tokens.colorNeutralForeground3, paddingBottom: tokens.spacingVerticalS },
});

const NO_KEYS: readonly (readonly string[])[] = [];
const NO_KEY: readonly string[] = [];

type Row = RowDifference & { readonly id: string };
const keyText = ({ key }: RowDifference): string =>
  key.map((cell) => shownText(cell) ?? QUERY_LAB_TEXTS.nullValue).join(' · ');
const whatText = ({ columns }: RowDifference): string =>
  columns
    .map(({ column, from, to }) =>
      TEXTS.change(
        column,
        shownText(from) ?? QUERY_LAB_TEXTS.nullValue,
        shownText(to) ?? QUERY_LAB_TEXTS.nullValue,
      ),
    )
    .join('; ');

const Choice = (props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (id: string) => void;
}): ReactElement => (
  <Field label={props.label}>
    <Dropdown
      className={useStyles().select}
      value={props.options.find(({ id }) => id === props.value)?.name ?? ''}
      selectedOptions={[props.value]}
      onOptionSelect={(_event, data) => props.onChoose(data.optionValue ?? props.value)}
    >
      {props.options.map(({ id, name }) => (
        <Option key={id} value={id}>
          {name}
        </Option>
      ))}
    </Dropdown>
  </Field>
);

/** Two environments of a run beside each other: what only one has, and what is different, by a key. */
export const CompareRows = (props: {
  readonly run: QueryRun;
  readonly runId: RunId;
  readonly running: boolean;
  /** Those that brought rows. */
  readonly environments: readonly Environment[];
  readonly tabs: ReactNode;
}): ReactElement => {
  const { environments, run, runId } = props;
  const styles = useStyles();
  const [chosenKey, setKey] = useState<readonly string[] | null>(null);
  // What cannot be read only offers nothing: any column can be chosen.
  const offered = useCall('query.keys', props.running ? null : { runId });
  const alternate = offered.data?.keys ?? NO_KEYS;
  const whole = alternate.filter((names) => names.every((name) => run.columns.includes(name)));
  const [chosen, setChosen] = useState<readonly [EnvironmentId | null, EnvironmentId | null]>([null, null]);
  const named = run.columns.find((name) => name.endsWith('name')) ?? run.columns[0];
  const key = chosenKey ?? whole[0] ?? (named === undefined ? NO_KEY : [named]);
  const from = environments.find(({ id }) => id === chosen[0]) ?? environments[0];
  const to =
    environments.find(({ id }) => id === chosen[1]) ?? environments.find(({ id }) => id !== from?.id);
  const ready = from !== undefined && to !== undefined && key.length > 0 && !props.running;
  const { data, error, loading } = useCall(
    'query.diff',
    ready ? { runId, from: from.id, to: to.id, key: key.slice(0, MOST_IN_KEY) } : null,
  );
  const heading = key.join(' · ');
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { id: 'key', header: heading, width: 220, grow: true, required: true, value: keyText },
      {
        id: 'kind',
        header: TEXTS.what,
        width: 220,
        value: ({ kind }) => TEXTS.kinds[kind](from?.name ?? '', to?.name ?? ''),
      },
      { id: 'columns', header: TEXTS.columns, width: 320, grow: true, value: whatText },
    ],
    [from?.name, heading, to?.name],
  );
  const rows = useMemo(
    () => (data?.differences ?? []).map((one, at): Row => ({ ...one, id: String(at) })),
    [data],
  );
  const find = (id: string): EnvironmentId | null =>
    environments.find((environment) => environment.id === id)?.id ?? null;
  return (
    <>
      {props.tabs}
      <div className={styles.bar}>
        <KeyChoice columns={run.columns} alternate={whole} chosen={key} onChoose={setKey} />
        <Choice
          label={TEXTS.from}
          value={from?.id ?? ''}
          options={environments}
          onChoose={(id) => setChosen([find(id), to?.id ?? null])}
        />
        <Choice
          label={TEXTS.to}
          value={to?.id ?? ''}
          options={environments}
          onChoose={(id) => setChosen([from?.id ?? null, find(id)])}
        />
      </div>
      {data !== undefined && data.counts.several > 0 ? (
        <NoticeBar intent="warning" title={TEXTS.several(data.counts.several)} />
      ) : null}
      {error === null ? null : <ErrorPanel error={error} />}
      <span className={styles.counts}>
        {props.running
          ? TEXTS.later
          : environments.length < 2
            ? TEXTS.two
            : data === undefined
              ? null
              : TEXTS.counts(data.counts)}
      </span>
      <DataTable
        label={TEXTS.table}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        loading={loading}
        empty={<span>{data === undefined ? null : TEXTS.none}</span>}
      />
    </>
  );
};
