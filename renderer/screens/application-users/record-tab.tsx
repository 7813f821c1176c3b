import type { ReactElement } from 'react';
import { useState } from 'react';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useWorkspace } from '../../bridge/index.ts';
import {
  Button,
  ErrorPanel,
  Field,
  Inline,
  Input,
  makeStyles,
  Spinner,
  Stack,
  tokens,
} from '../../ui/index.ts';
import type { Change } from '../../plans/index.ts';
import { RecordAnswer } from './record-answer.tsx';
import { readRecordAddress } from './record-address.ts';
import type { RecordAddress } from './record-address.ts';

const TEXTS = APPLICATION_USERS_TEXTS.record;

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  field: { width: '100%' },
});

/** Why what stands in the field cannot be asked about; null when it can. */
const problemOf = (address: RecordAddress, host: string): string | null => {
  switch (address.kind) {
    case 'empty':
      return TEXTS.problems.empty;
    case 'not-understood':
      return TEXTS.problems[address.missing];
    case 'record':
      return address.host === null || address.host === host
        ? null
        : TEXTS.problems.elsewhere(address.host, host);
  }
};

/** Asks what the app may do with one record, and through what or why not. */
export const RecordTab = (props: {
  readonly user: ApplicationUser;
  readonly environment: Environment;
  /** What stands in the field: kept while a plan is looked at. */
  readonly address: string;
  readonly onAddress: (text: string) => void;
  readonly onPropose: (title: string, change: Change) => void;
}): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const { id: workspaceId } = workspace;
  const { address: text, onAddress: setText } = props;
  const [sent, setSent] = useState(false);
  const [answer, setAnswer] = useState<OutputOf<'securityRoles.recordAccess'> | null>(null);
  // Not kept between two questions: who asks again has changed something, or wants to know whether somebody has.
  const question = useAction('securityRoles.recordAccess');
  const { host } = new URL(props.environment.url);
  const address = readRecordAddress(text);
  const problem = problemOf(address, host);
  const ask = async (): Promise<void> => {
    if (question.busy) return;
    setSent(true);
    setAnswer(null);
    question.reset();
    if (address.kind !== 'record' || problem !== null) return;
    const { environmentId, systemUserId } = props.user;
    const { recordId, table } = address;
    const result = await question.run({ workspaceId, environmentId, systemUserId, table, recordId });
    if (result.ok) setAnswer(result.value);
  };
  const failure = question.error?.code === 'cancelled' ? null : question.error;
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <Stack gap="s" align="start">
          <Field
            className={styles.field}
            label={TEXTS.label}
            hint={TEXTS.hint}
            validationState={sent && problem !== null ? 'error' : 'none'}
            validationMessage={sent ? problem : null}
          >
            <Input
              value={text}
              autoComplete="off"
              spellCheck={false}
              onChange={(_event, data) => {
                setText(data.value);
                setSent(false);
              }}
            />
          </Field>
          <Inline gap="s">
            <Button type="submit" appearance="primary" disabledFocusable={question.busy}>
              {TEXTS.ask}
            </Button>
            {question.busy ? <Button onClick={question.cancel}>{TEXTS.cancel}</Button> : null}
          </Inline>
          {question.busy ? <Spinner size="tiny" label={TEXTS.asking} /> : null}
        </Stack>
      </form>
      {failure === null ? null : <ErrorPanel error={failure} handlers={{ retry: () => void ask() }} />}
      {answer === null ? null : (
        <RecordAnswer
          user={props.user}
          answer={answer}
          onPropose={props.onPropose}
          readOnly={workspace.readOnly}
        />
      )}
      {answer === null && failure === null && !question.busy ? (
        <p className={styles.text}>{TEXTS.nothingAsked}</p>
      ) : null}
    </>
  );
};
