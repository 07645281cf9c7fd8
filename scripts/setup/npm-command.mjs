// @ts-check
/** Runs npm itself, the same one that runs us where there is one. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * npm's own JavaScript file, because `npm` is a shell script that Windows cannot spawn.
 * @returns {string | undefined}
 */
function npmScript() {
  const running = process.env['npm_execpath'];
  const beside = dirname(process.execPath);
  return [
    ...(running !== undefined && basename(running) === 'npm-cli.js' ? [running] : []),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => existsSync(file));
}

/**
 * @param {readonly string[]} args
 * @param {import('./run-command.mjs').RunOptions} options
 * @returns {Promise<import('./run-command.mjs').RunResult>}
 * @throws {Error} when there is no npm
 */
export function runNpm(args, options) {
  const script = npmScript();
  return script === undefined
    ? runCommand('npm', args, options)
    : runCommand(process.execPath, [script, ...args], options);
}
