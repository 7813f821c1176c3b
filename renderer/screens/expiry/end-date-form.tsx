import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfileId, CredentialId } from '../../../preload/contract/words/ids.ts';
import { EXPIRY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { Button, DayInput, ErrorPanel, Field, Inline, Stack, useToasts } from '../../ui/index.ts';

const TEXTS = EXPIRY_TEXTS.details;

/** Says when a secret of ours ends, where nobody else says it. */
export const EndDateForm = (props: {
  readonly appProfileId: AppProfileId;
  readonly credentialId: CredentialId;
  readonly expiresOn: string | null;
  readonly onSaved: () => void;
}): ReactElement => {
  const toasts = useToasts();
  const save = useAction('appProfiles.setExpiry', { invalidates: ['appProfiles.list'] });
  // `sv` writes a date as a date field does; it is the person's own day.
  const [date, setDate] = useState(
    props.expiresOn === null ? '' : new Intl.DateTimeFormat('sv').format(new Date(props.expiresOn)),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (save.busy) return;
    const result = await save.run({
      id: props.appProfileId,
      credentialId: props.credentialId,
      expiresOn: date === '' ? null : new Date(`${date}T23:59:59`).toISOString(),
    });
    if (!result.ok) return;
    toasts.success(TEXTS.setExpirySaved);
    props.onSaved();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={TEXTS.setExpiry}>
      <Stack gap="s">
        <Field label={TEXTS.setExpiry} hint={TEXTS.setExpiryHint}>
          <DayInput value={date} onChange={setDate} />
        </Field>
        {save.error === null ? null : <ErrorPanel error={save.error} />}
        <Inline>
          <Button type="submit" disabled={save.busy}>
            {TEXTS.setExpirySave}
          </Button>
        </Inline>
      </Stack>
    </form>
  );
};
