import type { AuthenticationResult } from '@azure/msal-node';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseTenantId } from '../../preload/contract/words/ids.ts';
import type { AdminContext } from './admin-context.ts';
import type { SignInRequest } from './sign-in-request.ts';
import type { StoredSignIn } from './stored-sign-ins.ts';
import type { AccessToken } from './token-source.ts';

/** What a completed sign-in brings: what to keep, and the first token with what it is for. */
export type SignedIn = {
  readonly signIn: StoredSignIn;
  readonly request: SignInRequest;
  readonly token: AccessToken | null;
};

/** Reads MSAL's answer; `tenant-mismatch` when somebody of another tenant than the workspace's signed in. */
export const signedIn = (
  answer: AuthenticationResult,
  context: AdminContext,
  cache: string,
  request: SignInRequest,
): Result<SignedIn> => {
  const tenantId = parseTenantId(answer.tenantId);
  if (answer.account === null || tenantId === null)
    return failed('sign-in-failed', { reason: 'answer without an account' });
  const expected = context.workspace.tenantId;
  if (expected !== null && expected !== tenantId)
    return failed('tenant-mismatch', { expected, actual: tenantId });
  const { username, name, homeAccountId } = answer.account;
  return ok({
    signIn: {
      scope: { cloud: context.cloud.id, tenantId, clientId: context.clientId },
      account: { username, name: name ?? username, tenantId },
      homeAccountId,
      cache,
    },
    request,
    token:
      answer.expiresOn === null ? null : { token: answer.accessToken, expiresAt: answer.expiresOn.getTime() },
  });
};
