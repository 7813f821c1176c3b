import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile, Credential } from '../../../preload/contract/app-profiles.ts';
import { APPLICATIONS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import {
  Button,
  CertificateIcon,
  ConfirmDialog,
  Facts,
  Identifier,
  Inline,
  PanelSection,
  QueryIcon,
  SecretIcon,
  SidePanel,
  Stack,
  useToasts,
} from '../../ui/index.ts';
import { AddCertificateForm } from './add-certificate-form.tsx';
import { AddSecretForm } from './add-secret-form.tsx';
import { CredentialList } from './credential-list.tsx';

/** What is being added in the panel; it stands in the address, so that other screens can open it. */
export type Adding = 'secret' | 'certificate' | null;

/** One app with its credentials, and what can be done with it. */
export const ProfilePanel = (props: {
  readonly profile: AppProfile;
  readonly now: number;
  readonly adding: Adding;
  readonly onAdding: (adding: Adding) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { profile, onAdding, onClose } = props;
  const workspace = useWorkspace();
  const go = useGo();
  const toasts = useToasts();
  const invalidates = ['appProfiles.list'] as const;
  const removeCredential = useAction('appProfiles.removeCredential', { invalidates });
  const remove = useAction('appProfiles.remove', { invalidates });
  const link = useAction('appProfiles.link', { invalidates });
  const [doomed, setDoomed] = useState<Credential | 'profile' | null>(null);

  const confirmCredential = async (credential: Credential) => {
    const result = await removeCredential.run({ id: profile.id, credentialId: credential.id });
    setDoomed(null);
    if (result.ok) toasts.success(TEXTS.confirmRemove.done);
    else toasts.failure(result.error);
  };
  const confirmProfile = async () => {
    const result = await remove.run({ id: profile.id });
    setDoomed(null);
    if (!result.ok) return toasts.failure(result.error);
    toasts.success(TEXTS.confirmForget.done(profile.name));
    onClose();
  };
  const unlink = async () => {
    const result = await link.run({ id: profile.id, workspaceId: workspace.id, linked: false });
    if (!result.ok) return toasts.failure(result.error);
    toasts.info(TEXTS.unlinked(profile.name));
    onClose();
  };
  const goWithApp = (page: 'query' | 'application-users/new') =>
    go({ page, workspaceId: workspace.id, params: { app: profile.id } });

  if (props.adding !== null) {
    const Form = props.adding === 'secret' ? AddSecretForm : AddCertificateForm;
    const title = props.adding === 'secret' ? TEXTS.secretForm.title : TEXTS.certificateForm.title;
    return (
      <SidePanel title={title} subtitle={profile.name} onClose={() => onAdding(null)}>
        <Form
          key={profile.id}
          profile={profile}
          onDone={() => onAdding(null)}
          onCancel={() => onAdding(null)}
        />
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={profile.name}
      onClose={onClose}
      actions={
        <>
          <Button
            icon={<QueryIcon />}
            disabled={profile.credentials.length === 0}
            onClick={() => goWithApp('query')}
          >
            {TEXTS.details.query}
          </Button>
          <Button onClick={() => goWithApp('application-users/new')}>{TEXTS.details.giveAccess}</Button>
        </>
      }
    >
      <Facts
        facts={[
          {
            label: TEXTS.details.clientId,
            value: <Identifier value={profile.clientId} what={TEXTS.details.clientId} full />,
          },
          {
            label: TEXTS.details.homeTenant,
            value:
              profile.homeTenantId === null ? (
                TEXTS.homeTenantUnknown
              ) : (
                <Identifier value={profile.homeTenantId} what={TEXTS.details.homeTenant} full />
              ),
          },
          { label: TEXTS.details.workspaces, value: TEXTS.details.workspaceCount(profile.workspaces.length) },
        ]}
      />
      <PanelSection title={TEXTS.details.credentials}>
        {profile.credentials.length === 0 ? <span>{TEXTS.details.noCredentials}</span> : null}
        <CredentialList credentials={profile.credentials} now={props.now} onRemove={setDoomed} />
        <Inline wrap>
          <Button icon={<SecretIcon />} onClick={() => onAdding('secret')}>
            {TEXTS.details.addSecret}
          </Button>
          <Button icon={<CertificateIcon />} onClick={() => onAdding('certificate')}>
            {TEXTS.details.addCertificate}
          </Button>
        </Inline>
      </PanelSection>
      <PanelSection title={TEXTS.details.elsewhere}>
        <Stack gap="s" align="start">
          {profile.workspaces.length > 1 ? (
            <Button size="small" disabled={link.busy} onClick={() => void unlink()}>
              {TEXTS.details.unlink}
            </Button>
          ) : null}
          <Button size="small" onClick={() => setDoomed('profile')}>
            {TEXTS.details.forget}
          </Button>
        </Stack>
      </PanelSection>
      {doomed === null ? null : doomed === 'profile' ? (
        <ConfirmDialog
          title={TEXTS.confirmForget.title(profile.name)}
          confirmLabel={TEXTS.confirmForget.confirm}
          busy={remove.busy}
          onConfirm={() => void confirmProfile()}
          onCancel={() => setDoomed(null)}
        >
          {TEXTS.confirmForget.text(profile.workspaces.length)}
        </ConfirmDialog>
      ) : (
        <ConfirmDialog
          title={TEXTS.confirmRemove.title(doomed.label)}
          confirmLabel={TEXTS.confirmRemove.confirm}
          busy={removeCredential.busy}
          onConfirm={() => void confirmCredential(doomed)}
          onCancel={() => setDoomed(null)}
        >
          {TEXTS.confirmRemove.text}
        </ConfirmDialog>
      )}
    </SidePanel>
  );
};
