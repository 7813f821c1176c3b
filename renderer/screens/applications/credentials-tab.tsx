import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Credential } from '../../../preload/contract/app-profiles.ts';
import { APPLICATIONS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { Button, CertificateIcon, ConfirmDialog, Inline, SecretIcon, useToasts } from '../../ui/index.ts';
import { CredentialList } from './credential-list.tsx';
import type { ProfileTabProps } from './profile-tab.ts';

/** The credentials of an app: what they are and how long they last, never what they say. */
export const CredentialsTab = ({ profile, now, onAdding }: ProfileTabProps): ReactElement => {
  const toasts = useToasts();
  const remove = useAction('appProfiles.removeCredential', { invalidates: ['appProfiles.list'] });
  const [doomed, setDoomed] = useState<Credential | null>(null);

  const confirm = async (credential: Credential) => {
    const result = await remove.run({ id: profile.id, credentialId: credential.id });
    setDoomed(null);
    if (result.ok) toasts.success(TEXTS.confirmRemove.done);
    else toasts.failure(result.error);
  };
  return (
    <>
      {profile.credentials.length === 0 ? <span>{TEXTS.details.noCredentials}</span> : null}
      <CredentialList profile={profile} now={now} onRemove={setDoomed} />
      <Inline wrap>
        <Button icon={<SecretIcon />} onClick={() => onAdding('secret')}>
          {TEXTS.details.addSecret}
        </Button>
        <Button icon={<CertificateIcon />} onClick={() => onAdding('certificate')}>
          {TEXTS.details.addCertificate}
        </Button>
      </Inline>
      {doomed === null ? null : (
        <ConfirmDialog
          title={TEXTS.confirmRemove.title(doomed.label)}
          confirmLabel={TEXTS.confirmRemove.confirm}
          busy={remove.busy}
          onConfirm={() => void confirm(doomed)}
          onCancel={() => setDoomed(null)}
        >
          {TEXTS.confirmRemove.text}
        </ConfirmDialog>
      )}
    </>
  );
};
