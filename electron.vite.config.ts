import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = (path: string): string => resolve(import.meta.dirname, path);

// What is never bundled: the two runtime modules, and what only the Chromium host (run from source) uses. `open` has a
// `__dirname` of its own, beside which electron-vite's would be declared a second time.
const external = ['electron', 'keytar', 'open', /^playwright(-core)?(\/|$)/];

// Nothing of ours runs at import but the page's entry, so what a screen does not use is left to the screens that do.
const OURS = [here('renderer'), here('preload')];
const runsAtImport = (id: string): boolean =>
  id.endsWith('.css') || id === here('renderer/main.tsx') || !OURS.some((folder) => id.startsWith(folder));

// Each file costs a round trip before the first screen, so what every start needs stands in two files of like size, which are
// compiled side by side: React's renderer, by far the largest library, with the page's own code, and all the others.
const isOtherLibrary = (id: string): boolean => /[\\/]node_modules[\\/](?!react-dom[\\/])/.test(id);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      sourcemap: false,
      minify: true,
      rollupOptions: {
        external,
        input: {
          electron: here('main/hosts/electron/index.ts'),
          chromium: here('main/hosts/chromium/index.ts'),
          'demo-cloud': here('emulator/worker.ts'),
          'certificate-worker': here('main/vault/certificate-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { index: here('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: here('out/renderer'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      // Kilobytes; the libraries of the start are meant to stand in one file, and so is the editor of Query lab.
      chunkSizeWarningLimit: 640,
      minify: true,
      rollupOptions: {
        input: here('renderer/index.html'),
        treeshake: { moduleSideEffects: runsAtImport },
        output: {
          codeSplitting: {
            groups: [
              { name: 'start-libraries', tags: ['$initial'], test: isOtherLibrary, priority: 2 },
              { name: 'start', tags: ['$initial'], priority: 1 },
            ],
          },
        },
      },
    },
  },
});
