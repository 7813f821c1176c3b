import { expect, test } from 'vitest';
import { openProfiles } from '../../../main/identity/app-profiles/document.ts';
import { realDocumentFiles } from '../settings/real-document-files.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const CLIENT = '00000000-0000-4000-8000-000000000002';
const CREDENTIAL = '00000000-0000-4000-8000-000000000003';
const KEY = '00000000-0000-4000-8000-000000000004';

const kept = {
  id: CREDENTIAL,
  kind: 'secret',
  label: 'main',
  addedOn: '2026-01-01T00:00:00Z',
  expiresOn: null,
  thumbprintSha1: null,
  thumbprintSha256: null,
};
const profile = {
  id: ID,
  name: 'Portal Sync',
  clientId: CLIENT,
  homeTenantId: null,
  credentials: [kept],
  workspaces: [],
  demo: false,
};
const rotated = { ...kept, keyId: KEY, retiring: true };

test.each([
  [
    1,
    'before rotations were known: none of their credentials is chosen or retiring',
    profile,
    {
      ...profile,
      current: null,
      credentials: [{ ...kept, keyId: null, retiring: false, notInEntraYet: false }],
    },
  ],
  [
    2,
    'before a certificate could wait for its upload: none of their credentials does',
    { ...profile, current: CREDENTIAL, credentials: [rotated] },
    { ...profile, current: CREDENTIAL, credentials: [{ ...rotated, notInEntraYet: false }] },
  ],
])('app profiles of version %i are read as they were written %s', (version, _when, written, read) => {
  const files = realDocumentFiles();
  files.put('app-profiles', JSON.stringify({ version, value: { profiles: [written] } }));
  const told: unknown[] = [];
  const document = openProfiles(files.open, (notice) => told.push(notice));
  expect(document.get().profiles).toEqual([read]);
  expect(told).toEqual([]);
});
