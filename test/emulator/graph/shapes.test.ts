import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from './graph-rig.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

/** Names of the properties in default answers of the real service, seen in public recordings of September 2026. */
const recorded: Readonly<Record<string, string>> = {
  applications:
    '@odata.context addIns api appId appRoles applicationTemplateId certification createdByAppId createdDateTime defaultRedirectUri ' +
    'deletedDateTime description disabledByMicrosoftStatus displayName groupMembershipClaims id identifierUris info ' +
    'isDeviceOnlyAuthSupported isDisabled isFallbackPublicClient keyCredentials nativeAuthenticationApisEnabled notes optionalClaims ' +
    'parentalControlSettings passwordCredentials publicClient publisherDomain requestSignatureVerification requiredResourceAccess ' +
    'samlMetadataUrl serviceManagementReference servicePrincipalLockConfiguration signInAudience spa tags tokenEncryptionKeyId ' +
    'uniqueName verifiedPublisher web',
  servicePrincipals:
    '@odata.context accountEnabled addIns alternativeNames appDescription appDisplayName appId appOwnerOrganizationId ' +
    'appRoleAssignmentRequired appRoles applicationTemplateId createdByAppId createdDateTime deletedDateTime description ' +
    'disabledByMicrosoftStatus displayName homepage id info isDisabled keyCredentials loginUrl logoutUrl notes ' +
    'notificationEmailAddresses oauth2PermissionScopes passwordCredentials preferredSingleSignOnMode ' +
    'preferredTokenSigningKeyThumbprint replyUrls resourceSpecificApplicationPermissions samlSingleSignOnSettings ' +
    'servicePrincipalNames servicePrincipalType signInAudience tags tokenEncryptionKeyId verifiedPublisher',
};

test.each(Object.keys(recorded))(
  '%s have the properties of a default answer, no more and no less',
  async (set) => {
    const { clientId } = appOf(cloud, 'Contoso Integration Hub');
    const token = await graphToken(cloud, people.adele);
    const { json } = await askGraph(cloud, token, `GET ${set}(appId='${clientId}')`);
    expect(Object.keys(json).toSorted()).toEqual(recorded[set]?.split(' ').toSorted());
  },
);

test('who asks for no control information gets the values, the next link and the count (OData JSON Format 4.0, 3.1.3)', async () => {
  const token = await graphToken(cloud, people.adele);
  const answer = await fetch(
    `${cloud.description.graph}/v1.0/applications?$top=1&$count=true&$select=displayName`,
    {
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json;odata.metadata=none',
        consistencylevel: 'eventual',
      },
    },
  );
  expect(answer.headers.get('content-type')).toContain('odata.metadata=none');
  expect(await answer.json()).toEqual({
    '@odata.count': expect.any(Number),
    '@odata.nextLink': expect.stringContaining('skiptoken='),
    value: [{ displayName: expect.any(String) }],
  });
});

// As administrators and developers quote them.
test.each([
  [
    "applications?$filter=displayName ne 'x'",
    'Request_UnsupportedQuery',
    "Unsupported or invalid query filter clause specified for property 'displayName' of resource 'Application'.",
  ],
  [
    "users?$filter=contains(displayName,'x')",
    'Request_UnsupportedQuery',
    "Unsupported or invalid query filter clause specified for property 'displayName' of resource 'User'.",
  ],
  [
    "servicePrincipals?$filter=shoe eq 'x'",
    'BadRequest',
    "Invalid filter clause: Could not find a property named 'shoe' on type 'microsoft.graph.servicePrincipal'.",
  ],
  [
    'applications?$filter=displayName eq',
    'BadRequest',
    "Invalid filter clause: Syntax error at position 14 in 'displayName eq'.",
  ],
  [
    "applications?$orderby=displayName&$filter=startswith(displayName,'C')",
    'Request_UnsupportedQuery',
    'Sorting not supported for current query.',
  ],
  [
    'applications?$expand=shoes',
    'BadRequest',
    "Parsing OData Select and Expand failed: Could not find a property named 'shoes' on type 'microsoft.graph.application'.",
  ],
  [
    'users?$skiptoken=x',
    'Directory_ExpiredPageToken',
    'The specified page token value has expired and can no longer be included in your request.',
  ],
  [
    'applications?$top=x',
    'BadRequest',
    "Invalid value 'x' for $top query option found. The $top query option requires a non-negative integer value.",
  ],
  [
    'applications?$top=1&$top=2',
    'BadRequest',
    "Query option '$top' was specified more than once, but it must be specified at most once.",
  ],
  ['applications?$skip=1', 'Request_BadRequest', "'$skip' is not supported by the service."],
  [
    'directory/deletedItems',
    'Request_UnsupportedQuery',
    'Searches against this resource are not supported. Only specific instances can be queried.',
  ],
])('refused: %s', async (query, code, message) => {
  const answer = await askGraph(cloud, await graphToken(cloud, people.adele), `GET ${query}`);
  expect([answer.status, answer.json]).toMatchObject([400, { error: { code, message } }]);
});

test('a search without quotation marks is refused at its colon', async () => {
  const token = await graphToken(cloud, people.adele);
  const answer = await fetch(`${cloud.description.graph}/v1.0/applications?$search=displayName:x`, {
    headers: { authorization: `Bearer ${token}`, consistencylevel: 'eventual' },
  });
  expect(await answer.json()).toMatchObject({
    error: {
      code: 'BadRequest',
      message: "Syntax error: character ':' is not valid at position 11 in 'displayName:x'.",
    },
  });
});

test.each([
  ['nonsense', 401, 'InvalidAuthenticationToken', /^IDX14100: JWT is not well formed, there are no dots/],
  ['a.b.c', 401, 'InvalidAuthenticationToken', /^Access token validation failure\.$/],
])('the token %s is refused', async (token, status, code, message) => {
  const answer = await fetch(`${cloud.description.graph}/v1.0/applications`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect([answer.status, await answer.json()]).toMatchObject([
    status,
    { error: { code, message: expect.stringMatching(message) as string } },
  ]);
});
