import { z } from 'zod';
import { CONSENT_REDIRECT } from '../../preload/contract/words/consent.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { ApplicationObjectId, ClientId, ServicePrincipalId } from '../../preload/contract/words/ids.ts';
import { decode } from './decode.ts';
import { applicationShape, principalShape } from './directory-objects.ts';
import type { DirectoryApplication, DirectoryPrincipal } from './directory-objects.ts';
import type { GraphAsk, GraphClient } from './graph-client.ts';

const writing = (what: string, id: string, signal: AbortSignal): GraphAsk => ({
  what,
  id,
  needs: 'Application.ReadWrite.All',
  signal,
});

/**
 * Registers an app with nothing but a name and who may use it, which is all that S2S needs: no permission, and a redirect address only
 * where it was asked for, as one of a public client, which sends no credential from there (application-post-applications; application
 * resource, `publicClient`). The console always says the audience, because Graph's own default lets personal accounts in.
 */
export const createApplication = async (
  graph: GraphClient,
  app: {
    readonly name: string;
    readonly audience: 'AzureADMyOrg' | 'AzureADMultipleOrgs';
    readonly publicRedirect: boolean;
  },
  signal: AbortSignal,
): Promise<Result<DirectoryApplication>> => {
  const body = {
    displayName: app.name,
    signInAudience: app.audience,
    ...(app.publicRedirect ? { publicClient: { redirectUris: [CONSENT_REDIRECT] } } : {}),
  };
  return decode(
    applicationShape,
    await graph.post('applications', body, writing('app registration', app.name, signal)),
    'application',
  );
};

/** Takes an app registration back that was just made (application-delete); Entra keeps it for thirty days. */
export const deleteApplication = (graph: GraphClient, id: ApplicationObjectId, signal: AbortSignal) =>
  graph.remove(`applications/${id}`, writing('app registration', id, signal));

/**
 * Makes the service principal of an app in this tenant: what lets it sign in here, and for another tenant's app the same as consent
 * (serviceprincipal-post-serviceprincipals). Fails with `already-exists` when it is there.
 */
export const createServicePrincipal = async (
  graph: GraphClient,
  clientId: ClientId,
  signal: AbortSignal,
): Promise<Result<DirectoryPrincipal>> =>
  decode(
    principalShape,
    await graph.post(
      'servicePrincipals',
      { appId: clientId },
      writing('service principal', clientId, signal),
    ),
    'service principal',
  );

/** Lets an app sign in to this tenant, or no longer (serviceprincipal-update, `accountEnabled`). */
export const setPrincipalEnabled = async (
  graph: GraphClient,
  id: ServicePrincipalId,
  enabled: boolean,
  signal: AbortSignal,
): Promise<Result<null>> =>
  decode(
    z.null(),
    await graph.patch(
      `servicePrincipals/${id}`,
      { accountEnabled: enabled },
      writing('service principal', id, signal),
    ),
    'empty answer',
  );
