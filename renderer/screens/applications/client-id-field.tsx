import type { ReactElement } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { AppProfileId } from '../../../preload/contract/words/ids.ts';
import { APPLICATIONS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, Field, Input, makeStyles, Stack, tokens } from '../../ui/index.ts';
import type { ClientIdLint } from './client-id-lint.ts';

const useStyles = makeStyles({ input: { fontFamily: tokens.fontFamilyMonospace } });

type Verdict = { readonly state: 'none' | 'success' | 'warning' | 'error'; readonly message: string | null };

const verdictOf = (lint: ClientIdLint, asked: boolean): Verdict => {
  switch (lint.kind) {
    case 'empty':
      return asked ? { state: 'error', message: TEXTS.lint.notAnId } : { state: 'none', message: null };
    case 'not-an-id':
      return { state: 'error', message: TEXTS.lint.notAnId };
    case 'tenant-id':
      return { state: 'error', message: TEXTS.lint.tenantId };
    case 'microsoft-app':
      return { state: 'error', message: TEXTS.lint.microsoftApp(lint.name) };
    case 'object-id':
      return { state: 'warning', message: TEXTS.lint.objectId(lint.appName, lint.clientId) };
    case 'known':
      return { state: 'warning', message: TEXTS.lint.known(lint.profile.name) };
    case 'fine':
      return { state: 'success', message: TEXTS.lint.fine };
  }
};

/** A field for a client id that says what else was pasted and offers the way out. */
export const ClientIdField = (props: {
  readonly text: string;
  readonly lint: ClientIdLint;
  /** The form has been sent once: an empty field is a mistake now. */
  readonly asked: boolean;
  readonly linkable: readonly AppProfile[];
  readonly onText: (text: string) => void;
  readonly onLink?: (profile: AppProfile) => void;
  readonly onOpen?: (id: AppProfileId) => void;
  readonly required?: boolean;
  readonly hint?: string;
}): ReactElement => {
  const styles = useStyles();
  const { lint } = props;
  const { state, message } = verdictOf(lint, props.asked);
  return (
    <Stack gap="xs" align="start">
      <Field
        label={TEXTS.add.clientId}
        hint={props.hint ?? TEXTS.add.clientIdHint}
        required={props.required ?? true}
        style={{ width: '100%' }}
        validationState={state}
        validationMessage={message}
      >
        <Input
          value={props.text}
          autoComplete="off"
          spellCheck={false}
          input={{ className: styles.input }}
          onChange={(_event, data) => props.onText(data.value)}
        />
      </Field>
      {lint.kind === 'object-id' ? (
        <Button size="small" onClick={() => props.onText(lint.clientId)}>
          {TEXTS.lint.takeClientId}
        </Button>
      ) : null}
      {lint.kind !== 'known' ? null : props.linkable.some(({ id }) => id === lint.profile.id) ? (
        <Button size="small" onClick={() => props.onLink?.(lint.profile)}>
          {TEXTS.lint.linkKnown(lint.profile.name)}
        </Button>
      ) : (
        <Button size="small" onClick={() => props.onOpen?.(lint.profile.id)}>
          {TEXTS.lint.openKnown(lint.profile.name)}
        </Button>
      )}
    </Stack>
  );
};
