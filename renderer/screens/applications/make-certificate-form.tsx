import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { CredentialId } from '../../../preload/contract/words/ids.ts';
import { KEY_BITS } from '../../../preload/contract/words/status.ts';
import { APPLICATIONS_TEXTS, CERTIFICATE_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import {
  Button,
  DayInput,
  Dropdown,
  ErrorPanel,
  Field,
  formatMoment,
  Inline,
  Input,
  Option,
  ProgressBar,
  Radio,
  RadioGroup,
  Stack,
} from '../../ui/index.ts';
import { VALIDITY_MONTHS, validUntil } from './certificate-validity.ts';
import type { Validity } from './certificate-validity.ts';

const TEXTS = CERTIFICATE_TEXTS.make;
const LONGEST_NAME = 64;

const labelOf = (validity: Validity): string =>
  validity === 'date' ? TEXTS.untilDate : TEXTS.months(validity);

const error = (message: string | null) =>
  message === null ? {} : { validationMessage: message, validationState: 'error' as const };

/** Makes a key and a certificate in main, where the key stays. */
export const MakeCertificateForm = (props: {
  readonly profile: AppProfile;
  readonly now: number;
  readonly onMade: (id: CredentialId) => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const { profile, now } = props;
  const make = useAction('appProfiles.makeCertificate', { invalidates: ['appProfiles.list'] });
  const [subject, setSubject] = useState(profile.name.slice(0, LONGEST_NAME).trim());
  const [bits, setBits] = useState<(typeof KEY_BITS)[number]>(2048);
  const [validity, setValidity] = useState<Validity>(12);
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);

  const end = validUntil(validity, day, now);
  const name = subject.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (make.busy || name === '' || end === null) return;
    const result = await make.run({ id: profile.id, label: null, subject: name, bits, validUntil: end });
    if (result.ok) props.onMade(result.value.credentialId);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={TEXTS.submit}>
      <Stack gap="l">
        <span>{TEXTS.hint}</span>
        <Field
          label={TEXTS.subject}
          hint={TEXTS.subjectHint}
          required
          {...error(tried && name === '' ? TEXTS.subjectBad : null)}
        >
          <Input
            value={subject}
            maxLength={LONGEST_NAME}
            onChange={(_event, data) => setSubject(data.value)}
          />
        </Field>
        <Field label={TEXTS.bits}>
          <RadioGroup
            layout="horizontal"
            value={String(bits)}
            onChange={(_event, data) => setBits(KEY_BITS.find((one) => String(one) === data.value) ?? 2048)}
          >
            {KEY_BITS.map((one) => (
              <Radio key={one} value={String(one)} label={TEXTS.bitsLabel[one]} />
            ))}
          </RadioGroup>
        </Field>
        <Field
          label={TEXTS.validity}
          {...(end === null ? {} : { hint: `${TEXTS.until} ${formatMoment(end, 'date')}` })}
        >
          <Dropdown
            value={labelOf(validity)}
            selectedOptions={[String(validity)]}
            onOptionSelect={(_event, data) =>
              setValidity(VALIDITY_MONTHS.find((one) => String(one) === data.optionValue) ?? 'date')
            }
          >
            {[...VALIDITY_MONTHS, 'date' as const].map((one) => (
              <Option key={one} value={String(one)}>
                {labelOf(one)}
              </Option>
            ))}
          </Dropdown>
        </Field>
        {validity === 'date' ? (
          <Field label={TEXTS.until} required {...error(tried && end === null ? TEXTS.untilBad : null)}>
            <DayInput value={day} onChange={setDay} />
          </Field>
        ) : null}
        {make.busy ? (
          <Field validationMessage={TEXTS.busy} validationState="none">
            <ProgressBar aria-label={TEXTS.busy} />
          </Field>
        ) : null}
        {make.error === null || make.error.code === 'cancelled' ? null : <ErrorPanel error={make.error} />}
        <Inline>
          <Button appearance="primary" type="submit" disabled={make.busy}>
            {TEXTS.submit}
          </Button>
          {make.busy ? (
            <Button onClick={make.cancel}>{TEXTS.stop}</Button>
          ) : (
            <Button onClick={props.onCancel}>{APPLICATIONS_TEXTS.cancel}</Button>
          )}
        </Inline>
      </Stack>
    </form>
  );
};
