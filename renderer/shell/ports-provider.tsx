import type { ReactElement, ReactNode } from 'react';
import { useMemo } from 'react';
import { useBridge, useWorkspaceOrNone } from '../bridge/index.ts';
import { useGo } from '../places/index.ts';
import { useAccount } from '../session/index.ts';
import type { UiPorts } from '../ui/index.ts';
import { UiPortsProvider, useToasts } from '../ui/index.ts';
import { saveInPieces } from './save-in-pieces.ts';

/** Gives the kit its ways out: clipboard, files, links, and the remedies that work on every page. */
export const PortsProvider = (props: { readonly children: ReactNode }): ReactElement => {
  const { bridge } = useBridge();
  const toasts = useToasts();
  const go = useGo();
  const workspaceId = useWorkspaceOrNone()?.id ?? null;
  const { signIn } = useAccount();

  const ports = useMemo(
    (): UiPorts => ({
      copyText: async (text) => {
        const result = await bridge.call('app.copyText', { text });
        if (!result.ok) toasts.failure(result.error);
        return result.ok;
      },
      saveText: async (suggestedName, text, signal) => {
        const result = await saveInPieces(bridge.call, suggestedName, text, signal);
        if (result.ok) return result.value.saved;
        // Nothing of it is held any longer.
        void bridge.call('app.holdText', { textId: null, piece: '' });
        if (!signal.aborted) toasts.failure(result.error);
        return false;
      },
      openLink: (url) => {
        void bridge.call('app.openExternal', { url }).then((result) => {
          if (!result.ok) toasts.failure(result.error);
        });
      },
      protectContent: () => {
        const typing = new AbortController();
        void bridge.stream('app.protectContent', {}, { onEvent: () => undefined }, typing.signal);
        return () => typing.abort();
      },
      doRemedy: async (action) => {
        if (action.id === 'open-settings') {
          go({ page: 'settings' });
          return false;
        }
        if (workspaceId === null) return false;
        switch (action.id) {
          case 'sign-in':
            return signIn();
          case 'sign-in-other':
            return signIn({ kind: 'account' });
          case 'allow-graph':
            return signIn({ kind: 'graph', permission: action.permission });
          case 'edit-workspace':
            go({ page: 'workspace', workspaceId });
            return false;
          case 'show-users':
            go({ page: 'application-users', workspaceId });
            return false;
          case 'open-link':
          case 'copy':
          case 'retry':
          case 'add-credential':
          case 'create-user':
          case 'enable-user':
          case 'add-role':
            return false;
        }
      },
    }),
    [bridge, go, signIn, toasts, workspaceId],
  );
  return <UiPortsProvider value={ports}>{props.children}</UiPortsProvider>;
};
