import type { ReactElement } from 'react';
import { useState } from 'react';
import { SHELL_TEXTS, SIGN_IN_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useAccount } from '../session/index.ts';
import {
  AttentionIcon,
  Button,
  Facts,
  Identifier,
  Inline,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  PersonAddIcon,
  PersonIcon,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Spinner,
  Stack,
  tokens,
} from '../ui/index.ts';
import { AccountList } from './account-list.tsx';

const useStyles = makeStyles({
  button: { maxWidth: '240px', minWidth: 0, fontWeight: tokens.fontWeightRegular },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  surface: { width: '420px' },
  hint: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Who is signed in to this workspace; signing in and out. */
export const AccountMenu = (): ReactElement | null => {
  const styles = useStyles();
  const { account, accounts, state, signingIn, signIn, begin } = useAccount();
  const [open, setOpen] = useState(false);
  // While it is open nothing beside it can be reached, and the sign-in goes on beside it.
  const leaving = (start: () => Promise<boolean>) => () => {
    setOpen(false);
    void start();
  };
  if (state === 'loading') return null;
  if (account === null) {
    return (
      <Inline gap="xs">
        <Button
          appearance="primary"
          size="small"
          icon={signingIn ? <Spinner size="tiny" aria-hidden /> : <PersonIcon />}
          onClick={() => void signIn()}
        >
          {SHELL_TEXTS.signIn}
        </Button>
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <MenuButton appearance="subtle" size="small" aria-label={SIGN_IN_TEXTS.ways} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => void begin('code', { kind: 'account' })}>
                {SIGN_IN_TEXTS.withCode}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </Inline>
    );
  }
  return (
    <Popover positioning="below-end" trapFocus open={open} onOpenChange={(_event, now) => setOpen(now.open)}>
      <PopoverTrigger disableButtonEnhancement>
        <MenuButton
          className={styles.button}
          appearance="subtle"
          icon={
            signingIn ? (
              <Spinner size="tiny" aria-hidden />
            ) : state === 'expired' ? (
              <AttentionIcon />
            ) : (
              <PersonIcon />
            )
          }
          aria-label={`${SHELL_TEXTS.account}: ${account.username}`}
        >
          <span className={styles.text} title={account.username}>
            {account.username}
          </span>
        </MenuButton>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={SHELL_TEXTS.account}>
        <Stack>
          {accounts.length > 1 ? <p className={styles.hint}>{SIGN_IN_TEXTS.count(accounts.length)}</p> : null}
          <AccountList onSignIn={() => setOpen(false)} />
          <Facts
            facts={[
              {
                label: SHELL_TEXTS.tenant,
                value: <Identifier value={account.tenantId} what={SHELL_TEXTS.tenant} full />,
              },
            ]}
          />
          <Inline wrap>
            <Button icon={<PersonAddIcon />} onClick={leaving(() => signIn({ kind: 'account' }))}>
              {SIGN_IN_TEXTS.another}
            </Button>
            <Button onClick={leaving(() => begin('code', { kind: 'account' }))}>
              {SIGN_IN_TEXTS.withCode}
            </Button>
          </Inline>
        </Stack>
      </PopoverSurface>
    </Popover>
  );
};
