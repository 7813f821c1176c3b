import { createContext, useContext } from 'react';
import type { Bridge } from './bridge.ts';
import type { StreamRunner } from './stream-runner.ts';

/** What every hook of this folder works with: the bridge and the page-wide runner of streams. */
export type BridgeTools = { readonly bridge: Bridge; readonly streams: StreamRunner };

const BridgeContext = createContext<BridgeTools | null>(null);

export const BridgeProvider = BridgeContext.Provider;

/** The bridge of this page. Throws outside a BridgeProvider, which is a bug. */
export const useBridge = (): BridgeTools => {
  const tools = useContext(BridgeContext);
  if (tools === null) throw new Error('useBridge needs a BridgeProvider above it');
  return tools;
};
