// @ts-check
/** Builds the app's bundles, and only when something they are made from has changed. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { childRecord } from './clone-guard.mjs';
import { filesBelow, fingerprint } from './fingerprint.mjs';
import { SetupError } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { readStamp, removeStamp, writeStamp } from './stamp.mjs';

const LIMIT_MS = 5 * 60_000;
const OUT = 'out';
const STAMP = '.built';
/** Everything a bundle can depend on; the lock file stands for the libraries inside. */
const INPUTS = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
];
const BUILDER = ['node_modules', 'electron-vite', 'bin', 'electron-vite.js'];

/**
 * @typedef {object} Builder
 * @property {string} command
 * @property {readonly string[]} args
 */

/**
 * @param {string} root
 * @returns {boolean} true when the bundles are there, whole, and made from what is on disk now
 */
export function buildIsCurrent(root) {
  const stamp = readStamp(join(root, OUT, STAMP));
  if (stamp === undefined) return false;
  const [source, ...outputs] = stamp.split('\n');
  return outputs.every((line) => isUntouched(root, line)) && source === sourceOf(root);
}

/**
 * @param {string} root
 * @param {import('./progress.mjs').Say} say
 * @param {Builder} [builder] what makes the bundles; electron-vite unless told
 * @throws {SetupError} with the builder's own words when it fails
 */
export async function ensureBuild(root, say, builder = electronVite(root)) {
  if (buildIsCurrent(root)) return;
  const started = performance.now();
  // Taken before the build: a file saved while it runs makes the stamp stale, not wrong.
  const source = sourceOf(root);
  removeStamp(join(root, OUT, STAMP));
  rmSync(join(root, OUT), { recursive: true, force: true });
  say('building the app …');
  const result = await runCommand(builder.command, builder.args, {
    cwd: root,
    limitMs: LIMIT_MS,
    record: childRecord(root),
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (result.code !== 0) throw new SetupError(`the build failed:\n${result.output.trim()}`);
  if (!existsSync(join(root, OUT))) throw new SetupError(`the build left nothing in ${OUT}/`);
  writeStamp(join(root, OUT, STAMP), [source, ...outputLines(root)].join('\n'));
  say(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * @param {string} root
 * @returns {Builder}
 */
function electronVite(root) {
  return { command: process.execPath, args: [join(root, ...BUILDER), 'build'] };
}

/**
 * @param {string} root
 * @returns {string}
 */
function sourceOf(root) {
  return fingerprint(root, INPUTS, (path) => !/\.test\.tsx?$/.test(path));
}

/**
 * @param {string} root
 * @returns {string[]} one line per file the build made: its size and path
 */
function outputLines(root) {
  return filesBelow(root, OUT).map((path) => `${statSync(join(root, path)).size} ${path}`);
}

/**
 * @param {string} root
 * @param {string} line as outputLines wrote it
 * @returns {boolean}
 */
function isUntouched(root, line) {
  const blank = line.indexOf(' ');
  const found = statSync(join(root, line.slice(blank + 1)), { throwIfNoEntry: false });
  return found?.size === Number(line.slice(0, blank));
}
