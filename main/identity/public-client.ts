import type { ICachePlugin, PublicClientApplication } from '@azure/msal-node';
import type { Authority } from './authority.ts';
import type { Exchange } from './msal-network.ts';

/** MSAL for people: over our own network, with our own cache, asking nobody about the authority. Loaded at the first use. */
export const publicClient = async (
  clientId: string,
  authority: Authority,
  cachePlugin: ICachePlugin,
  exchange: Exchange,
): Promise<PublicClientApplication> => {
  const { PublicClientApplication } = await import('@azure/msal-node');
  return new PublicClientApplication({
    auth: {
      clientId,
      authority: authority.url,
      knownAuthorities: authority.knownAuthorities,
      // Resources send claims challenges only to clients that say that they understand them (Microsoft Learn: claims-challenge).
      clientCapabilities: ['cp1'],
    },
    cache: { cachePlugin },
    system: { networkClient: exchange.network, disableInternalRetries: true },
  });
};
