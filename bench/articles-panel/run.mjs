// @ts-check
/**
 * Measures the articles panel with 100,000 articles in real Electron: frames over 32 ms while it is
 * scrolled, beside a virtual list with nothing in its rows as the limit; and what filtering, sorting
 * and a single change cost. `npm run bench:articles`, or with the number of articles:
 * `npm run bench:articles -- 20000`. Exits 1 where a target is missed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const HERE = import.meta.dirname;
const folder = await mkdtemp(path.join(tmpdir(), 'verbale-articles-'));
try {
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.join(HERE, 'page'),
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: path.join(folder, 'page'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5000,
    },
  });
  /** @type {string} */
  const electron = createRequire(import.meta.url)('electron');
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = [path.join(HERE, 'driver.mjs'), path.join(folder, 'page/index.html')];
  const flags = [...root, `--user-data-dir=${path.join(folder, 'profile')}`, '--log-level=3'];
  const ran = spawnSync(electron, [...flags, ...program, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = ran.status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
