import { LENGTHEN_SOURCE } from './short-text.ts';

/** The function by which a page sends `<id> <text>` to this host; the browser puts it into every frame. */
export const REQUEST_BINDING = '__s2sConsoleRequest';
/** The object in the page by which this host reaches it: `deliver(id, short)` answers a request, `push(short)` brings a message. */
export const PAGE_ENTRY = '__s2sConsolePage';

/**
 * The script that runs before the page's own: the real built preload, with a stand-in for the two Electron objects that
 * it uses. Runs only in the main frame of our origin. There is no isolated world here, which is why this host is the
 * weaker one (docs/THREAT-MODEL.md).
 */
export const pageScript = (preloadSource: string, origin: string): string => `(() => {
  if (window.top !== window || location.origin !== ${JSON.stringify(origin)}) return;
  const send = window[${JSON.stringify(REQUEST_BINDING)}];
  const listeners = new Set();
  const waiting = new Map();
  const lengthen = ${LENGTHEN_SOURCE};
  let asked = 0;
  let delivered = Promise.resolve();
  const request = (text) => new Promise((resolve) => {
    asked += 1;
    waiting.set(asked, resolve);
    send(asked + ' ' + text);
  });
  Object.defineProperty(window, ${JSON.stringify(PAGE_ENTRY)}, {
    value: Object.freeze({
      request,
      deliver: (id, short) => {
        const resolve = waiting.get(id);
        waiting.delete(id);
        resolve?.(lengthen(short));
      },
      // What was pushed first arrives first, however long each takes to inflate.
      push: (short) => {
        const text = lengthen(short);
        delivered = delivered.then(() => text).then((pushed) => {
          for (const listener of listeners) listener(undefined, pushed);
        });
      },
    }),
  });
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) =>
        Object.defineProperty(window, name, { value: Object.freeze({ ...api }), enumerable: true }),
    },
    ipcRenderer: {
      invoke: (_channel, text) => request(text),
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
