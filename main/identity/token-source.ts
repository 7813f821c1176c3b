import type { Result } from '../../preload/contract/words/errors.ts';
import type { GraphPermission } from '../../preload/contract/words/graph-permission.ts';
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
  /** Asks anew even when a token is in hand. */
  readonly fresh?: boolean;
};

/** What else a token for an admin must be good for. */
export type AdminTokenNeeds = {
  /** Permission of Microsoft Graph; without it the token is good for what was consented to before. */
  readonly permission?: GraphPermission;
  /** Claims that the resource asked for (JSON): tokens for it that are at hand are dropped first. */
  readonly claims?: string;
};

/** The one source of tokens: caches, joins parallel requests for one token, renews before expiry. */
export type TokenSource = {
  /**
   * Silent; fails with `sign-in-needed` when the person must sign in first, and with `graph-consent-needed` when nobody has consented to the
   * permission.
   */
  readonly forAdmin: (
    workspaceId: WorkspaceId,
    resource: string,
    signal: AbortSignal,
    needs?: AdminTokenNeeds,
  ) => Promise<Result<AccessToken>>;
  /** Client credentials with the secret or certificate; fails with `entra` and its AADSTS code. */
  readonly forApp: (request: AppTokenRequest, signal: AbortSignal) => Promise<Result<AccessToken>>;
};
