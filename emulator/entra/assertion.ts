import { constants, createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { AppRegistration, ClientCertificate } from '../directory/records.ts';
import { aadsts } from './aadsts.ts';
import { decodeToken, numberClaim, textClaim } from './jwt.ts';
import { accepted, denied } from './scopes.ts';
import type { Checked } from './scopes.ts';

/** What an assertion is checked against. */
export type AssertionContext = {
  readonly app: AppRegistration;
  /** Addresses of the token endpoint and issuer of the authority that was asked. */
  readonly audiences: ReadonlySet<string>;
  /** Whether one without `jti` is refused. */
  readonly needsId: boolean;
  /** What is told of one that is no JWT. */
  readonly malformed: 'invalid_client' | 'invalid_request';
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** An assertion that holds: its `jti` (empty where it may be left out and was), and until when, in milliseconds. */
export type CheckedAssertion = { readonly id: string; readonly until: number };

/** Algorithms that are taken: as recorded by MSAL.NET's tests, and the one of Learn (certificate-credentials). */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256'];

/** Clock difference that the service forgives, in seconds. */
const skew = 300;

const thumbprintOf = (value: string, encoding: 'base64url' | 'hex'): string =>
  Buffer.from(value, encoding).toString('hex').toUpperCase();

/** The thumbprint in the header, in upper-case hexadecimal: SHA-256, SHA-1 (padded or not), or hexadecimal `kid`. */
function readThumbprint(header: Readonly<Record<string, unknown>>): string {
  const sha256 = textClaim(header, 'x5t#S256');
  const sha1 = textClaim(header, 'x5t');
  const keyId = textClaim(header, 'kid');
  if (sha256 !== '' || sha1 !== '') {
    return thumbprintOf(sha256 === '' ? sha1 : sha256, 'base64url');
  }
  return /^[0-9a-f]{40}$/i.test(keyId) ? thumbprintOf(keyId, 'hex') : '';
}

const portalDate = (time: number): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    month: '2-digit',
    day: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
    .format(time)
    .replace(',', '');

function foundKey(certificate: ClientCertificate): string {
  return `Found key 'Start=${portalDate(certificate.start)}, End=${portalDate(certificate.end)}'`;
}

function signatureHolds(algorithm: string, text: string, signature: Buffer, key: KeyObject): boolean {
  return verify(
    `sha${algorithm.slice(2)}`,
    Buffer.from(text),
    algorithm.startsWith('PS')
      ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : key,
    signature,
  );
}

/**
 * Verifies a client assertion (Learn: certificate-credentials; RFC 7523, 3): header, key, signature, then addressee,
 * identity and time. `nbf` may be missing, as Python's MSAL leaves it out.
 */
export function checkAssertion(text: string, context: AssertionContext): Checked<CheckedAssertion> {
  const token = decodeToken(text);
  if (token === null) {
    return denied(aadsts.assertionMalformed(context.malformed));
  }
  const { header, claims } = token;
  const algorithm = textClaim(header, 'alg');
  if (header['typ'] !== undefined && textClaim(header, 'typ').toUpperCase() !== 'JWT') {
    return denied(aadsts.assertionType());
  }
  if (!algorithms.includes(algorithm)) {
    return denied(aadsts.assertionAlgorithm(algorithm, algorithms.join(',')));
  }
  const thumbprint = readThumbprint(header);
  if (thumbprint === '') {
    return denied(aadsts.assertionWithoutThumbprint());
  }
  const used = `Thumbprint of key used by client: '${thumbprint}'`;
  const certificate = context.app.certificates.find(
    (one) => one.thumbprintSha256 === thumbprint || one.thumbprintSha1 === thumbprint,
  );
  if (certificate === undefined) {
    return denied(aadsts.assertionKeyUnknown(thumbprint, context.app.appId));
  }
  if (certificate.end <= context.now) {
    return denied(aadsts.assertionKey(`The key used is expired., ${used}, ${foundKey(certificate)}`));
  }
  if (certificate.start > context.now) {
    return denied(aadsts.assertionKey(`The key used is not yet valid., ${used}, ${foundKey(certificate)}`));
  }
  const key = createPublicKey(certificate.certificatePem);
  if (key.asymmetricKeyType !== 'rsa') {
    return denied(aadsts.assertionKeyUnsupported());
  }
  if (!signatureHolds(algorithm, token.signedText, token.signature, key)) {
    const reason = 'The provided signature value did not match the expected signature value.';
    return denied(aadsts.assertionKey(`${reason}, ${used}, ${foundKey(certificate)}`));
  }
  return checkClaims(claims, context);
}

/** A time in seconds; as text too, because MSAL for .NET writes it so (seen from MSAL.NetCore 4.82, in `azmcp` 2.0.5). */
function timeClaim(claims: Readonly<Record<string, unknown>>, name: string): number | null {
  const value = claims[name];
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : numberClaim(claims, name);
}

function checkClaims(
  claims: Readonly<Record<string, unknown>>,
  context: AssertionContext,
): Checked<CheckedAssertion> {
  const { app, audiences } = context;
  const audiencesGiven: readonly unknown[] = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']];
  // One may stand in a list (RFC 7519, 4.1.3); of several the service takes none.
  if (audiencesGiven.length > 1) {
    return denied(aadsts.assertionOfManyAudiences(audiencesGiven.length));
  }
  const [audience] = audiencesGiven;
  if (typeof audience !== 'string' || audience === '') {
    return denied(aadsts.assertionWithoutClaim('aud'));
  }
  for (const name of context.needsId ? ['iss', 'sub', 'jti'] : ['iss', 'sub']) {
    if (textClaim(claims, name) === '') {
      return denied(aadsts.assertionWithoutClaim(name));
    }
  }
  const issuer = textClaim(claims, 'iss').toLowerCase();
  if (textClaim(claims, 'sub').toLowerCase() !== issuer) {
    return denied(aadsts.assertionSubject());
  }
  if (issuer !== app.appId) {
    return denied(aadsts.assertionForOtherApp());
  }
  if (!audiences.has(audience.toLowerCase())) {
    return denied(aadsts.assertionAudience());
  }
  // Without an end it has ended in 1970 (as recorded by MSAL.NET's tests).
  const expires = timeClaim(claims, 'exp') ?? 0;
  const starts = timeClaim(claims, 'nbf') ?? timeClaim(claims, 'iat') ?? expires - 600;
  const seconds = context.now / 1000;
  const within = seconds < expires + skew && seconds > starts - skew;
  const limit = 8.64e12;
  if (Math.abs(expires) > limit || Math.abs(starts) > limit) {
    return denied(aadsts.assertionMalformed(context.malformed));
  }
  return within
    ? accepted({ id: textClaim(claims, 'jti'), until: (expires + skew) * 1000 })
    : denied(aadsts.assertionTime(context.now, starts * 1000, expires * 1000));
}
