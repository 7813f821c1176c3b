import { aadsts } from './aadsts.ts';
import { proveClient } from './client.ts';
import { denied } from './scopes.ts';
import { personProblem } from './sign-in/person-problem.ts';
import type { TokenAnswer, TokenCall } from './token-call.ts';

/**
 * `grant_type=password` (RFC 6749, 4.3; Learn: v2-oauth-ropc). Nobody here has a password, so that none is ever right: what it refuses a
 * program before and after it has looked at the password is the service's.
 */
export function passwordGrant(call: TokenCall): TokenAnswer {
  const { cloud, app, authority, form } = call;
  if (authority.kind === 'shared' && authority.segment !== 'organizations') {
    return denied(aadsts.grantNeedsTenant());
  }
  for (const name of ['username', 'password']) {
    if ((form.get(name) ?? '') === '') {
      return denied(aadsts.parameterMissing(name));
    }
  }
  const proof = proveClient(cloud, app, form, call.request, authority);
  if (!proof.ok) {
    return proof;
  }
  const account = cloud.directory.account(form.get('username') ?? '');
  if (account === null) {
    return denied(
      aadsts.accountUnknown(authority.kind === 'tenant' ? authority.tenant.displayName : authority.segment),
    );
  }
  const problem = personProblem(cloud, account, authority, app);
  // Whether an account is disabled is told before its password is looked at; what policies say, only after it was right.
  return denied(
    problem !== null && (problem.code === 50020 || problem.code === 50057) ? problem : aadsts.passwordWrong(),
  );
}
