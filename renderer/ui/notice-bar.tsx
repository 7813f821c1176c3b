import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { CloseIcon } from './icons.ts';
import { UI_TEXTS } from './texts.ts';

/** One line that a person should read, with what can be done about it. */
export const NoticeBar = (props: {
  readonly intent: 'info' | 'warning' | 'error' | 'success';
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}): ReactElement => (
  <MessageBar intent={props.intent} layout="multiline">
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
