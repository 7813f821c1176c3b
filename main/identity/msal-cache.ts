import type { ICachePlugin } from '@azure/msal-node';

/** The cache of one MSAL application: its text, and the plugin through which MSAL reads and writes it. */
export type MsalCache = {
  readonly text: () => string;
  readonly plugin: ICachePlugin;
};

// Access tokens are short-lived and kept in memory by us: on disk they would only be one more thing to steal.
const withoutAccessTokens = (serialized: string): string => {
  const cache: unknown = JSON.parse(serialized);
  return JSON.stringify({ ...(typeof cache === 'object' ? cache : {}), AccessToken: {} });
};

/**
 * An ICachePlugin over a text in memory, because each operation has its own MSAL application; `changed` is called after MSAL
 * wrote to it. It holds accounts and refresh tokens, never access tokens.
 */
export const createMsalCache = (initial: string, changed: () => void): MsalCache => {
  let text = initial;
  return {
    text: () => text,
    plugin: {
      beforeCacheAccess: async (context) => context.tokenCache.deserialize(text),
      afterCacheAccess: async (context) => {
        if (!context.cacheHasChanged) return;
        text = withoutAccessTokens(context.tokenCache.serialize());
        changed();
      },
    },
  };
};
