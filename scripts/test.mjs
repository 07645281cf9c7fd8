// @ts-check
/**
 * `npm test [-- --only=static|unit|e2e …]`: gets everything ready, runs every suite, and ends with
 * the line `N passed, N failed, N skipped`. Exits with 1 when anything failed or did not run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardClone } from './setup/clone-guard.mjs';
import { lacksDisplay } from './setup/display.mjs';
import { describeElectron, findElectron } from './setup/electron-runtime.mjs';
import { bringUpToDate, preparedMark } from './setup/prepare.mjs';
import { describeError, runMain, SetupError, speaker } from './setup/progress.mjs';
import { ROOT } from './setup/root.mjs';
import { requireSandbox } from './setup/sandbox.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';
import { runSuite } from './suites/run-suite.mjs';
import { allSuites } from './suites/suites.mjs';
import { closingLine, formatTable, sumOutcomes } from './suites/summary.mjs';
import { parseTestArguments } from './suites/test-arguments.mjs';

/** Together, set-up included: the build server stops after 40 minutes, and then there is no last line. */
const WHOLE_LIMIT_MS = 37 * 60_000;
const say = speaker(process.stdout);
const deadline = performance.now() + WHOLE_LIMIT_MS;

/** @typedef {import('./suites/suites.mjs').Part} Part */
/** @typedef {import('./suites/suites.mjs').Suite} Suite */
/** @typedef {import('./suites/summary.mjs').SuiteResult} SuiteResult */

await runMain(async () => {
  const { parts, extra } = parseTestArguments(process.argv.slice(2));
  const reports = mkdtempSync(join(tmpdir(), 'verbale-reports-'));
  /** @type {SuiteResult[]} */
  const results = [];
  try {
    // Held to the end: a build under the tests' feet would make them fail for no reason.
    await guardClone(ROOT, say, async () => {
      const wanted = allSuites(ROOT, reports, extra).filter(({ part }) => parts.includes(part));
      await prepareAndRun(wanted, parts, results);
    });
  } catch (error) {
    process.stdout.write(`\nverbale: ${describeError(error)}\n`);
    results.push(failure('the run itself'));
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  const sum = sumOutcomes(results);
  process.stdout.write(`\n${formatTable(results)}\n\n${closingLine(sum)}\n`);
  return sum.failed === 0 ? 0 : 1;
});

/**
 * @param {readonly Suite[]} suites
 * @param {readonly Part[]} parts
 * @param {SuiteResult[]} results is added to as suites end, so that a failure later on loses none
 */
async function prepareAndRun(suites, parts, results) {
  const electron = parts.includes('e2e');
  await bringUpToDate(ROOT, { electron, build: electron || parts.includes('unit') }, say);
  const runtime = electron ? await readyElectron() : { description: 'without Electron', env: {} };
  say(`testing ${runtime.description}, with Node ${process.versions.node}`);
  for (const suite of suites) {
    const env = { ...runtime.env, ...preparedMark(ROOT) };
    const result = await runSuite(suite, ROOT, env, deadline - performance.now());
    results.push(result);
    if (result.interrupted) throw new SetupError('interrupted');
  }
}

/**
 * @returns {Promise<{ description: string, env: NodeJS.ProcessEnv }>}
 */
async function readyElectron() {
  const runtime = findElectron(ROOT);
  if (runtime === undefined)
    throw new SetupError('Electron is not there; run: node scripts/setup.mjs');
  await ensureSystemPackages(runtime.executable, lacksDisplay(), say);
  requireSandbox(runtime.executable);
  return { description: await describeElectron(runtime), env: runtime.env };
}

/**
 * @param {string} name
 * @returns {SuiteResult}
 */
function failure(name) {
  return { name, outcome: { passed: 0, failed: 1, skipped: 0 }, seconds: 0 };
}
