import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { ENTRA_SECRET_TEXTS, ROTATION_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { inMonths, LIFETIMES } from '../../plans/index.ts';
import { Button, Dropdown, Field, Inline, Option, Radio, RadioGroup, Stack } from '../../ui/index.ts';

const TEXTS = ROTATION_TEXTS.choose;
const NONE = 'none';

/** Which credential is replaced, by what, for how long. */
export const BeginForm = (props: {
  readonly profile: AppProfile;
  readonly onBegin: (change: TenantChange) => void;
}): ReactElement => {
  const { profile } = props;
  const usable = profile.credentials.filter(({ retiring }) => !retiring);
  const inUse = profile.credentials.find(({ id }) => id === profile.current) ?? usable.at(-1);
  const [retires, setRetires] = useState<string>(inUse?.id ?? NONE);
  const [type, setType] = useState<'secret' | 'certificate'>(inUse?.kind ?? 'secret');
  const [months, setMonths] = useState(6);
  const labels = new Map<string, string>([
    ...profile.credentials.map(({ id, label, expiresOn }): [string, string] => [
      id,
      expiresOn === null ? label : `${label} (${expiresOn.slice(0, 10)})`,
    ]),
    [NONE, TEXTS.none],
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const endsOn = inMonths(months, new Date());
    props.onBegin({
      kind: 'rotate',
      appProfileId: profile.id,
      retires: profile.credentials.find(({ id }) => id === retires)?.id ?? null,
      make: type === 'secret' ? { type, endsOn } : { type, endsOn, keyBits: 2048 },
      leaveOut: [],
    });
  };
  return (
    <form onSubmit={submit} aria-label={ROTATION_TEXTS.title}>
      <Stack gap="l">
        <Field label={TEXTS.retires} hint={TEXTS.text}>
          <Dropdown
            value={labels.get(retires) ?? TEXTS.none}
            selectedOptions={[retires]}
            onOptionSelect={(_event, data) => setRetires(data.optionValue ?? NONE)}
          >
            {[...labels].map(([id, label]) => (
              <Option key={id} value={id}>
                {label}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Field label={TEXTS.make}>
          <RadioGroup
            value={type}
            onChange={(_event, data) => setType(data.value === 'certificate' ? 'certificate' : 'secret')}
          >
            <Radio value="secret" label={TEXTS.secret} />
            <Radio value="certificate" label={TEXTS.certificate} />
          </RadioGroup>
        </Field>
        <Field label={TEXTS.lasts}>
          <Dropdown
            value={ENTRA_SECRET_TEXTS.months(months)}
            selectedOptions={[String(months)]}
            onOptionSelect={(_event, data) => setMonths(Number(data.optionValue))}
          >
            {LIFETIMES.map((count) => (
              <Option key={count} value={String(count)}>
                {ENTRA_SECRET_TEXTS.months(count)}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Inline>
          <Button appearance="primary" type="submit">
            {TEXTS.begin}
          </Button>
        </Inline>
      </Stack>
    </form>
  );
};
