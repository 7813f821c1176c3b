import type { ReactElement } from 'react';
import { useState } from 'react';
import { expiryOf, localTimeZone } from '../../../preload/contract/words/expiry.ts';
import { EXPIRY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import { Button, Card, cardRowButton, cardRows, makeStyles, mergeClasses, tokens } from '../../ui/index.ts';
import { ExpiryBadge } from '../expiry/index.ts';

const TEXTS = EXPIRY_TEXTS.home;
const MOST_SHOWN = 5;

const useStyles = makeStyles({
  list: cardRows,
  button: { ...cardRowButton, gridTemplateColumns: '120px minmax(0, 1fr) auto' },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Credentials of the workspace that are expired or end within 30 days; nothing when there are none. */
export const ExpiryCard = (): ReactElement | null => {
  const styles = useStyles();
  const go = useGo();
  const { id: workspaceId } = useWorkspace();
  const { data } = useCall('expiry.summary', { workspaceId });
  const [now] = useState(() => Date.now());
  if (data === undefined || data.urgent.length === 0) return null;
  const { expired, month, week } = data.counts;
  const open = (credential?: string) =>
    go({
      page: 'expiry',
      params: {
        workspace: workspaceId,
        window: 'attention',
        ...(credential === undefined ? {} : { credential }),
      },
    });
  return (
    <Card
      title={`${TEXTS.title} (${expired + week + month})`}
      actions={
        <Button size="small" appearance="subtle" onClick={() => open()}>
          {TEXTS.more}
        </Button>
      }
    >
      <ul className={styles.list}>
        {data.urgent.slice(0, MOST_SHOWN).map((row) => {
          const expiry = expiryOf(row.expiresOn, now, localTimeZone());
          return (
            <li key={row.id}>
              <button type="button" className={styles.button} onClick={() => open(row.id)}>
                <ExpiryBadge state={expiry.state} />
                <span className={styles.cut} title={`${row.appName} · ${row.label}`}>
                  <span className={styles.name}>{row.appName}</span>
                  <span className={styles.quiet}> · {row.label}</span>
                </span>
                <span className={mergeClasses(styles.quiet)}>{EXPIRY_TEXTS.when(expiry.days ?? 0)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
