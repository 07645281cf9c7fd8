/**
 * Measures what one saved annotation costs in projects of 1, 10 and 100 MB, beside lowdb's own
 * JSONFile with the same data, in the same run. `npm run bench:store`, or with sizes in MB:
 * `npm run bench:store -- 1 10`. Exits 1 where the cost is not small or grows with the project.
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
      ssr: path.join(import.meta.dirname, 'saving.ts'),
      outDir: path.join(folder, 'program'),
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'saving.mjs' } },
    },
    ssr: { noExternal: true },
  });
  const program = path.join(folder, 'program/saving.mjs');
  const sizes = process.argv.slice(2);
  const ran = spawnSync(process.execPath, [program, folder, ...sizes], { stdio: 'inherit' });
  process.exitCode = ran.status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
