import type { Door } from '../../preload/contract/words/wire.ts';

declare global {
  interface Window {
    /** Put there by the preload script before the page's own script runs; absent when the page is opened elsewhere. */
    readonly s2sConsole?: Door;
  }
}

/** The door that the preload script put into the page; null when there is none. */
export const findDoor = (): Door | null => window.s2sConsole ?? null;
