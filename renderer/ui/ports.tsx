import { createContext, useContext } from 'react';
import type { RemedyAction } from '../../preload/contract/words/texts/en.ts';

/** What the kit needs from outside the page; the shell provides it over the bridge. */
export type UiPorts = {
  readonly copyText: (text: string) => Promise<boolean>;
  /** Resolves to true when a file was written, false when the person closed the dialog or cancelled. The text may be of any length. */
  readonly saveText: (
    suggestedName: string,
    text: AsyncIterable<string>,
    signal: AbortSignal,
  ) => Promise<boolean>;
  readonly openLink: (url: string) => void;
  /** Keeps the window out of screenshots until the returned function is called, where the window can. */
  readonly protectContent: () => () => void;
  /** Does a remedy that works on every page, e.g. signing in; true when what failed is worth another try now. */
  readonly doRemedy: (action: RemedyAction) => Promise<boolean>;
};

const UiPortsContext = createContext<UiPorts | null>(null);

export const UiPortsProvider = UiPortsContext.Provider;

/** The ports of this page. Throws outside a UiPortsProvider, which is a bug. */
export const useUiPorts = (): UiPorts => {
  const ports = useContext(UiPortsContext);
  if (ports === null) throw new Error('useUiPorts needs a UiPortsProvider above it');
  return ports;
};
