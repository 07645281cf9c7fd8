// @ts-check
/** Brings node_modules in line with the lock file, and only when it is not. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childRecord } from './clone-guard.mjs';
import { runNpm } from './npm-command.mjs';
import { SetupError } from './progress.mjs';
import { readStamp, removeStamp, writeStamp } from './stamp.mjs';

const LIMIT_MS = 15 * 60_000;
const STAMP = ['node_modules', '.verbale', 'installed'];

/**
 * @param {string} root
 * @returns {string} what the installed packages depend on: the lock file, Node's major version, the machine
 */
function wanted(root) {
  const list = ['package-lock.json', 'package.json'].find((name) => existsSync(join(root, name)));
  if (list === undefined) throw new SetupError(`${root} has no package.json`);
  const hash = createHash('sha256')
    .update(readFileSync(join(root, list)))
    .digest('hex');
  return `${hash} node${process.versions.node.split('.')[0]} ${process.platform}-${process.arch}`;
}

/**
 * @param {string} root
 * @returns {boolean}
 */
export function dependenciesAreCurrent(root) {
  return readStamp(join(root, ...STAMP)) === wanted(root);
}

/**
 * Installs the packages unless they are what the lock file asks for.
 * @param {string} root
 * @param {import('./progress.mjs').Say} say
 * @throws {SetupError} with npm's own words when it fails
 */
export async function ensureDependencies(root, say) {
  if (dependenciesAreCurrent(root)) return;
  const stamp = join(root, ...STAMP);
  const target = wanted(root);
  if (!npmFinishedWith(root)) {
    removeStamp(stamp);
    await install(root, say);
  }
  writeStamp(stamp, target);
}

/**
 * @param {string} root
 * @param {import('./progress.mjs').Say} say
 */
async function install(root, say) {
  const verb = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install';
  say(`installing the packages (npm ${verb}); the first time this takes from seconds to minutes …`);
  const started = performance.now();
  // No package here needs its install script, and Electron is fetched on its own, with a limit in time.
  // Development packages are named because NODE_ENV=production would leave them out.
  const switches = [
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const result = await runNpm([verb, ...switches], {
    cwd: root,
    limitMs: LIMIT_MS,
    record: childRecord(root),
  });
  if (result.code !== 0 || result.timedOut) {
    throw new SetupError(
      `npm ${verb} failed${result.timedOut ? ' (no end in sight)' : ''}:\n${result.output.trim()}`,
    );
  }
  say(`packages installed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Whether npm was run by hand and finished with this very lock file. npm deletes its record of what is
 * installed first and writes it last, so an interrupted run has none.
 * @param {string} root
 * @returns {boolean}
 */
function npmFinishedWith(root) {
  const locked = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (locked === undefined || installed === undefined) return false;
  return Object.entries(locked).every(([path, { version, integrity, optional, link }]) => {
    if (path === '' || link === true) return true;
    const found = installed[path];
    // Packages for other systems are optional and not installed.
    if (found === undefined) return optional === true;
    return (
      found.version === version && found.integrity === integrity && existsSync(join(root, path))
    );
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
