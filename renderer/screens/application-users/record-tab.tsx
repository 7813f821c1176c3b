import type { ReactElement } from 'react';
import { useState } from 'react';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, Field, Inline, Input, makeStyles, Stack, tokens } from '../../ui/index.ts';
import { RecordAnswer } from './record-answer.tsx';
import { readRecordAddress } from './record-address.ts';
import type { RecordAddress } from './record-address.ts';

const TEXTS = APPLICATION_USERS_TEXTS.record;

type Asked = Extract<RecordAddress, { kind: 'record' }>;

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
}): ReactElement => {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { host } = new URL(props.environment.url);
  const address = readRecordAddress(text);
  const problem = sent ? problemOf(address, host) : null;
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setSent(true);
          setAsked(address.kind === 'record' && problemOf(address, host) === null ? address : null);
        }}
      >
        <Stack gap="s" align="start">
          <Field
            className={styles.field}
            label={TEXTS.label}
            hint={TEXTS.hint}
            validationState={problem === null ? 'none' : 'error'}
            validationMessage={problem}
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
            <Button type="submit" appearance="primary">
              {TEXTS.ask}
            </Button>
          </Inline>
        </Stack>
      </form>
      {asked === null ? (
        <p className={styles.text}>{TEXTS.nothingAsked}</p>
      ) : (
        <RecordAnswer
          user={props.user}
          table={asked.table}
          recordId={asked.recordId}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
};
