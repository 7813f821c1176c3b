import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { CredentialId } from '../../../preload/contract/words/ids.ts';
import { APPLICATIONS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Field, Radio, RadioGroup, Stack } from '../../ui/index.ts';
import { MadeCertificate } from './made-certificate.tsx';
import { MakeCertificateForm } from './make-certificate-form.tsx';
import { StoreCertificateForm } from './store-certificate-form.tsx';
import { VaultNote } from './vault-note.tsx';

const TEXTS = APPLICATIONS_TEXTS.certificateForm;
const SOURCES = { file: TEXTS.fromFile, text: TEXTS.fromText, new: TEXTS.fromNew } as const;
type Source = keyof typeof SOURCES;
const NAMES = ['file', 'text', 'new'] as const satisfies readonly Source[];

/** Adds a certificate with its private key: from files, from pasted text, or made here. */
export const AddCertificateForm = (props: {
  readonly profile: AppProfile;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const [source, setSource] = useState<Source>('file');
  const [now] = useState(() => Date.now());
  const [made, setMade] = useState<CredentialId | null>(null);
  if (made !== null)
    return <MadeCertificate profileId={props.profile.id} credentialId={made} onDone={props.onDone} />;
  return (
    <Stack gap="l">
      <VaultNote />
      <Field label={TEXTS.source}>
        <RadioGroup
          layout="horizontal"
          value={source}
          onChange={(_event, data) => setSource(NAMES.find((name) => name === data.value) ?? 'file')}
        >
          {NAMES.map((name) => (
            <Radio key={name} value={name} label={SOURCES[name]} />
          ))}
        </RadioGroup>
      </Field>
      {source === 'new' ? (
        <MakeCertificateForm profile={props.profile} now={now} onMade={setMade} onCancel={props.onCancel} />
      ) : (
        <StoreCertificateForm key={source} source={source} {...props} />
      )}
    </Stack>
  );
};
