import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, userTokens } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from './graph-rig.ts';

let cloud: DemoCloud;
let adele = '';
let assigner = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele, ['Group.ReadWrite.All']);
  const scope = 'https://graph.demo.test/AppRoleAssignment.ReadWrite.All';
  assigner = (await userTokens(cloud, people.adele, scope)).access_token;
});
afterAll(() => cloud.close());

/** `npm run fuzz` raises it. */
const runs = { numRuns: Math.ceil(Number(process.env['FUZZ_INPUTS'] ?? 6000) / 60) };

const names = [
  '@odata.id',
  'accessToken',
  'accountEnabled',
  'additionalProperties',
  'api',
  'appId',
  'appRoleAssignmentRequired',
  'appRoleId',
  'appRoles',
  'audiences',
  'clientId',
  'consentType',
  'delegatedPermissionIds',
  'description',
  'displayName',
  'enableIdTokenIssuance',
  'endDateTime',
  'groupIds',
  'groupMembershipClaims',
  'groupTypes',
  'idToken',
  'identifierUris',
  'ids',
  'implicitGrantSettings',
  'isFallbackPublicClient',
  'issuer',
  'keyCredential',
  'keyCredentials',
  'keyId',
  'knownClientApplications',
  'mailEnabled',
  'mailNickname',
  'members@odata.bind',
  'name',
  'oauth2PermissionScopes',
  'optionalClaims',
  'owners@odata.bind',
  'passwordCredential',
  'preAuthorizedApplications',
  'principalId',
  'proof',
  'publicClient',
  'redirectUris',
  'requestedAccessTokenVersion',
  'requiredResourceAccess',
  'resourceId',
  'scope',
  'securityEnabled',
  'securityEnabledOnly',
  'signInAudience',
  'spa',
  'startDateTime',
  'subject',
  'types',
  'value',
  'visibility',
  'web',
] as const;
const strange = fc.constantFrom(
  null,
  '',
  '+275760-09-13T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '11111111-2222-4333-8444-555555555555',
  'a.b.c',
  'constructor',
  'https://x',
  { toString: 1 },
  { id: { toString: 1 } },
  [null],
  [[]],
  ['http://localhost'],
);
const property = fc.oneof(
  strange,
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(fc.dictionary(fc.constantFrom('id', 'value', 'type', 'usage', 'key', 'displayName'), strange)),
  fc.dictionary(fc.constantFrom(...names), strange, { maxKeys: 4 }),
);
const bodies = fc.oneof(
  fc.dictionary(fc.constantFrom(...names), property, { maxKeys: 5 }),
  fc.jsonValue({ maxDepth: 2 }),
);

test('bodies of any kind are refused or taken, and nothing fails', async () => {
  const { clientId } = appOf(cloud, 'Contoso Portal Sync');
  const [app, principal] = [`applications(appId='${clientId}')`, `servicePrincipals(appId='${clientId}')`];
  const made = await askGraph(cloud, adele, 'POST groups', {
    displayName: 'Fuzzed',
    mailEnabled: false,
    mailNickname: 'fuzzed',
    securityEnabled: true,
  });
  const group = String(made.json['id']);
  const requests = fc.constantFrom(
    'POST applications',
    'POST servicePrincipals',
    'POST oauth2PermissionGrants',
    'POST directoryObjects/getByIds',
    'POST $batch',
    'POST groups',
    `PATCH groups/${group}`,
    `POST groups/${group}/members/$ref`,
    `POST groups/${group}/owners/$ref`,
    'POST me/checkMemberGroups',
    'POST me/checkMemberObjects',
    'POST me/getMemberGroups',
    'POST me/getMemberObjects',
    ...[app, principal].flatMap((one) => [
      `PATCH ${one}`,
      `POST ${one}/addPassword`,
      `POST ${one}/removePassword`,
      `POST ${one}/addKey`,
      `POST ${one}/removeKey`,
      `POST ${one}/owners/$ref`,
    ]),
    `POST ${principal}/appRoleAssignedTo`,
    `POST ${app}/federatedIdentityCredentials`,
    `PATCH ${app}/federatedIdentityCredentials(name='x')`,
  );
  await fc.assert(
    fc.asyncProperty(requests, bodies, async (request, body) => {
      const token = request.endsWith('appRoleAssignedTo') ? assigner : adele;
      const answer = await askGraph(cloud, token, request, body, { prefer: 'create-if-missing' });
      expect(answer.status).toBeLessThan(500);
      // Whatever was taken can be shown.
      for (const one of [app, principal, `groups/${group}?$expand=members,owners`, 'groups']) {
        expect((await askGraph(cloud, adele, `GET ${one}`)).status).toBe(200);
      }
    }),
    runs,
  );
});
