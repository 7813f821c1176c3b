import type { FormEvent, ReactElement } from 'react';
import { useRef, useState } from 'react';
import { IMPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { SecretHandle } from '../../ui/index.ts';
import { Button, Card, ErrorPanel, Inline, SecretField, Spinner, Stack } from '../../ui/index.ts';
import type { Import } from './use-import.ts';

/** Asks for the passphrase of a sealed export. */
export const PassphraseCard = (props: {
  readonly source: Import;
  readonly className: string;
}): ReactElement => {
  const { busy, error, forget, open } = props.source;
  const [filled, setFilled] = useState(false);
  const passphrase = useRef<SecretHandle>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (filled && !busy) void open(passphrase.current?.take() ?? '');
  };
  return (
    <Card title={TEXTS.passphraseCard} className={props.className}>
      <form noValidate onSubmit={submit} aria-label={TEXTS.passphraseCard}>
        <Stack gap="l">
          <SecretField
            label={TEXTS.passphrase}
            hint={TEXTS.passphraseHint}
            required
            handle={passphrase}
            onFilled={setFilled}
          />
          {error === null || error.code === 'import-passphrase-needed' ? null : <ErrorPanel error={error} />}
          <Inline>
            <Button
              appearance="primary"
              type="submit"
              disabledFocusable={!filled || busy}
              icon={busy ? <Spinner size="tiny" aria-hidden /> : null}
            >
              {TEXTS.open}
            </Button>
            <Button onClick={forget}>{TEXTS.again}</Button>
          </Inline>
        </Stack>
      </form>
    </Card>
  );
};
