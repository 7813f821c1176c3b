import type { ReactElement } from 'react';
import { useState } from 'react';
import type { HistoryEntry } from '../../../preload/contract/query-history.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import { QUERY_LAB_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useWorkspace } from '../../bridge/index.ts';
import {
  Button,
  DeleteIcon,
  ErrorPanel,
  makeStyles,
  Moment,
  RunIcon,
  SidePanel,
  StatusBadge,
  Switch,
  tokens,
} from '../../ui/index.ts';

const TEXTS = QUERY_LAB_TEXTS.history;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  text: {
    margin: 0,
    maxHeight: '84px',
    overflow: 'hidden',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
});

const outcomeOf = ({ counts }: HistoryEntry): readonly [Status, string] => {
  if (counts.cancelled > 0) return ['attention', TEXTS.outcomes.cancelled];
  if (counts.failed === 0) return ['healthy', TEXTS.outcomes.ok];
  return counts.succeeded === 0 ? ['denied', TEXTS.outcomes.failed] : ['attention', TEXTS.outcomes.partial];
};

/** What was run in this workspace before, to be run again or taken into the editor. */
export const HistoryPanel = (props: {
  readonly running: boolean;
  readonly onTake: (entry: HistoryEntry) => void;
  readonly onRunAgain: (entry: HistoryEntry) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const styles = useStyles();
  const { id: workspaceId } = useWorkspace();
  const kept = useCall('query.history', { workspaceId });
  const clear = useAction('query.clearHistory', { invalidates: ['query.history'] });
  const [withDoctor, setWithDoctor] = useState(true);
  const all = kept.data?.entries ?? [];
  const entries = withDoctor ? all : all.filter(({ askedBy }) => askedBy !== 'doctor');
  const doctorAsked = all.some(({ askedBy }) => askedBy === 'doctor');
  const error = kept.error ?? clear.error;
  return (
    <SidePanel
      title={TEXTS.title}
      subtitle={TEXTS.subtitle}
      onClose={props.onClose}
      startWidth={440}
      actions={
        all.length === 0 ? undefined : (
          <Button icon={<DeleteIcon />} disabled={clear.busy} onClick={() => void clear.run({ workspaceId })}>
            {TEXTS.clear}
          </Button>
        )
      }
    >
      {error === null ? null : <ErrorPanel error={error} />}
      {kept.loading ? TEXTS.loading : null}
      {doctorAsked ? (
        <Switch
          label={TEXTS.doctors}
          checked={withDoctor}
          onChange={(_event, { checked }) => setWithDoctor(checked)}
        />
      ) : null}
      {kept.data === undefined || entries.length > 0 ? null : doctorAsked ? TEXTS.onlyDoctor : TEXTS.empty}
      <ul className={styles.list}>
        {entries.map((entry) => {
          const [status, word] = outcomeOf(entry);
          return (
            <li key={entry.runId} className={styles.entry}>
              <div className={styles.head}>
                <span className={styles.quiet}>
                  <Moment at={entry.at} />
                </span>
                <StatusBadge status={status} word={word} />
              </div>
              <pre className={styles.text}>{entry.query.text}</pre>
              <span className={styles.quiet}>
                {TEXTS.about(entry.appName, entry.environmentIds.length, entry.rows)}
                {entry.askedBy === 'doctor' ? ` · ${TEXTS.byDoctor}` : null}
              </span>
              {entry.denied.length === 0 ? null : (
                <span className={styles.quiet}>
                  {TEXTS.denied(
                    entry.denied.length,
                    [...new Set(entry.denied.map(({ hex, privilege }) => privilege ?? hex))].join(', '),
                  )}
                </span>
              )}
              <div className={styles.actions}>
                <Button
                  size="small"
                  icon={<RunIcon />}
                  disabled={props.running}
                  onClick={() => props.onRunAgain(entry)}
                >
                  {TEXTS.again}
                </Button>
                <Button size="small" onClick={() => props.onTake(entry)}>
                  {TEXTS.take}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </SidePanel>
  );
};
