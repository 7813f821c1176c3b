import type { Cloud } from '../../cloud.ts';
import type { Account, AppRegistration } from '../../directory/records.ts';
import { userToken } from '../access-token.ts';
import { readClaims } from '../claims-parameter.ts';
import { consentedTo } from '../consents.ts';
import { idToken, olderIdToken } from '../id-token.ts';
import type { Company } from '../id-token.ts';
import { findResource, graphId } from '../resources.ts';
import { readUserScope } from '../user-scope.ts';
import type { RequestedScope } from '../scopes.ts';
import { tokenLifetime } from '../tokens.ts';
import { grantedScopes } from '../user-grants.ts';
import type { SignIn } from '../sessions.ts';
import type { SignInRequest } from './visit.ts';

type Fields = readonly (readonly [string, string])[];

/** What tokens of the sign-in itself are made from. */
type Facts = {
  readonly cloud: Cloud;
  /** Base URL of the sign-in service as it was asked. */
  readonly login: string;
  readonly app: AppRegistration;
  readonly account: Account;
  readonly signIn: SignIn;
  readonly request: SignInRequest;
};

/** An access token of the person; none for a resource that the tenant does not have. */
function accessFields(facts: Facts, asked: RequestedScope): Fields {
  const { cloud, login, app, account, signIn, request } = facts;
  const resource = findResource(cloud, account.tenantId, asked.resource ?? graphId);
  if (resource === null) {
    return [];
  }
  const permissions = consentedTo(cloud, app, account, resource);
  const { capable } = readClaims(request.claims);
  const token = userToken({ cloud, login, resource, app, proof: 'none' }, account, {
    permissions,
    signIn,
    capable,
  });
  return [
    ['access_token', token],
    ['token_type', 'Bearer'],
    ['expires_in', String(tokenLifetime)],
    ['scope', grantedScopes(resource, permissions, asked)],
  ];
}

/**
 * Tokens that come with the answer of a sign-in itself, as far as it asked for them (Learn: v2-oauth2-implicit-grant-flow,
 * v2-protocols-oidc; OpenID Connect Core, 3.2 and 3.3).
 */
export function frontTokens(facts: Facts, code: string | null): Fields {
  const { cloud, login, app, account, signIn, request } = facts;
  const scope = readUserScope(cloud, request.scope);
  if (!scope.ok) {
    return [];
  }
  const access = request.responseTypes.includes('token') ? accessFields(facts, scope.value) : [];
  if (!request.responseTypes.includes('id_token')) {
    return access;
  }
  const accessToken = access.find(([name]) => name === 'access_token')?.[1];
  const company: Company = {
    ...(code === null ? {} : { code }),
    ...(accessToken === undefined ? {} : { accessToken }),
  };
  const { nonce } = request;
  const told = { login, signIn, nonce, company, way: 'address' } as const;
  const token =
    request.version === 'v1'
      ? olderIdToken(cloud, app, account, told)
      : idToken(cloud, app, account, { ...told, asked: scope.value });
  return [...access, ['id_token', token]];
}
