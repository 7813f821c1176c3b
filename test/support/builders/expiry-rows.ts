import type { ExpiryRow } from '../../../preload/contract/expiry.ts';
import { fakeId } from '../fake-door/fake-ids.ts';

/** A credential of ours that ends some day; what a test speaks of is given. */
export const expiryRow = (change: Partial<ExpiryRow> = {}): ExpiryRow => ({
  id: `own:${fakeId.credential(1)}`,
  appProfileId: fakeId.profile(1),
  appName: 'Order sync',
  clientId: fakeId.client(1),
  workspaces: [fakeId.workspace(1)],
  kind: 'secret',
  label: 'prod',
  mark: null,
  keyId: null,
  held: 'keychain',
  credentialId: fakeId.credential(1),
  expiresOn: '2026-03-10T12:00:00Z',
  endSaidBy: 'person',
  unregistered: false,
  owners: [],
  snoozed: null,
  demo: false,
  ...change,
});
