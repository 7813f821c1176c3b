import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { BASELINE_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import {
  BaselineIcon,
  Button,
  DeniedIcon,
  EmptyState,
  GroupedTable,
  HealthyIcon,
  makeStyles,
  Skeleton,
  SkeletonItem,
  tokens,
} from '../../ui/index.ts';
import { DRIFT_COLUMNS } from './drift-columns.tsx';
import { driftRows, isPlannable } from './drift-rows.ts';
import type { DriftRow } from './drift-rows.ts';
import type { Baseline } from './use-baseline.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

const keyOf = (row: DriftRow): string => row.key;
const BY_APP = { column: 'app', descending: false } as const;
const byEnvironment = ({ environmentName }: DriftRow) => [{ key: environmentName, label: environmentName }];
const NO_SUMMARIES = {};

const toggled = (before: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]);

/** Every difference, by environment; those that are chosen, or all, are planned. */
export const DriftView = (props: {
  readonly baseline: Baseline;
  readonly onPlan: (rows: readonly DriftRow[]) => void;
}): ReactElement => {
  const { comparing, environments, kept } = props.baseline;
  const styles = useStyles();
  const { readOnly } = useWorkspace();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => driftRows(environments), [environments]);
  const compareAll = () => props.baseline.compare([]);
  if (rows.length === 0 && comparing.running) {
    return (
      <Skeleton aria-hidden>
        <SkeletonItem size={36} />
      </Skeleton>
    );
  }
  if (kept?.last === null) {
    return (
      <EmptyState icon={BaselineIcon} title={TEXTS.neverTitle} text={TEXTS.never}>
        <Button appearance="primary" onClick={compareAll}>
          {TEXTS.compare}
        </Button>
      </EmptyState>
    );
  }
  if (rows.length === 0) {
    const compared = environments.filter(({ state }) => state === 'same').length;
    return compared === 0 ? (
      <EmptyState icon={DeniedIcon} title={TEXTS.deniedTitle} text={TEXTS.deniedText} />
    ) : (
      <EmptyState icon={HealthyIcon} title={TEXTS.sameTitle} text={TEXTS.sameText(compared)} />
    );
  }
  const plannable = rows.filter(isPlannable);
  const drifted = environments.filter(({ state }) => state === 'drifted').length;
  const summary = TEXTS.summary(drifted, environments.length);
  return (
    <GroupedTable
      label={TEXTS.table}
      columns={DRIFT_COLUMNS}
      rows={rows}
      rowKey={keyOf}
      grouping={byEnvironment}
      summaries={NO_SUMMARIES}
      initialSort={BY_APP}
      onOpen={({ key }) => setSelected((before) => toggled(before, key))}
      openKey={null}
      selected={selected}
      onSelected={setSelected}
      toolbar={(chosen) => {
        const wanted = chosen.length === 0 ? plannable : chosen.filter(isPlannable);
        return (
          <>
            <Button
              size="small"
              appearance="primary"
              disabled={readOnly || wanted.length === 0}
              title={readOnly ? TEXTS.readOnly : undefined}
              onClick={() => props.onPlan(wanted)}
            >
              {chosen.length === 0 ? TEXTS.planAll(wanted.length) : TEXTS.plan(wanted.length)}
            </Button>
            {chosen.length === 0 ? <span className={styles.quiet}>{summary}</span> : null}
          </>
        );
      }}
    />
  );
};
