import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

// The oldest runtime that the app must run in: Electron 33 (Node 20.18, Chromium 130). Set by hand,
// because electron-vite would derive newer ones from the electron package that is declared.
const NODE_TARGET = 'node20.18';
const PAGE_TARGET = 'chrome130';

/** SQLite's WebAssembly, which its own loader looks for beside the code. */
const sqliteWasm = {
  name: 'sqlite-wasm',
  generateBundle(this: { emitFile: (file: object) => void }): void {
    const fileName = 'node-sqlite3-wasm.wasm';
    const source = readFileSync(at(`node_modules/node-sqlite3-wasm/dist/${fileName}`));
    this.emitFile({ type: 'asset', fileName, source });
  },
};

export default defineConfig({
  main: {
    plugins: [sqliteWasm],
    build: {
      target: NODE_TARGET,
      // Everything is bundled, so that no node_modules is shipped or searched at run time; lowdb is
      // ESM only and could not be required anyway. Electron itself always stays outside.
      externalizeDeps: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          cli: at('src/cli/index.ts'),
          'import-worker': at('src/main/importers/worker.ts'),
          'search-worker': at('src/main/search/worker.ts'),
          'agreement-worker': at('src/main/service/agreement-worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        // A sandboxed preload is loaded as CommonJS; in a package of type "module" only the name
        // `.cjs` says so.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    base: './',
    plugins: [react()],
    build: {
      target: PAGE_TARGET,
      outDir: at('out/renderer'),
      // Half the size to parse at start; the page's own code stays readable in the checkout.
      minify: 'oxc',
      // The content policy allows neither `data:` sources nor inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at('src/renderer/index.html') },
    },
  },
});
