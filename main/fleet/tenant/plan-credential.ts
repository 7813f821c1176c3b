import type { AppProfile, Credential } from '../../../preload/contract/app-profiles.ts';
import { credentialOrder } from '../../../preload/contract/words/credential-order.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { TenantApplication, TenantCertificate, TenantSecret } from '../../directory/tenant-directory.ts';
import { tenantStep } from './tenant-action.ts';
import type { PlannedTenantStep } from './tenant-action.ts';
import { day, draft } from './tenant-draft.ts';
import { leftSecrets } from './unfinished.ts';
import type { ActualTenant, NewIds, Of, TenantDraft } from './tenant-draft.ts';

/** The profile and its registration in this tenant, or why its credentials cannot be changed here. */
export const ownRegistration = (
  actual: Pick<ActualTenant, 'application' | 'profile'>,
): Result<{ readonly application: TenantApplication; readonly profile: AppProfile }> => {
  const { application, profile } = actual;
  if (profile === null) return failed('not-found', { what: 'app profile', id: '' });
  return application === null
    ? failed('not-found', { what: 'app registration in this tenant', id: profile.clientId })
    : ok({ application, profile });
};

/** Has Entra make a client secret. */
export const addSecret = (
  { label, endsOn }: Of<'add-secret'>,
  { credentialId: fresh }: NewIds,
  actual: ActualTenant,
): Result<TenantDraft> => {
  const own = ownRegistration(actual);
  if (!own.ok) return own;
  const { application, profile } = own.value;
  if (Date.parse(endsOn) <= actual.now)
    return failed('invalid-input', { path: 'endsOn', problem: 'must be in the future' });
  const left = leftSecrets(actual.begun, application, profile);
  // A value that reached the vault and no record is overwritten: its place is used again.
  const credentialId = left[0]?.credentialId ?? fresh;
  const known = application.secrets.map(({ keyId }) => keyId);
  return ok(
    draft(actual, {
      credentialId,
      first: [
        ...left.map((one) => {
          const { action, step } = removalStep('secret', one.known, null, [], actual.now);
          return {
            action,
            step: { ...step, before: 'Left by a run that was not finished, its value in no vault' },
          };
        }),
        tenantStep(
          {
            kind: 'add-secret',
            appProfileId: profile.id,
            credentialId,
            label,
            endsOn,
            known,
            staysInUse: null,
          },
          {
            subject: label,
            before: `${known.length} client secret${known.length === 1 ? '' : 's'} in Entra`,
            after: `One more, until ${day(endsOn)}, its value in the vault`,
          },
        ),
      ],
    }),
  );
};

/** Uploads the public part of a certificate that the vault holds. */
export const upload = (
  { credentialId }: Of<'upload-certificate'>,
  actual: ActualTenant,
): Result<TenantDraft> => {
  const own = ownRegistration(actual);
  if (!own.ok) return own;
  const { application, profile } = own.value;
  const credential = profile.credentials.find(
    ({ id, kind }) => id === credentialId && kind === 'certificate',
  );
  if (credential === undefined) return failed('not-found', { what: 'certificate', id: credentialId });
  const there = application.certificates.some(
    ({ thumbprintSha1 }) => thumbprintSha1 !== null && thumbprintSha1 === credential.thumbprintSha1,
  );
  const { label } = credential;
  return ok(
    draft(actual, {
      credentialId,
      first: there
        ? []
        : [
            tenantStep(
              { kind: 'upload-certificate', appProfileId: profile.id, credentialId, label },
              { subject: label, before: 'Only in this vault', after: 'Public part in Entra, others stay' },
            ),
          ],
    }),
  );
};

type Known = TenantSecret | TenantCertificate;

/** Which of our credentials one of Entra's is: by key id, or by thumbprint. */
export const oursOf = (profile: AppProfile | null, known: Known): Credential | null =>
  profile?.credentials.find(
    (one) =>
      one.keyId === known.keyId ||
      ('thumbprintSha1' in known &&
        known.thumbprintSha1 !== null &&
        one.thumbprintSha1 === known.thumbprintSha1),
  ) ?? null;

/** The step that removes one of Entra's credentials. */
export const removalStep = (
  type: 'secret' | 'certificate',
  known: Known,
  onlyWhile: Extract<PlannedTenantStep['action'], { readonly onlyWhile: unknown }>['onlyWhile'],
  risks: PlannedTenantStep['step']['risks'],
  now: number,
): PlannedTenantStep => {
  const expired = known.endsOn !== null && Date.parse(known.endsOn) <= now;
  const hint = 'hint' in known && known.hint !== null ? ` (${known.hint}…)` : '';
  return tenantStep(
    { kind: type === 'secret' ? 'remove-secret' : 'remove-certificate', keyId: known.keyId, onlyWhile },
    {
      subject: `${known.name === '' ? `Unnamed ${type}` : known.name}${hint}`,
      before: expired ? `Expired on ${day(known.endsOn)}` : `Works until ${day(known.endsOn)}`,
      after: 'Removed from Entra',
    },
    risks,
  );
};

/** Removes a credential from Entra, and from the vault where it is one of ours. */
export const remove = (
  { type, keyId }: Of<'remove-credential'>,
  actual: ActualTenant,
): Result<TenantDraft> => {
  const { application, profile, now } = actual;
  if (application === null) return failed('not-found', { what: 'app registration in this tenant', id: '' });
  const list: readonly Known[] = type === 'secret' ? application.secrets : application.certificates;
  const known = list.find((one) => one.keyId === keyId);
  if (known === undefined) return failed('not-found', { what: type, id: keyId });
  const works = ({ endsOn }: Known) => endsOn === null || Date.parse(endsOn) > now;
  const others = [...application.secrets, ...application.certificates].filter(
    (one) => one.keyId !== keyId && works(one),
  );
  const last = works(known) && others.length === 0;
  const ours = oursOf(profile, known);
  // What no rotation chose is in use as well, once it is the one to sign in with.
  const inUse = ours !== null && profile !== null && credentialOrder(profile, now)[0]?.id === ours.id;
  const forget =
    ours === null || profile === null
      ? []
      : [
          tenantStep(
            {
              kind: 'forget-credential',
              appProfileId: profile.id,
              credentialId: ours.id,
              onlyWhile: null,
            },
            { subject: ours.label, before: 'In the vault', after: 'Removed from the vault' },
          ),
        ];
  return ok(
    draft(actual, {
      asksForTenant: true,
      asksFor: last ? [profile?.name ?? application.name] : [],
      first: [
        removalStep(
          type,
          known,
          null,
          [...(last ? ['last-credential' as const] : []), ...(inUse ? ['in-use' as const] : [])],
          now,
        ),
        ...forget,
      ],
    }),
  );
};
