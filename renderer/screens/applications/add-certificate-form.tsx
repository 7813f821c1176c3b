import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { StoredCertificate } from '../../../preload/contract/certificates.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { CredentialId } from '../../../preload/contract/words/ids.ts';
import { APPLICATIONS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Field, Radio, RadioGroup, Stack, useToasts } from '../../ui/index.ts';
import { keptForSession } from './kept-for-session.ts';
import { ChooseCertificate } from './choose-certificate.tsx';
import { MadeCertificate } from './made-certificate.tsx';
import { MakeCertificateForm } from './make-certificate-form.tsx';
import { StoreCertificateForm } from './store-certificate-form.tsx';
import { TakenCertificate } from './taken-certificate.tsx';
import { VaultNote } from './vault-note.tsx';

const TEXTS = APPLICATIONS_TEXTS.certificateForm;
const SOURCES = { file: TEXTS.fromFile, text: TEXTS.fromText, new: TEXTS.fromNew } as const;
type Source = keyof typeof SOURCES;
type Answer = OutputOf<'appProfiles.addCertificate'>;
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
  const [answer, setAnswer] = useState<Answer | null>(null);
  const toasts = useToasts();
  const stored = ({ profile }: StoredCertificate) => {
    toasts.success(TEXTS.saved(keptForSession(profile)), props.profile.name);
    props.onDone();
  };
  const answered = (now: Answer) =>
    now.outcome === 'choose' || now.unusable.length > 0 ? setAnswer(now) : stored(now);
  if (made !== null)
    return <MadeCertificate profileId={props.profile.id} credentialId={made} onDone={props.onDone} />;
  if (answer?.outcome === 'stored') return <TakenCertificate stored={answer} onDone={props.onDone} />;
  if (answer?.outcome === 'choose')
    return (
      <ChooseCertificate
        offer={answer}
        onStored={stored}
        onAgain={() => setAnswer(null)}
        onCancel={props.onCancel}
      />
    );
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
        <StoreCertificateForm
          key={source}
          source={source}
          profile={props.profile}
          onAnswer={answered}
          onCancel={props.onCancel}
        />
      )}
    </Stack>
  );
};
