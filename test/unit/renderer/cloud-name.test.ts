import { expect, test } from 'vitest';
import { cloudNameIn } from '../../../renderer/session/use-cloud-name.ts';
import { clouds } from '../../support/fake-door/fake-world.ts';

test.each([
  ['custom:contoso-air-gap', 'Contoso air gap'],
  ['gcc-high', 'GCC High'],
  // The list is not there yet, or the cloud is gone.
  ['custom:gone', 'gone'],
] as const)('%s is called %s', (cloud, name) => {
  expect(cloudNameIn(clouds, cloud)).toBe(name);
});
