import type { ReactElement } from 'react';
import { STATUSES } from '../../../preload/contract/words/status.ts';
import { HOME_TEXTS, STATUS_LABELS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import { Button, Card, formatNumber, Inline, makeStyles, StatusBadge, tokens } from '../../ui/index.ts';
import type { EnvironmentRow } from '../environments/index.ts';

const TEXTS = HOME_TEXTS.environments;

const useStyles = makeStyles({
  counts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  number: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** How many environments there are in each status. */
export const EnvironmentsCard = (props: { readonly rows: readonly EnvironmentRow[] }): ReactElement => {
  const styles = useStyles();
  const go = useGo();
  const { id: workspaceId } = useWorkspace();
  const production = props.rows.filter((row) => row.environment.production).length;
  return (
    <Card
      title={`${TEXTS.title} (${formatNumber(props.rows.length)})`}
      actions={
        <Button size="small" appearance="subtle" onClick={() => go({ page: 'environments', workspaceId })}>
          {TEXTS.open}
        </Button>
      }
    >
      <div className={styles.counts}>
        {STATUSES.map((status) => {
          const count = props.rows.filter((row) => row.status === status).length;
          return count === 0 ? null : (
            <Inline key={status} justify="between">
              <StatusBadge status={status} word={STATUS_LABELS[status]} />
              <span className={styles.number}>{formatNumber(count)}</span>
            </Inline>
          );
        })}
        {production === 0 ? null : <span className={styles.quiet}>{TEXTS.production(production)}</span>}
      </div>
    </Card>
  );
};
