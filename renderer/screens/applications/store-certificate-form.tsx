import type { FormEvent, ReactElement } from 'react';
import { useRef, useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import { APPLICATIONS_TEXTS as ALL_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { useAction } from '../../bridge/index.ts';
import { useWhileFree } from '../../plans/index.ts';
import type { ChosenFile, FilesHandle, SecretHandle } from '../../ui/index.ts';
import {
  Button,
  ErrorPanel,
  Field,
  FilesField,
  Inline,
  Input,
  SecretField,
  Stack,
  toBase64,
} from '../../ui/index.ts';
import { MOST_CERTIFICATE_BYTES, MOST_CERTIFICATE_FILES } from './certificate-file.ts';

const TEXTS = ALL_TEXTS.certificateForm;

type Problem = 'none' | 'empty' | 'too-large' | 'too-many' | 'changed';

const fileProblem = (files: readonly ChosenFile[]): Problem => {
  if (files.length > MOST_CERTIFICATE_FILES) return 'too-many';
  return files.some(({ bytes }) => bytes > MOST_CERTIFICATE_BYTES) ? 'too-large' : 'none';
};

const problemText = (problem: Problem): string | undefined => {
  switch (problem) {
    case 'none':
      return undefined;
    case 'empty':
      return TEXTS.emptyFile;
    case 'too-large':
      return TEXTS.tooLarge;
    case 'too-many':
      return TEXTS.tooMany;
    case 'changed':
      return TEXTS.changedFile;
  }
};

/** Sends a certificate with its private key to the vault; like a secret, it is in no state and no cache of the page. Chosen files stay chosen until it is stored. */
export const StoreCertificateForm = (props: {
  readonly profile: AppProfile;
  readonly source: 'file' | 'text';
  readonly onAnswer: (answer: OutputOf<'appProfiles.addCertificate'>) => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const { profile, source, onAnswer } = props;
  const add = useAction('appProfiles.addCertificate', { invalidates: ['appProfiles.list'] });
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const [filled, setFilled] = useState(false);
  const [problem, setProblem] = useState<Problem>('none');
  const files = useRef<FilesHandle>(null);
  const password = useRef<SecretHandle>(null);
  const pasted = useRef<SecretHandle>(null);

  const whileFree = useWhileFree();

  const take = async () => {
    const contents =
      source === 'text'
        ? [new TextEncoder().encode(pasted.current?.take() ?? '')]
        : ((await files.current?.read()) ?? null);
    if (contents === null) return null;
    const secret = password.current?.take() ?? '';
    return { files: contents.map(toBase64), ...(secret === '' ? {} : { password: secret }) };
  };
  const submit = async () => {
    const missing = source === 'file' ? chosen.length === 0 : !filled;
    const now: Problem = missing ? 'empty' : fileProblem(chosen);
    setProblem(now);
    if (now !== 'none') return;
    const taken = await take();
    if (taken === null) return setProblem('changed');
    const result = await add.run({
      id: profile.id,
      label: label.trim() === '' ? null : label.trim(),
      ...taken,
    });
    if (result.ok) onAnswer(result.value);
  };
  const cleared = add.error === null ? undefined : TEXTS.clearedAfterFailure;
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        // The password is taken out of its field once; a second click would send the file without it.
        void whileFree(submit);
      }}
      aria-label={TEXTS.title}
    >
      <Stack gap="l">
        {source === 'file' ? (
          <FilesField
            label={TEXTS.file}
            hint={TEXTS.fileHint}
            accept=".pem,.crt,.cer,.der,.key,.pfx,.p12,.p7b,.p8"
            multiple
            chooseLabel={TEXTS.choose}
            noneLabel={TEXTS.noFile}
            handle={files}
            onChosen={setChosen}
            error={problemText(chosen.length === 0 ? problem : fileProblem(chosen))}
          />
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
        <SecretField
          label={TEXTS.password}
          hint={TEXTS.passwordHint}
          handle={password}
          error={add.error?.code === 'certificate-password' ? TEXTS.passwordAgain : undefined}
        />
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
