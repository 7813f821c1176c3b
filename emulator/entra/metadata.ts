import type { Cloud } from '../cloud.ts';
import type { Rules } from '../scenario/rules.ts';
import { hosts } from '../server/address.ts';
import { signInServices } from '../server/microsoft-clouds.ts';
import type { MicrosoftCloud } from '../server/microsoft-clouds.ts';
import { parameters } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { aadsts } from './aadsts.ts';
import { personalTenant, readAuthority } from './authority.ts';
import type { Authority } from './authority.ts';
import { entraAnswer, refusal } from './refusal.ts';
import type { EndpointVersion } from './token-call.ts';
import { olderIssuer } from './tokens.ts';

/** Tenant id in an issuer: of the tenant itself, of personal accounts, or a placeholder (Learn: access-tokens, "Validate the issuer"). */
function issuerTenant(authority: Authority): string {
  if (authority.kind === 'tenant') return authority.tenant.id;
  return authority.segment === 'consumers' ? personalTenant : '{tenantid}';
}

const claimsOf: Readonly<Record<EndpointVersion, readonly string[]>> = {
  v1: ['acr', 'amr', 'nonce', 'email', 'given_name', 'family_name', 'nickname'],
  v2: ['acr', 'nonce', 'preferred_username', 'name', 'tid', 'ver', 'at_hash', 'c_hash', 'email'],
};

/** What a document says of its tenant, wherever that is. */
export type DescribedAuthority = {
  readonly cloud: MicrosoftCloud;
  readonly rules: Rules;
  /** Tenant id, or the name of a shared authority. */
  readonly path: string;
  /** Tenant id in the issuer. */
  readonly id: string;
  readonly country: string | null;
  /** Issuer of tokens of version 1. */
  readonly olderIssuer: string;
  /** Base URLs of its sign-in service and of Graph. */
  readonly login: string;
  readonly browserLogin: string;
  readonly graph: string;
};

/**
 * The OpenID Connect metadata of an authority (Learn: v2-protocols-oidc; OpenID Connect Discovery 1.0, 3; documents of both versions as
 * recorded). Issuer and endpoints follow the form in which they were asked for; those for people are such as a browser reaches. Names that no
 * client sends a request to are those of the cloud that is played.
 */
export function describeAuthority(
  { cloud, rules, path, id, country, olderIssuer, login, browserLogin, graph }: DescribedAuthority,
  version: EndpointVersion,
): unknown {
  const v2 = version === 'v2' ? '/v2.0' : '';
  const regionScope =
    cloud.name === 'china'
      ? rules.of('chinaRegionScope')
      : (cloud.regionScope ?? (country === 'US' ? 'NA' : 'EU'));
  const ofVersion =
    version === 'v1'
      ? {
          response_types_supported: ['code', 'id_token', 'code id_token', 'token id_token', 'token'],
          scopes_supported: ['openid'],
          issuer: olderIssuer,
          microsoft_multi_refresh_token: true,
          check_session_iframe: `${browserLogin}/${path}/oauth2/checksession`,
          userinfo_endpoint: `${login}/${path}/openid/userinfo`,
        }
      : {
          response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
          scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
          issuer: `${login}/${id}/v2.0`,
          request_uri_parameter_supported: false,
          userinfo_endpoint: `${graph}/oidc/userinfo`,
        };
  return {
    token_endpoint: `${login}/${path}/oauth2${v2}/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${login}/${path}/discovery${v2}/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    // What the service lists; an app that has not turned implicit grants on is refused (AADSTS700054).
    ...ofVersion,
    device_authorization_endpoint: `${login}/${path}/oauth2${v2}/devicecode`,
    authorization_endpoint: `${browserLogin}/${path}/oauth2${v2}/authorize`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${browserLogin}/${path}/oauth2${v2}/logout`,
    claims_supported: [
      'sub',
      'iss',
      'cloud_instance_name',
      'cloud_instance_host_name',
      'cloud_graph_host_name',
      'msgraph_host',
      'aud',
      'exp',
      'iat',
      'auth_time',
      ...claimsOf[version],
    ],
    kerberos_endpoint: `${login}/${path}/kerberos`,
    tenant_region_scope: country === null ? null : regionScope,
    ...(country === null || cloud.regionSubScope === null
      ? {}
      : { tenant_region_sub_scope: cloud.regionSubScope }),
    cloud_instance_name: cloud.instanceName,
    cloud_graph_host_name: cloud.olderGraph,
    msgraph_host: new URL(graph).host,
    rbac_url: `https://${cloud.rbac}`,
  };
}

/** The metadata of an authority that is here. */
export function answerMetadata(
  cloud: Cloud,
  request: ServiceRequest,
  segment: string,
  version: EndpointVersion,
): ServiceResponse {
  const authority = readAuthority(cloud, segment, 'invalid_tenant');
  if (!authority.ok) {
    return refusal(authority.error, request, cloud.now());
  }
  const { login, browserLogin, to } = request.links;
  const tenant = authority.value.kind === 'tenant' ? authority.value.tenant : null;
  const id = issuerTenant(authority.value);
  const described: DescribedAuthority = {
    cloud: cloud.site.names.cloud,
    rules: cloud.rules,
    path: tenant?.id ?? authority.value.segment,
    id,
    olderIssuer: olderIssuer(cloud, login, id),
    country: tenant?.country ?? null,
    login,
    browserLogin,
    graph: to(hosts.graph),
  };
  return entraAnswer(request, cloud.now(), describeAuthority(described, version), { kept: true });
}

/** The keys that verify tokens (RFC 7517); in version 2 with whose tokens each may verify (Learn: access-tokens, "Validate the issuer"). */
export function answerKeys(
  cloud: Cloud,
  request: ServiceRequest,
  segment: string,
  version: EndpointVersion,
): ServiceResponse {
  const authority = readAuthority(cloud, segment, 'invalid_tenant');
  if (!authority.ok) {
    return refusal(authority.error, request, cloud.now());
  }
  const issuer = `${request.links.login}/${issuerTenant(authority.value)}/v2.0`;
  const key =
    version === 'v1'
      ? cloud.signingKey.jwk
      : { ...cloud.signingKey.jwk, cloud_instance_name: cloud.site.names.cloud.instanceName, issuer };
  return entraAnswer(request, cloud.now(), { keys: [key] }, { kept: true });
}

/**
 * Instance discovery: whether a host is a sign-in service, and by which names it is known (seen in MSAL's requests to
 * `/common/discovery/instance`).
 */
export function answerInstance(cloud: Cloud, request: ServiceRequest): ServiceResponse {
  const endpoint = parameters(request.query).get('authorization_endpoint') ?? '';
  if (endpoint === '') {
    return refusal(aadsts.parameterMissing('authorization_endpoint'), request, cloud.now());
  }
  const asked = URL.canParse(endpoint) ? new URL(endpoint) : null;
  const { site } = cloud;
  const ours = [
    hosts.login,
    `localhost:${site.port}`,
    `127.0.0.1:${site.port}`,
    ...(site.tlsPort === null ? [] : [`localhost:${site.tlsPort}`, `127.0.0.1:${site.tlsPort}`]),
  ];
  // Those of all Microsoft's clouds know each other; programs ask of the one that they have built in, wherever their requests are sent.
  const services = Object.values(signInServices).map(({ preferred, cachedAs, aliases }) => ({
    preferred_network: preferred,
    preferred_cache: cachedAs,
    aliases: [...aliases],
  }));
  const theirs = services.find(({ aliases }) => aliases.some((alias) => alias === asked?.host));
  if (asked === null || (theirs === undefined && !ours.includes(asked.host))) {
    return refusal(aadsts.instanceUnknown(endpoint), request, cloud.now());
  }
  const isHere = theirs === undefined || cloud.site.names.own(asked.host) === hosts.login;
  // By the demo's own name it is told with the demo's own addresses, whichever service was asked.
  const isOwn = request.links.canonical && asked.host === hosts.login;
  const there = isHere ? request.links.login : request.links.to(asked.host);
  const login = isOwn ? `https://${hosts.login}` : there;
  const tenant = asked.pathname.split('/').find((part) => part.includes('.') || part.length >= 6);
  return entraAnswer(
    request,
    cloud.now(),
    {
      tenant_discovery_endpoint: `${login}/${tenant ?? 'common'}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata:
        theirs === undefined
          ? [{ preferred_network: asked.host, preferred_cache: asked.host, aliases: [asked.host] }]
          : services,
    },
    { kept: true },
  );
}

/**
 * Whether somebody signs in here or at the identity provider of a company, which clients ask before they send a password (seen in MSAL's
 * requests to `/common/userrealm/<user name>`, ADAL's to `/common/UserRealm/<user name>`). Nobody here is federated.
 */
export function answerUserRealm(cloud: Cloud, request: ServiceRequest, username: string): ServiceResponse {
  const domain = username.split('@')[1] ?? '';
  const isOurs = cloud.directory.records.tenants.some((tenant) => tenant.domain === domain);
  return entraAnswer(request, cloud.now(), {
    ver: '1.0',
    account_type: isOurs ? 'Managed' : 'Unknown',
    ...(isOurs ? { domain_name: domain } : {}),
    cloud_instance_name: cloud.site.names.cloud.instanceName,
    cloud_audience_urn: 'urn:federation:MicrosoftOnline',
  });
}
