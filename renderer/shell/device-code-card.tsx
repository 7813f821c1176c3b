import type { ReactElement, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { EventOf } from '../../preload/contract/index.ts';
import { SHELL_TEXTS, SIGN_IN_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useWorkspaceOrNone } from '../bridge/index.ts';
import {
  Button,
  CopyIcon,
  Inline,
  makeStyles,
  OpenIcon,
  ProgressBar,
  Skeleton,
  SkeletonItem,
  Stack,
  tokens,
  useUiPorts,
} from '../ui/index.ts';

const TEXTS = SIGN_IN_TEXTS.code;

const useStyles = makeStyles({
  steps: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    '& li': { marginBottom: tokens.spacingVerticalXS },
  },
  page: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  code: {
    display: 'block',
    padding: tokens.spacingVerticalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '0.12em',
    textAlign: 'center',
    userSelect: 'all',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Seconds until an instant, each second anew. */
const useSecondsUntil = (instant: string): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000));
};

const Code = (props: { readonly code: EventOf<'identity.signInWithCode'> }): ReactElement => {
  const styles = useStyles();
  const ports = useUiPorts();
  const [copied, setCopied] = useState(false);
  const { userCode, verificationUrl, expiresAt } = props.code;
  // The demo cloud brings its own registration, which allows it.
  const ownClient = useWorkspaceOrNone()?.demo === false;
  const seconds = useSecondsUntil(expiresAt);
  return (
    <Stack gap="l">
      <ol className={styles.steps}>
        <li>
          {TEXTS.open} <span className={styles.page}>{verificationUrl}</span>
        </li>
        <li>{TEXTS.type}</li>
      </ol>
      <output className={styles.code} aria-label={TEXTS.label(userCode)}>
        {userCode}
      </output>
      <Inline wrap>
        <Button
          appearance="primary"
          icon={<CopyIcon />}
          onClick={() => void ports.copyText(userCode).then(setCopied)}
        >
          {copied ? TEXTS.copied : TEXTS.copy}
        </Button>
        <Button icon={<OpenIcon />} onClick={() => ports.openLink(verificationUrl)}>
          {TEXTS.openPage}
        </Button>
      </Inline>
      <Stack gap="s">
        <ProgressBar aria-label={TEXTS.waiting} />
        {/* Read out once: a count that speaks every second would drown everything else. */}
        <p className={styles.quiet}>
          {TEXTS.waiting} <span aria-hidden>{TEXTS.left(seconds)}</span>
        </p>
        {ownClient ? <p className={styles.quiet}>{TEXTS.publicClient}</p> : null}
        <p className={styles.quiet}>{TEXTS.warning}</p>
      </Stack>
    </Stack>
  );
};

/** The code that is typed elsewhere, large, with where, and how long it lasts. */
export const DeviceCodeCard = (props: {
  readonly code: EventOf<'identity.signInWithCode'> | null;
  readonly other: ReactNode;
  readonly onCancel: () => void;
}): ReactElement => (
  <Stack gap="l">
    {props.code === null ? (
      <Skeleton aria-label={TEXTS.asking}>
        <Stack gap="l">
          <SkeletonItem size={48} />
          <SkeletonItem size={72} />
        </Stack>
      </Skeleton>
    ) : (
      <Code code={props.code} />
    )}
    <Inline wrap>
      <Button onClick={props.onCancel}>{SHELL_TEXTS.cancelSignIn}</Button>
      {props.other}
    </Inline>
  </Stack>
);
