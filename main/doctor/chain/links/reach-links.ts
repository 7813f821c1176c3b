import { isAuthorityOf } from '../../../clouds/authority-owner.ts';
import { appError } from '../../../../preload/contract/words/errors.ts';
import type { ChainLink } from '../chain-link.ts';
import { broken, evidence, sound } from '../finding.ts';

/** The address is one of an environment, and of the workspace's cloud (Microsoft Learn: national clouds; regions of Dataverse). */
export const urlLink: ChainLink = {
  id: 'url',
  look: async ({ subject: { environment, workspace, cloud }, facts }) => {
    const { url } = environment;
    const seen = [evidence.text('url', url), evidence.text('cloud-of-workspace', cloud.name)];
    const understood = facts.ports.understand(url);
    if (!understood.ok) return broken(understood.error, ...seen);
    // A host of no cloud can be one of a cloud of its own: its challenge will say whose it is.
    if (understood.value.cloud !== null && understood.value.cloud !== workspace.cloud) {
      const params = { host: new URL(url).host, cloud: cloud.id, cloudName: cloud.name };
      return broken(appError('cloud-mismatch', params), ...seen);
    }
    return sound(...seen);
  },
};

/** The environment answers, and is of the workspace's tenant: said by the challenge of an anonymous request. */
export const tenantLink: ChainLink = {
  id: 'tenant',
  look: async ({ subject: { environment, workspace }, facts }, signal) => {
    const asked = await facts.challenge(signal);
    if (!asked.ok) return broken(asked.error, evidence.text('url', environment.url));
    const { tenantId, resource } = asked.value;
    const seen = [
      evidence.id('tenant', tenantId, workspace.tenantId),
      ...(resource === null ? [] : [evidence.text('resource', resource, environment.url)]),
    ];
    return workspace.tenantId === null || workspace.tenantId === tenantId
      ? sound(...seen)
      : broken(appError('tenant-mismatch', { expected: workspace.tenantId, actual: tenantId }), ...seen);
  },
};

/** The sign-in service is the cloud's, and knows the tenant (Microsoft Learn: v2-protocols-oidc). */
export const authorityLink: ChainLink = {
  id: 'authority',
  look: async ({ subject: { environment, workspace, cloud }, facts }, signal) => {
    const asked = await facts.challenge(signal);
    const authority = asked.ok ? asked.value.authority : cloud.authority;
    const seen = [evidence.text('authority', authority, cloud.authority)];
    // With an authority of its own, a workspace has said that the usual one does not count.
    if (workspace.hosts.authority === undefined && !isAuthorityOf(authority, cloud)) {
      const { host } = new URL(environment.url);
      return broken(appError('cloud-mismatch', { host, cloud: cloud.id, cloudName: cloud.name }), ...seen);
    }
    const known = await facts.metadata(signal);
    return known.ok
      ? sound(...seen, evidence.id('tenant', known.value.tenantId))
      : broken(known.error, ...seen);
  },
};
