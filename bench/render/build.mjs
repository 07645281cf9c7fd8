// @ts-check
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const HERE = import.meta.dirname;
const peer = (/** @type {string} */ file) => path.join(HERE, 'peers/node_modules', file);

/** Builds the page that shows every technique. @param {string} outDir */
export async function buildPage(outDir) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.join(HERE, 'page'),
    base: './',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        // Vue's module build does not fit the CommonJS build of v-annotator.
        { find: /^vue$/, replacement: peer('vue/dist/vue.runtime.common.prod.js') },
      ],
    },
    build: {
      target: 'chrome130',
      outDir,
      emptyOutDir: true,
      minify: 'oxc',
      // Brat's style sheet is not valid.
      cssMinify: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5000,
    },
  });
}

/**
 * Bundles a program for Node or Electron from its TypeScript.
 * @param {string} source @param {string} outDir @param {string} name
 * @returns {Promise<string>} the file to run
 */
export async function buildProgram(source, outDir, name) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(HERE, source),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { external: ['electron'], output: { entryFileNames: name } },
    },
    ssr: { noExternal: true },
  });
  return path.join(outDir, name);
}

/** Bundles the app's preload script. @param {string} outDir */
export async function buildPreload(outDir) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      lib: {
        entry: path.join(HERE, '../../src/preload/index.ts'),
        formats: ['cjs'],
        fileName: () => 'preload.cjs',
      },
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { external: ['electron'] },
    },
  });
}
