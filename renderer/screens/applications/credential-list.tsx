import type { ReactElement } from 'react';
import type { AppProfile, Credential } from '../../../preload/contract/app-profiles.ts';
import { APPLICATIONS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import {
  Badge,
  Button,
  CertificateIcon,
  DeleteIcon,
  Facts,
  Identifier,
  makeStyles,
  Moment,
  SecretIcon,
  tokens,
  Tooltip,
} from '../../ui/index.ts';
import { CertificateDisclosure } from './certificate-details.tsx';
import { CredentialBadge } from './credential-badge.tsx';
import { credentialHealth, usableCredential } from './credential-health.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  label: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { display: 'inline-flex', fontSize: tokens.fontSizeBase500, color: tokens.colorNeutralForeground3 },
});

/** What is known of each credential of an app: kind, health, where it is kept; never the credential. */
export const CredentialList = (props: {
  readonly profile: AppProfile;
  readonly now: number;
  readonly onRemove: (credential: Credential) => void;
}): ReactElement => {
  const styles = useStyles();
  const several = props.profile.credentials.length > 1;
  const taken = usableCredential(props.profile, props.now)?.id;
  return (
    <ul className={styles.list} aria-label={TEXTS.details.credentials}>
      {props.profile.credentials.map((credential) => (
        <li key={credential.id} className={styles.item}>
          <div className={styles.head}>
            <span className={styles.icon} aria-hidden>
              {credential.kind === 'secret' ? <SecretIcon /> : <CertificateIcon />}
            </span>
            <span className={styles.label} title={credential.label}>
              {credential.label}
            </span>
            {several && credential.id === taken ? (
              <Tooltip content={TEXTS.details.takenHint} relationship="description">
                <Badge appearance="tint" shape="rounded" color="brand" tabIndex={0}>
                  {TEXTS.details.taken}
                </Badge>
              </Tooltip>
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
          </div>
          <CredentialBadge health={credentialHealth(credential, props.now)} />
          <Facts
            facts={[
              ...(credential.expiresOn === null
                ? []
                : [
                    { label: TEXTS.details.expires, value: <Moment at={credential.expiresOn} form="date" /> },
                  ]),
              { label: TEXTS.details.added, value: <Moment at={credential.addedOn} form="date" /> },
              ...(credential.thumbprintSha1 === null
                ? []
                : [
                    {
                      label: TEXTS.details.thumbprint,
                      value: (
                        <Identifier value={credential.thumbprintSha1} what={TEXTS.details.thumbprint} full />
                      ),
                    },
                  ]),
            ]}
          />
          <CertificateDisclosure profileId={props.profile.id} credential={credential} />
        </li>
      ))}
    </ul>
  );
};
