import type { ReactElement, ReactNode } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, makeStyles, tokens } from '../../ui/index.ts';

const TEXTS = APPLICATION_USERS_TEXTS.wizard;

const useStyles = makeStyles({
  quiet: {
    flex: '1 1 0',
    minWidth: 0,
    textAlign: 'right',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The buttons below a step: what goes on first, then back, then what ends it. */
export const WizardFooter = (props: {
  readonly main: ReactNode;
  readonly onBack?: (() => void) | undefined;
  readonly onDiscard?: (() => void) | undefined;
}): ReactElement => {
  const styles = useStyles();
  return (
    <>
      {props.main}
      {props.onBack === undefined ? null : <Button onClick={props.onBack}>{TEXTS.back}</Button>}
      {props.onDiscard === undefined ? null : (
        <>
          <span className={styles.quiet}>{TEXTS.kept}</span>
          <Button appearance="subtle" onClick={props.onDiscard}>
            {TEXTS.discard}
          </Button>
        </>
      )}
    </>
  );
};
