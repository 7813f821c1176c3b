import type { FormEvent, ReactElement } from 'react';
import { useRef, useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import { APPLICATIONS_TEXTS as ALL_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import type { FileHandle, SecretHandle } from '../../ui/index.ts';
import {
  Button,
  ErrorPanel,
  Field,
  FileField,
  Inline,
  Input,
  Radio,
  RadioGroup,
  SecretField,
  Stack,
  useToasts,
} from '../../ui/index.ts';
import { looksLikePfx, MOST_CERTIFICATE_BYTES, readCertificateFile } from './certificate-file.ts';
import { VaultNote } from './vault-note.tsx';

const TEXTS = ALL_TEXTS.certificateForm;

type Problem = 'none' | 'empty' | 'too-large';

/** Sends a certificate with its private key to the vault; like a secret, it is in no state and no cache of the page. */
export const AddCertificateForm = (props: {
  readonly profile: AppProfile;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const { profile, onDone } = props;
  const toasts = useToasts();
  const add = useAction('appProfiles.addCertificate', { invalidates: ['appProfiles.list'] });
  const [source, setSource] = useState<'file' | 'text'>('file');
  const [label, setLabel] = useState<string>(TEXTS.labelStart);
  const [chosen, setChosen] = useState<{ readonly name: string; readonly bytes: number } | null>(null);
  const [filled, setFilled] = useState(false);
  const [problem, setProblem] = useState<Problem>('none');
  const file = useRef<FileHandle>(null);
  const password = useRef<SecretHandle>(null);
  const pasted = useRef<SecretHandle>(null);

  const take = async () => {
    if (source === 'text') return { format: 'pem', text: pasted.current?.take() ?? '' } as const;
    const bytes = await file.current?.take();
    if (bytes === null || bytes === undefined) return null;
    const read = readCertificateFile(bytes);
    const secret = password.current?.take() ?? '';
    return read.format === 'pfx' && secret !== '' ? { ...read, password: secret } : read;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (add.busy) return;
    const missing = source === 'file' ? chosen === null : !filled;
    const now: Problem = missing
      ? 'empty'
      : source === 'file' && (chosen?.bytes ?? 0) > MOST_CERTIFICATE_BYTES
        ? 'too-large'
        : 'none';
    setProblem(now);
    if (now !== 'none') return;
    const certificate = await take();
    if (certificate === null) return;
    const result = await add.run({
      id: profile.id,
      label: label.trim() === '' ? TEXTS.labelStart : label.trim(),
      file: certificate,
    });
    if (!result.ok) return;
    toasts.success(TEXTS.saved, profile.name);
    onDone();
  };
  const cleared = add.error === null ? undefined : TEXTS.clearedAfterFailure;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={TEXTS.title}>
      <Stack gap="l">
        <VaultNote />
        <Field label={TEXTS.source}>
          <RadioGroup
            layout="horizontal"
            value={source}
            onChange={(_event, data) => {
              setSource(data.value === 'text' ? 'text' : 'file');
              setProblem('none');
              setChosen(null);
              setFilled(false);
            }}
          >
            <Radio value="file" label={TEXTS.fromFile} />
            <Radio value="text" label={TEXTS.fromText} />
          </RadioGroup>
        </Field>
        {source === 'file' ? (
          <>
            <FileField
              label={TEXTS.file}
              hint={TEXTS.fileHint}
              accept=".pem,.crt,.cer,.pfx,.p12"
              chooseLabel={TEXTS.choose}
              noneLabel={TEXTS.noFile}
              handle={file}
              onChosen={setChosen}
              error={
                problem === 'empty' && chosen === null
                  ? TEXTS.emptyFile
                  : problem === 'too-large'
                    ? TEXTS.tooLarge
                    : cleared
              }
            />
            {chosen !== null && !looksLikePfx(chosen.name) ? null : (
              <SecretField label={TEXTS.password} hint={TEXTS.passwordHint} handle={password} />
            )}
          </>
        ) : (
          <SecretField
            label={TEXTS.text}
            hint={TEXTS.textHint}
            multiline
            handle={pasted}
            onFilled={setFilled}
            error={problem === 'empty' && !filled ? TEXTS.emptyText : cleared}
          />
        )}
        {add.error === null ? null : <ErrorPanel error={add.error} />}
        <Field label={TEXTS.label} hint={TEXTS.labelHint}>
          <Input value={label} maxLength={120} onChange={(_event, data) => setLabel(data.value)} />
        </Field>
        <Inline>
          <Button appearance="primary" type="submit" disabled={add.busy}>
            {TEXTS.submit}
          </Button>
          <Button onClick={props.onCancel}>{ALL_TEXTS.cancel}</Button>
        </Inline>
      </Stack>
    </form>
  );
};
