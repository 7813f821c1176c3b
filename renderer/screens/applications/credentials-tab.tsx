import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Credential } from '../../../preload/contract/app-profiles.ts';
import {
  APP_DIRECTORY_TEXTS,
  APPLICATIONS_TEXTS as TEXTS,
  ENTRA_SECRET_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import {
  Button,
  CertificateIcon,
  ConfirmDialog,
  ErrorPanel,
  Inline,
  PanelSection,
  RefreshIcon,
  SecretIcon,
  Skeleton,
  SkeletonItem,
  useToasts,
} from '../../ui/index.ts';
import { asEntraKnows } from './as-entra-knows.ts';
import { CredentialInEntra } from './credential-in-entra.tsx';
import { CredentialList } from './credential-list.tsx';
import { HeldElsewhere } from './held-elsewhere.tsx';
import type { ProfileTabProps } from './profile-tab.ts';

const WORDS = APP_DIRECTORY_TEXTS.credentials;

/** The credentials of an app, those kept here and those that only Microsoft Entra knows: what they are and how long they last, never what they say. */
export const CredentialsTab = ({
  profile: noted,
  now,
  onAdding,
  onChange,
}: ProfileTabProps): ReactElement => {
  const workspace = useWorkspace();
  const toasts = useToasts();
  const go = useGo();
  const app = useCall('directory.app', { workspaceId: workspace.id, clientId: noted.clientId });
  const inEntra = app.data?.application?.credentials ?? null;
  const profile = asEntraKnows(noted, inEntra);
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
      <PanelSection title={WORDS.here}>
        {profile.credentials.length === 0 ? <span>{TEXTS.details.noCredentials}</span> : null}
        <CredentialList
          profile={profile}
          inEntra={inEntra}
          now={now}
          onRemove={setDoomed}
          actions={(credential) => (
            <CredentialInEntra profile={profile} credential={credential} onChange={onChange} />
          )}
        />
        <Inline wrap>
          <Button icon={<SecretIcon />} onClick={() => onAdding('secret')}>
            {TEXTS.details.addSecret}
          </Button>
          <Button icon={<CertificateIcon />} onClick={() => onAdding('certificate')}>
            {TEXTS.details.addCertificate}
          </Button>
          <Button icon={<SecretIcon />} onClick={() => onAdding('entra-secret')}>
            {ENTRA_SECRET_TEXTS.title}
          </Button>
          <Button
            icon={<RefreshIcon />}
            onClick={() =>
              go({ page: 'applications/rotate', workspaceId: workspace.id, params: { app: profile.id } })
            }
          >
            {ENTRA_SECRET_TEXTS.rotate}
          </Button>
        </Inline>
      </PanelSection>
      <PanelSection title={WORDS.elsewhere}>
        {app.error === null ? null : <ErrorPanel error={app.error} handlers={{ retry: app.refresh }} />}
        {app.loading ? (
          <Skeleton aria-label={APP_DIRECTORY_TEXTS.overview.loading}>
            <SkeletonItem size={64} />
          </Skeleton>
        ) : null}
        {app.data === undefined ? null : <HeldElsewhere application={app.data.application} now={now} />}
      </PanelSection>
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
