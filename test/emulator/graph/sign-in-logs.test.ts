import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { userTokens } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, people } from './graph-rig.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

const query = "$filter=signInEventTypes/any(t:t eq 'servicePrincipal')";
const urls = () =>
  ['v1.0', 'beta'].map((version) => `${cloud.description.graph}/${version}/auditLogs/signIns?${query}`);

test('sign-in logs need a permission, and a license that the tenants lack', async () => {
  const codesOf = async (token: string): Promise<readonly (readonly [number, string])[]> =>
    Promise.all(
      urls().map(async (url) => {
        const refused = await askGraph(cloud, token, `GET ${url}`);
        return [refused.status, errorShape.parse(refused.json).error.code] as const;
      }),
    );
  const missing = [403, 'Authentication_MSGraphPermissionMissing'];
  expect(await codesOf(await graphToken(cloud, people.adele))).toEqual([missing, missing]);
  const scope = 'https://graph.demo.test/AuditLog.Read.All';
  const premium = [403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant'];
  expect(await codesOf((await userTokens(cloud, people.adele, scope)).access_token)).toEqual([
    premium,
    premium,
  ]);
});

test.each([
  ['GET auditLogs', 400],
  ['GET auditLogs/provisioning', 400],
  ['POST auditLogs/signIns', 405],
])('%s is refused with %d', async (request, status) => {
  const refused = await askGraph(cloud, await graphToken(cloud, people.adele), request);
  expect(refused.status).toBe(status);
  errorShape.parse(refused.json);
});
