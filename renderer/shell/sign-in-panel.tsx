import type { ReactElement } from 'react';
import { SHELL_TEXTS, SIGN_IN_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useAccount } from '../session/index.ts';
import {
  Button,
  ErrorPanel,
  Inline,
  makeStyles,
  ProgressBar,
  SidePanel,
  Stack,
  tokens,
} from '../ui/index.ts';
import { DeviceCodeCard } from './device-code-card.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** The panel's own buttons do these, each once. */
const OWN_WAYS = { retry: null, 'sign-in': null, 'sign-in-other': null } as const;

/** A sign-in that waits for the person or has failed, with the other way of doing it beside it. */
export const SignInPanel = (): ReactElement | null => {
  const styles = useStyles();
  const { attempt, begin, cancelSignIn } = useAccount();
  if (attempt === null) return null;
  const { way, purpose, code, error } = attempt;
  const graph = purpose.kind === 'graph' ? purpose.permission : null;
  // What refuses a code may let the browser in; a code that nobody typed is asked for anew.
  const rather = way === 'code' && error?.code === 'entra';
  const otherWay = (
    <Button
      appearance={rather ? 'primary' : 'secondary'}
      onClick={() => void begin(way === 'code' ? 'browser' : 'code', purpose)}
    >
      {way === 'code' ? SIGN_IN_TEXTS.useBrowser : SIGN_IN_TEXTS.useCode}
    </Button>
  );
  return (
    <SidePanel
      title={graph === null ? SIGN_IN_TEXTS.title : SIGN_IN_TEXTS.graphTitle}
      onClose={cancelSignIn}
      startWidth={400}
    >
      {graph === null ? null : <p className={styles.text}>{SIGN_IN_TEXTS.graphText(graph)}</p>}
      {error !== null ? (
        <Stack gap="l">
          <ErrorPanel error={error} bare handlers={OWN_WAYS} />
          <Inline wrap>
            <Button appearance={rather ? 'secondary' : 'primary'} onClick={() => void begin(way, purpose)}>
              {way === 'code' ? SIGN_IN_TEXTS.newCode : SIGN_IN_TEXTS.tryAgain}
            </Button>
            {otherWay}
            {purpose.kind === 'again' ? (
              <Button onClick={() => void begin(way, { kind: 'account' })}>{SIGN_IN_TEXTS.another}</Button>
            ) : null}
          </Inline>
        </Stack>
      ) : way === 'code' ? (
        <DeviceCodeCard code={code} other={otherWay} onCancel={cancelSignIn} />
      ) : (
        <Stack gap="l">
          <Stack gap="s">
            <p className={styles.text}>{SHELL_TEXTS.signingIn}</p>
            <ProgressBar aria-label={SHELL_TEXTS.signingIn} />
            <p className={styles.quiet}>{SIGN_IN_TEXTS.browserHint}</p>
          </Stack>
          <Inline wrap>
            <Button onClick={cancelSignIn}>{SHELL_TEXTS.cancelSignIn}</Button>
            {otherWay}
          </Inline>
        </Stack>
      )}
    </SidePanel>
  );
};
