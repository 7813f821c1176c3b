import type { Credential } from '../../../preload/contract/app-profiles.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId, CredentialId, EnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { TokenRecord } from '../../../preload/contract/tokens.ts';
import { fakeId } from './fake-ids.ts';
import * as world from './fake-world.ts';

const HOUR = 3_600_000;
const seconds = (at: number): string => String(Math.floor(at / 1000));

/** The public part of every certificate of the fake world. */
export const CERTIFICATE: OutputOf<'appProfiles.certificate'> = {
  subject: 'CN=dwh-loader',
  issuer: 'CN=dwh-loader',
  selfSigned: true,
  serialNumber: '4A3F0C1A527D5E4F0B9C751C2A0F3B7E',
  keyBits: 2048,
  notBefore: world.daysAgo(200),
  notAfter: world.daysAgo(-12),
  thumbprints: {
    sha1: '9F3C2A7BD1E04C58A6B7C8D9E0F1A2B3C4D5E6F7',
    sha1Colons: '9F:3C:2A:7B:D1:E0:4C:58:A6:B7:C8:D9:E0:F1:A2:B3:C4:D5:E6:F7',
    sha1Lower: '9f3c2a7bd1e04c58a6b7c8d9e0f1a2b3c4d5e6f7',
    sha256: '5A1B9F3C2A7BD1E04C58A6B7C8D9E0F1A2B3C4D5E6F75A1B9F3C2A7BD1E04C58',
    x5t: 'nzwqe9HgTFimt8jZ4PGis8TV5vc',
    x5tS256: 'WhufPCp70eBMWKa3yNng8aKzxNXm91obnzwqe9HgTFg',
    customKeyIdentifier: 'nzwqe9HgTFimt8jZ4PGis8TV5vc=',
  },
};

const profileOf = (id: AppProfileId) => {
  const profile = world.profiles.find((one) => one.id === id) ?? world.profiles[0];
  if (profile === undefined) throw new Error('the fake world has profiles');
  return profile;
};

/** What making a certificate keeps. */
export const madeCertificate = (subject: string): Credential => ({
  id: fakeId.credential(77),
  kind: 'certificate',
  label: subject,
  addedOn: world.daysAgo(0),
  expiresOn: world.daysAgo(-365),
  thumbprintSha1: CERTIFICATE.thumbprints.sha1,
  thumbprintSha256: CERTIFICATE.thumbprints.sha256,
  keyId: null,
  retiring: false,
  notInEntraYet: true,
  kept: 'keychain',
});

/** A token that is as it should be, but for what `change` says. */
export const goodToken = (
  appProfileId: AppProfileId,
  credentialId: CredentialId,
  environmentId: EnvironmentId,
  change: Readonly<Record<string, string>> = {},
): TokenRecord => {
  const now = Date.now();
  const profile = profileOf(appProfileId);
  const environment = world.environments.find(({ id }) => id === environmentId);
  const certificate = profile.credentials.find(({ id }) => id === credentialId)?.kind === 'certificate';
  const tenantId = environment?.tenantId ?? '';
  const claims = {
    aud: environment?.url ?? '',
    iss: `https://sts.windows.net/${tenantId}/`,
    iat: seconds(now - HOUR / 4),
    nbf: seconds(now - HOUR / 4),
    exp: seconds(now + (HOUR * 3) / 4),
    appid: profile.clientId,
    appidacr: certificate ? '2' : '1',
    idtyp: 'app',
    oid: '4b1f7c0e-8a53-4f8e-9a67-2f6d4c1b7a10',
    sub: '4b1f7c0e-8a53-4f8e-9a67-2f6d4c1b7a10',
    tid: tenantId,
    uti: 'x0Vb5cPqkUaYf3s1AAAAAA',
    ver: '1.0',
    xms_cc: '["cp1"]',
    ...change,
  };
  return {
    environmentId,
    credentialId,
    at: new Date(now - HOUR / 4).toISOString(),
    expiresOn: new Date(now + (HOUR * 3) / 4).toISOString(),
    content: {
      header: { alg: 'RS256', kid: 'nOo3ZDrODXEK1jKWhXslHR_KXEg', typ: 'JWT' },
      claims: Object.entries(claims).map(([name, value]) => ({ name, value })),
    },
    refusal: null,
  };
};

/** One as it should be, one for another tenant, one refused. */
export const fakeTokens = (appProfileId: AppProfileId): TokenRecord[] => {
  const credentialId = profileOf(appProfileId).credentials[0]?.id;
  const [first, second, third] = world.environments;
  if (credentialId === undefined || first === undefined || second === undefined || third === undefined)
    return [];
  return [
    goodToken(appProfileId, credentialId, first.id),
    goodToken(appProfileId, credentialId, second.id, { tid: fakeId.tenant(9), scp: 'user_impersonation' }),
    {
      environmentId: third.id,
      credentialId,
      at: new Date(Date.now() - HOUR).toISOString(),
      expiresOn: null,
      content: null,
      refusal: appError(
        'entra',
        {
          aadsts: 7000222,
          error: 'invalid_client',
          clientId: profileOf(appProfileId).clientId,
          tenantId: third.tenantId ?? '',
          resource: third.url,
        },
        { correlation: { traceId: '9be3c8f0-6c2d-4f7d-b0a5-0e5ab7a51200' } },
      ),
    },
  ];
};
