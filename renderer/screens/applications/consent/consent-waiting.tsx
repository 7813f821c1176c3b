import type { ReactElement } from 'react';
import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Button, formatMoment, Inline, Spinner, StopIcon } from '../../../ui/index.ts';

const TEXTS = CONSENT_TEXTS.link;

/** The listener's state in one line, and the way to end it. */
export const ConsentWaiting = (props: {
  readonly until: string | null;
  /** 0 while nobody has answered. */
  readonly attempt: number;
  readonly onStop: () => void;
}): ReactElement => (
  <Inline wrap justify="between">
    <Spinner
      size="tiny"
      label={
        props.attempt > 0
          ? TEXTS.checking(props.attempt)
          : TEXTS.waiting(props.until === null ? '' : formatMoment(props.until, 'time'))
      }
    />
    <Button size="small" icon={<StopIcon />} onClick={props.onStop}>
      {TEXTS.stop}
    </Button>
  </Inline>
);
