import type { ReactElement, ReactNode } from 'react';
import type { AppProfile, Credential } from '../../../preload/contract/app-profiles.ts';
import type { EntraCredential } from '../../../preload/contract/directory.ts';
import {
  APP_DIRECTORY_TEXTS,
  APPLICATIONS_TEXTS as TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { Badge, Button, DeleteIcon, Facts, Identifier, Moment, Tooltip } from '../../ui/index.ts';
import { CertificateDisclosure } from './certificate-details.tsx';
import { CredentialBadge } from './credential-badge.tsx';
import { CredentialCard, CredentialCards } from './credential-card.tsx';
import { credentialHealth, usableCredential } from './credential-health.ts';

const WORDS = APP_DIRECTORY_TEXTS.credentials;

/**
 * What is known of each credential of an app: kind, health, where it is kept; never the credential. `inEntra` are those that Microsoft
 * Entra knows, null where it was not asked or cannot say.
 */
export const CredentialList = (props: {
  readonly profile: AppProfile;
  readonly inEntra: readonly EntraCredential[] | null;
  readonly now: number;
  readonly onRemove: (credential: Credential) => void;
  /** What else stands with a credential. */
  readonly actions: (credential: Credential) => ReactNode;
}): ReactElement => {
  const { profile } = props;
  const several = profile.credentials.length > 1;
  const taken = usableCredential(profile, props.now)?.id;
  return (
    <CredentialCards label={TEXTS.details.credentials}>
      {profile.credentials.map((credential) => {
        const entra = props.inEntra?.find(({ ours }) => ours === credential.id) ?? null;
        // A person may have typed another end; what Entra says is what counts.
        const expiresOn = entra?.endsOn ?? credential.expiresOn;
        // Without its key id or thumbprint, a secret that is not found may be one of those that cannot be told apart.
        const unlisted =
          props.inEntra !== null &&
          entra === null &&
          !credential.notInEntraYet &&
          (credential.keyId ?? credential.thumbprintSha1) !== null;
        return (
          <CredentialCard
            key={credential.id}
            kind={credential.kind}
            name={credential.label}
            right={
              <>
                {credential.notInEntraYet ? (
                  <Badge appearance="tint" shape="rounded" color="warning">
                    {TEXTS.details.notInEntraYet}
                  </Badge>
                ) : several && credential.id === taken ? (
                  <Tooltip content={TEXTS.details.takenHint} relationship="description">
                    <Badge appearance="tint" shape="rounded" color="brand" tabIndex={0}>
                      {TEXTS.details.taken}
                    </Badge>
                  </Tooltip>
                ) : null}
                {unlisted ? (
                  <Badge appearance="tint" shape="rounded" color="warning" title={WORDS.unlistedHint}>
                    {WORDS.unlisted}
                  </Badge>
                ) : null}
                <Badge
                  appearance="tint"
                  shape="rounded"
                  color={credential.kept === 'keychain' ? 'informative' : 'warning'}
                >
                  {TEXTS.kept[credential.kept]}
                </Badge>
                <Tooltip content={TEXTS.details.removeCredential(credential.label)} relationship="label">
                  <Button
                    appearance="subtle"
                    size="small"
                    icon={<DeleteIcon />}
                    onClick={() => props.onRemove(credential)}
                  />
                </Tooltip>
              </>
            }
          >
            {credential.notInEntraYet ? <span>{TEXTS.details.notInEntraYetText(several)}</span> : null}
            <CredentialBadge health={credentialHealth({ ...credential, expiresOn }, props.now)} />
            <Facts
              facts={[
                ...(expiresOn === null
                  ? []
                  : [{ label: TEXTS.details.expires, value: <Moment at={expiresOn} form="date" /> }]),
                { label: TEXTS.details.added, value: <Moment at={credential.addedOn} form="date" /> },
                ...(entra?.hint == null ? [] : [{ label: WORDS.hint, value: `${entra.hint}…` }]),
                ...(credential.thumbprintSha1 === null
                  ? []
                  : [
                      {
                        label: TEXTS.details.thumbprint,
                        value: (
                          <Identifier
                            value={credential.thumbprintSha1}
                            what={TEXTS.details.thumbprint}
                            full
                          />
                        ),
                      },
                    ]),
              ]}
            />
            <CertificateDisclosure profileId={profile.id} credential={credential} />
            {props.actions(credential)}
          </CredentialCard>
        );
      })}
    </CredentialCards>
  );
};
