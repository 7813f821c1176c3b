import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = (path: string): string => resolve(import.meta.dirname, '..', path);

/** The npm package of the command line: two programs, everything bundled but what npm installs. */
export default defineConfig({
  root: here('.'),
  ssr: { noExternal: true, external: ['keytar', 'open'] },
  build: {
    ssr: true,
    outDir: here('dist/cli'),
    target: 'node22',
    minify: false,
    rollupOptions: {
      input: {
        's2s-console': here('cli/packed.ts'),
        'certificate-worker': here('main/vault/certificate-worker.ts'),
      },
      external: ['keytar', 'open'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
