import type { SignInPurpose } from '../../preload/contract/identity.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { AdminContext } from './admin-context.ts';
import { scopeOf } from './authority.ts';
import type { WorkspaceAccounts } from './workspace-accounts.ts';

/** What a sign-in asks the service for. */
export type SignInRequest = {
  readonly purpose: SignInPurpose['kind'];
  readonly resource: string;
  readonly scope: string;
  /** User name that the page should offer; without one it lets the person pick. */
  readonly loginHint: string | null;
  /** Claims to ask for because a resource wants them (JSON). */
  readonly claims: string | null;
};

/**
 * Turns a purpose into a request. Discovery is what a plain sign-in asks for: it is needed first in any case, and its consent is that of
 * every environment, because both are the app "Dynamics CRM".
 */
export const signInRequest = (
  context: AdminContext,
  accounts: WorkspaceAccounts,
  purpose: SignInPurpose,
  loginHint: string | null,
): Result<SignInRequest> => {
  const resource = new URL(context.cloud.discovery).origin;
  const plain = { purpose: purpose.kind, resource, scope: scopeOf(resource), claims: null };
  const { tenantId } = context.workspace;
  const scope = tenantId === null ? null : { cloud: context.cloud.id, tenantId, clientId: context.clientId };
  switch (purpose.kind) {
    case 'account':
      return ok({ ...plain, loginHint });
    case 'again': {
      const { accountId } = purpose;
      const known = scope === null ? [] : accounts.of(scope);
      const session = known.find((one) => one.homeAccountId === accountId);
      if (session === undefined) return failed('not-found', { what: 'account', id: accountId });
      const challenge = session.challenge();
      const asked =
        challenge === null
          ? plain
          : {
              ...plain,
              resource: challenge.resource,
              scope: scopeOf(challenge.resource),
              claims: challenge.claims,
            };
      return ok({ ...asked, loginHint: session.account.username });
    }
    case 'graph': {
      const graph = new URL(context.cloud.graph).origin;
      const current = scope === null ? null : accounts.current(scope);
      return ok({
        purpose: 'graph',
        resource: graph,
        scope: scopeOf(graph, purpose.permission),
        loginHint: loginHint ?? current?.account.username ?? null,
        claims: null,
      });
    }
  }
};
