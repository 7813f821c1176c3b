import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import { APPLICATIONS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../ui/index.ts';
import {
  Badge,
  CertificateIcon,
  Identifier,
  Inline,
  SecretIcon,
  StatusBadge,
  TextWithMark,
} from '../../ui/index.ts';
import { CredentialBadge, healthText } from './credential-badge.tsx';
import type { CredentialHealth } from './credential-health.ts';
import { credentialHealth } from './credential-health.ts';

const URGENCY: readonly CredentialHealth['kind'][] = [
  'missing',
  'expired',
  'expires-soon',
  'valid',
  'no-end-known',
];

/** The health that a person must hear of first; null without any credential. */
const mostUrgent = (profile: AppProfile, now: number): CredentialHealth | null =>
  profile.credentials
    .map((credential) => credentialHealth(credential, now))
    .toSorted(
      (a, b) =>
        URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) ||
        ('days' in a && 'days' in b ? a.days - b.days : 0),
    )
    .at(0) ?? null;

const countOf = (profile: AppProfile, kind: 'secret' | 'certificate'): number =>
  profile.credentials.filter((credential) => credential.kind === kind).length;

const credentialText = (profile: AppProfile): string =>
  profile.credentials.length === 0
    ? TEXTS.noCredential
    : TEXTS.credentialCount(countOf(profile, 'secret'), countOf(profile, 'certificate'));

const keptText = (profile: AppProfile): string =>
  [...new Set(profile.credentials.map((credential) => TEXTS.kept[credential.kept]))].join(', ');

const tenantText = (profile: AppProfile, tenantId: string | null): string => {
  if (profile.homeTenantId === null) return TEXTS.homeTenantUnknown;
  return profile.homeTenantId === tenantId ? TEXTS.homeTenantHere : profile.homeTenantId;
};

/** Columns of the apps of a workspace, judged at an instant. */
export const profileColumns = (tenantId: string | null, now: number): readonly Column<AppProfile>[] => [
  {
    id: 'name',
    header: TEXTS.columns.name,
    width: 220,
    grow: true,
    required: true,
    value: (profile) => profile.name,
    cell: (profile) => (
      <TextWithMark
        text={profile.name}
        mark={
          profile.demo ? (
            <Badge appearance="tint" color="brand" shape="rounded">
              {TEXTS.demo}
            </Badge>
          ) : null
        }
      />
    ),
  },
  {
    id: 'clientId',
    header: TEXTS.columns.clientId,
    width: 160,
    value: (profile) => profile.clientId,
    cell: (profile) => <Identifier value={profile.clientId} what={TEXTS.columns.clientId} />,
  },
  {
    id: 'homeTenant',
    header: TEXTS.columns.homeTenant,
    width: 150,
    value: (profile) => tenantText(profile, tenantId),
    cell: (profile) =>
      profile.homeTenantId === null || profile.homeTenantId === tenantId ? (
        tenantText(profile, tenantId)
      ) : (
        <Identifier value={profile.homeTenantId} what={TEXTS.columns.homeTenant} />
      ),
  },
  {
    id: 'credentials',
    header: TEXTS.columns.credentials,
    width: 190,
    value: credentialText,
    cell: (profile) =>
      profile.credentials.length === 0 ? (
        <StatusBadge status="attention" word={TEXTS.noCredential} />
      ) : (
        <Inline gap="xs">
          {countOf(profile, 'secret') > 0 ? <SecretIcon aria-hidden /> : null}
          {countOf(profile, 'certificate') > 0 ? <CertificateIcon aria-hidden /> : null}
          <span title={credentialText(profile)}>{credentialText(profile)}</span>
        </Inline>
      ),
  },
  {
    id: 'expiry',
    header: TEXTS.columns.expiry,
    width: 180,
    value: (profile) => {
      const health = mostUrgent(profile, now);
      return health === null ? null : healthText(health);
    },
    cell: (profile) => {
      const health = mostUrgent(profile, now);
      return health === null ? null : <CredentialBadge health={health} />;
    },
  },
  { id: 'kept', header: TEXTS.columns.kept, width: 130, value: keptText },
];
