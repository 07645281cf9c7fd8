// @ts-check
/**
 * `npm run torture`: kills the whole application 200 times instead of the 20 of `npm test`.
 * `TORTURE_ROUNDS` names another number, `TORTURE_SEED` other moments.
 */
import { join } from 'node:path';
import { runMain } from './setup/progress.mjs';
import { ROOT } from './setup/root.mjs';
import { runCommand } from './setup/run-command.mjs';

await runMain(async () => {
  const rounds = process.env['TORTURE_ROUNDS'] ?? '200';
  const test = [join(ROOT, 'scripts', 'test.mjs'), '--only=e2e', 'torture'];
  const result = await runCommand(process.execPath, test, {
    cwd: ROOT,
    env: { ...process.env, TORTURE_ROUNDS: rounds },
    output: 'inherit',
    ownGroup: false,
  });
  return result.code;
});
