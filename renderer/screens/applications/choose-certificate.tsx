import type { FormEvent, ReactElement } from 'react';
import { useEffect, useState } from 'react';
import type { StoredCertificate } from '../../../preload/contract/certificates.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { APPLICATIONS_TEXTS, CERTIFICATE_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useBridge } from '../../bridge/index.ts';
import {
  Button,
  ErrorPanel,
  Field,
  Inline,
  Moment,
  NoticeBar,
  Radio,
  RadioGroup,
  Stack,
  Text,
} from '../../ui/index.ts';
import { NotTaken } from './taken-certificate.tsx';

const TEXTS = CERTIFICATE_TEXTS.choose;
type Offer = Extract<OutputOf<'appProfiles.addCertificate'>, { readonly outcome: 'choose' }>;

/** Asks which of several certificates in the files is meant; they wait in main until this is left, so that nothing is handed in twice. */
export const ChooseCertificate = (props: {
  readonly offer: Offer;
  readonly onStored: (stored: StoredCertificate) => void;
  readonly onAgain: () => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const { offer, pairs, unusable } = props.offer;
  const choose = useAction('appProfiles.chooseCertificate', { invalidates: ['appProfiles.list'] });
  const { bridge } = useBridge();
  useEffect(() => {
    const left = new AbortController();
    void bridge.call('appProfiles.holdCertificates', { offer }, left.signal);
    return () => left.abort();
  }, [bridge, offer]);
  const [chosen, setChosen] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen === '' || choose.busy) return;
    const result = await choose.run({ offer, thumbprintSha256: chosen });
    if (result.ok) props.onStored(result.value);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={TEXTS.which}>
      <Stack gap="l">
        <NoticeBar intent="info" title={TEXTS.title(pairs.length + unusable.length)}>
          {TEXTS.text}
        </NoticeBar>
        <Field
          label={TEXTS.which}
          required
          {...(tried && chosen === '' ? { validationMessage: TEXTS.missing } : {})}
        >
          <RadioGroup value={chosen} onChange={(_event, data) => setChosen(data.value)}>
            {pairs.map((pair) => (
              <Radio
                key={pair.thumbprintSha256}
                value={pair.thumbprintSha256}
                label={
                  <Stack gap="xs">
                    <Text weight="semibold">{pair.name}</Text>
                    <Text size={200} font="monospace">
                      {TEXTS.sha1(pair.thumbprintSha1)}
                    </Text>
                    <Text size={200}>
                      <Moment at={pair.notBefore} form="date" /> – <Moment at={pair.notAfter} form="date" />
                    </Text>
                  </Stack>
                }
              />
            ))}
          </RadioGroup>
        </Field>
        <NotTaken unusable={unusable} />
        {choose.error === null ? null : <ErrorPanel error={choose.error} />}
        <Inline wrap>
          <Button appearance="primary" type="submit" disabledFocusable={choose.busy}>
            {TEXTS.submit}
          </Button>
          <Button onClick={props.onAgain}>{TEXTS.again}</Button>
          <Button appearance="subtle" onClick={props.onCancel}>
            {APPLICATIONS_TEXTS.cancel}
          </Button>
        </Inline>
      </Stack>
    </form>
  );
};
