import type { Cloud } from '../../preload/contract/clouds.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { CredentialId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import { authorityOf, scopeOf } from './authority.ts';
import { msalFailure } from './msal-failure.ts';
import type { OpenExchange } from './msal-network.ts';
import { createSingleFlight } from './single-flight.ts';
import { tokenKey } from './token-memory.ts';
import type { TokenMemory } from './token-memory.ts';
import type { AccessToken, AppTokenRequest, TokenSource } from './token-source.ts';

/** A credential taken out of the vault for one request, already checked. */
type AppCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | {
      readonly kind: 'certificate';
      /** PKCS#8. */
      readonly privateKeyPem: string;
      /** Upper-case hex without separators: MSAL sends it as it is. */
      readonly thumbprintSha256: string;
    };

/** Fetches and checks a credential; fails with the vault's errors or with what is wrong about the credential. */
export type TakeCredential = (
  request: Pick<AppTokenRequest, 'appProfileId' | 'credentialId'>,
) => Promise<Result<AppCredential>>;

/** What tokens for apps are made from. */
export type AppTokenPorts = {
  readonly cloudOf: (workspaceId: WorkspaceId) => Cloud | null;
  readonly takeCredential: TakeCredential;
  readonly openExchange: OpenExchange;
  readonly memory: TokenMemory;
  /** The sign-in service has given a token for this credential. */
  readonly worked: (credentialId: CredentialId) => void;
};

const fetchToken = async (
  ports: AppTokenPorts,
  cloud: Cloud,
  request: AppTokenRequest,
  signal: AbortSignal,
): Promise<Result<AccessToken>> => {
  const taken = await ports.takeCredential(request);
  if (!taken.ok) return taken;
  const { ConfidentialClientApplication } = await import('@azure/msal-node');
  const credential = taken.value;
  const authority = authorityOf(cloud, request.tenantId);
  const exchange = ports.openExchange(authority.url, signal);
  try {
    // Made for this one request, so that no secret and no second token cache stays in memory.
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: request.clientId,
        authority: authority.url,
        knownAuthorities: authority.knownAuthorities,
        ...(credential.kind === 'secret'
          ? { clientSecret: credential.secret }
          : {
              clientCertificate: {
                privateKey: credential.privateKeyPem,
                thumbprintSha256: credential.thumbprintSha256,
              },
            }),
      },
      system: { networkClient: exchange.network, disableInternalRetries: true },
    });
    const answer = await client.acquireTokenByClientCredential({ scopes: [scopeOf(request.resource)] });
    if (answer?.expiresOn == null) return failed('sign-in-failed', { reason: 'answer without a token' });
    return ok({ token: answer.accessToken, expiresAt: answer.expiresOn.getTime() });
  } catch (thrown) {
    return { ok: false, error: msalFailure(thrown, exchange, request) };
  }
};

/**
 * Tokens by client credentials (Microsoft Learn: v2-oauth2-client-creds-grant-flow, certificate-credentials). Kept in memory
 * per workspace, cloud, tenant, client, credential and resource; parallel requests for one become one.
 */
export const createAppTokens = (ports: AppTokenPorts): TokenSource['forApp'] => {
  const join = createSingleFlight<AccessToken>();
  return async (request, signal) => {
    const cloud = ports.cloudOf(request.workspaceId);
    if (cloud === null) return failed('not-found', { what: 'workspace', id: request.workspaceId });
    const { workspaceId, tenantId, clientId, credentialId, resource } = request;
    // The authority too: a workspace can be sent to another one, and a token of the old one is not its any more.
    const { origin } = new URL(cloud.authority);
    const key = tokenKey('app', workspaceId, cloud.id, origin, tenantId, clientId, credentialId, resource);
    const known = request.fresh === true ? null : ports.memory.find(key);
    if (known !== null) return ok(known);
    return join(key, signal, async (shared) => {
      const fetched = await fetchToken(ports, cloud, request, shared);
      if (fetched.ok) {
        ports.memory.keep(key, fetched.value);
        ports.worked(credentialId);
      }
      return fetched;
    });
  };
};
