import { decodeJwt } from 'jose';
import type { JWTPayload } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import { appOf, authorizeRequest, fieldOf, pickAccount, pressOn, tenantOf, userTokens } from './sign-in.ts';

const api = 'Contoso Portal Sync';
const esther = 'esther.mulder@contoso.demo.test';
const redirectUri = 'https://localhost:5124/signin-oidc';
let cloud: DemoCloud;
let adele = '';
let webApp = '';

const graph = async (request: string, body?: unknown) => {
  const { json, status } = await askGraph(cloud, adele, request, body);
  expect(status, request).toBeLessThan(300);
  return json;
};
const clientId = () => appOf(cloud, api).clientId;
const want = (change: unknown) => graph(`PATCH applications(appId='${clientId()}')`, change);

beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  adele = await graphToken(cloud, people.adele, ['Group.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All']);
  await want({
    identifierUris: [`api://${clientId()}`],
    api: {
      oauth2PermissionScopes: [
        {
          id: '5f5d3a8e-0000-4000-8000-000000000003',
          value: 'access_as_user',
          type: 'User',
          isEnabled: true,
          adminConsentDisplayName: 'Use the portal',
          adminConsentDescription: 'Use the portal as the person who is signed in',
        },
      ],
    },
  });
  const made = await graph('POST applications', {
    displayName: 'A web app',
    web: { redirectUris: [redirectUri], implicitGrantSettings: { enableIdTokenIssuance: true } },
    groupMembershipClaims: 'All',
  });
  webApp = String(made['appId']);
  await graph('POST servicePrincipals', { appId: webApp });
  await fetch(`${cloud.description.control ?? ''}/snapshots/ready`, { method: 'PUT' });
});
afterEach(() => fetch(`${cloud.description.control ?? ''}/snapshots/ready/restore`, { method: 'POST' }));
afterAll(() => cloud.close());

const claims = async (who: string): Promise<JWTPayload> =>
  decodeJwt((await userTokens(cloud, who, `api://${clientId()}/access_as_user`)).access_token);
const groups = z.looseObject({ value: z.array(z.looseObject({ id: z.string(), displayName: z.string() })) });
const idsOf = async (...names: readonly string[]): Promise<readonly string[]> => {
  const { value } = groups.parse(await graph('GET groups'));
  return names.flatMap((name) => value.find(({ displayName }) => displayName === name)?.id ?? []);
};

test.each([
  [null, esther, []],
  ['SecurityGroup', esther, ['Integration Operators', 'SG-Integration-Readers']],
  ['SecurityGroup', people.bram, []],
  ['All', people.bram, ['Sales Netherlands']],
  ['ApplicationGroup', esther, []],
] as const)('an API with groupMembershipClaims %j is told of %s: %j', async (chosen, who, names) => {
  await want({ groupMembershipClaims: chosen });
  expect((await claims(who))['groups'] ?? []).toEqual(await idsOf(...names));
});

test('groups stand for roles where that is wanted', async () => {
  await want({
    groupMembershipClaims: 'SecurityGroup',
    optionalClaims: { accessToken: [{ name: 'groups', additionalProperties: ['emit_as_roles'] }] },
  });
  const told = await claims(esther);
  expect(told).not.toHaveProperty('groups');
  expect(told['roles']).toEqual(await idsOf('Integration Operators', 'SG-Integration-Readers'));
});

describe('groups that are assigned to the app', () => {
  /** Assigns a group to the API, as the portal does it for apps without roles. */
  const assign = async (group: string): Promise<void> => {
    const { id: resourceId } = await graph(`GET servicePrincipals(appId='${clientId()}')`);
    const [principalId] = await idsOf(group);
    const appRoleId = '00000000-0000-0000-0000-000000000000';
    await graph(`POST servicePrincipals/${String(resourceId)}/appRoleAssignedTo`, {
      principalId,
      resourceId,
      appRoleId,
    });
  };

  // "With this option, nested groups are not included and the user must be a direct member of the group assigned" (Learn: how-to-connect-fed-group-claims).
  test('are told of their direct members alone', async () => {
    await want({ groupMembershipClaims: 'ApplicationGroup' });
    const groupsTold = async (who: string) => (await claims(who))['groups'] ?? [];
    await assign('Sales Netherlands');
    expect(await groupsTold(people.bram)).toEqual(await idsOf('Sales Netherlands'));
    expect(await groupsTold(esther)).toEqual([]);
    const around = groups.parse(await graph(`GET users/${esther}/transitiveMemberOf/microsoft.graph.group`));
    const direct = groups.parse(await graph(`GET users/${esther}/memberOf/microsoft.graph.group`));
    expect(direct.value.length).toBeLessThan(around.value.length);
    for (const { displayName } of around.value) await assign(displayName);
    expect(await groupsTold(esther)).toEqual(direct.value.map(({ id }) => id));
  });

  test.each([
    ['ApplicationGroup', ['sam_account_name', 'cloud_displayname'], ['Sales Netherlands']],
    ['ApplicationGroup', ['cloud_displayname'], ['Sales Netherlands']],
    ['ApplicationGroup', ['sam_account_name'], undefined],
    ['All', ['netbios_domain_and_sam_account_name', 'cloud_displayname'], undefined],
  ])('with groupMembershipClaims %j and %j are told as %j', async (chosen, additionalProperties, told) => {
    await want({
      groupMembershipClaims: chosen,
      optionalClaims: { accessToken: [{ name: 'groups', additionalProperties }] },
    });
    await assign('Sales Netherlands');
    expect((await claims(people.bram))['groups']).toEqual(told);
  });

  test('are told by name as roles where that is wanted', async () => {
    await want({
      groupMembershipClaims: 'ApplicationGroup',
      optionalClaims: {
        accessToken: [{ name: 'groups', additionalProperties: ['cloud_displayname', 'emit_as_roles'] }],
      },
    });
    await assign('Sales Netherlands');
    expect(await claims(people.bram)).toMatchObject({ roles: ['Sales Netherlands'] });
  });
});

/** Puts Bram into that many new groups. */
async function intoGroups(count: number): Promise<void> {
  const { id } = await graph(`GET users/${people.bram}?$select=id`);
  const bodies = Array.from({ length: count }, (_, index) => ({
    displayName: `Group ${index}`,
    mailEnabled: false,
    mailNickname: `group${index}`,
    securityEnabled: true,
    'members@odata.bind': [`https://graph.microsoft.com/v1.0/users/${String(id)}`],
  }));
  while (bodies.length > 0) {
    const requests = bodies.splice(0, 20).map((body, index) => ({
      id: String(index),
      method: 'POST',
      url: '/groups',
      headers: { 'content-type': 'application/json' },
      body,
    }));
    await graph('POST $batch', { requests });
  }
}

test('more than 200 are not told, but where to ask', async () => {
  await want({ groupMembershipClaims: 'SecurityGroup' });
  await intoGroups(200);
  expect((await claims(people.bram))['groups']).toHaveLength(200);
  await intoGroups(1);
  const told = await claims(people.bram);
  expect(told).not.toHaveProperty('groups');
  expect(told).toMatchObject({
    _claim_names: { groups: 'src1' },
    _claim_sources: {
      src1: { endpoint: `https://graph.demo.test/v1.0/users/${String(told['oid'])}/getMemberObjects` },
    },
  });
});

test('a token that comes with the address of a page tells of five groups, and of more only that there are some', async () => {
  const identity = async (): Promise<JWTPayload> => {
    const { query } = authorizeRequest(webApp, {
      redirect_uri: redirectUri,
      response_type: 'id_token',
      scope: 'openid profile',
    });
    const base = `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0`;
    const address = `${base}/authorize?${query}`;
    const first = await (await pickAccount(address, { account: people.bram })).text();
    const page = first.includes('Permissions requested')
      ? await (await pressOn(first, address, { answer: 'accept' })).text()
      : first;
    return decodeJwt(fieldOf(page, 'id_token'));
  };
  await intoGroups(4);
  expect((await identity())['groups']).toHaveLength(5);
  await intoGroups(1);
  const many = await identity();
  expect(many).not.toHaveProperty('groups');
  expect(many).toHaveProperty('hasgroups', true);
});
