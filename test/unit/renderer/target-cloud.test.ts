import { describe, expect, test } from 'vitest';
import type { ConnectionRow } from '../../../preload/contract/portability.ts';
import type { CloudId } from '../../../preload/contract/words/status.ts';
import {
  cloudOf,
  likelyWorkspace,
  ofOtherClouds,
} from '../../../renderer/screens/portability/target-cloud.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';
import { workspaces } from '../../support/fake-door/fake-world.ts';

const row = (cloud: CloudId | null, tenant: number | null = null): ConnectionRow => ({
  index: 0,
  name: 'One',
  clientId: null,
  tenantId: tenant === null ? null : fakeId.tenant(tenant),
  url: null,
  cloud,
  credential: 'none',
  thumbprint: null,
  gaps: [],
  knownAs: null,
});
const demo = workspaces.map((one) => ({ ...one, cloud: 'demo' as const, demo: true, tenantId: null }));

describe('C29: where connections go', () => {
  test('the workspace of their tenant comes first, then one of their cloud, then a new one', () => {
    const [first] = workspaces;
    expect(likelyWorkspace([row(null), row('public', 1)], [...demo, ...workspaces])).toBe(first);
    expect(likelyWorkspace([row('public', 99)], [...demo, ...workspaces])?.cloud).toBe('public');
    expect(likelyWorkspace([row('public')], demo)).toBeNull();
    expect(likelyWorkspace([row(null)], demo)).toBe(demo[0]);
  });

  test('a real cloud is none of the demo cloud and the other way round; without an address nobody can tell', () => {
    const rows = [row('public'), row('demo'), row(null)];
    expect(ofOtherClouds(rows, 'demo')).toEqual([rows[0]]);
    expect(ofOtherClouds(rows, 'public')).toEqual([rows[1]]);
    expect(cloudOf([row(null), row('gcc-high')])).toBe('gcc-high');
  });
});
