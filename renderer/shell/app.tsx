import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Door } from '../../preload/contract/words/wire.ts';
import {
  BridgeProvider,
  createBridge,
  createQueryClient,
  createStreamRunner,
  useCall,
} from '../bridge/index.ts';
import { StyleNonce, ThemeProvider } from '../theme/index.ts';
import { ToastsProvider } from '../ui/index.ts';
import { createPageRouter } from './router.tsx';

const ThemedPage = (): ReactElement => {
  const { data } = useCall('settings.get', {});
  const [router] = useState(createPageRouter);
  return (
    <ThemeProvider setting={data?.theme ?? 'system'}>
      <ToastsProvider>
        <RouterProvider router={router} />
      </ToastsProvider>
    </ThemeProvider>
  );
};

/** The whole page over one door. */
export const App = (props: { readonly door: Door }): ReactElement => {
  const [tools] = useState(() => {
    const bridge = createBridge(props.door);
    const client = createQueryClient();
    return { client, bridge: { bridge, streams: createStreamRunner(bridge, client) } };
  });
  return (
    <StyleNonce>
      <QueryClientProvider client={tools.client}>
        <BridgeProvider value={tools.bridge}>
          <ThemedPage />
        </BridgeProvider>
      </QueryClientProvider>
    </StyleNonce>
  );
};
