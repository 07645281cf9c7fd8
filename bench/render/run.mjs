// @ts-check
/**
 * Measures the product's reader beside its peers, in real Electron, and holds it against the targets
 * of docs/performance.md. `npm run bench:render`, `-- --quick` for a look in three minutes, or
 * with `--cells=M1k,L10k --techniques=empty,plain,verbale --repetitions=3`. Exits 1 where a target
 * is missed.
 */
import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { buildPage, buildPreload, buildProgram } from './build.mjs';
import { installPeers } from './install-peers.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const folder = path.join(ROOT, '.cache/bench-render');

await mkdir(folder, { recursive: true });
installPeers();
await buildPage(path.join(folder, 'pages'));
await buildProgram('driver/main.ts', folder, 'driver.mjs');
await buildPreload(folder);
const program = await buildProgram('program.ts', folder, 'program.mjs');
const peers = path.join(import.meta.dirname, 'peers');
const args = [program, folder, peers, ...process.argv.slice(2)];
const ran = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
process.exitCode = ran.status ?? 1;
