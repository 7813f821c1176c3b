import type { ReactElement } from 'react';
import { useState } from 'react';
import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Button, Field, Inline, PanelSection, Stack, Textarea } from '../../../ui/index.ts';

const TEXTS = CONSENT_TEXTS.paste;

/** Takes the address at which an administrator's browser ended. */
export const ConsentPaste = (props: {
  readonly busy: boolean;
  readonly onRead: (address: string) => void;
}): ReactElement => {
  const [address, setAddress] = useState('');
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
