/** What a report on agreement costs. `node bench/agreement/report.mjs [--quick]`. */
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
      ssr: path.join(import.meta.dirname, 'reporting.ts'),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'reporting.mjs' } },
    },
    ssr: { noExternal: true },
  });
  const file = path.join(folder, 'reporting.mjs');
  const node = ['--max-old-space-size=2048', file, ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, node, { stdio: 'inherit' }).status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
