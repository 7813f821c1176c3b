import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Tenant } from '../directory/records.ts';
import { tenantElsewhere } from '../seed/tenants.ts';
import { hosts } from '../server/address.ts';
import { parameters } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { microsoftClouds, signInServices } from '../server/microsoft-clouds.ts';
import type { MicrosoftCloud, SignInService } from '../server/microsoft-clouds.ts';
import { aadsts } from './aadsts.ts';
import type { EntraError } from './entra-error.ts';
import { describeAuthority } from './metadata.ts';
import { correlationOf, describeError, entraAnswer, refusal } from './refusal.ts';
import { signInErrorPage } from './sign-in-page.ts';
import type { EndpointVersion } from './token-call.ts';

/** A tenant that was asked for at a sign-in service of another cloud than its own. */
type Misplaced = {
  readonly tenant: Tenant;
  readonly home: MicrosoftCloud;
  /** The sign-in service that was asked. */
  readonly asked: SignInService;
  /** Base URLs of the one that it should have been, and of Graph there. */
  readonly login: string;
  readonly browserLogin: string;
  readonly graph: string;
};

/** Where the tenant of the story that is not here is: with the American government, or, for a cloud of theirs, not. */
const cloudElsewhere = ({ site: { names } }: Cloud): MicrosoftCloud =>
  microsoftClouds[names.cloud.signIn === signInServices.government ? 'public' : 'gcc-high'];

const isNamed = (segment: string, { id, domain }: Tenant): boolean =>
  [id, domain].includes(segment.toLowerCase());

/** The tenant of another cloud that a segment names at this sign-in service. */
export function tenantOfOtherCloud(cloud: Cloud, request: ServiceRequest, segment: string): Misplaced | null {
  if (!isNamed(segment, tenantElsewhere)) {
    return null;
  }
  const { links } = request;
  const home = cloudElsewhere(cloud);
  const theirs = (host: string): string => links.to(host);
  return {
    tenant: tenantElsewhere,
    home,
    asked: cloud.site.names.cloud.signIn,
    login: theirs(home.signIn.preferred),
    browserLogin: theirs(home.signIn.preferred),
    graph: theirs(home.graph),
  };
}

/** A tenant of this cloud that a segment names at a sign-in service of another. */
export function tenantAskedElsewhere(
  cloud: Cloud,
  request: ServiceRequest,
  segment: string,
  asked: SignInService,
): Misplaced | null {
  const tenant = cloud.directory.tenant(segment.toLowerCase());
  const { links } = request;
  return tenant === null
    ? null
    : {
        tenant,
        home: cloud.site.names.cloud,
        asked,
        login: links.to(hosts.login),
        browserLogin: links.browserLogin,
        graph: links.to(hosts.graph),
      };
}

/** What a person is told whose app sends them to the wrong cloud: between the public cloud and the government's in words of their own. */
function wrongForPeople(segment: string, { home, asked }: Misplaced): EntraError {
  const toGovernment = home.signIn === signInServices.government;
  const atGovernment = asked === signInServices.government;
  if (toGovernment && asked === signInServices.global) return aadsts.governmentTenantAtPublicEndpoint();
  return atGovernment && home.signIn === signInServices.global
    ? aadsts.publicTenantAtGovernmentEndpoint()
    : aadsts.otherNationalCloud(segment, home.signIn.nationalCloud);
}

/**
 * What a program is told: one with a credential one of two numbers (both seen; rule `crossCloudNumber`); one without is told where the tenant is.
 */
function wrongForPrograms(
  { rules }: Cloud,
  request: ServiceRequest,
  segment: string,
  { home }: Misplaced,
): EntraError {
  const form = parameters(request.body);
  const proven =
    form.has('client_secret') ||
    form.has('client_assertion') ||
    request.headers['authorization'] !== undefined;
  if (!proven) return aadsts.otherNationalCloud(segment, home.signIn.nationalCloud);
  const number = rules.of('crossCloudNumber');
  const redeemsCode = number === 'byGrant' && form.get('grant_type') === 'authorization_code';
  return aadsts.confidentialClientAcrossClouds(redeemsCode || number === '900432' ? 900432 : 900382);
}

const versionOf = (path: string): EndpointVersion => (path.includes('v2.0') ? 'v2' : 'v1');

/**
 * What a sign-in service answers about a tenant of another cloud (Learn: reference-error-codes, AADSTS90038, 900382, 900432): metadata that
 * points there, and refusals everywhere else; `null` for a page that there is not.
 */
export function answerMisplaced(
  cloud: Cloud,
  request: ServiceRequest,
  [segment, path]: readonly [string, string],
  misplaced: Misplaced,
): ServiceResponse | null {
  const { tenant, home, login, browserLogin, graph } = misplaced;
  if (/^(?:v2\.0\/)?\.well-known\/openid-configuration$/.test(path)) {
    const { id, country } = tenant;
    const olderIssuer = `https://${home.issuer}/${id}/`;
    const described = {
      cloud: home,
      rules: cloud.rules,
      path: id,
      id,
      country,
      olderIssuer,
      login,
      browserLogin,
      graph,
    };
    return entraAnswer(request, cloud.now(), describeAuthority(described, versionOf(path)), { kept: true });
  }
  if (/^oauth2\/(?:v2\.0\/)?(?:token|devicecode)$/.test(path)) {
    return request.method === 'POST'
      ? refusal(wrongForPrograms(cloud, request, segment, misplaced), request, cloud.now())
      : refusal(aadsts.postOnly(request.method), request, cloud.now());
  }
  return /^(?:oauth2\/(?:v2\.0\/)?authorize|(?:v2\.0\/)?adminconsent)$/.test(path)
    ? signInErrorPage(
        describeError(wrongForPeople(segment, misplaced), randomUUID(), correlationOf(request), cloud.now()),
      )
    : null;
}
