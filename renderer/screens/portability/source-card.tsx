import type { FormEvent, ReactElement } from 'react';
import { useRef, useState } from 'react';
import { IMPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { ChosenFile, FilesHandle, SecretHandle } from '../../ui/index.ts';
import {
  Button,
  Card,
  ErrorPanel,
  Field,
  FilesField,
  Inline,
  Radio,
  RadioGroup,
  SecretField,
  Spinner,
  Stack,
} from '../../ui/index.ts';
import type { Import } from './use-import.ts';

const MOST_BYTES = 10 * 1024 * 1024;

/** Where the import comes from: a file or a pasted text, which may hold secrets and is treated as one. */
export const SourceCard = (props: { readonly source: Import; readonly className: string }): ReactElement => {
  const { busy, cancel, error, read } = props.source;
  const [from, setFrom] = useState<'file' | 'text'>('file');
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const [filled, setFilled] = useState(false);
  const [tried, setTried] = useState(false);
  const file = useRef<FilesHandle>(null);
  const text = useRef<SecretHandle>(null);
  const tooLarge = from === 'file' && chosen.some(({ bytes }) => bytes > MOST_BYTES);
  const ready = from === 'file' ? chosen.length > 0 : filled;
  const problem = tooLarge
    ? TEXTS.tooLarge
    : tried && !ready
      ? error === null
        ? TEXTS.empty
        : TEXTS.cleared
      : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!ready || tooLarge || busy) return;
    const bytes =
      from === 'file'
        ? (await file.current?.take())?.[0]
        : new TextEncoder().encode(text.current?.take() ?? '');
    if (bytes !== undefined) await read(bytes);
  };
  return (
    <Card title={TEXTS.source} className={props.className}>
      <form noValidate onSubmit={(event) => void submit(event)} aria-label={TEXTS.source}>
        <Stack gap="l">
          <Field label={TEXTS.from}>
            <RadioGroup
              layout="horizontal"
              value={from}
              onChange={(_event, data) => {
                setFrom(data.value === 'text' ? 'text' : 'file');
                setChosen([]);
                setFilled(false);
                setTried(false);
              }}
            >
              <Radio value="file" label={TEXTS.file} />
              <Radio value="text" label={TEXTS.text} />
            </RadioGroup>
          </Field>
          {from === 'file' ? (
            <FilesField
              label={TEXTS.fileLabel}
              hint={TEXTS.fileHint}
              accept=".json,.xml,.txt,.config,.dat,.env"
              multiple={false}
              chooseLabel={TEXTS.choose}
              noneLabel={TEXTS.noFile}
              handle={file}
              onChosen={setChosen}
              error={problem}
            />
          ) : (
            <SecretField
              label={TEXTS.pasted}
              hint={TEXTS.pastedHint}
              multiline
              handle={text}
              onFilled={setFilled}
              error={problem}
            />
          )}
          {error === null || error.code === 'cancelled' ? null : <ErrorPanel error={error} />}
          <Inline>
            <Button
              appearance="primary"
              type="submit"
              disabledFocusable={busy}
              icon={busy ? <Spinner size="tiny" aria-hidden /> : null}
            >
              {TEXTS.read}
            </Button>
            {busy ? <Button onClick={cancel}>{TEXTS.cancel}</Button> : null}
          </Inline>
        </Stack>
      </form>
    </Card>
  );
};
