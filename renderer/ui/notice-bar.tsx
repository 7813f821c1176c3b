import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { CloseIcon } from './icons.ts';
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
}): ReactElement => (
  <MessageBar
    className={useStyles().bar}
    intent={props.intent}
    layout={props.children === undefined ? 'auto' : 'multiline'}
  >
    <MessageBarBody>
      <MessageBarTitle>{props.title}</MessageBarTitle>
      {props.children}
    </MessageBarBody>
    {props.actions === undefined && props.onDismiss === undefined ? null : (
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
      </MessageBarActions>
    )}
  </MessageBar>
);
