import type { ReactElement } from 'react';
import { useRef } from 'react';
import { explain, SIGN_IN_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useAccount } from '../session/index.ts';
import { Button, Inline, makeStyles, StatusBadge, tokens } from '../ui/index.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    maxHeight: '50vh',
    overflowY: 'auto',
    outlineStyle: 'none',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalM} 0`,
    ':not(:last-child)': {
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  row: { gridColumn: '1 / -1' },
});

/** Everybody who is signed in to the workspace, with state, reason and what can be done about each. */
export const AccountList = (props: { readonly onSignIn: () => void }): ReactElement => {
  const styles = useStyles();
  const { accounts, signIn, switchTo, signOut } = useAccount();
  const list = useRef<HTMLUListElement>(null);
  // The button that was pressed goes, and the keyboard must not leave the menu with it.
  const staying = (change: () => void) => () => {
    list.current?.focus();
    change();
  };
  return (
    <ul ref={list} className={styles.list} aria-label={SIGN_IN_TEXTS.accounts} tabIndex={-1}>
      {accounts.map(({ account, current, state, trouble }) => (
        <li key={account.accountId} className={styles.item}>
          <div>
            <div className={styles.name}>{account.name}</div>
            <div className={styles.quiet}>{account.username}</div>
          </div>
          <StatusBadge
            status={state === 'expired' || trouble !== null ? 'attention' : 'healthy'}
            word={
              state === 'expired'
                ? SIGN_IN_TEXTS.expired
                : current
                  ? SIGN_IN_TEXTS.current
                  : SIGN_IN_TEXTS.signedIn
            }
          />
          {trouble === null ? null : (
            <div className={`${styles.row} ${styles.quiet}`}>{explain(trouble).cause}</div>
          )}
          <Inline className={styles.row} wrap>
            {current ? null : (
              <Button
                size="small"
                aria-label={SIGN_IN_TEXTS.useNamed(account.username)}
                onClick={staying(() => switchTo(account))}
              >
                {SIGN_IN_TEXTS.use}
              </Button>
            )}
            {state === 'expired' || trouble !== null ? (
              <Button
                size="small"
                appearance="primary"
                onClick={() => {
                  props.onSignIn();
                  void signIn({ kind: 'again', accountId: account.accountId });
                }}
              >
                {SIGN_IN_TEXTS.again}
              </Button>
            ) : null}
            <Button
              size="small"
              aria-label={SIGN_IN_TEXTS.signOutNamed(account.username)}
              onClick={staying(() => signOut(account))}
            >
              {SIGN_IN_TEXTS.signOut}
            </Button>
          </Inline>
        </li>
      ))}
    </ul>
  );
};
