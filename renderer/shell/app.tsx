import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { BridgeProvider, useCall } from '../bridge/index.ts';
import { StyleNonce, ThemeProvider } from '../theme/index.ts';
import { ToastsProvider } from '../ui/index.ts';
import type { PageTools } from './page-tools.ts';
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

/** The whole page, over the tools of one door. */
export const App = ({ tools }: { readonly tools: PageTools }): ReactElement => (
  <StyleNonce>
    <QueryClientProvider client={tools.client}>
      <BridgeProvider value={tools.bridge}>
        <ThemedPage />
      </BridgeProvider>
    </QueryClientProvider>
  </StyleNonce>
);
