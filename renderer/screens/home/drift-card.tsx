import type { ReactElement } from 'react';
import { BASELINE_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import { Button, Card, formatMoment, Inline, makeStyles, StatusBadge, tokens } from '../../ui/index.ts';

const TEXTS = BASELINE_TEXTS.home;

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

/** How many environments differ from the workspace's baseline, as the last comparison found. Nothing without a baseline. */
export const DriftCard = (): ReactElement | null => {
  const styles = useStyles();
  const go = useGo();
  const { id: workspaceId } = useWorkspace();
  const kept = useCall('baseline.get', { workspaceId }).data?.kept ?? null;
  if (kept === null) return null;
  const summary = kept.last?.summary ?? null;
  const compared = summary === null ? 0 : summary.same + summary.drifted;
  const missing = summary === null ? 0 : summary.failed + summary.unknown;
  return (
    <Card
      title={TEXTS.title}
      actions={
        <Button size="small" appearance="subtle" onClick={() => go({ page: 'baseline', workspaceId })}>
          {TEXTS.open}
        </Button>
      }
    >
      {summary === null ? (
        <span className={styles.quiet}>{BASELINE_TEXTS.never}</span>
      ) : (
        <>
          <Inline wrap gap="l">
            <StatusBadge
              status={summary.drifted > 0 ? 'attention' : missing > 0 ? 'unknown' : 'healthy'}
              word={BASELINE_TEXTS.summary(summary.drifted, compared + missing)}
            />
            {missing === 0 ? null : <StatusBadge status="unreachable" word={TEXTS.failed(missing)} />}
          </Inline>
          <span className={styles.quiet}>{TEXTS.asOf(formatMoment(summary.at))}</span>
        </>
      )}
    </Card>
  );
};
