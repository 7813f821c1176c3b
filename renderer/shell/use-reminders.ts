import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ExpiryReminder } from '../../preload/contract/expiry.ts';
import { readAgain, useBridge, useKept } from '../bridge/index.ts';
import { useGo } from '../places/index.ts';

/** A reminder that the window shows because the desktop could not; null when there is none. */
export const useReminder = (): readonly [
  ExpiryReminder | null,
  (reminder: ExpiryReminder | null) => void,
] => {
  const [shown, change] = useKept<ExpiryReminder | null>(['all', 'reminder'], null);
  return [shown, (reminder) => change(() => reminder)];
};

/** Hears of reminders as long as the page is open: brings counts up to date, and opens the page when the desktop's note is clicked. */
export const useReminders = (): void => {
  const { bridge } = useBridge();
  const client = useQueryClient();
  const go = useGo();
  const [, change] = useKept<ExpiryReminder | null>(['all', 'reminder'], null);
  useEffect(() => {
    const end = new AbortController();
    const onEvent: Parameters<typeof bridge.stream<'expiry.reminders'>>[2]['onEvent'] = (event) => {
      if (event.kind === 'open') return go({ page: 'expiry', params: { window: 'attention' } });
      void readAgain(client, ['expiry.summary']);
      if (event.shownBy === 'window') change(() => event.reminder);
    };
    void bridge.stream('expiry.reminders', {}, { onEvent }, end.signal);
    return () => end.abort();
  }, [bridge, change, client, go]);
};
