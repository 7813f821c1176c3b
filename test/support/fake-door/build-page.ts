import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { PluginOption } from 'vite';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** Puts the fake door's script before the page's own. */
const withFakeDoor: PluginOption = {
  name: 'fake-door',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace(
        '<script type="module" src="./main.tsx">',
        '<script type="module" src="../test/support/fake-door/install.ts"></script><script type="module" src="./main.tsx">',
      ),
  },
};

/** Builds the renderer with the fake door in it into a folder. Never part of what is shipped. */
export const buildFakePage = async (outDir: string): Promise<void> => {
  await build({
    configFile: false,
    root: join(root, 'renderer'),
    base: './',
    logLevel: 'error',
    plugins: [react(), withFakeDoor],
    // Warns like a page that is being developed, but lays out like one that is shipped: for `test`, Fluent measures at other times.
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(root, 'renderer', 'index.html') },
    },
  });
};
