import type { FormEvent, ReactElement } from 'react';
import { useRef, useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import { lintSecret, repairSecret } from '../../../preload/contract/words/secret-lint.ts';
import type { SecretFinding } from '../../../preload/contract/words/secret-lint.ts';
import {
  APPLICATIONS_TEXTS as ALL_TEXTS,
  SECRET_PROBLEMS,
  SECRET_REPAIRS,
} from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import {
  Button,
  DayInput,
  ErrorPanel,
  Field,
  Inline,
  Input,
  SecretField,
  Stack,
  useToasts,
} from '../../ui/index.ts';
import type { SecretHandle } from '../../ui/index.ts';
import { keptForSession } from './kept-for-session.ts';
import { VaultNote } from './vault-note.tsx';

const TEXTS = ALL_TEXTS.secretForm;

/**
 * Sends a client secret to the vault. The text goes from the browser's control straight into the call: it is in no
 * state and no cache, and the control is emptied before the call is even answered.
 */
export const AddSecretForm = (props: {
  readonly profile: AppProfile;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const { profile, onDone } = props;
  const toasts = useToasts();
  const add = useAction('appProfiles.addSecret', { invalidates: ['appProfiles.list'] });
  const secret = useRef<SecretHandle>(null);
  const [label, setLabel] = useState<string>(TEXTS.labelStart);
  const [expires, setExpires] = useState('');
  const [filled, setFilled] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [finding, setFinding] = useState<SecretFinding | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (add.busy) return;
    setEmpty(!filled);
    if (!filled || finding?.severity === 'refusal') return;
    const result = await add.run({
      id: profile.id,
      label: label.trim() === '' ? TEXTS.labelStart : label.trim(),
      secret: secret.current?.take() ?? '',
      expiresOn: expires === '' ? null : new Date(`${expires}T23:59:59`).toISOString(),
    });
    if (!result.ok) return;
    toasts.success(TEXTS.saved(keptForSession(result.value)), profile.name);
    onDone();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={TEXTS.title}>
      <Stack gap="l">
        <VaultNote />
        <SecretField
          label={TEXTS.value}
          hint={TEXTS.valueHint}
          required
          handle={secret}
          onFilled={setFilled}
          onLook={(text) => setFinding(lintSecret(text))}
          error={
            finding?.severity === 'refusal'
              ? SECRET_PROBLEMS[finding.problem](finding.field)
              : empty && !filled
                ? TEXTS.empty
                : add.error === null
                  ? undefined
                  : TEXTS.clearedAfterFailure
          }
          warning={finding === null ? undefined : SECRET_PROBLEMS[finding.problem](finding.field)}
        />
        {finding?.repairable === true ? (
          <Inline>
            <Button size="small" onClick={() => secret.current?.change(repairSecret)}>
              {SECRET_REPAIRS[finding.problem]}
            </Button>
          </Inline>
        ) : null}
        {add.error === null ? null : <ErrorPanel error={add.error} />}
        <Field label={TEXTS.label} hint={TEXTS.labelHint}>
          <Input value={label} maxLength={120} onChange={(_event, data) => setLabel(data.value)} />
        </Field>
        <Field label={TEXTS.expires} hint={TEXTS.expiresHint}>
          <DayInput value={expires} onChange={setExpires} />
        </Field>
        <Inline>
          <Button appearance="primary" type="submit" disabled={add.busy}>
            {TEXTS.submit}
          </Button>
          <Button onClick={props.onCancel}>{ALL_TEXTS.cancel}</Button>
        </Inline>
      </Stack>
    </form>
  );
};
