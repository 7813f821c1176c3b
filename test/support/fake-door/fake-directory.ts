import type { EntraCredential, FoundApp } from '../../../preload/contract/directory.ts';
import type { InputOf, OutputOf } from '../../../preload/contract/index.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import { daysAgo, profiles } from './fake-world.ts';
import type { Scenario } from './scenario.ts';

type Name = 'directory.search' | 'directory.app' | 'directory.identify';
type Answers = { readonly [Each in Name]: (input: InputOf<Each>) => Result<OutputOf<Each>> };
type Known = OutputOf<'directory.app'>;

const [HERE, ELSEWHERE] = [fakeId.tenant(1), fakeId.tenant(5)];
const KINDS = ['sync', 'importer', 'robot', 'gateway', 'exporter', 'monitor'];
const AREAS = [
  'Order',
  'Invoice',
  'Customer',
  'Field service',
  'Payroll',
  'Marketing',
  'Warehouse',
  'Portal',
  'Survey',
];

/** Names of apps beginning with those that are profiles already. */
const OWN: readonly FoundApp[] = [
  ...profiles
    .filter(({ homeTenantId }) => homeTenantId === HERE)
    .map(({ name, clientId }) => ({ name, clientId, homeTenantId: HERE })),
  ...AREAS.flatMap((area, row) =>
    KINDS.map((kind, column) => ({
      name: `${area} ${kind}`,
      clientId: fakeId.client(200 + row * KINDS.length + column),
      homeTenantId: HERE,
    })),
  ),
].toSorted((a, b) => a.name.localeCompare(b.name));
const ENTERPRISE: readonly FoundApp[] = [
  ...profiles
    .filter(({ homeTenantId }) => homeTenantId === ELSEWHERE)
    .map(({ name, clientId }) => ({ name, clientId, homeTenantId: ELSEWHERE })),
  { name: 'Contoso Integration Hub', clientId: fakeId.client(301), homeTenantId: fakeId.tenant(7) },
  { name: 'Litware Document Generator', clientId: fakeId.client(302), homeTenantId: fakeId.tenant(8) },
];

const entraCredential = (n: number, more: Partial<EntraCredential>): EntraCredential => ({
  kind: 'secret',
  keyId: fakeId.key(n),
  name: null,
  hint: null,
  thumbprintSha1: null,
  startsOn: daysAgo(400),
  endsOn: daysAgo(-200),
  ours: null,
  ...more,
});

const portalUrl = 'https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade';
const known = (n: number, more: Partial<Known> = {}): Known => ({
  tenantId: HERE,
  application: {
    objectId: fakeId.application(n),
    name: profiles[n - 1]?.name ?? '',
    audience: 'AzureADMyOrg',
    createdOn: daysAgo(410),
    credentials: [],
    owners: [],
    ownersError: null,
  },
  principal: {
    objectId: fakeId.servicePrincipal(n),
    name: profiles[n - 1]?.name ?? '',
    enabled: true,
    ownerTenantId: HERE,
    audience: 'AzureADMyOrg',
  },
  portalUrl,
  ...more,
});

const loader = known(2);
const APPS: readonly Known[] = [
  known(1),
  {
    ...loader,
    application: loader.application && {
      ...loader.application,
      audience: 'AzureADMultipleOrgs',
      owners: [
        { id: fakeId.key(90), name: 'Grace Hopper', mail: 'grace.hopper@northwind.example' },
        { id: fakeId.key(91), name: 'Data platform team', mail: null },
      ],
      credentials: [
        entraCredential(1, {
          kind: 'certificate',
          name: 'CN=dwh-loader',
          thumbprintSha1: profiles[1]?.credentials[0]?.thumbprintSha1 ?? null,
          endsOn: daysAgo(-12),
          ours: fakeId.credential(2),
        }),
        entraCredential(2, { name: 'old', hint: 'x7Q', endsOn: daysAgo(4), ours: fakeId.credential(3) }),
        entraCredential(3, { name: 'Azure Function (Pieter)', hint: 'k2M', endsOn: daysAgo(-9) }),
        entraCredential(4, { name: null, hint: 'Zp1', endsOn: daysAgo(90) }),
      ],
    },
  },
  known(3, {
    application: null,
    principal: {
      objectId: fakeId.servicePrincipal(3),
      name: 'Portal backend',
      enabled: false,
      ownerTenantId: ELSEWHERE,
      audience: 'AzureADMultipleOrgs',
    },
  }),
  known(4, { application: null, principal: null, portalUrl: null }),
];

const UNKNOWN: OutputOf<'directory.identify'> = { kind: 'unknown', app: null, partial: false };

/** What the directory of the first workspace answers. */
export const fakeDirectory = (scenario: Scenario): Answers => {
  const refusal = () => {
    if (!scenario.signedIn) return failed('sign-in-needed', { workspace: 'Northwind Traders' });
    if (scenario.directory === 'denied')
      return failed('directory-denied', { permission: 'Application.Read.All', missing: 'permission' });
    return scenario.directory === 'offline'
      ? failed(
          'network-unreachable',
          { host: 'graph.microsoft.com', reason: 'ENOTFOUND' },
          { retryable: true },
        )
      : null;
  };
  return {
    'directory.search': ({ place, text }) => {
      const found = (place === 'own' ? OWN : ENTERPRISE).filter(({ name }) =>
        name.toLowerCase().includes(text.toLowerCase()),
      );
      return refusal() ?? ok({ apps: found.slice(0, 50), more: found.length > 50 });
    },
    'directory.app': ({ clientId }) =>
      refusal() ??
      ok(
        APPS[profiles.findIndex((profile) => profile.clientId === clientId)] ??
          known(4, { application: null, principal: null, portalUrl: null }),
      ),
    'directory.identify': ({ id }) => {
      const [order] = OWN.filter(({ name }) => name === 'Order importer');
      const kinds = new Map<string, OutputOf<'directory.identify'>['kind']>([
        [fakeId.application(50), 'application-object-id'],
        [fakeId.servicePrincipal(50), 'service-principal-id'],
        [fakeId.key(50), 'secret-id'],
      ]);
      const kind = kinds.get(id);
      const byClientId = [...OWN, ...ENTERPRISE].find(({ clientId }) => String(clientId) === id);
      const answer =
        byClientId !== undefined
          ? { kind: 'client-id' as const, app: byClientId, partial: false }
          : kind === undefined || order === undefined
            ? UNKNOWN
            : { kind, app: order, partial: false };
      return refusal() ?? ok(answer);
    },
  };
};
