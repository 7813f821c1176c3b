import type { ReactElement } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import { HOME_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import {
  Button,
  Card,
  formatMoment,
  formatNumber,
  Inline,
  Link,
  makeStyles,
  StatusBadge,
  tokens,
} from '../../ui/index.ts';
import { useAccessCounts } from '../application-users/index.ts';

const TEXTS = HOME_TEXTS.access;

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  number: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The access map in numbers, as it is known without asking anybody, and what changed in it. */
export const AccessCard = (props: { readonly environments: readonly Environment[] }): ReactElement | null => {
  const styles = useStyles();
  const go = useGo();
  const { id: workspaceId } = useWorkspace();
  const { asOf, counts, differences, opened } = useAccessCounts(workspaceId, props.environments);
  const openMap = () => go({ page: 'application-users/map', workspaceId });
  if (!opened) return null;
  const all: readonly { readonly status: Status; readonly word: string; readonly count: number }[] = [
    { status: 'attention', word: TEXTS.attention, count: counts.attention },
    { status: 'attention', word: TEXTS.administrators, count: counts.administrators },
    { status: 'unreachable', word: TEXTS.unanswered, count: counts.unanswered },
  ];
  const told = all.filter(({ count }) => count > 0);
  return (
    <Card
      title={TEXTS.title}
      actions={
        <Button size="small" appearance="subtle" onClick={openMap}>
          {TEXTS.open}
        </Button>
      }
    >
      {asOf === null ? (
        <span className={styles.quiet}>{TEXTS.neverRead}</span>
      ) : (
        <div className={styles.lines}>
          <span>{TEXTS.size(counts.apps, counts.environments)}</span>
          {told.map(({ count, status, word }) => (
            <Inline key={word} justify="between">
              <StatusBadge status={status} word={word} />
              <span className={styles.number}>{formatNumber(count)}</span>
            </Inline>
          ))}
          {told.length === 0 ? <StatusBadge status="healthy" word={TEXTS.calm} /> : null}
          {differences.total === 0 || differences.since === null ? null : (
            <Link
              onClick={() => go({ page: 'application-users', workspaceId, params: { concern: 'changed' } })}
            >
              {TEXTS.changed(differences.total, formatMoment(differences.since, 'date'))}
            </Link>
          )}
          <span className={styles.quiet}>{TEXTS.asOf(formatMoment(asOf))}</span>
        </div>
      )}
    </Card>
  );
};
