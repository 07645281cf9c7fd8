import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

/**
 * Builds a program of this folder and runs it with the arguments of this process, as a process of its
 * own whose exit code becomes ours.
 * @param {string} name of the program, without `.ts`
 * @param {readonly string[]} [nodeArguments]
 */
export async function runBuilt(name, nodeArguments = []) {
  const folder = await mkdtemp(path.join(tmpdir(), 'verbale-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: path.join(import.meta.dirname, `${name}.ts`),
        outDir: folder,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
      },
      ssr: { noExternal: true },
    });
    const program = [...nodeArguments, path.join(folder, `${name}.mjs`), ...process.argv.slice(2)];
    process.exitCode = spawnSync(process.execPath, program, { stdio: 'inherit' }).status ?? 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
