import type { ReactElement } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import { ACTIVITY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, StatusBadge } from '../../ui/index.ts';

type Integrity = OutputOf<'activity.list'>['integrity'];

const { integrity: TEXTS } = ACTIVITY_TEXTS;

const useStyles = makeStyles({
  surface: { maxWidth: '360px' },
  button: { fontWeight: 'normal' },
});

const faceOf = (integrity: Integrity): { status: Status; word: string; hint: string } => {
  switch (integrity.state) {
    case 'intact':
      return { status: 'healthy', word: TEXTS.intact, hint: TEXTS.intactHint };
    case 'broken':
      return { status: 'denied', word: TEXTS.broken(integrity.brokenAt), hint: TEXTS.brokenHint };
    case 'not-tamper-evident':
      return { status: 'attention', word: TEXTS['not-tamper-evident'], hint: TEXTS.notTamperEvidentHint };
  }
};

/** Whether the journal can be trusted; a click says what that rests on. */
export const IntegrityBadge = (props: { readonly integrity: Integrity }): ReactElement => {
  const styles = useStyles();
  const face = faceOf(props.integrity);
  return (
    <Popover withArrow positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.button}>
          <StatusBadge status={face.status} word={face.word} />
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface}>{face.hint}</PopoverSurface>
    </Popover>
  );
};
