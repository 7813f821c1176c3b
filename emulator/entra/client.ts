import type { Cloud } from '../cloud.ts';
import { takesPersonalAccounts } from '../directory/records.ts';
import type { AppRegistration, ServicePrincipal } from '../directory/records.ts';
import type { ServiceRequest } from '../server/exchange.ts';
import { hosts } from '../server/address.ts';
import { aadsts } from './aadsts.ts';
import { checkAssertion } from './assertion.ts';
import type { Authority } from './authority.ts';
import { checkFederatedAssertion, isFederated } from './federated-assertion.ts';
import { decodeToken } from './jwt.ts';
import { accepted, denied } from './scopes.ts';
import type { Checked } from './scopes.ts';
import type { ClientProof } from './tokens.ts';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Finds the app that a client id names, as far as the tenant of the authority knows it. */
export function findApp(cloud: Cloud, clientId: string, authority: Authority): Checked<AppRegistration> {
  if (clientId === '') {
    return denied(aadsts.parameterMissing('client_id'));
  }
  // As recorded of the empty GUID.
  if (!guid.test(clientId) || clientId === '00000000-0000-0000-0000-000000000000') {
    return denied(aadsts.clientIdMalformed(clientId));
  }
  const app = cloud.directory.appAtSignIn(clientId, authority.kind === 'tenant' ? authority.tenant.id : null);
  const inTenant = (): boolean =>
    app !== null &&
    authority.kind === 'tenant' &&
    (app.audience !== 'AzureADMyOrg' || app.tenantId === authority.tenant.id);
  if (app === null || (authority.kind === 'tenant' && !inTenant())) {
    const directory = authority.kind === 'tenant' ? authority.tenant.displayName : authority.segment;
    return denied(aadsts.appNotFound(clientId, directory));
  }
  const forConsumers = authority.kind === 'shared' && authority.segment === 'consumers';
  if (app.audience === 'PersonalMicrosoftAccount' && !forConsumers) {
    const common = authority.kind === 'shared' && authority.segment === 'common';
    return denied(aadsts.appForConsumersOnly(app.appId, app.displayName, common));
  }
  if (authority.kind === 'shared' && !forConsumers && app.audience === 'AzureADMyOrg') {
    return denied(aadsts.appNotMultiTenant(app.appId, app.displayName));
  }
  const decreed = cloud.decreed.of('app', app.appId, {
    appId: app.appId,
    appName: app.displayName,
    tenant: authority.kind === 'tenant' ? authority.tenant.displayName : authority.segment,
    since: cloud.now(),
  });
  return decreed === null ? accepted(app) : denied(decreed);
}

/** The app of a person's sign-in; at the consumers' authority, only of people with personal Microsoft accounts, which an app has to allow. */
export function findSignInApp(
  cloud: Cloud,
  clientId: string,
  authority: Authority,
): Checked<AppRegistration> {
  const app = findApp(cloud, clientId, authority);
  return app.ok &&
    authority.kind === 'shared' &&
    authority.segment === 'consumers' &&
    !takesPersonalAccounts(app.value.audience)
    ? denied(aadsts.appNotForConsumers())
    : app;
}

/** The app's service principal in a tenant, enabled and not blocked by policy. */
export function findPrincipal(
  cloud: Cloud,
  app: AppRegistration,
  tenantId: string,
): Checked<ServicePrincipal> {
  const principal = cloud.directory.principalAtSignIn(tenantId, app.appId);
  if (principal === null) {
    return denied(aadsts.principalMissing(app.appId, tenantId));
  }
  return principal.enabled && app.disabled !== true
    ? accepted(principal)
    : denied(aadsts.appDisabled(app.appId, app.displayName));
}

/** Client id and secret from the body or from HTTP Basic (RFC 6749, 2.3.1). */
export function readCredentials(
  form: URLSearchParams,
  request: ServiceRequest,
): { readonly clientId: string; readonly secret: string | null } {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  const [id = '', ...secret] =
    basic === undefined ? [] : Buffer.from(basic, 'base64').toString('utf8').split(':');
  const decode = (text: string): string => new URLSearchParams(`v=${text}`).get('v') ?? '';
  return {
    clientId: form.get('client_id') ?? decode(id),
    secret: form.get('client_secret') ?? (secret.length === 0 ? null : decode(secret.join(':'))),
  };
}

function checkSecret(app: AppRegistration, secret: string, now: number): Checked<ClientProof> {
  const found = app.secrets.find((one) => one.value === secret && one.start <= now);
  if (found === undefined) {
    return denied(aadsts.secretInvalid(app.appId));
  }
  return found.end <= now ? denied(aadsts.secretExpired(app.appId)) : accepted('secret');
}

/** Addresses that an assertion for this authority may be made out to: endpoint or issuer, in every form of ours. */
function audiencesOf(cloud: Cloud, request: ServiceRequest, authority: Authority): ReadonlySet<string> {
  const names =
    authority.kind === 'tenant' ? [authority.tenant.id, authority.tenant.domain] : [authority.segment];
  const { port, tlsPort, key } = cloud.site;
  const bases = [
    `https://${hosts.login}`,
    ...cloud.site.names.cloud.signIn.aliases.map((alias) => `https://${alias}`),
    request.links.login,
    `http://localhost:${port}`,
    `http://127.0.0.1:${port}`,
    `http://127.0.0.1:${port}/${key}/${hosts.login}`,
    ...(tlsPort === null ? [] : [`https://localhost:${tlsPort}`, `https://127.0.0.1:${tlsPort}`]),
  ];
  const paths = ['/oauth2/v2.0/token', '/oauth2/token', '/v2.0', '', '/'];
  return new Set(
    bases.flatMap((base) =>
      names.flatMap((name) => paths.map((path) => `${base}/${name}${path}`.toLowerCase())),
    ),
  );
}

/**
 * Checks the client's own proof. A public client has none and must not send one. What the request itself does not decide, as a redirect URI
 * or a grant of apps does, the registration's fallback decides (Learn: application resource, `isFallbackPublicClient`).
 */
export function proveClient(
  cloud: Cloud,
  app: AppRegistration,
  form: URLSearchParams,
  request: ServiceRequest,
  authority: Authority,
  asPublic: boolean = app.publicClient,
): Checked<ClientProof> {
  const { secret } = readCredentials(form, request);
  const assertion = form.get('client_assertion');
  if (secret !== null && assertion !== null) {
    return denied(aadsts.credentialsOfTwoKinds());
  }
  if (asPublic) {
    return secret === null && assertion === null
      ? accepted('none')
      : denied(aadsts.credentialOnPublicClient());
  }
  if (assertion !== null) {
    if (form.get('client_assertion_type') !== jwtBearer) {
      return denied(aadsts.assertionTypeUnexpected());
    }
    const token = decodeToken(assertion);
    if (token !== null && isFederated(token)) {
      const federated = checkFederatedAssertion(cloud, app, assertion, token);
      return federated.ok ? accepted('certificate') : federated;
    }
    const audiences = audiencesOf(cloud, request, authority);
    const checked = checkAssertion(assertion, {
      app,
      audiences,
      needsId: cloud.rules.of('assertionWithoutId') === 'refuse',
      malformed: cloud.rules.of('malformedAssertion'),
      now: cloud.now(),
    });
    if (!checked.ok) {
      return checked;
    }
    const { id, until } = checked.value;
    if (id === '') return accepted('certificate');
    const isNew = cloud.usedAssertions.use(`${app.appId} ${id}`, until);
    return isNew || cloud.rules.of('assertionReplay') === 'accept'
      ? accepted('certificate')
      : denied(aadsts.assertionUsed());
  }
  return secret === null || secret === ''
    ? denied(aadsts.credentialMissing())
    : checkSecret(app, secret, cloud.now());
}
