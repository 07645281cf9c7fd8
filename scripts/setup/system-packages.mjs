// @ts-check
/** Finds the system libraries that Electron lacks on Linux, and gets them where that is possible. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder } from './fallback-electron.mjs';
import { withLock } from './lock.mjs';
import { SetupError } from './progress.mjs';
import { runCommand } from './run-command.mjs';

const APT_LIMIT_MS = 10 * 60_000;
/** The Debian packages that bring every library an Electron binary is linked to. */
const PACKAGE_OF = /** @type {const} */ ([
  [/^lib(nss3|nssutil3|smime3|ssl3|nspr4|plc4|plds4)\./, 'libnss3'],
  [/^libasound\./, 'libasound2'],
  [/^lib(gbm|drm)\./, 'libgbm1'],
]);
const ALL_OTHERS = 'libgtk-3-0';
const DISPLAY_SERVER = 'Xvfb';
const DISPLAY_PACKAGE = 'xvfb';

/**
 * @param {string} report what `ldd` printed
 * @returns {string[]} the libraries it did not find
 */
export function missingLibraries(report) {
  const names = [...report.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

/**
 * @param {readonly string[]} libraries
 * @returns {string[]} the Debian packages that bring them
 */
export function packagesFor(libraries) {
  const names = libraries.map(
    (library) => PACKAGE_OF.find(([pattern]) => pattern.test(library))?.[1] ?? ALL_OTHERS,
  );
  return [...new Set(names)].sort();
}

/**
 * Makes sure that Electron can start, and that there is an Xvfb where one will be needed.
 * As root on Debian and its relatives it installs what is missing; else it says what to install.
 * @param {string} executable Electron's binary
 * @param {boolean} needsServer whether a private display will be started
 * @param {import('./progress.mjs').Say} say
 * @throws {SetupError} with the command to run, when something is missing and cannot be installed
 */
export async function ensureSystemPackages(executable, needsServer, say) {
  if (process.platform !== 'linux') return;
  const missing = await missingPackages(executable, needsServer);
  if (missing.length === 0) return;
  if (!isOnPath('apt-get')) {
    throw new SetupError(`system packages are missing; Debian calls them: ${missing.join(' ')}`);
  }
  if (process.getuid?.() !== 0) {
    const line = commandLine(await namesHere(missing));
    throw new SetupError(
      `system packages are missing. Install them, then try again:\n  sudo ${line}`,
    );
  }
  await withLock(join(cacheFolder(), 'apt.lock'), say, async () => {
    // Looked at again: another process may have installed them while this one waited.
    const wanted = await missingPackages(executable, needsServer);
    if (wanted.length > 0) await install(wanted, say);
  });
  const still = await missingPackages(executable, needsServer);
  if (still.length === 0) return;
  throw new SetupError(`still missing after the installation: ${still.join(' ')}`);
}

/**
 * @param {string} executable
 * @param {boolean} needsServer
 * @returns {Promise<string[]>}
 */
async function missingPackages(executable, needsServer) {
  const { output } = await runCommand('ldd', [executable], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  const server = needsServer && !isOnPath(DISPLAY_SERVER) ? [DISPLAY_PACKAGE] : [];
  return [...server, ...packagesFor(missingLibraries(output))];
}

/**
 * @param {readonly string[]} missing
 * @param {import('./progress.mjs').Say} say
 */
async function install(missing, say) {
  say('system packages are missing; as root, fetching the list of packages (apt-get update) …');
  await apt(['update']);
  const names = await namesHere(missing);
  say(`running: ${commandLine(names)}`);
  await apt(installArguments(names));
}

/** @param {readonly string[]} args */
async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = await runCommand('apt-get', args, { env, limitMs: APT_LIMIT_MS });
  if (result.code !== 0)
    throw new SetupError(`apt-get ${args.join(' ')} failed:\n${result.output.trim()}`);
}

/**
 * Since Debian 13 and Ubuntu 24.04 the packages of some libraries carry a suffix.
 * @param {readonly string[]} names
 * @returns {Promise<string[]>}
 */
function namesHere(names) {
  return Promise.all(
    names.map(async (name) => {
      const { code } = await runCommand('apt-cache', ['show', `${name}t64`]);
      return code === 0 ? `${name}t64` : name;
    }),
  );
}

/**
 * @param {readonly string[]} names
 * @returns {string[]}
 */
function installArguments(names) {
  return ['install', '-y', '--no-install-recommends', ...names];
}

/**
 * @param {readonly string[]} names
 * @returns {string}
 */
function commandLine(names) {
  return `apt-get ${installArguments(names).join(' ')}`;
}

/**
 * @param {string} command
 * @returns {boolean}
 */
function isOnPath(command) {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, command)));
}
