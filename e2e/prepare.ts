import { prepareClone, preparedMark } from '../scripts/setup/prepare.mjs';
import { ROOT } from '../scripts/setup/root.mjs';
import { openDisplays } from './displays.ts';

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Once, before the first test: packages, Electron, bundles and displays are there. Under `npm test`
 * all of it is, and nothing happens.
 * @returns what closes the displays
 */
// oxlint-disable-next-line no-default-export -- Playwright asks for it.
export default async function prepare(): Promise<() => Promise<void>> {
  await prepareClone(ROOT, { electron: true, build: true }, say);
  const close = await openDisplays(say);
  // For the command line and the apps that tests start: nothing is built under their feet.
  Object.assign(process.env, preparedMark(ROOT));
  delete process.env['ELECTRON_RUN_AS_NODE'];
  return close;
}
