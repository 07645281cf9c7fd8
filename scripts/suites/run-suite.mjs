// @ts-check
/** Runs one suite, with its output streamed, and reads its counts. */
import { readFileSync } from 'node:fs';
import { childRecord } from '../setup/clone-guard.mjs';
import { childEnvironment } from '../setup/environment.mjs';
import { runNpm } from '../setup/npm-command.mjs';
import { runCommand } from '../setup/run-command.mjs';

/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {number} limitMs what is left of the whole run's time
 * @returns {Promise<import('./summary.mjs').SuiteResult & { interrupted: boolean }>}
 */
export async function runSuite(suite, root, env, limitMs) {
  process.stdout.write(`\n── ${suite.name} ──\n`);
  const started = performance.now();
  const ending = await run(suite, {
    cwd: root,
    env: childEnvironment(env, suite.env),
    output: 'inherit',
    record: childRecord(root),
    limitMs: Math.max(1, Math.min(suite.limitMs, limitMs)),
  });
  const outcome = suite.outcome(
    suite.report === undefined ? undefined : read(suite.report),
    ending,
  );
  return {
    name: suite.name,
    outcome,
    seconds: (performance.now() - started) / 1000,
    interrupted: ending.interrupted,
  };
}

/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {import('../setup/run-command.mjs').RunOptions} options
 */
function run(suite, options) {
  if (suite.isNpmScript) return runNpm(['run', '--silent', ...suite.command], options);
  return runCommand(process.execPath, suite.command, options);
}

/**
 * @param {string} file
 * @returns {string | undefined}
 */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
