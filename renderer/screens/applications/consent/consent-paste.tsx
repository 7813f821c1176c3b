import type { ReactElement } from 'react';
import { useState } from 'react';
import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Button, Field, Inline, PanelSection, Stack, Textarea } from '../../../ui/index.ts';

const TEXTS = CONSENT_TEXTS.paste;
const NO_ADDRESS = CONSENT_TEXTS.noAddress;

/** Whether a link says where its answer goes. */
const namesAddress = (link: string): boolean => URL.parse(link)?.searchParams.has('redirect_uri') === true;

/** Takes the address at which an administrator's browser ended; after a link that names none it says first what happens instead. */
export const ConsentPaste = (props: {
  readonly link: string;
  readonly busy: boolean;
  readonly onRead: (address: string) => void;
}): ReactElement => {
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState(false);
  if (!asked && !namesAddress(props.link))
    return (
      <PanelSection title={NO_ADDRESS.title}>
        <Stack gap="s" align="start">
          <span>{NO_ADDRESS.text}</span>
          <Button size="small" appearance="subtle" onClick={() => setAsked(true)}>
            {NO_ADDRESS.paste}
          </Button>
        </Stack>
      </PanelSection>
    );
  return (
    <PanelSection title={TEXTS.title}>
      <span>{TEXTS.text}</span>
      <Stack gap="s">
        <Field label={TEXTS.field}>
          <Textarea
            value={address}
            rows={3}
            resize="vertical"
            spellCheck={false}
            onChange={(_event, data) => setAddress(data.value)}
          />
        </Field>
        <Inline>
          <Button disabled={props.busy || address.trim() === ''} onClick={() => props.onRead(address.trim())}>
            {TEXTS.submit}
          </Button>
        </Inline>
      </Stack>
    </PanelSection>
  );
};
