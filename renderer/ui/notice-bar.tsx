import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useContext, useState } from 'react';
import { CloseIcon } from './icons.ts';
import { InOneLine } from './in-one-line.ts';
import { UI_TEXTS } from './texts.ts';

// In a column that scrolls, a bar must never be squeezed below its text.
const useStyles = makeStyles({ bar: { flexShrink: 0 } });

/** One line that a person should read, with what can be done about it. */
export const NoticeBar = (props: {
  readonly intent: 'info' | 'warning' | 'error' | 'success';
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}): ReactElement => {
  const styles = useStyles();
  const folds = useContext(InOneLine) && props.children !== undefined;
  const [open, setOpen] = useState(false);
  const told = folds && !open ? undefined : props.children;
  const more = folds ? (
    <Button size="small" appearance="transparent" aria-expanded={open} onClick={() => setOpen(!open)}>
      {open ? UI_TEXTS.fewerNotices : UI_TEXTS.tellMore}
    </Button>
  ) : null;
  return (
    <MessageBar
      className={styles.bar}
      intent={props.intent}
      layout={told === undefined ? 'auto' : 'multiline'}
    >
      <MessageBarBody>
        <MessageBarTitle>{props.title}</MessageBarTitle>
        {told}
      </MessageBarBody>
      {props.actions === undefined && props.onDismiss === undefined && more === null ? null : (
        <MessageBarActions
          containerAction={
            props.onDismiss === undefined ? null : (
              <Button
                appearance="transparent"
                aria-label={UI_TEXTS.dismiss}
                icon={<CloseIcon />}
                onClick={props.onDismiss}
              />
            )
          }
        >
          {props.actions}
          {more}
        </MessageBarActions>
      )}
    </MessageBar>
  );
};
