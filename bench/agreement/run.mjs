/**
 * Measures what each measure of agreement costs and how it grows with the data, as a ratio to reading
 * the same data once. `npm run bench:agreement`; with `--quick` on a tenth of the data. Exits 1 where
 * a measure grows faster than it may.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const folder = await mkdtemp(path.join(tmpdir(), 'verbale-bench-'));
try {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(import.meta.dirname, 'measuring.ts'),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'measuring.mjs' } },
    },
    ssr: { noExternal: true },
  });
  const ran = spawnSync(
    process.execPath,
    [path.join(folder, 'measuring.mjs'), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  process.exitCode = ran.status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
