import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Settings } from '../../preload/contract/settings.ts';
import { callKey, useBridge, useCall } from '../bridge/index.ts';
import { useToasts } from '../ui/index.ts';

/** The person's settings (undefined until read) and how to change some of them; a change shows at once. */
export const useSettings = (): {
  readonly settings: Settings | undefined;
  readonly change: (change: Partial<Settings>) => void;
} => {
  const { bridge } = useBridge();
  const client = useQueryClient();
  const toasts = useToasts();
  const { data } = useCall('settings.get', {});
  const change = useCallback(
    (wanted: Partial<Settings>) => {
      const key = callKey('settings.get', {});
      const before = client.getQueryData<Settings>(key);
      client.setQueryData<Settings>(key, (current) =>
        current === undefined ? undefined : { ...current, ...wanted },
      );
      void bridge.call('settings.update', wanted).then((result) => {
        client.setQueryData<Settings>(key, result.ok ? result.value : before);
        if (!result.ok) toasts.failure(result.error);
      });
    },
    [bridge, client, toasts],
  );
  return { settings: data, change };
};
