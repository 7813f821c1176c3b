import { describe, expect, test } from 'vitest';
import { associate, disassociate } from '../../../main/dataverse/associate.ts';
import { userRole } from '../../../main/security-roles/role-membership.ts';
import { contoso, errorOf, localService, signal, valueOf } from '../dataverse/local-service.ts';
import type { Answer, Asked } from '../dataverse/local-service.ts';
import { role, user } from './role-rows.ts';

const membership = userRole(user, role(11));

/** A service in which one user holds roles. */
const holding = async (held: Set<string>, misbehave: (asked: Asked) => Answer | null = () => null) => {
  const service = await localService((asked): Answer => {
    const odd = misbehave(asked);
    if (odd !== null) return odd;
    if (asked.method === 'POST') held.add(role(11));
    if (asked.method === 'DELETE') held.delete(role(11));
    if (asked.method !== 'GET') return { status: 204, headers: { 'x-ms-service-request-id': 'change-1' } };
    return {
      body: { systemuserid: user, systemuserroles_association: [...held].map((roleid) => ({ roleid })) },
    };
  });
  return {
    client: service.clientFor(),
    writes: () => service.asked.filter(({ method }) => method !== 'GET'),
  };
};

describe('holding a role', () => {
  test('C5: is sent as a reference to the role copy', async () => {
    const { client, writes } = await holding(new Set());
    expect(valueOf(await associate(client, membership, signal()))).toMatchObject({
      status: 204,
      correlation: { requestId: 'change-1' },
    });
    expect(writes().map(({ method, path, body }) => [method, path, JSON.parse(body)])).toEqual([
      [
        'POST',
        `systemusers(${user})/systemuserroles_association/$ref`,
        { '@odata.id': `${contoso}/api/data/v9.2/roles(${role(11)})` },
      ],
    ]);
  });

  test('C5: ends by a request that names user and role', async () => {
    const { client, writes } = await holding(new Set([role(11)]));
    expect(valueOf(await disassociate(client, membership, signal()))).toMatchObject({ status: 204 });
    expect(writes().map(({ method, path }) => [method, path])).toEqual([
      ['DELETE', `systemusers(${user})/systemuserroles_association(${role(11)})/$ref`],
    ]);
  });

  test('a refusal is passed on', async () => {
    const wrongUnit = {
      status: 400,
      body: { error: { code: '0x80041409', message: 'The user belongs to a different business unit' } },
    };
    const refusing = await holding(new Set(), ({ method }) => (method === 'POST' ? wrongUnit : null));
    expect(errorOf(await associate(refusing.client, membership, signal()))).toMatchObject({
      params: { name: 'UserInWrongBusiness' },
    });
  });
});
