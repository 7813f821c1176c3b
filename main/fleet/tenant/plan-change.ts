import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { CONSENT_REDIRECT } from '../../../preload/contract/words/consent.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { TenantApplication } from '../../directory/tenant-directory.ts';
import { addSecret, remove, upload } from './plan-credential.ts';
import { leftRegistration } from './unfinished.ts';
import { tenantStep } from './tenant-action.ts';
import { draft } from './tenant-draft.ts';
import type { ActualTenant, NewIds, Of, PlainChange, TenantDraft } from './tenant-draft.ts';

const AUDIENCE_WORDS = {
  AzureADMyOrg: 'for this organisation only',
  AzureADMultipleOrgs: 'for any organisation that consents',
} as const;

const idOf = ({ objectId }: TenantApplication): string => objectId;

const register = (
  { name, audience, publicRedirect }: Of<'register-application'>,
  { appProfileId }: NewIds,
  actual: ActualTenant,
): TenantDraft => {
  const { named, begun, known } = actual;
  const redirect = publicRedirect ? `, redirect URI ${CONSENT_REDIRECT}` : '';
  const after = `App registration ${AUDIENCE_WORDS[audience]}${redirect}`;
  const left = leftRegistration(begun, after, named, known);
  const others = named.filter((one) => one !== left);
  const adopts = left?.objectId ?? null;
  const action = {
    kind: 'create-application',
    name,
    audience,
    publicRedirect,
    known: named.map(idOf),
    adopts,
  } as const;
  return draft(actual, {
    appName: name,
    appProfileId,
    first: [
      tenantStep(
        action,
        {
          subject: name,
          before:
            left !== null
              ? `Made by a run that was not finished, client ID ${left.clientId}`
              : others.length === 0
                ? 'No app registration'
                : 'Another app has this name',
          after,
        },
        others.length === 0 ? [] : ['same-name'],
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
};

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
