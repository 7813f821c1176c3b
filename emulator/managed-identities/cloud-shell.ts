import type { Cloud } from '../cloud.ts';
import { userToken } from '../entra/access-token.ts';
import { resourceIn } from '../entra/token-call.ts';
import { tokenLifetime } from '../entra/tokens.ts';
import { accounts } from '../seed/tenants.ts';
import { json, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';

/** As whose client its tokens are seen. */
const shell = { appId: 'b677c290-cf4b-4a8e-a60e-91ba650a4abe', displayName: 'AzurePortal Console App' };

/** In the shape and words of its limitations' page and of MSAL's tests (Learn: Cloud Shell, "Acquire a user token"). */
const refused = (code: string, message: string): ServiceResponse => json(400, { error: { code, message } });

function answerToken(cloud: Cloud, request: ServiceRequest): ServiceResponse {
  if (request.headers['metadata'] !== 'true') {
    return refused('bad_request_102', 'Required metadata header not specified');
  }
  const name = parameters(request.body).get('resource') ?? '';
  if (name === '') {
    return refused('invalid_request', 'Required audience parameter not specified');
  }
  const { contosoAdmin } = accounts;
  const account = cloud.directory.accountById(contosoAdmin.tenantId, contosoAdmin.objectId);
  if (account === null || !account.enabled) {
    return refused('invalid_request', 'Identity not found');
  }
  const resource = resourceIn(cloud, account.tenantId, name);
  if (!resource.ok) {
    return refused('AudienceNotSupported', `Audience ${name} is not a supported MSI token audience.`);
  }
  const now = Math.floor(cloud.now() / 1000);
  const signIn = { round: cloud.demands.round(account.objectId), since: cloud.now(), session: '' };
  return json(200, {
    access_token: userToken(
      { cloud, login: request.links.login, resource: resource.value, app: shell, proof: 'none' },
      account,
      { permissions: resource.value.delegated, signIn, capable: false },
    ),
    refresh_token: '',
    expires_in: String(tokenLifetime),
    expires_on: String(now + tokenLifetime),
    not_before: String(now - 300),
    resource: name,
    token_type: 'Bearer',
  });
}

/**
 * The token service of Azure Cloud Shell: `POST` with the header `Metadata` and `resource` in the body (seen in msal-node; Learn: Cloud Shell,
 * "Acquire a user token"). There is no identity of a machine: its tokens are those of who has opened the shell, here Contoso's administrator.
 */
export function createCloudShell(cloud: Cloud): Service {
  return (request) => {
    if (!/^\/oauth2\/token\/?$/i.test(request.path)) {
      return json(404, { error: 'Not found' });
    }
    return request.method === 'POST'
      ? answerToken(cloud, request)
      : json(405, { error: 'Method not allowed' }, { allow: 'POST' });
  };
}
