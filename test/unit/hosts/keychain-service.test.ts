import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keychainService } from '../../../main/hosts/keychain-service.ts';

const serviceOf = (folder: string) => keychainService('S2S Console', folder, '/home/adele/usual');

describe('C7: the keychain service of a data folder', () => {
  test('is the product for the usual folder, and never that for another one', () => {
    expect(serviceOf('/home/adele/usual')).toBe('S2S Console');
    expect(serviceOf('/home/adele/usual/')).not.toBe('S2S Console');
  });

  test('differs between any two folders, is the same again for one, and tells no path', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(serviceOf(one) === serviceOf(other)).toBe(one === other);
      }),
    );
    expect(serviceOf('/srv/second client')).toMatch(/^S2S Console [0-9a-f]{16}$/);
  });
});
