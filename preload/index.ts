/**
 * The door between the page and main: two functions that move JSON text over one channel. It knows no method and no
 * schema; main decodes everything. Runs sandboxed in Electron, and unchanged in the Chromium host.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { CHANNEL, MAX_REQUEST_BYTES } from './contract/words/wire.ts';
import type { Door } from './contract/words/wire.ts';

const door: Door = {
  request: async (text) => {
    if (typeof text !== 'string' || text.length > MAX_REQUEST_BYTES) {
      throw new TypeError('A request is a JSON text of limited length.');
    }
    return String(await ipcRenderer.invoke(CHANNEL, text));
  },
  subscribe: (listener) => {
    const receive = (_event: unknown, text: unknown): void => listener(String(text));
    ipcRenderer.on(CHANNEL, receive);
    return () => {
      ipcRenderer.removeListener(CHANNEL, receive);
    };
  },
};

contextBridge.exposeInMainWorld('s2sConsole', door);
