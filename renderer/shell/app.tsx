import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { BridgeProvider, useCall } from '../bridge/index.ts';
import { StyleNonce, ThemeProvider } from '../theme/index.ts';
import { ToastsProvider } from '../ui/index.ts';
import type { PageTools } from './page-tools.ts';

const ThemedPage = ({ router }: Pick<PageTools, 'router'>): ReactElement => {
  const { data } = useCall('settings.get', {});
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
        <ThemedPage router={tools.router} />
      </BridgeProvider>
    </QueryClientProvider>
  </StyleNonce>
);
