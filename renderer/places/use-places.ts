import { useMatch, useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Place, PlaceParams } from './place.ts';
import { addressOf } from './place.ts';

/** Goes to a place; `replace` leaves no step in the history. */
export const useGo = (): ((place: Place, how?: { readonly replace?: boolean }) => void) => {
  const { history } = useRouter();
  return useCallback(
    (place, how) => {
      const address = addressOf(place);
      if (how?.replace === true) history.replace(address);
      else history.push(address);
    },
    [history],
  );
};

/** The path of the page that is shown, e.g. `/settings`. */
export const usePath = (): string => useRouterState({ select: (state) => state.location.pathname });

/**
 * The params of the place that this screen stands for, and how to change some of them (null removes one). They are
 * those of the screen's own address: a screen that is being left neither sees nor changes the next one's.
 */
export const usePlaceParams = (): readonly [
  PlaceParams,
  (change: Readonly<Record<string, string | null>>, how?: { readonly replace?: boolean }) => void,
] => {
  const { history } = useRouter();
  const own = useMatch({ strict: false });
  const { pathname } = own;
  const params = useMemo(
    () => Object.fromEntries(Object.entries(own.search).map(([name, value]) => [name, String(value)])),
    [own.search],
  );
  const change = useCallback(
    (changes: Readonly<Record<string, string | null>>, how?: { readonly replace?: boolean }) => {
      if (history.location.pathname !== pathname) return;
      const next = new URLSearchParams(history.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      const text = next.toString();
      const address = history.location.pathname + (text === '' ? '' : `?${text}`);
      if (how?.replace === true) history.replace(address);
      else history.push(address);
    },
    [history, pathname],
  );
  return [params, change];
};
