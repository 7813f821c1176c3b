import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEnvironmentName, readTenant } from '../../../main/clouds/read-tenant.ts';
import { cloudsOf } from '../../support/builders/clouds-of.ts';

const rows = cloudsOf().all();
const tenant = '5b0e0c8e-54a9-4f0e-8f3c-0a5d1f6f0c11';
const other = '11111111-2222-4333-8444-555555555555';
const read = (text: string) => readTenant(text, rows);

describe('the tenant in what people paste', () => {
  test.each([
    [`https://make.powerapps.com/environments/Default-${tenant}/home`, 'public'],
    [`https://make.powerapps.com/environments/${other}/solutions?tenantId=${tenant}&x=1`, 'public'],
    [`https://make.gov.powerapps.us/environments/${other}/home?tid=${tenant}`, 'gcc'],
    [
      `https://admin.powerplatform.microsoft.com/manage/tenants/${tenant}/environments/${other}/hub`,
      'public',
    ],
    [`https://high.admin.powerplatform.microsoft.us/manage/tenants/${tenant.toUpperCase()}`, 'gcc-high'],
    [`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`, 'public'],
    [`https://login.partner.microsoftonline.cn/${tenant}`, 'china'],
    [`login.microsoftonline.us/${tenant}/v2.0`, 'gcc-high'],
    [`redirect=https%253A%252F%252Fx%253FtenantId%253D${tenant}`, null],
    [`TenantId=${tenant}; ClientId=${other}`, null],
  ])('%s', (text, cloud) => {
    expect(read(text)).toEqual({ tenant: { id: tenant }, cloud, certain: true });
  });

  test.each([
    ['contoso.com', null],
    ['Admin@Contoso.COM', null],
    ['https://portal.azure.com/#@contoso.com/resource/x', 'public'],
    ['https://login.microsoftonline.com/contoso.com/v2.0', 'public'],
  ])('the domain in %s', (text, cloud) => {
    expect(read(text)).toEqual({ tenant: { domain: 'contoso.com' }, cloud, certain: true });
  });

  test('an id with nothing around it may be the one of an environment', () => {
    expect(read(` {${tenant.toUpperCase()}} `)).toEqual({
      tenant: { id: tenant },
      cloud: null,
      certain: false,
    });
  });

  test.each([
    '',
    'contoso',
    `https://make.powerapps.com/environments/${other}/home`,
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    'make.powerapps.com',
    'https://contoso.com/page',
    `https://make.powerapps.com/environments/Default-${tenant}0/home`,
    'a@b@c',
    '127.0.0.1',
  ])('none in %s', (text) => {
    expect(read(text)).toBeNull();
  });

  test.each([
    [`https://make.powerapps.com/environments/${other}/home`, other],
    [`https://make.powerapps.com/e/${other.toUpperCase()}/apps`, other],
    [`https://admin.powerplatform.microsoft.com/environments/environment/${other}/hub`, other],
    [`https://make.powerapps.com/environments/Default-${tenant}/home`, `default-${tenant}`],
    [`{${other}}`, other],
    [`Default-${tenant}`, `default-${tenant}`],
    ['contoso.crm4.dynamics.com', null],
    [`https://admin.powerplatform.microsoft.com/manage/tenants/${tenant}`, null],
  ])('the environment of %s', (text, name) => {
    expect(readEnvironmentName(text)).toBe(name);
  });

  test('a tenant is found wherever a page of any cloud says it, however it is encoded; garbage never throws', () => {
    const page = fc.constantFrom(
      ...rows.flatMap(({ adminCenter, maker }) => [adminCenter, maker].filter((each) => each !== null)),
    );
    const place = fc.constantFrom(
      (id: string) => `/manage/tenants/${id}/environments`,
      (id: string) => `/environments/Default-${id}/home`,
      (id: string) => `/home?x=1&tenantId=${id}#top`,
    );
    fc.assert(
      fc.property(page, place, fc.uuid(), fc.boolean(), (host, where, id, encoded) => {
        const text = `${host}${where(id)}`;
        const found = read(encoded ? encodeURIComponent(text) : text);
        expect(found).toMatchObject({ tenant: { id }, certain: true });
      }),
      { numRuns: 300 },
    );
    const noise = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('tenantid=', '%', '@', '#@', tenant, '.', '/tenants/', 'x'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const found = read(text);
        readEnvironmentName(text);
        const named = found?.tenant;
        const fine =
          named === undefined ||
          ('id' in named ? /^[0-9a-f-]{36}$/ : /^[a-z0-9.-]+$/).test('id' in named ? named.id : named.domain);
        expect(fine).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
