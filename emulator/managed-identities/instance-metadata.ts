import type { Cloud } from '../cloud.ts';
import { json, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { described, identitiesOf, namedIds } from './identity-token.ts';
import type { Identity, IdentityParameters, IdentityTokens } from './identity-token.ts';

/** Those of Learn's page, and what other clients call them (Learn: how-to-use-vm-token). */
const parameterNames: IdentityParameters = {
  client: ['client_id'],
  object: ['object_id', 'principal_id'],
  resource: ['msi_res_id', 'mi_res_id'],
};

/** Least version of the endpoint (Learn: how-to-use-vm-token, "Use API version 2018-02-01 or greater"). */
const firstVersion = '2018-02-01';

const refused = (error: string, description: string): ServiceResponse =>
  json(400, { error, error_description: description });

/** The machine's own identity where none is named, else the only one that it shares; texts as seen in clients. */
function pick(cloud: Cloud, query: URLSearchParams): Identity | string {
  const identities = identitiesOf(cloud);
  const [id, ...more] = namedIds(query, parameterNames);
  if (id !== undefined) {
    const found = more.length === 0 ? identities.find(id) : undefined;
    return found ?? 'Identity not found';
  }
  const own = identities.find(({ managedIdentity }) => managedIdentity.assigned === 'system');
  const [first, ...others] = identities;
  if (own === undefined && others.length > 0) {
    return 'Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request';
  }
  return own ?? first ?? 'Identity not found';
}

/** How a metadata service differs from that of a virtual machine. */
type Differences = {
  readonly firstVersion: string;
  /** Whether the answer names a user-assigned identity by what it was asked for with. */
  readonly echo: boolean;
};

/** The identity as the request names it; nothing where it names none. */
const echoed = (query: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...parameterNames.client, ...parameterNames.object, ...parameterNames.resource].flatMap((name) => {
      const value = query.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );

/** A token by a metadata service's request. */
export function metadataToken(
  tokens: IdentityTokens,
  request: ServiceRequest,
  { firstVersion: first, echo }: Differences,
): ServiceResponse {
  const { cloud } = tokens;
  // "True" is no such header (Learn: "in all lower case").
  if (request.headers['metadata'] !== 'true') {
    return refused('bad_request_102', 'Required metadata header not specified');
  }
  // Learn: instance-metadata-service, "Proxies"; the words are ours.
  if (request.headers['x-forwarded-for'] !== undefined) {
    return refused('invalid_request', 'The X-Forwarded-For header is not allowed');
  }
  const query = parameters(request.query);
  const version = query.get('api-version') ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(version) || version < first) {
    // As quoted by readers of Learn's page.
    return refused('invalid_request', "Invalid 'api-version' requested");
  }
  const resource = query.get('resource') ?? '';
  if (resource === '') {
    return refused('invalid_request', 'Required audience parameter not specified');
  }
  const identity = pick(cloud, query);
  if (typeof identity === 'string') {
    return refused('invalid_request', identity);
  }
  const token = tokens.get(request, identity, resource);
  return token.ok
    ? json(200, { ...token.value, refresh_token: '', ...(echo ? echoed(query) : {}) })
    : refused(token.error.error, described(cloud, token.error));
}

/**
 * The metadata service of a virtual machine, as far as tokens of its managed identities go: `GET /metadata/identity/oauth2/token` (Learn:
 * how-to-use-vm-token). Clients find it by the variable `AZURE_POD_IDENTITY_AUTHORITY_HOST`.
 */
export function createInstanceMetadata(tokens: IdentityTokens): Service {
  return (request) => {
    if (!/^\/metadata\/identity\/oauth2\/token\/?$/i.test(request.path)) {
      return json(404, { error: 'Not found' });
    }
    return request.method === 'GET'
      ? metadataToken(tokens, request, { firstVersion, echo: false })
      : json(405, { error: 'Method not allowed' }, { allow: 'GET' });
  };
}
