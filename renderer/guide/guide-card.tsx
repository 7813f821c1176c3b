import type { ReactElement } from 'react';
import { GUIDE_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../bridge/index.ts';
import { useSettings } from '../session/index.ts';
import { Button, Card, Inline, makeStyles, ProgressBar, Stack, tokens } from '../ui/index.ts';
import { useGuide } from './use-guide.ts';

const TEXTS = GUIDE_TEXTS;

const useStyles = makeStyles({
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** How far the walkthrough is, the next step with its button, and the way to the guide. */
export const GuideCard = (): ReactElement | null => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const { change, settings } = useSettings();
  const guide = settings?.guide ?? 'single-tenant';
  const { doneCount, next, steps } = useGuide(guide, workspace);
  const step = steps.find(({ id }) => id === next);
  return (
    <Card
      title={TEXTS.names[guide]}
      text={TEXTS.purposes[guide]}
      actions={
        settings?.guideShown === true ? null : (
          <Button size="small" appearance="subtle" onClick={() => change({ guideShown: true })}>
            {TEXTS.show}
          </Button>
        )
      }
    >
      <Stack gap="s">
        <ProgressBar
          aria-label={TEXTS.progress(doneCount, steps.length)}
          value={doneCount}
          max={steps.length}
        />
        <span className={styles.quiet}>{TEXTS.progress(doneCount, steps.length)}</span>
        {step === undefined ? (
          <span>{TEXTS.finished}</span>
        ) : (
          <Inline justify="between" gap="m">
            <Stack gap="none">
              <span className={styles.title}>{TEXTS.steps[step.id].title}</span>
              <span className={styles.quiet}>{step.evidence}</span>
            </Stack>
            <Button appearance="primary" size="small" onClick={step.act}>
              {TEXTS.steps[step.id].action}
            </Button>
          </Inline>
        )}
      </Stack>
    </Card>
  );
};
