import type { ReactElement } from 'react';
import { useState } from 'react';
import type { ConsentForm as Form } from '../../../../preload/contract/words/consent.ts';
import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Button, Field, Inline, Input, Radio, RadioGroup, Stack } from '../../../ui/index.ts';
import type { ConsentAsk } from './use-consent.ts';

const TEXTS = CONSENT_TEXTS.form;

/** How the administrator of a client is asked. */
export const ConsentForm = (props: {
  /** False while the tenant is not known: then only whoever signs in can tell it. */
  readonly tenantKnown: boolean;
  readonly busy: boolean;
  readonly onAsk: (how: ConsentAsk) => void;
  readonly onBack?: () => void;
}): ReactElement => {
  const [here, setHere] = useState(false);
  const [authority, setAuthority] = useState<ConsentAsk['authority']>(
    props.tenantKnown ? 'tenant' : 'organizations',
  );
  const [form, setForm] = useState<Form>('v1');
  const [registered, setRegistered] = useState(false);
  const [redirectUri, setRedirectUri] = useState('');
  const needsAddress = !here && (registered || form === 'v2');
  const address = redirectUri.trim();
  const ready = !needsAddress || address !== '';
  const submit = () =>
    props.onAsk({
      form,
      authority,
      answer: here ? { here } : { here, redirectUri: needsAddress ? address : null },
    });
  return (
    <Stack gap="m">
      <Field label={TEXTS.who} hint={here ? TEXTS.hereHint : null}>
        <RadioGroup
          value={here ? 'here' : 'elsewhere'}
          onChange={(_event, data) => setHere(data.value === 'here')}
        >
          <Radio value="elsewhere" label={TEXTS.elsewhere} />
          <Radio value="here" label={TEXTS.here} />
        </RadioGroup>
      </Field>
      <Field label={TEXTS.tenant}>
        <RadioGroup
          value={authority}
          onChange={(_event, data) =>
            setAuthority(data.value === 'organizations' ? 'organizations' : 'tenant')
          }
        >
          <Radio value="tenant" label={TEXTS.thisTenant} disabled={!props.tenantKnown} />
          <Radio value="organizations" label={TEXTS.organizations} />
        </RadioGroup>
      </Field>
      <Field label={TEXTS.endpoint}>
        <RadioGroup value={form} onChange={(_event, data) => setForm(data.value === 'v2' ? 'v2' : 'v1')}>
          <Radio value="v1" label={TEXTS.v1} />
          <Radio value="v2" label={TEXTS.v2} />
        </RadioGroup>
      </Field>
      {here ? null : (
        <Field label={TEXTS.address} hint={form === 'v2' ? TEXTS.v2Needs : null}>
          <RadioGroup
            value={needsAddress ? 'registered' : 'nowhere'}
            onChange={(_event, data) => setRegistered(data.value === 'registered')}
          >
            <Radio value="nowhere" label={TEXTS.nowhere} disabled={form === 'v2'} />
            <Radio value="registered" label={TEXTS.registered} />
          </RadioGroup>
        </Field>
      )}
      {needsAddress ? (
        <Field label={TEXTS.redirectUri} hint={TEXTS.redirectHint} required>
          <Input
            value={redirectUri}
            spellCheck={false}
            autoComplete="off"
            onChange={(_event, data) => setRedirectUri(data.value)}
          />
        </Field>
      ) : null}
      <Inline>
        <Button appearance="primary" disabled={props.busy || !ready} onClick={submit}>
          {here ? TEXTS.makeAndWait : TEXTS.makeLink}
        </Button>
        {props.onBack === undefined ? null : <Button onClick={props.onBack}>{TEXTS.back}</Button>}
      </Inline>
    </Stack>
  );
};
