import type { ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { explain, HOME_TEXTS, SHELL_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import {
  Button,
  Card,
  cardRowButton,
  cardRows,
  ErrorPanel,
  HealthyIcon,
  Inline,
  makeStyles,
  mergeClasses,
  ProductionBadge,
  ProgressBar,
  Skeleton,
  SkeletonItem,
  StatusBadge,
  tokens,
} from '../../ui/index.ts';
import type { EnvironmentChecks, EnvironmentRow } from '../environments/index.ts';

const TEXTS = HOME_TEXTS.attention;
const MOST_SHOWN = 8;

const useStyles = makeStyles({
  list: { ...cardRows, display: 'flex', flexDirection: 'column' },
  button: { ...cardRowButton, gridTemplateColumns: '120px minmax(120px, 5fr) minmax(0, 6fr)' },
  name: { fontWeight: tokens.fontWeightSemibold },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  calm: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  calmIcon: { fontSize: '28px', lineHeight: '1', color: tokens.colorPaletteGreenForeground1 },
  calmTitle: { fontWeight: tokens.fontWeightSemibold },
});

/** Environments that cannot be reached or refuse the admin, worst first; or that all is well. */
export const AttentionCard = (props: {
  readonly rows: readonly EnvironmentRow[];
  readonly checks: EnvironmentChecks;
  readonly loading: boolean;
  readonly error: AppError | null;
  readonly onRetry: () => void;
  /** Something that was begun is not done to its end: not all is well then, whatever the environments answer. */
  readonly openWork: boolean;
}): ReactElement | null => {
  const styles = useStyles();
  const go = useGo();
  const { id: workspaceId } = useWorkspace();
  const { rows, checks } = props;
  const failing = rows
    .filter((row) => row.check?.error != null || row.status === 'attention')
    .toSorted((a, b) => Number(b.environment.production) - Number(a.environment.production));
  const open = (row: EnvironmentRow) =>
    go({ page: 'environments', workspaceId, params: { environment: row.environment.id } });
  if (props.loading) {
    return (
      <Card title={TEXTS.title}>
        <Skeleton aria-hidden>
          <SkeletonItem size={96} />
        </Skeleton>
      </Card>
    );
  }
  if (props.error !== null) {
    return (
      <Card title={TEXTS.title}>
        <ErrorPanel bare error={props.error} handlers={{ retry: props.onRetry }} />
      </Card>
    );
  }
  if (rows.length === 0) return null;
  const calm = failing.length === 0 && checks.everRun && !checks.running;
  return (
    <Card
      title={failing.length === 0 ? TEXTS.title : TEXTS.failing(failing.length, rows.length)}
      actions={
        failing.length > MOST_SHOWN ? (
          <Button size="small" appearance="subtle" onClick={() => go({ page: 'environments', workspaceId })}>
            {TEXTS.showAll(failing.length)}
          </Button>
        ) : null
      }
    >
      {checks.running ? (
        <div>
          <ProgressBar aria-label={TEXTS.checking} value={checks.done} max={Math.max(1, checks.asked)} />
          <span className={styles.quiet}>
            {`${TEXTS.checking} · ${SHELL_TEXTS.operationCount(checks.done, checks.asked)}`}
          </span>
        </div>
      ) : null}
      {failing.length === 0 ? null : (
        <ul className={styles.list}>
          {failing.slice(0, MOST_SHOWN).map((row) => (
            <li key={row.environment.id}>
              <button type="button" className={styles.button} onClick={() => open(row)}>
                <StatusBadge status={row.status} word={row.word} />
                <Inline gap="xs">
                  <span className={mergeClasses(styles.name, styles.cut)} title={row.environment.name}>
                    {row.environment.name}
                  </span>
                  {row.environment.production ? <ProductionBadge /> : null}
                </Inline>
                <span className={mergeClasses(styles.quiet, styles.cut)}>
                  {row.check?.error == null ? '' : explain(row.check.error).title}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {calm ? (
        <div className={styles.calm}>
          <span className={styles.calmIcon} aria-hidden>
            <HealthyIcon />
          </span>
          <div>
            <div className={styles.calmTitle}>{props.openWork ? TEXTS.answersTitle : TEXTS.calmTitle}</div>
            <div className={styles.quiet}>{props.openWork ? TEXTS.answersText : TEXTS.calmText}</div>
          </div>
        </div>
      ) : null}
      {checks.everRun ? null : (
        <Inline justify="between" wrap>
          <span className={styles.quiet}>{TEXTS.unchecked}</span>
          <Button size="small" onClick={() => checks.start(rows.map((row) => row.environment.id))}>
            {TEXTS.checkNow}
          </Button>
        </Inline>
      )}
    </Card>
  );
};
