import type { Cloud } from '../cloud.ts';
import type { AppRegistration, FederatedCredential } from '../directory/records.ts';
import { hosts } from '../server/address.ts';
import { workloadIssuer } from '../workloads/workload-issuer.ts';
import { aadsts } from './aadsts.ts';
import { resourceApps } from './consents.ts';
import { numberClaim, textClaim } from './jwt.ts';
import type { DecodedToken } from './jwt.ts';
import { tokenExchange } from './resources.ts';
import { accepted, denied } from './scopes.ts';
import type { Checked } from './scopes.ts';

/** Clock difference that the service forgives, in seconds. */
const skew = 300;
const ownIssuers = [`https://${hosts.sts}/`, `https://${hosts.login}/`];

/** `aud` of version 2 names an app by its id, credentials by its identifier. */
const audienceOf = (value: unknown): string =>
  value === resourceApps.tokenExchange ? tokenExchange : typeof value === 'string' ? value : '';

/**
 * Whether an assertion of Microsoft Entra ID itself may be used: the token of a user-assigned managed identity of the app's own tenant, and
 * none other (Learn: workload-identity-federation-config-app-trust-managed-identity).
 */
function ofManagedIdentity(cloud: Cloud, app: AppRegistration, subject: string): boolean {
  return cloud.directory.records.servicePrincipals.some(
    ({ objectId, tenantId, managedIdentity }) =>
      objectId === subject && tenantId === app.tenantId && managedIdentity?.assigned === 'user',
  );
}

/** Whether an assertion comes from an identity provider elsewhere: an app names itself, by its client id. */
export const isFederated = ({ claims }: DecodedToken): boolean =>
  /^https?:\/\//i.test(textClaim(claims, 'iss'));

/** The one credential of the app that issuer, subject and audience name, compared with case (Learn: reference-breaking-changes, August 2024). */
function findCredential(
  app: AppRegistration,
  issuer: string,
  subject: string,
  audience: string,
): Checked<FederatedCredential> {
  if (app.federatedCredentials.length === 0) {
    return denied(aadsts.noFederatedCredentials(app.appId, app.displayName));
  }
  const ofIssuer = app.federatedCredentials.filter((one) => one.issuer === issuer);
  if (ofIssuer.length === 0) {
    return denied(aadsts.federatedIssuerUnknown(issuer));
  }
  const ofSubject = ofIssuer.find((one) => one.subject === subject);
  if (ofSubject === undefined) {
    const otherCase = ofIssuer.some((one) => one.subject.toLowerCase() === subject.toLowerCase());
    return denied(otherCase ? aadsts.federatedSubjectCase(subject) : aadsts.federatedSubjectUnknown(subject));
  }
  return ofSubject.audiences.includes(audience)
    ? accepted(ofSubject)
    : denied(aadsts.federatedAudienceUnknown(audience));
}

/**
 * An assertion that another identity provider has made (Learn: workload-identity-federation, workload-identity-federation-considerations):
 * a credential of the app has to name its issuer, subject and audience, its issuer's keys, RS256 alone, have to have signed it, and it has
 * to be valid now. Nothing leaves the machine, so that the only issuers whose keys can be read are the two of the demo cloud.
 */
export function checkFederatedAssertion(
  cloud: Cloud,
  app: AppRegistration,
  text: string,
  { header, claims }: DecodedToken,
): Checked<null> {
  const given: unknown = claims['aud'];
  const audiences: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (audiences.length > 1) {
    return denied(aadsts.assertionOfManyAudiences(audiences.length));
  }
  const issuer = textClaim(claims, 'iss');
  const audience = audienceOf(audiences[0]);
  for (const [name, value] of [
    ['sub', textClaim(claims, 'sub')],
    ['aud', audience],
  ] as const) {
    if (value === '') {
      return denied(aadsts.assertionWithoutClaim(name));
    }
  }
  const subject = textClaim(claims, 'sub');
  const credential = findCredential(app, issuer, subject, audience);
  if (!credential.ok) {
    return credential;
  }
  const isOwn = ownIssuers.some((own) => issuer.startsWith(own));
  if (isOwn && !ofManagedIdentity(cloud, app, subject)) {
    return denied(aadsts.federatedByEntra());
  }
  if (!isOwn && issuer !== workloadIssuer) {
    return denied(aadsts.issuerUnreachable());
  }
  const algorithm = textClaim(header, 'alg');
  if (algorithm !== 'RS256') {
    return denied(aadsts.assertionAlgorithm(algorithm, 'RS256', 'invalid_request'));
  }
  const key = isOwn ? cloud.signingKey : cloud.workloadKey;
  const keyId = textClaim(header, 'kid');
  if (keyId !== key.keyId) {
    return denied(aadsts.federatedKeyUnknown(keyId, issuer));
  }
  if (typeof key.verifyToken(text) === 'string') {
    return denied(
      aadsts.assertionKey('The provided signature value did not match the expected signature value.'),
    );
  }
  const [starts, ends] = [numberClaim(claims, 'nbf') ?? 0, numberClaim(claims, 'exp') ?? 0];
  const seconds = cloud.now() / 1000;
  return seconds < ends + skew && seconds > starts - skew
    ? accepted(null)
    : denied(aadsts.assertionTime(cloud.now(), starts * 1000, ends * 1000));
}
