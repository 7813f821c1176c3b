import { expect, test } from 'vitest';
import { openProfiles } from '../../../main/identity/app-profiles/document.ts';
import { realDocumentFiles } from '../settings/real-document-files.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const CLIENT = '00000000-0000-4000-8000-000000000002';
const CREDENTIAL = '00000000-0000-4000-8000-000000000003';

test('app profiles written before rotations were known are read with their credentials, none of them chosen or retiring', () => {
  const files = realDocumentFiles();
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
  files.put('app-profiles', JSON.stringify({ version: 1, value: { profiles: [profile] } }));
  const told: unknown[] = [];
  const document = openProfiles(files.open, (notice) => told.push(notice));
  expect(document.get().profiles).toEqual([
    { ...profile, current: null, credentials: [{ ...kept, keyId: null, retiring: false }] },
  ]);
  expect(told).toEqual([]);
});
