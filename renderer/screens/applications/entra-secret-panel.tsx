import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { APPLICATIONS_TEXTS, ENTRA_SECRET_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { ChangePanel, CopyNewSecret, inMonths, LIFETIMES } from '../../plans/index.ts';
import { Button, Dropdown, Field, Inline, Input, Option, SidePanel, Stack } from '../../ui/index.ts';

/** Has Entra make a client secret: how it is called and how long it lasts, then the preview. */
export const EntraSecretPanel = (props: {
  readonly profile: AppProfile;
  readonly onClose: () => void;
}): ReactElement => {
  const { profile, onClose } = props;
  const [label, setLabel] = useState<string>(TEXTS.labelStart);
  const [months, setMonths] = useState(6);
  const [change, setChange] = useState<TenantChange | null>(null);
  if (change !== null)
    return (
      <ChangePanel
        title={TEXTS.title}
        change={change}
        onClose={onClose}
        onBack={() => setChange(null)}
        after={({ tenant }) =>
          tenant?.credentialId == null ? null : (
            <CopyNewSecret appProfileId={profile.id} credentialId={tenant.credentialId} />
          )
        }
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChange({
      kind: 'add-secret',
      appProfileId: profile.id,
      label: label.trim() === '' ? TEXTS.labelStart : label.trim(),
      endsOn: inMonths(months, new Date()),
    });
  };
  return (
    <SidePanel title={TEXTS.title} subtitle={profile.name} onClose={onClose}>
      <form onSubmit={submit} aria-label={TEXTS.title}>
        <Stack gap="l">
          <span>{TEXTS.text}</span>
          <Field label={TEXTS.label} hint={TEXTS.labelHint}>
            <Input value={label} maxLength={120} onChange={(_event, data) => setLabel(data.value)} />
          </Field>
          <Field label={TEXTS.lasts}>
            <Dropdown
              value={TEXTS.months(months)}
              selectedOptions={[String(months)]}
              onOptionSelect={(_event, data) => setMonths(Number(data.optionValue))}
            >
              {LIFETIMES.map((count) => (
                <Option key={count} value={String(count)}>
                  {TEXTS.months(count)}
                </Option>
              ))}
            </Dropdown>
          </Field>
          <Inline>
            <Button appearance="primary" type="submit">
              {TEXTS.next}
            </Button>
            <Button onClick={onClose}>{APPLICATIONS_TEXTS.cancel}</Button>
          </Inline>
        </Stack>
      </form>
    </SidePanel>
  );
};
