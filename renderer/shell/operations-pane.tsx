import type { ReactElement } from 'react';
import { SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useBridge, useStreams, useWorkspaceOrNone } from '../bridge/index.ts';
import {
  Badge,
  Button,
  Inline,
  later,
  makeStyles,
  OperationsIcon,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
  Tooltip,
} from '../ui/index.ts';

const OperationList = later(async () => (await import('./operation-list.tsx')).OperationList);

const useStyles = makeStyles({
  surface: { width: '420px', maxWidth: '90vw', padding: 0 },
  head: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  empty: {
    margin: 0,
    padding: tokens.spacingVerticalXXL,
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
  },
  anchor: { position: 'relative', display: 'inline-flex' },
  badge: { position: 'absolute', top: '-2px', right: '-4px', pointerEvents: 'none' },
});

/** What runs and what ran in this session, with a cancel for each; only of the workspace that is shown. */
export const OperationsPane = (): ReactElement => {
  const styles = useStyles();
  const { streams } = useBridge();
  const workspaceId = useWorkspaceOrNone()?.id ?? null;
  const entries = useStreams().filter((entry) => workspaceId !== null && entry.scope.startsWith(workspaceId));
  const running = entries.filter((entry) => entry.endedAt === null).length;
  return (
    <Popover positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={SHELL_TEXTS.operationsRunning(running)} relationship="label">
          <Button
            appearance="subtle"
            icon={
              <span className={styles.anchor}>
                <OperationsIcon />
                {running === 0 ? null : (
                  <Badge className={styles.badge} size="small" color="brand">
                    {running}
                  </Badge>
                )}
              </span>
            }
          />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={SHELL_TEXTS.operations}>
        <Inline justify="between" className={styles.head}>
          <h2 className={styles.title}>{SHELL_TEXTS.operations}</h2>
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={entries.length === running}
            onClick={streams.forgetEnded}
          >
            {SHELL_TEXTS.operationsClear}
          </Button>
        </Inline>
        {entries.length === 0 ? (
          <p className={styles.empty}>{SHELL_TEXTS.operationsEmpty}</p>
        ) : (
          <OperationList entries={entries} onCancel={({ id }) => streams.cancel(id)} />
        )}
      </PopoverSurface>
    </Popover>
  );
};
