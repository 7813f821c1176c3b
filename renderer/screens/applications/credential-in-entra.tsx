import type { ReactElement } from 'react';
import type { AppProfile, Credential } from '../../../preload/contract/app-profiles.ts';
import { ENTRA_SECRET_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { CopyNewSecret } from '../../plans/index.ts';
import { Badge, Button, Inline } from '../../ui/index.ts';
import type { WantedChange } from './profile-tab.ts';

/** What a rotation made of a credential, and what can be done with it in Entra. */
export const CredentialInEntra = (props: {
  readonly profile: AppProfile;
  readonly credential: Credential;
  readonly onChange: (wanted: WantedChange) => void;
}): ReactElement => {
  const { profile, credential, onChange } = props;
  const { id: credentialId, keyId, kind: type } = credential;
  return (
    <>
      <Inline wrap>
        {credential.retiring ? (
          <Badge appearance="tint" shape="rounded" color="warning">
            {TEXTS.retiring}
          </Badge>
        ) : null}
        {type === 'certificate' && keyId === null && credential.kept !== 'missing' ? (
          <Button
            size="small"
            onClick={() =>
              onChange({
                title: TEXTS.upload,
                change: { kind: 'upload-certificate', appProfileId: profile.id, credentialId },
              })
            }
          >
            {TEXTS.upload}
          </Button>
        ) : null}
        {keyId === null ? null : (
          <Button
            size="small"
            onClick={() =>
              onChange({
                title: TEXTS.remove,
                change: { kind: 'remove-credential', clientId: profile.clientId, type, keyId },
              })
            }
          >
            {TEXTS.remove}
          </Button>
        )}
      </Inline>
      {type === 'secret' ? <CopyNewSecret appProfileId={profile.id} credentialId={credentialId} /> : null}
    </>
  );
};
