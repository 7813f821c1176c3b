import type { ReactElement } from 'react';
import { SHELL_TEXTS, VAULT_STATE_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { callKey, useAction, useCall, useKept, useWorkspaceOrNone } from '../bridge/index.ts';
import { useGo } from '../places/index.ts';
import { Button, makeStyles, NoticeBar, tokens } from '../ui/index.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} 0`,
    ':empty': { display: 'none' },
  },
});

const NOT_DISMISSED: readonly string[] = [];

/** What a person must know before trusting this window: host, vault, files that were set aside. */
export const Notices = (): ReactElement => {
  const styles = useStyles();
  const go = useGo();
  const start = useCall('app.start', {});
  const vault = useCall('vault.status', {});
  const workspace = useWorkspaceOrNone();
  const dismiss = useAction('settings.dismissNotice', { invalidates: ['app.start'] });
  const [hidden, setHidden] = useKept(['all', 'notices'], NOT_DISMISSED);
  const hide = (id: string) => setHidden((ids) => [...ids, id]);

  // The weaker host matters where something real is at stake: not in the demo cloud, and not before the first workspace.
  const realTenant = workspace !== null && !workspace.demo;
  const notices = (start.data?.notices ?? []).filter(
    (notice) => !hidden.includes(notice.id) && (notice.kind !== 'weaker-host' || realTenant),
  );
  const state = vault.data?.state ?? 'available';
  return (
    <div className={styles.box}>
      {notices.map((notice) => {
        const text = SHELL_TEXTS.notices[notice.kind];
        return (
          <NoticeBar
            key={notice.id}
            intent={notice.kind === 'update-off' ? 'info' : 'warning'}
            title={text.title}
            onDismiss={() => {
              hide(notice.id);
              if (notice.kind === 'file-quarantined') void dismiss.run({ id: notice.id });
            }}
          >
            {text.text(notice.params)}
          </NoticeBar>
        );
      })}
      {state === 'available' || hidden.includes(callKey('vault.status').join()) ? null : (
        <NoticeBar
          intent="warning"
          title={state === 'locked' ? SHELL_TEXTS.vaultLocked : SHELL_TEXTS.vaultSession}
          actions={
            <Button size="small" onClick={() => go({ page: 'settings', params: { section: 'vault' } })}>
              {SHELL_TEXTS.vaultMore}
            </Button>
          }
          onDismiss={() => hide(callKey('vault.status').join())}
        >
          {VAULT_STATE_TEXTS[state].meaning}
        </NoticeBar>
      )}
    </div>
  );
};
