// @ts-check
/**
 * `npm run torture`: kills the whole application 200 times instead of the 20 of `npm test`.
 * `TORTURE_ROUNDS` names another number, `TORTURE_SEED` other moments. It goes in runs of 50, each
 * with a project and a seed of its own, so that none of them meets the time limit of a suite.
 */
import { join } from 'node:path';
import { runMain } from './setup/progress.mjs';
import { ROOT } from './setup/root.mjs';
import { runCommand } from './setup/run-command.mjs';

const ROUNDS_A_RUN = 50;
const test = [join(ROOT, 'scripts', 'test.mjs'), '--only=e2e', 'torture'];

await runMain(async () => {
  const rounds = Number(process.env['TORTURE_ROUNDS'] ?? '200');
  const seed = Number(process.env['TORTURE_SEED'] ?? '20220121');
  for (let done = 0; done < rounds; done += ROUNDS_A_RUN) {
    const now = Math.min(ROUNDS_A_RUN, rounds - done);
    process.stdout.write(`\nverbale: kills ${done + 1} to ${done + now} of ${rounds}\n`);
    const env = {
      ...process.env,
      TORTURE_ROUNDS: String(now),
      TORTURE_SEED: String(seed + done / ROUNDS_A_RUN),
    };
    const options = { cwd: ROOT, env, output: /** @type {const} */ ('inherit'), ownGroup: false };
    const result = await runCommand(process.execPath, test, options);
    if (result.code !== 0) return result.code;
  }
  return 0;
});
