import { openDisplay } from '../scripts/setup/display.mjs';
import { prepareClone, preparedMark } from '../scripts/setup/prepare.mjs';
import { ROOT } from '../scripts/setup/root.mjs';

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Once, before the first test: packages, Electron, bundles and a display are there. Under `npm test`
 * all of it is, and nothing happens.
 * @returns what closes the display
 */
// oxlint-disable-next-line no-default-export -- Playwright asks for it.
export default async function prepare(): Promise<() => Promise<void>> {
  await prepareClone(ROOT, { electron: true, build: true }, say);
  const display = await openDisplay(say);
  // For the command line and the apps that tests start: nothing is built under their feet.
  Object.assign(process.env, display.env, preparedMark(ROOT));
  delete process.env['ELECTRON_RUN_AS_NODE'];
  return display.close;
}
