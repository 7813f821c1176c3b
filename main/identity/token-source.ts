import type { Result } from '../../preload/contract/words/errors.ts';
import type {
  AppProfileId,
  ClientId,
  CredentialId,
  TenantId,
  WorkspaceId,
} from '../../preload/contract/words/ids.ts';

/** A bearer token inside main. It never crosses the border and is never logged. */
export type AccessToken = { readonly token: string; readonly expiresAt: number };

/** Which app signs in, where, with what. `resource` is the canonical origin of the environment. */
export type AppTokenRequest = {
  readonly workspaceId: WorkspaceId;
  readonly tenantId: TenantId;
  readonly clientId: ClientId;
  readonly appProfileId: AppProfileId;
  readonly credentialId: CredentialId;
  readonly resource: string;
};

/** The one source of tokens: caches, joins parallel requests for one token, renews before expiry. */
export type TokenSource = {
  /** Silent; fails with `sign-in-needed` when the person must sign in first. */
  readonly forAdmin: (
    workspaceId: WorkspaceId,
    resource: string,
    signal: AbortSignal,
  ) => Promise<Result<AccessToken>>;
  /** Client credentials with the secret or certificate; fails with `entra` and its AADSTS code. */
  readonly forApp: (request: AppTokenRequest, signal: AbortSignal) => Promise<Result<AccessToken>>;
};
