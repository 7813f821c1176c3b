import type { ReactElement } from 'react';
import { SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useAccount } from '../session/index.ts';
import {
  AttentionIcon,
  Button,
  Facts,
  Identifier,
  makeStyles,
  MenuButton,
  PersonIcon,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  SignOutIcon,
  Spinner,
  Stack,
  tokens,
} from '../ui/index.ts';

const useStyles = makeStyles({
  button: { maxWidth: '240px', minWidth: 0, fontWeight: tokens.fontWeightRegular },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  surface: { width: '420px' },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  hint: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Who is signed in to this workspace; signing in and out. */
export const AccountMenu = (): ReactElement | null => {
  const styles = useStyles();
  const { account, state, signingIn, signIn, cancelSignIn, signOut } = useAccount();
  if (state === 'loading') return null;
  if (signingIn) {
    return (
      <Popover defaultOpen positioning="below-end" withArrow>
        <PopoverTrigger disableButtonEnhancement>
          <MenuButton className={styles.button} appearance="subtle" icon={<Spinner size="tiny" />}>
            <span className={styles.text}>{SHELL_TEXTS.signIn}</span>
          </MenuButton>
        </PopoverTrigger>
        <PopoverSurface className={styles.surface} aria-label={SHELL_TEXTS.account}>
          <Stack gap="s" align="start">
            <p className={styles.name}>{SHELL_TEXTS.signingIn}</p>
            <p className={styles.hint}>{SHELL_TEXTS.signingInHint}</p>
            <Button onClick={cancelSignIn}>{SHELL_TEXTS.cancelSignIn}</Button>
          </Stack>
        </PopoverSurface>
      </Popover>
    );
  }
  if (account === null) {
    return (
      <Button appearance="primary" size="small" icon={<PersonIcon />} onClick={() => void signIn()}>
        {SHELL_TEXTS.signIn}
      </Button>
    );
  }
  return (
    <Popover positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <MenuButton
          className={styles.button}
          appearance="subtle"
          icon={state === 'expired' ? <AttentionIcon /> : <PersonIcon />}
          aria-label={`${SHELL_TEXTS.account}: ${account.username}`}
        >
          <span className={styles.text} title={account.username}>
            {account.username}
          </span>
        </MenuButton>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={SHELL_TEXTS.account}>
        <Stack>
          <div>
            <p className={styles.name}>{account.name}</p>
            <p className={styles.hint}>{account.username}</p>
            {state === 'expired' ? <p className={styles.hint}>{SHELL_TEXTS.expired}</p> : null}
          </div>
          <Facts
            facts={[
              {
                label: SHELL_TEXTS.tenant,
                value: <Identifier value={account.tenantId} what={SHELL_TEXTS.tenant} full />,
              },
            ]}
          />
          <Stack gap="s" align="start">
            {state === 'expired' ? (
              <Button appearance="primary" onClick={() => void signIn()}>
                {SHELL_TEXTS.signInAgain}
              </Button>
            ) : null}
            <Button icon={<SignOutIcon />} onClick={signOut}>
              {SHELL_TEXTS.signOut}
            </Button>
          </Stack>
        </Stack>
      </PopoverSurface>
    </Popover>
  );
};
