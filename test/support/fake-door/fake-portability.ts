import type { OutputOf } from '../../../preload/contract/index.ts';
import type { ConnectionRow, ImportedRow, Merge } from '../../../preload/contract/portability.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import type { Scenario } from './scenario.ts';
import { daysAgo } from './fake-world.ts';

const row = (index: number, change: Partial<ConnectionRow>): ConnectionRow => ({
  index,
  name: `Connection ${index + 1}`,
  clientId: fakeId.client(20 + index),
  tenantId: fakeId.tenant(1),
  url: fakeId.orgUrl(`https://nw-import-${index}.crm4.dynamics.com`),
  cloud: 'public',
  credential: 'comes',
  thumbprint: null,
  gaps: [],
  knownAs: null,
  ...change,
});

const ROWS: readonly ConnectionRow[] = [
  row(0, { name: 'Northwind Sales (PROD)' }),
  row(1, { name: 'Northwind Test', clientId: fakeId.client(1), knownAs: 'Order sync' }),
  row(2, { name: 'Data warehouse', credential: 'encrypted' }),
  row(3, {
    name: 'Invoice robot',
    credential: 'certificate-store',
    thumbprint: '9F3C2A7BD1E04C58A6B7C8D9E0F1A2B3C4D5E6F7',
  }),
  row(4, { name: 'Ada’s own sign-in', clientId: null, credential: 'none', gaps: ['signs-in-as-a-person'] }),
  row(5, { name: 'Portal', credential: 'damaged' }),
  row(6, {
    name: 'Old server',
    clientId: null,
    tenantId: null,
    url: null,
    cloud: null,
    credential: 'none',
    gaps: ['on-premises', 'signs-in-as-a-person', 'environment-not-understood'],
  }),
  row(7, {
    name: 'Fabrikam agency',
    tenantId: fakeId.tenant(3),
    url: fakeId.orgUrl('https://fabrikam-agency.crm.microsoftdynamics.us'),
    cloud: 'gcc-high',
  }),
];

const MERGE: Merge = {
  madeAt: daysAgo(2),
  withSecrets: true,
  workspaces: [
    {
      name: 'Northwind Traders',
      merge: 'joined',
      into: 'Northwind Traders',
      environmentsAdded: 3,
      environmentsPresent: 37,
    },
    { name: 'Adventure Works', merge: 'new', into: null, environmentsAdded: 6, environmentsPresent: 0 },
    { name: 'Sovereign', merge: 'cloud-unknown', into: null, environmentsAdded: 0, environmentsPresent: 0 },
  ],
  apps: [
    {
      name: 'Order sync (old name)',
      clientId: fakeId.client(1),
      merge: 'joined',
      into: 'Order sync',
      kept: ['name'],
      credentials: [
        { label: 'rotation 2026', kind: 'secret', merge: 'present' },
        { label: 'rotation 2027', kind: 'secret', merge: 'comes' },
      ],
    },
    {
      name: 'Shipping',
      clientId: fakeId.client(40),
      merge: 'new',
      into: null,
      kept: [],
      credentials: [
        { label: 'CN=shipping', kind: 'certificate', merge: 'comes' },
        { label: 'old', kind: 'secret', merge: 'enter' },
        { label: 'broken', kind: 'secret', merge: 'unreadable' },
      ],
    },
  ],
};

/** What became of a connection of the fake preview. */
export const importedRow = (index: number): ImportedRow =>
  index === 5
    ? {
        index,
        app: 'added',
        credential: 'enter',
        environment: 'failed',
        error: appError('tenant-mismatch', { expected: fakeId.tenant(1), actual: fakeId.tenant(2) }),
      }
    : {
        index,
        app: ROWS[index]?.clientId === null ? 'none' : ROWS[index]?.knownAs === null ? 'added' : 'linked',
        credential:
          ROWS[index]?.credential === 'comes'
            ? 'added'
            : ROWS[index]?.credential === 'none'
              ? 'none'
              : 'enter',
        environment: 'added',
        error: null,
      };

/** Answers imports and exports: what is handed over decides by a word in it what it is taken for. */
export const fakePortability = (scenario: Scenario) => {
  let text = '';
  const preview = (passphrase: string | undefined): OutputOf<'portability.preview'> | null =>
    text.includes('connections')
      ? { kind: 'connections', format: 'xrmtoolbox', rows: [...ROWS], unreadable: 1 }
      : text.includes('plain') || passphrase !== undefined
        ? { kind: 'export', merge: MERGE }
        : null;
  return {
    'portability.put': (input: { readonly importId: string | null; readonly piece: string }) => {
      text = (input.importId === null ? '' : text) + atob(input.piece);
      return ok({ importId: '7b0f6f4e-6d0a-4b52-9d3e-0d6c2b1a9f10', bytes: text.length });
    },
    'portability.preview': (input: { readonly passphrase?: string | undefined }) => {
      if (text.includes('nothing'))
        return failed('import-unreadable', { problem: 'not-recognised', detail: '' });
      const shown = preview(input.passphrase);
      if (shown !== null && input.passphrase === 'wrong passphrase') return failed('import-passphrase');
      return shown === null ? failed('import-passphrase-needed') : ok(shown);
    },
    'portability.importExport': () => ok({ merge: MERGE }),
    'portability.forget': () => {
      text = '';
      return ok({});
    },
    'portability.export': (input: { readonly passphrase: string | null }) =>
      ok({
        saved: true,
        place: input.passphrase === null ? 's2s-console.json' : 's2s-console sealed.json',
        workspaces: 1,
        environments: 40,
        apps: 4,
        secrets: input.passphrase === null ? 0 : 3,
        leftOut:
          input.passphrase === null || scenario.vault === 'keeping'
            ? []
            : [{ app: 'Portal backend', label: 'portal', error: appError('vault-locked') }],
      }),
  };
};
