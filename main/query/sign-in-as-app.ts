import type { Environment } from '../../preload/contract/environments.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { createDataverseClient } from '../dataverse/create-dataverse-client.ts';
import type { DataverseClient, OnBehalfOf } from '../dataverse/dataverse-client.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { TokenSource } from '../identity/token-source.ts';
import type { QueryRun } from './query-runs.ts';

export type AppSignInPorts = { readonly http: HttpClient; readonly tokens: TokenSource };

/** The Web API of an environment as the app; asks for the first token at once, so that a failure has its own moment. */
export const signInAsApp = async (
  { http, tokens }: AppSignInPorts,
  { workspaceId, profile, credentialId }: Pick<QueryRun, 'workspaceId' | 'profile' | 'credentialId'>,
  environment: Environment,
  signal: AbortSignal,
  onBehalfOf?: OnBehalfOf,
): Promise<Result<DataverseClient>> => {
  const { tenantId, url } = environment;
  // A token can only be asked for in a known tenant, and the 401 challenge is what tells it.
  if (tenantId === null) return failed('challenge-missing', { host: new URL(url).host });
  const request = {
    workspaceId,
    tenantId,
    clientId: profile.clientId,
    appProfileId: profile.id,
    credentialId,
    resource: url,
  };
  const first = await tokens.forApp(request, signal);
  if (!first.ok) return first;
  const bearer = async (signal: AbortSignal): Promise<Result<string>> => {
    const token = await tokens.forApp(request, signal);
    return token.ok ? ok(token.value.token) : token;
  };
  const caller = onBehalfOf === undefined ? {} : { onBehalfOf };
  return ok(createDataverseClient({ http, origin: url, bearer, ...caller }));
};
