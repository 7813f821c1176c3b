import { describe, expect, test } from 'vitest';
import { isProduction } from '../../../main/environments/is-production.ts';
import { mergeDiscovered } from '../../../main/environments/merge-discovered.ts';
import type { Discovered } from '../../../main/environments/merge-discovered.ts';
import type { FoundEnvironment } from '../../../main/power-platform/found-environment.ts';
import { newId } from '../../../main/settings/new-id.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import {
  parseOrganizationId,
  parseOrgUrl,
  parseTenantId,
  parseWorkspaceId,
  parseEnvironmentId,
} from '../../../preload/contract/words/ids.ts';
import { ENVIRONMENT_TYPES, PRODUCTION_TYPES } from '../../../preload/contract/words/status.ts';

const url = (name: string) => {
  const parsed = parseOrgUrl(`https://${name}.crm.dynamics.com`);
  if (parsed === null) throw new Error(name);
  return parsed;
};
const organization = (n: number) => parseOrganizationId(`00000000-0000-4000-8000-00000000000${n}`);
const tenant = (n: number) => parseTenantId(`11111111-0000-4000-8000-00000000000${n}`);

const found = (n: number, change: Partial<FoundEnvironment> = {}): FoundEnvironment => ({
  name: `Environment ${n}`,
  url: url(`org${n}`),
  uniqueName: `unq${n}`,
  organizationId: organization(n),
  powerPlatformId: null,
  tenantId: tenant(1),
  region: null,
  type: 'Sandbox',
  version: '9.2',
  enabled: true,
  isSystemAdministrator: null,
  ...change,
});

const workspaceId = newId(parseWorkspaceId);
const merge = (lists: Discovered, existing: readonly Environment[] = []) =>
  mergeDiscovered(lists, {
    workspaceId,
    cloud: 'public',
    tenantId: tenant(1),
    existing,
    now: '2026-01-01T00:00:00.000Z',
    newId: () => newId(parseEnvironmentId),
  });

describe('merging discovery with the admin list', () => {
  test('one environment in both is one environment, with what each knows better', () => {
    const { environments, added, gone } = merge({
      discovery: [found(1, { region: 'EMEA', type: 'Production', isSystemAdministrator: true })],
      admin: [found(1, { region: 'westeurope', type: 'Default', url: url('org1') })],
    });
    expect(environments).toHaveLength(1);
    expect(environments[0]).toMatchObject({
      source: 'discovery',
      region: 'EMEA',
      type: 'Default',
      production: true,
      isSystemAdministrator: true,
    });
    expect({ added, gone }).toEqual({ added: 1, gone: 0 });
  });

  test('an environment that only one list has is there with its source', () => {
    const { environments } = merge({ discovery: [found(1)], admin: [found(2)] });
    expect(environments.map(({ name, source }) => [name, source])).toEqual([
      ['Environment 1', 'discovery'],
      ['Environment 2', 'admin'],
    ]);
  });

  test('keeps the id when name and address change, and gives a new one when the organization changes', () => {
    const before = merge({ discovery: [found(1)], admin: null }).environments;
    const renamed = merge({ discovery: [found(1, { name: 'New', url: url('moved') })], admin: null }, before);
    expect(renamed.environments).toMatchObject([{ id: before[0]?.id, name: 'New', url: url('moved') }]);
    expect(renamed.added).toBe(0);
    const replaced = merge({ discovery: [found(2, { url: url('org1') })], admin: null }, before);
    expect(replaced).toMatchObject({ added: 1, gone: 1 });
    expect(replaced.environments[0]?.id).not.toBe(before[0]?.id);
  });

  test('adopts what was added by hand, by its address', () => {
    const [known] = merge({ discovery: [found(1, { organizationId: null })], admin: null }).environments;
    if (known === undefined) throw new Error('none');
    const manual = { ...known, source: 'manual' as const };
    const { environments, added } = merge({ discovery: [found(1)], admin: null }, [manual]);
    expect(environments).toMatchObject([
      { id: manual.id, source: 'discovery', organizationId: organization(1) },
    ]);
    expect(added).toBe(0);
  });

  test('an environment is gone only when the list that it came from was read', () => {
    const before = merge({ discovery: [found(1)], admin: [found(2)] }).environments;
    expect(merge({ discovery: null, admin: [] }, before)).toMatchObject({
      environments: [{ name: 'Environment 1' }],
      gone: 1,
    });
    expect(merge({ discovery: null, admin: null }, before)).toMatchObject({ gone: 0 });
    const manual = before.map((one) => ({ ...one, source: 'manual' as const }));
    expect(merge({ discovery: [], admin: [] }, manual)).toMatchObject({ gone: 0 });
  });

  test('C27: an environment of another tenant is left out', () => {
    const lists = { discovery: [found(1), found(2, { tenantId: tenant(2) })], admin: null };
    expect(merge(lists).environments.map(({ name }) => name)).toEqual(['Environment 1']);
  });
});

test('C27: what is not known to be for trying things out counts as production, unless somebody says otherwise', () => {
  const counting = ENVIRONMENT_TYPES.filter((type) =>
    isProduction({ type, guard: 'by-type' }, PRODUCTION_TYPES),
  );
  expect(counting).toEqual(['Production', 'Default', 'Teams', 'Unknown']);
  expect(isProduction({ type: 'Sandbox', guard: 'by-type' }, ['Sandbox'])).toBe(true);
  expect(isProduction({ type: 'Sandbox', guard: 'production' }, [])).toBe(true);
  expect(isProduction({ type: 'Production', guard: 'not-production' }, ['Production'])).toBe(false);
});

test('C27: what was said of an environment outlives that it is found again', () => {
  const before = merge({ discovery: [found(1)], admin: null }).environments;
  const said = before.map((one) => ({ ...one, guard: 'not-production' as const }));
  const again = merge({ discovery: [found(1, { type: 'Production' })], admin: null }, said);
  expect(again.environments).toMatchObject([{ guard: 'not-production', type: 'Production' }]);
});
