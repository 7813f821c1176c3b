import type { AppProfile, Credential } from '../../../preload/contract/app-profiles.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId, ClientId, CredentialId } from '../../../preload/contract/words/ids.ts';
import { tenantStep } from './tenant-action.ts';
import type { PlannedTenantStep } from './tenant-action.ts';
import type {
  TenantApplication,
  TenantCertificate,
  TenantPrincipal,
  TenantSecret,
} from '../../directory/tenant-directory.ts';

/** What is so, as far as a change of the directory needs to know it. */
export type ActualTenant = {
  readonly application: TenantApplication | null;
  readonly principal: TenantPrincipal | null;
  /** Registrations that have the name asked for. */
  readonly named: readonly TenantApplication[];
  readonly profile: AppProfile | null;
  /** Whether the app is a management application; null when that was not asked. */
  readonly managed: boolean | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** Ids that a plan chooses before the things exist. */
export type NewIds = { readonly appProfileId: AppProfileId; readonly credentialId: CredentialId };

/** Steps, whom they are about, and what must be typed before they are done. */
export type TenantDraft = {
  readonly appName: string;
  readonly clientId: ClientId | null;
  readonly appProfileId: AppProfileId | null;
  readonly credentialId: CredentialId | null;
  readonly first: readonly PlannedTenantStep[];
  /** True: the tenant's name is typed before it is done. */
  readonly asksForTenant: boolean;
  /** Further names to type. */
  readonly asksFor: readonly string[];
};

/** A change that is one plan by itself; rotations are planned elsewhere. */
export type PlainChange = Exclude<
  TenantChange,
  { readonly kind: 'rotate' | 'continue-rotation' | 'finish-rotation' }
>;
type Of<Kind extends PlainChange['kind']> = Extract<PlainChange, { readonly kind: Kind }>;

/** The day of an instant, as a plan names it. */
export const day = (instant: string | null): string =>
  instant === null ? 'an unknown day' : instant.slice(0, 10);

const AUDIENCE_WORDS = {
  AzureADMyOrg: 'for this organisation only',
  AzureADMultipleOrgs: 'for any organisation that consents',
} as const;

const draft = (actual: ActualTenant, given: Partial<TenantDraft>): TenantDraft => ({
  appName: actual.profile?.name ?? actual.application?.name ?? actual.principal?.name ?? '',
  clientId: actual.profile?.clientId ?? actual.application?.clientId ?? null,
  appProfileId: actual.profile?.id ?? null,
  credentialId: null,
  first: [],
  asksForTenant: false,
  asksFor: [],
  ...given,
});

const register = (
  { name, audience }: Of<'register-application'>,
  { appProfileId }: NewIds,
  actual: ActualTenant,
): TenantDraft =>
  draft(actual, {
    appName: name,
    appProfileId,
    first: [
      tenantStep(
        { kind: 'create-application', name, audience, known: actual.named.map(({ objectId }) => objectId) },
        {
          subject: name,
          before: actual.named.length === 0 ? 'No app registration' : 'Another app has this name',
          after: `App registration ${AUDIENCE_WORDS[audience]}`,
        },
        actual.named.length === 0 ? [] : ['same-name'],
      ),
      tenantStep(
        { kind: 'create-service-principal' },
        { subject: name, before: 'No service principal', after: 'Service principal in this tenant' },
      ),
      tenantStep(
        { kind: 'add-profile', appProfileId, name },
        { subject: name, before: 'Not in this console', after: 'App profile in this workspace' },
      ),
    ],
  });

const createPrincipal = ({ clientId }: Of<'create-service-principal'>, actual: ActualTenant): TenantDraft => {
  const appName = actual.profile?.name ?? actual.application?.name ?? clientId;
  return draft(actual, {
    appName,
    clientId,
    first:
      actual.principal === null
        ? [
            tenantStep(
              { kind: 'create-service-principal' },
              { subject: appName, before: 'No service principal', after: 'Service principal in this tenant' },
            ),
          ]
        : [],
  });
};

const setPrincipal = (
  { clientId, enabled }: Of<'set-service-principal'>,
  actual: ActualTenant,
): Result<TenantDraft> => {
  const { principal } = actual;
  if (principal === null) return failed('not-found', { what: 'service principal', id: clientId });
  const subject = actual.profile?.name ?? principal.name;
  const words = (value: boolean) => (value ? 'May sign in' : 'May not sign in');
  const kind = enabled ? 'enable-service-principal' : 'disable-service-principal';
  return ok(
    draft(actual, {
      appName: subject,
      clientId,
      asksForTenant: !enabled,
      first:
        principal.enabled === enabled
          ? []
          : [
              tenantStep(
                { kind },
                { subject, before: words(principal.enabled), after: words(enabled) },
                enabled ? [] : ['app-stops-in-tenant'],
              ),
            ],
    }),
  );
};

/** Both ways are confirmed by typing: one gives the app every environment, the other takes them from whatever relies on it. */
const setManaged = (
  { clientId, registered }: Of<'set-management-application'>,
  actual: ActualTenant,
): TenantDraft => {
  const subject = actual.profile?.name ?? clientId;
  const words = (value: boolean) =>
    value ? 'Administers every environment of the tenant' : 'Administers no environment by itself';
  const kind = registered ? 'register-management-application' : 'unregister-management-application';
  return draft(actual, {
    appName: subject,
    clientId,
    asksForTenant: true,
    first:
      actual.managed === registered
        ? []
        : [
            tenantStep({ kind }, { subject, before: words(!registered), after: words(registered) }, [
              registered ? 'administers-all-environments' : 'app-stops-administering',
            ]),
          ],
  });
};

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

const addSecret = (
  { label, endsOn }: Of<'add-secret'>,
  { credentialId }: NewIds,
  actual: ActualTenant,
): Result<TenantDraft> => {
  const own = ownRegistration(actual);
  if (!own.ok) return own;
  const { application, profile } = own.value;
  if (Date.parse(endsOn) <= actual.now)
    return failed('invalid-input', { path: 'endsOn', problem: 'must be in the future' });
  const known = application.secrets.map(({ keyId }) => keyId);
  return ok(
    draft(actual, {
      credentialId,
      first: [
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

const upload = ({ credentialId }: Of<'upload-certificate'>, actual: ActualTenant): Result<TenantDraft> => {
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

const remove = ({ type, keyId }: Of<'remove-credential'>, actual: ActualTenant): Result<TenantDraft> => {
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
  const inUse = ours !== null && profile?.current === ours.id;
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

/** Works out the steps of one change of a tenant's directory; what is already so makes no step. Pure. */
export const planChange = (change: PlainChange, ids: NewIds, actual: ActualTenant): Result<TenantDraft> => {
  switch (change.kind) {
    case 'register-application':
      return ok(register(change, ids, actual));
    case 'create-service-principal':
      return ok(createPrincipal(change, actual));
    case 'set-service-principal':
      return setPrincipal(change, actual);
    case 'set-management-application':
      return ok(setManaged(change, actual));
    case 'add-secret':
      return addSecret(change, ids, actual);
    case 'upload-certificate':
      return upload(change, actual);
    case 'remove-credential':
      return remove(change, actual);
  }
};
