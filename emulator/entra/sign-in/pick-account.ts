import type { Cloud } from '../../cloud.ts';
import type { Account } from '../../directory/records.ts';
import type { ServiceRequest, ServiceResponse } from '../../server/exchange.ts';
import type { Authority } from '../authority.ts';
import type { Grants } from '../grants.ts';
import { signInPage } from '../sign-in-page.ts';
import type { KnownVisit } from './visit.ts';

const troubleWords: Readonly<Record<Account['trouble'], string>> = {
  none: '',
  mfa: 'needs a second factor',
  blocked: 'blocked by Conditional Access',
  'password-expired': 'password has expired',
};

/** What is special about signing in as this person here; empty for nothing. */
const storyOf = (account: Account, authority: Authority): string =>
  authority.kind === 'tenant' && account.tenantId !== authority.tenant.id
    ? 'not invited here'
    : account.home !== null
      ? `guest from ${account.home.name}`
      : account.enabled
        ? troubleWords[account.trouble]
        : 'disabled';

/** People who may be picked: those of the tenant and who tries to get in, or everybody on the shared authorities. */
const offered = (account: Account, authority: Authority): boolean =>
  authority.kind === 'shared'
    ? // A guest would be signed in to a home that is not part of the demo; nobody here has a personal account.
      account.home === null && authority.segment !== 'consumers'
    : account.tenantId === authority.tenant.id || account.triesAt.includes(authority.tenant.id);

/** The page that asks who signs in. */
export function pickPage(
  context: { readonly cloud: Cloud; readonly grants: Grants; readonly request: ServiceRequest },
  { visit, app, authority }: KnownVisit,
): ServiceResponse {
  const { cloud, grants, request } = context;
  return signInPage({
    appName: app.displayName,
    action: new URL(`${request.links.self}/${visit.authority}/login`).pathname,
    context: grants.visits.put(visit),
    accounts: cloud.directory.records.accounts
      .filter((account) => offered(account, authority))
      .map((account) => ({
        ...account,
        tenantName: cloud.directory.tenant(account.tenantId)?.displayName ?? '',
        story: storyOf(account, authority),
      })),
    loginHint: visit.loginHint,
    target: visit.reply.kind === 'client' ? new URL(visit.reply.request.redirectUri).origin : null,
  });
}
