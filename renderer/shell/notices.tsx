import type { ReactElement } from 'react';
import type { OutputOf } from '../../preload/contract/index.ts';
import { EXPIRY_TEXTS, SHELL_TEXTS, vaultTexts } from '../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useKept, useWorkspaceOrNone } from '../bridge/index.ts';
import { useGo } from '../places/index.ts';
import { useReminder } from './use-reminders.ts';
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

const vaultTitle = (status: OutputOf<'vault.status'>): string => {
  switch (status.state) {
    case 'available':
      return vaultTexts(status).title;
    case 'locked':
      return SHELL_TEXTS.vaultLocked;
    case 'no-service':
    case 'unsupported':
      return SHELL_TEXTS.vaultSession;
  }
};

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
  const vaultNotice = `vault:${vault.data?.state ?? ''}`;
  const [reminder, setReminder] = useReminder();
  const hide = (id: string) => setHidden((ids) => [...ids, id]);

  // The weaker host matters where something real is at stake: not in the demo cloud, and not before the first workspace.
  const realTenant = workspace !== null && !workspace.demo;
  const notices = (start.data?.notices ?? []).filter(
    (notice) => !hidden.includes(notice.id) && (notice.kind !== 'weaker-host' || realTenant),
  );
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
              if (notice.kind === 'file-quarantined' || notice.kind === 'file-newer')
                void dismiss.run({ id: notice.id });
            }}
          >
            {text.text(notice.params)}
          </NoticeBar>
        );
      })}
      {reminder === null ? null : (
        <NoticeBar
          intent="warning"
          title={EXPIRY_TEXTS.reminder(reminder).title}
          actions={
            <Button
              size="small"
              onClick={() => {
                setReminder(null);
                go({ page: 'expiry', params: { window: 'attention' } });
              }}
            >
              {EXPIRY_TEXTS.reminderOpen}
            </Button>
          }
          onDismiss={() => setReminder(null)}
        >
          {EXPIRY_TEXTS.reminder(reminder).body}
        </NoticeBar>
      )}
      {vault.data === undefined || vault.data.keeps === 'keychain' || hidden.includes(vaultNotice) ? null : (
        <NoticeBar
          intent="warning"
          title={vaultTitle(vault.data)}
          actions={
            <Button size="small" onClick={() => go({ page: 'settings', params: { section: 'vault' } })}>
              {SHELL_TEXTS.vaultMore}
            </Button>
          }
          onDismiss={() => hide(vaultNotice)}
        />
      )}
    </div>
  );
};
