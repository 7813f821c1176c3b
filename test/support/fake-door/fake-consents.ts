import type { ConsentRow } from '../../../preload/contract/consent.ts';
import type { ManagementApp } from '../../../preload/contract/management-apps.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import { daysAgo, profiles } from './fake-world.ts';

/** Workspaces of clients that are asked from the first workspace, which is the home of its apps. */
export const clients = [
  'Northwind Traders',
  'Adatum Corporation',
  'Litware',
  'Proseware',
  'Tailspin Toys',
  'Wide World Importers',
].map((name, index) => ({
  workspaceId: fakeId.workspace(index === 0 ? 1 : 20 + index),
  name,
  colour: (['teal', 'blue', 'gold', 'magenta', 'orange', 'green'] as const)[index] ?? 'blue',
  tenantId: index === 5 ? null : fakeId.tenant(index === 0 ? 1 : 20 + index),
}));

const STATES: readonly ConsentRow['state'][] = [
  {
    status: 'consented',
    asked: { at: daysAgo(40), form: 'v1' },
    declinedAt: null,
    checked: { at: daysAgo(1), verdict: 'present', error: null },
  },
  { status: 'asked', asked: { at: daysAgo(2), form: 'v2' }, declinedAt: null, checked: null },
  {
    status: 'principal-disabled',
    asked: null,
    declinedAt: null,
    checked: {
      at: daysAgo(1),
      verdict: 'disabled',
      error: appError('entra', {
        aadsts: '7000112',
        error: 'unauthorized_client',
        clientId: fakeId.client(1),
        tenantId: fakeId.tenant(22),
        resource: 'https://graph.microsoft.com',
      }),
    },
  },
  {
    status: 'revoked',
    asked: { at: daysAgo(400), form: 'v1' },
    declinedAt: null,
    checked: {
      at: daysAgo(0.2),
      verdict: 'missing',
      error: appError('entra', {
        aadsts: '7000229',
        error: 'invalid_client',
        clientId: fakeId.client(1),
        tenantId: fakeId.tenant(23),
        resource: 'https://graph.microsoft.com',
      }),
    },
  },
  {
    status: 'declined',
    asked: { at: daysAgo(5), form: 'v2' },
    declinedAt: daysAgo(4),
    checked: null,
  },
  { status: 'not-asked', asked: null, declinedAt: null, checked: null },
];

/** Every app in every tenant where it is used, in every state. */
export const consents: readonly ConsentRow[] = profiles.flatMap((profile, app) =>
  clients
    .filter((_client, index) => app < 2 || index === 0)
    .map((client, index) => ({
      appProfileId: profile.id,
      appName: profile.name,
      clientId: profile.clientId,
      homeTenantId: profile.homeTenantId,
      workspaceId: client.workspaceId,
      workspaceName: client.name,
      colour: client.colour,
      tenantId: client.tenantId,
      home: index === 0 && app < 2,
      hasCredential: profile.credentials.length > 0,
      state: (app >= 2
        ? STATES[app === 2 ? 1 : 5]
        : index === 0
          ? STATES[0]
          : STATES[(index + app) % STATES.length]) ?? {
        status: 'not-asked',
        asked: null,
        declinedAt: null,
        checked: null,
      },
    })),
);

export const consentUrl = `https://login.microsoftonline.com/${fakeId.tenant(21)}/adminconsent?client_id=${fakeId.client(1)}&state=mGq0mC1Wt5G0m8WjvP1xg3v7bX0d6H5nq0v3R2w9Zb4`;

/** Apps that administer the tenant: ours, a foreign one, one that nobody knows any more. */
export const managementApps: readonly ManagementApp[] = [
  {
    clientId: fakeId.client(2),
    name: 'Data warehouse loader',
    appProfileId: fakeId.profile(2),
    inDirectory: 'there',
  },
  { clientId: fakeId.client(60), name: 'Terraform', appProfileId: null, inDirectory: 'disabled' },
  { clientId: fakeId.client(61), name: null, appProfileId: null, inDirectory: 'gone' },
];
