import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cloudsOf } from '../../support/builders/clouds-of.ts';
import { readAdminEnvironment } from '../../../main/power-platform/admin-environments.ts';
import { collect } from '../../../main/power-platform/found-environment.ts';
import { readInstance } from '../../../main/power-platform/instances.ts';

const row = cloudsOf().find('public');
if (row === null) throw new Error('no public cloud');
const cloud = row;

/** Microsoft Learn: discovery-service, an Instance. */
const instance = {
  Id: 'AAAABBBB-0000-4000-8000-111111111111',
  UniqueName: 'unq1',
  UrlName: 'contoso',
  FriendlyName: 'Contoso',
  State: 0,
  Version: '9.2.24011.196',
  Url: 'https://contoso.crm4.dynamics.com',
  ApiUrl: 'https://contoso.api.crm4.dynamics.com',
  LastUpdated: '2026-01-09T02:02:12Z',
  SchemaType: 'Standard',
  IsUserSysAdmin: true,
  EnvironmentId: 'default-1',
  StatusMessage: 6,
  TrialExpirationDate: '0001-01-01T00:00:00Z',
  OrganizationType: 5,
  TenantId: 'aaaabbbb-0000-4000-8000-222222222222',
  Region: 'EMEA',
};

const admin = {
  id: '/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/e1',
  name: 'e1',
  location: 'europe',
  properties: {
    displayName: 'Contoso',
    tenantId: 'aaaabbbb-0000-4000-8000-222222222222',
    azureRegion: 'westeurope',
    environmentSku: 'Sandbox',
    isDefault: false,
    linkedEnvironmentMetadata: {
      resourceId: 'aaaabbbb-0000-4000-8000-111111111111',
      friendlyName: 'Contoso',
      uniqueName: 'unq1',
      version: '9.2.24011.196',
      instanceUrl: 'https://contoso.crm4.dynamics.com/',
      instanceState: 'Ready',
    },
  },
};

const expected = {
  name: 'Contoso',
  url: 'https://contoso.crm4.dynamics.com',
  uniqueName: 'unq1',
  organizationId: 'aaaabbbb-0000-4000-8000-111111111111',
  tenantId: 'aaaabbbb-0000-4000-8000-222222222222',
  type: 'Sandbox',
  version: '9.2.24011.196',
  enabled: true,
};

describe('a row of global discovery', () => {
  test('becomes an environment', () => {
    expect(readInstance(instance, cloud)).toEqual({
      ...expected,
      region: 'EMEA',
      powerPlatformId: 'default-1',
      isSystemAdministrator: true,
    });
  });

  test.each([
    [0, 'Production'],
    [12, 'Default'],
    [13, 'Developer'],
    [14, 'Trial'],
    ['CustomerTest', 'Sandbox'],
    [99, 'Unknown'],
    [undefined, 'Unknown'],
  ])('of organization type %s is %s', (OrganizationType, type) => {
    expect(readInstance({ ...instance, OrganizationType }, cloud)).toMatchObject({ type });
  });

  test('with strange optional fields is still read', () => {
    const strange = {
      ...instance,
      Region: 4,
      Version: null,
      IsUserSysAdmin: 'yes',
      TenantId: 'none',
      Extra: [],
    };
    expect(readInstance(strange, cloud)).toMatchObject({ region: null, version: null, tenantId: null });
  });

  test('that is disabled says so', () => {
    expect(readInstance({ ...instance, State: 1 }, cloud)).toMatchObject({ enabled: false });
  });
});

describe('a row of the admin list', () => {
  test('becomes an environment', () => {
    const region = 'westeurope';
    expect(readAdminEnvironment(admin, cloud)).toEqual({
      ...expected,
      region,
      powerPlatformId: 'e1',
      isSystemAdministrator: null,
    });
  });

  test('without Dataverse is skipped', () => {
    const { linkedEnvironmentMetadata: _, ...properties } = admin.properties;
    expect(readAdminEnvironment({ ...admin, properties }, cloud)).toBe('skip');
  });

  test.each([
    ['Default', true, 'Default'],
    ['Production', true, 'Production'],
    [null, true, 'Default'],
    ['Platform', false, 'Unknown'],
  ])('with the SKU %s and the default flag %s is %s', (environmentSku, isDefault, type) => {
    const properties = { ...admin.properties, environmentSku, isDefault };
    expect(readAdminEnvironment({ ...admin, properties }, cloud)).toMatchObject({ type });
  });
});

describe('C36: a list cannot send a token elsewhere', () => {
  test.each([
    'https://contoso.crm4.dynamics.com.evil.example',
    'https://evil.example/contoso.crm4.dynamics.com',
    'https://contoso.crm4.demo.test',
    'https://globaldisco.crm.dynamics.com',
    'javascript:alert(1)',
    'contoso.crm4.dynamics.com',
    '',
  ])('%s is not an environment of the cloud', (url) => {
    expect(readInstance({ ...instance, Url: url }, cloud)).toBe('unreadable');
    const linkedEnvironmentMetadata = { ...admin.properties.linkedEnvironmentMetadata, instanceUrl: url };
    const properties = { ...admin.properties, linkedEnvironmentMetadata };
    expect(readAdminEnvironment({ ...admin, properties }, cloud)).toBe('unreadable');
  });

  test('the scheme of a found environment is always https', () => {
    expect(readInstance({ ...instance, Url: 'http://contoso.crm4.dynamics.com' }, cloud)).toMatchObject({
      url: 'https://contoso.crm4.dynamics.com',
    });
  });
});

test('any JSON is a row, skipped or counted as unreadable, never a throw', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (rows) => {
      const found = collect(
        rows.flatMap((one) => [readInstance(one, cloud), readAdminEnvironment(one, cloud)]),
      );
      expect(found.environments).toEqual([]);
      expect(found.unreadable).toBe(rows.length * 2);
    }),
  );
});
