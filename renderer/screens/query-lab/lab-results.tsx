import type { ReactElement } from 'react';
import { QUERY_LAB_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { usePlaceParams } from '../../places/index.ts';
import { makeStyles, mergeClasses, Tab, TabList, tokens } from '../../ui/index.ts';
import { CompareRows } from './compare-rows.tsx';
import { EnvironmentRuns } from './environment-runs.tsx';
import type { Details } from './lab-panel.tsx';
import { ResultTable } from './result-table.tsx';
import type { QueryLab } from './use-query-lab.ts';

const useStyles = makeStyles({
  tabs: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  result: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '240px',
    marginTop: tokens.spacingVerticalS,
  },
  // More stands above its rows.
  compared: { minHeight: '480px' },
});

/** What came of a run: its rows, how it went in each environment, and two of them compared. */
export const LabResults = (props: {
  readonly lab: QueryLab;
  readonly details: Details | null;
  readonly onDetails: (details: Details) => void;
}): ReactElement => {
  const styles = useStyles();
  const [params, changeParams] = usePlaceParams();
  const { details, lab, onDetails } = props;
  const { environmentName, environments, hidden } = lab;
  const { run, running } = lab.shown;
  const tab = params['tab'] ?? (run.rows > 0 ? 'rows' : 'environments');
  const withRows = environments.filter(({ id }) => (run.environments.get(id)?.rows ?? 0) > 0);
  const tabs = (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label={TEXTS.tabs}
      selectedValue={tab}
      onTabSelect={(_event, data) => changeParams({ tab: String(data.value) }, { replace: true })}
    >
      <Tab value="rows">{TEXTS.results(run.rows)}</Tab>
      <Tab value="environments">{TEXTS.perEnvironment(run.environments.size)}</Tab>
      {withRows.length < 2 ? null : <Tab value="compare">{TEXTS.compare.tab}</Tab>}
    </TabList>
  );
  return (
    <div className={mergeClasses(styles.result, tab === 'compare' && styles.compared)}>
      {tab === 'compare' && run.runId !== null && withRows.length > 1 ? (
        <CompareRows
          key={run.runId}
          run={run}
          runId={run.runId}
          running={running}
          environments={withRows}
          tabs={tabs}
        />
      ) : tab === 'rows' && run.runId !== null ? (
        <ResultTable
          key={run.runId}
          run={run}
          runId={run.runId}
          running={running}
          environmentName={environmentName}
          hiddenIn={hidden.hiddenIn}
          tabs={tabs}
          openIndex={details?.kind === 'record' ? details.index : null}
          onOpen={(row, index) => onDetails({ kind: 'record', row, index })}
        />
      ) : (
        <EnvironmentRuns
          run={run}
          environments={environments}
          tabs={tabs}
          openId={details?.kind === 'run' ? details.environmentId : null}
          onOpen={(environmentId) => onDetails({ kind: 'run', environmentId })}
        />
      )}
    </div>
  );
};
