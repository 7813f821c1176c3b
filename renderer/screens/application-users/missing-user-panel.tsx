import type { ReactElement } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { ApplicationUsersIcon, Button, EmptyState, SidePanel } from '../../ui/index.ts';

const TEXTS = APPLICATION_USERS_TEXTS.missing;

/** Stands where an application user would: its address leads to none, and it is said why. */
export const MissingUserPanel = (props: {
  readonly why: 'gone' | 'not-read';
  /** The environment that the address names; left out where it is not in the workspace. */
  readonly environment?: Environment;
  readonly onRead: (environment: Environment) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { environment } = props;
  const { text, title } = TEXTS[props.why];
  return (
    <SidePanel
      title={TEXTS.panel}
      {...(environment === undefined ? {} : { subtitle: environment.name })}
      onClose={props.onClose}
      actions={
        <>
          <Button appearance="primary" onClick={props.onClose}>
            {TEXTS.back}
          </Button>
          {environment === undefined ? null : (
            <Button onClick={() => props.onRead(environment)}>{TEXTS.again}</Button>
          )}
        </>
      }
    >
      <EmptyState icon={ApplicationUsersIcon} title={title} text={text} />
    </SidePanel>
  );
};
