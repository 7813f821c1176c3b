import { expect, test } from 'vitest';
import { lintClientId } from '../../../renderer/screens/applications/client-id-lint.ts';

const nothing = { tenantIds: [], users: [], profiles: [] };

test.each([
  ['51f81489-12ee-4a9e-aaae-a2591f45987d', /sample app/],
  ['{00000007-0000-0000-C000-000000000000}', /Dataverse/],
  ['9cee029c-6210-4654-90bb-17e6e9d36617', /Power Platform CLI/],
])('C31: %s is an app of Microsoft, for which nobody else has a credential', (text, name) => {
  expect(lintClientId(text, nothing)).toMatchObject({
    kind: 'microsoft-app',
    name: expect.stringMatching(name),
  });
});

test('any other id may be an app', () => {
  expect(lintClientId('0a0a0a0a-0000-4000-8000-000000000001', nothing).kind).toBe('fine');
});
