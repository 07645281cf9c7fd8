#!/usr/bin/env node
// @ts-check
/**
 * The `verbale` command: gets packages and bundles ready when they are not, then runs the built command
 * line. Set-up talks on stderr only: stdout belongs to the command's data. Electron is not needed.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareClone } from './setup/prepare.mjs';
import { runMain, speaker } from './setup/progress.mjs';
import { ROOT } from './setup/root.mjs';

await runMain(async () => {
  await prepareClone(ROOT, { electron: false, build: true }, speaker(process.stderr));
  /** @type {{ run(argv: string[]): Promise<number> }} */
  const cli = await import(pathToFileURL(join(ROOT, 'out', 'main', 'cli.js')).href);
  return cli.run(process.argv.slice(2));
});
