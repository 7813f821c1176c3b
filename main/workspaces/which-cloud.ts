import type { Cloud } from '../../preload/contract/clouds.ts';
import type { NamedTenant } from '../clouds/read-tenant.ts';
import type { TenantMetadata } from './tenant-metadata.ts';

const DEMO = '.demo.test';

/**
 * The sign-in services to ask about a tenant, each once: that of the cloud that was chosen, or else first that of the page which the
 * text is from, then the others. Domains of the demo cloud are asked of nobody else, and it is not asked about others.
 */
export const authoritiesToAsk = (
  among: { readonly clouds: readonly Cloud[]; readonly wanted: Cloud | null },
  named: NamedTenant,
): readonly Cloud[] => {
  if (among.wanted !== null) return [among.wanted];
  const isDemo = 'domain' in named.tenant ? named.tenant.domain.endsWith(DEMO) : null;
  const fitting = among.clouds.filter(({ id }) => isDemo === null || (id === 'demo') === isDemo);
  const ordered = [
    ...fitting.filter(({ id }) => id === named.cloud),
    // It is on this computer: asking it first costs nothing and tells nobody.
    ...fitting.filter(({ id }) => id === 'demo'),
    ...fitting,
  ];
  return ordered.filter(
    (row, at) => ordered.findIndex(({ authority }) => authority === row.authority) === at,
  );
};

/**
 * The cloud that a tenant's metadata belongs to. Sign-in services know tenants of others too, and two clouds of the US government share
 * one; the host of Microsoft Graph tells them apart (Graph: deployments), GCC and the public cloud only the sub-scope.
 */
export const cloudOfMetadata = (found: TenantMetadata, asked: Cloud, clouds: readonly Cloud[]): Cloud => {
  const byGraph = clouds.filter(({ graph }) => new URL(graph).host === found.graphHost);
  const fitting =
    byGraph.length === 0 ? clouds.filter(({ authority }) => authority === asked.authority) : byGraph;
  const government = fitting.find(({ id }) => (id === 'gcc') === (found.subScope === 'GCC'));
  return government ?? fitting[0] ?? asked;
};
