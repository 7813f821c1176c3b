import { LENGTHEN_SOURCE } from './short-text.ts';

/** Names of the two functions by which the page script and this host reach each other. */
export const REQUEST_BINDING = '__s2sConsoleRequest';
export const PUSH_FUNCTION = '__s2sConsolePush';

/**
 * The script that runs before the page's own: the real built preload, with a stand-in for the two Electron objects that
 * it uses. Runs only in the main frame of our origin. There is no isolated world here, which is why this host is the
 * weaker one (docs/THREAT-MODEL.md).
 */
export const pageScript = (preloadSource: string, origin: string): string => `(() => {
  if (window.top !== window || location.origin !== ${JSON.stringify(origin)}) return;
  const request = window[${JSON.stringify(REQUEST_BINDING)}];
  const listeners = new Set();
  const lengthen = ${LENGTHEN_SOURCE};
  let delivered = Promise.resolve();
  // What was pushed first arrives first, however long each takes to inflate.
  Object.defineProperty(window, ${JSON.stringify(PUSH_FUNCTION)}, {
    value: (short) => {
      const text = lengthen(short);
      delivered = delivered.then(() => text).then((pushed) => {
        for (const listener of listeners) listener(undefined, pushed);
      });
    },
  });
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) =>
        Object.defineProperty(window, name, { value: Object.freeze({ ...api }), enumerable: true }),
    },
    ipcRenderer: {
      invoke: async (_channel, text) => lengthen(await request(text)),
      on: (_channel, listener) => { listeners.add(listener); },
      removeListener: (_channel, listener) => { listeners.delete(listener); },
    },
  };
  const require = (name) => {
    if (name !== 'electron') throw new Error('The preload may only use electron.');
    return electron;
  };
  const module = { exports: {} };
  ((require, module, exports) => {
${preloadSource}
  })(require, module, module.exports);
})();`;
