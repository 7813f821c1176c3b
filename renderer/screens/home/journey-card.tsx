import type { ReactElement } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { OperationSummary } from '../../../preload/contract/fleet.ts';
import { HOME_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import { useAccount } from '../../session/index.ts';
import {
  Button,
  Card,
  CheckIcon,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '../../ui/index.ts';
import type { JourneyStep } from './journey-steps.ts';
import { JOURNEY, journeyProof } from './journey-steps.ts';

const TEXTS = HOME_TEXTS.journey;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  step: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} 0`,
    ':not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      left: '11.5px',
      top: 'calc(50% + 14px)',
      bottom: 'calc(-50% + 14px)',
      width: '1px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    ...typographyStyles.caption1Strong,
  },
  markDone: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorPaletteGreenBorderActive}`,
    color: tokens.colorPaletteGreenForeground1,
  },
  markNext: {
    border: 'none',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
});

/** The main journey: each step checks itself, the next open one has the button. */
export const JourneyCard = (props: {
  readonly environments: number;
  readonly profiles: readonly AppProfile[];
  readonly operations: readonly OperationSummary[];
}): ReactElement => {
  const styles = useStyles();
  const go = useGo();
  const { id: workspaceId } = useWorkspace();
  const { account, signIn, signingIn } = useAccount();
  const facts = { ...props, username: account?.username ?? null };
  const next = JOURNEY.find((step) => journeyProof(step, facts) === null) ?? 'query';
  const does: Readonly<Record<JourneyStep, () => void>> = {
    signIn: () => void signIn(),
    environments: () => go({ page: 'environments', workspaceId, params: { do: 'discover' } }),
    app: () => go({ page: 'applications', workspaceId }),
    users: () => go({ page: 'application-users/new', workspaceId }),
    query: () => go({ page: 'query', workspaceId }),
  };
  return (
    <Card title={TEXTS.title} text={TEXTS.text}>
      <ol className={styles.list}>
        {JOURNEY.map((step, index) => {
          const proof = journeyProof(step, facts);
          return (
            <li key={step} className={styles.step}>
              <span
                role="img"
                aria-label={proof === null ? TEXTS.open : TEXTS.done}
                className={mergeClasses(
                  styles.mark,
                  proof !== null && styles.markDone,
                  step === next && styles.markNext,
                )}
              >
                {proof === null ? index + 1 : <CheckIcon />}
              </span>
              <div>
                <div className={styles.title}>{TEXTS.steps[step].title}</div>
                <div className={styles.text}>{proof ?? TEXTS.steps[step].text}</div>
              </div>
              {step === next ? (
                <Button
                  appearance="primary"
                  size="small"
                  disabledFocusable={step === 'signIn' && signingIn}
                  onClick={does[step]}
                >
                  {TEXTS.actions[step]}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Card>
  );
};
