/**
 * Measures the search over 100,000 generated articles of 300 words, beside `grep -r` over the same
 * texts in the same run. `npm run bench:search`; BENCH_ARTICLES makes fewer, BENCH_FOLDER says
 * where. Exits 1 where first results are later than a keystroke's repeat or the process that asks
 * is held up, by more than a process that does nothing is here.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const folder = await mkdtemp(path.join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'verbale-bench-'));
const wasm = 'node-sqlite3-wasm.wasm';

/** @param {string} source @param {string} name */
async function bundle(source, name) {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { __dirname: 'import.meta.dirname' },
    build: {
      ssr: source,
      outDir: path.join(folder, 'program'),
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name } },
    },
    ssr: { noExternal: true },
  });
}

try {
  await bundle(path.join(import.meta.dirname, 'searching.ts'), 'searching.mjs');
  await bundle(path.join(root, 'src/main/search/worker.ts'), 'worker.mjs');
  const program = path.join(folder, 'program');
  await copyFile(
    path.join(root, 'node_modules/node-sqlite3-wasm/dist', wasm),
    `${program}/${wasm}`,
  );
  const ran = spawnSync(process.execPath, [`${program}/searching.mjs`, folder], {
    stdio: 'inherit',
  });
  process.exitCode = ran.status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
