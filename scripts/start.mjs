// @ts-check
/**
 * `npm start [-- --shot=FILE.png] [-- arguments for the app]`: from a fresh clone to an open window.
 * The exit code is the app's.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { lacksDisplay, openDisplay } from './setup/display.mjs';
import { findElectron } from './setup/electron-runtime.mjs';
import { childEnvironment } from './setup/environment.mjs';
import { prepareClone } from './setup/prepare.mjs';
import { runMain, SetupError, speaker } from './setup/progress.mjs';
import { ROOT, userFolder } from './setup/root.mjs';
import { runCommand } from './setup/run-command.mjs';
import { requireSandbox } from './setup/sandbox.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';
import { parseStartArguments } from './start-arguments.mjs';

const SHOT_LIMIT_MS = 60_000;
const say = speaker(process.stdout);

await runMain(async () => {
  const { shot, appArguments } = parseStartArguments(process.argv.slice(2), userFolder());
  await prepareClone(ROOT, { electron: true, build: true }, say);
  const runtime = findElectron(ROOT);
  if (runtime === undefined)
    throw new SetupError('Electron is not there; run: node scripts/setup.mjs');
  await ensureSystemPackages(runtime.executable, lacksDisplay(), say);
  requireSandbox(runtime.executable);
  const display = await openDisplay(say);
  try {
    return await open(runtime, display, appArguments, shot);
  } finally {
    await display.close();
  }
});

/**
 * @param {import('./setup/electron-runtime.mjs').Runtime} runtime
 * @param {import('./setup/display.mjs').Display} display
 * @param {readonly string[]} appArguments
 * @param {string | undefined} shot
 * @returns {Promise<number>} the app's exit code
 * @throws {SetupError} when a picture was asked for and there is none
 */
async function open(runtime, display, appArguments, shot) {
  if (shot !== undefined) makeRoomFor(shot);
  say(
    runtime.kind === 'fallback'
      ? 'opening Verbale (fallback runtime, for development only)'
      : 'opening Verbale',
  );
  const switches = [...sandboxSwitches(), ...quietSwitches(display)];
  const result = await runCommand(runtime.executable, [...switches, ROOT, ...appArguments], {
    cwd: userFolder(),
    env: childEnvironment(runtime.env, display.env, {
      VERBALE_STARTED_AT: process.env['VERBALE_STARTED_AT'] ?? String(performance.timeOrigin),
    }),
    output: 'inherit',
    ...(shot === undefined ? {} : { limitMs: SHOT_LIMIT_MS }),
  });
  if (shot !== undefined) requirePicture(shot, result);
  return result.code;
}

/**
 * @returns {string[]}
 */
function sandboxSwitches() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  say("running as root: Chromium's sandbox is off (--no-sandbox)");
  return ['--no-sandbox'];
}

/**
 * A machine without a screen has no desktop either, and Chromium logs each service that it misses.
 * @param {import('./setup/display.mjs').Display} display
 * @returns {string[]} what leaves only fatal errors; the app's own messages are not Chromium's
 */
function quietSwitches(display) {
  return display.isPrivate ? ['--log-level=3'] : [];
}

/**
 * Removes an old picture, so that a file that is there afterwards is the new one.
 * @param {string} file
 */
function makeRoomFor(file) {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new SetupError(`${file} is a folder`, 2);
  rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
}

/**
 * @param {string} file
 * @param {import('./setup/run-command.mjs').RunResult} result
 */
function requirePicture(file, result) {
  if (result.timedOut)
    throw new SetupError(
      `no complete window after ${SHOT_LIMIT_MS / 1000} s; ${file} was not written`,
    );
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (result.code === 0 && size === 0)
    throw new SetupError(`the app ended without writing ${file}`);
  if (size > 0) say(`saved ${file}`);
}
