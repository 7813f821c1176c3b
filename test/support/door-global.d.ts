import type { Door } from '../../preload/contract/words/wire.ts';

declare global {
  interface Window {
    readonly s2sConsole: Door;
  }
}
