// @ts-check
/**
 * `node scripts/with-display.mjs COMMAND [ARGUMENTS]`: runs a command that opens windows, on a private
 * display where there is none. The exit code is the command's.
 */

import { openDisplay } from './setup/display.mjs';
import { childEnvironment } from './setup/environment.mjs';
import { runMain, SetupError, speaker } from './setup/progress.mjs';
import { runCommand } from './setup/run-command.mjs';

// stdout belongs to the command.
const say = speaker(process.stderr);

await runMain(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined)
    throw new SetupError('usage: node scripts/with-display.mjs COMMAND [ARGUMENTS]', 2);
  const display = await openDisplay(say);
  try {
    const result = await runCommand(command, args, {
      env: childEnvironment(display.env),
      output: 'inherit',
      ownGroup: false,
    });
    return result.code;
  } finally {
    await display.close();
  }
});
