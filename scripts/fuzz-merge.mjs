// @ts-check
/**
 * `npm run fuzz:merge`: 2,000 random topologies of copies, analysts and bundles instead of the few
 * of `npm test`. `MERGE_ROUNDS` names another number, `MERGE_SEED` the first one.
 */
import { join } from 'node:path';
import { runMain } from './setup/progress.mjs';
import { ROOT } from './setup/root.mjs';
import { runCommand } from './setup/run-command.mjs';

const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const TEST = 'src/main/service/bundle/merge-fuzz.test.ts';

await runMain(async () => {
  const env = { MERGE_ROUNDS: '2000', ...process.env };
  const options = { cwd: ROOT, env, output: /** @type {const} */ ('inherit'), ownGroup: false };
  const result = await runCommand(process.execPath, [VITEST, 'run', TEST], options);
  return result.code ?? 1;
});
