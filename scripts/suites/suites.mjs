// @ts-check
/** The suites, in the order they run: the quickest to fail comes first. */
import { join } from 'node:path';
import { checkOutcome, playwrightOutcome, vitestOutcome } from './reports.mjs';

/** @typedef {'static' | 'unit' | 'e2e'} Part */

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {Part} part
 * @property {readonly string[]} command an npm script's name, or a Node program and its arguments
 * @property {boolean} isNpmScript
 * @property {NodeJS.ProcessEnv} env
 * @property {string | undefined} report the file with the runner's counts
 * @property {(report: string | undefined, ending: import('./reports.mjs').Ending) => import('./reports.mjs').Outcome} outcome
 * @property {number} limitMs
 */

const MINUTE = 60_000;
const CHECKS = ['check:format', 'check:types', 'check:lint', 'check:deps', 'check:dead'];

/**
 * @param {string} root
 * @param {string} reports a folder for the runners' reports
 * @param {readonly string[]} extra arguments for the part that was asked for alone
 * @returns {Suite[]}
 */
export function allSuites(root, reports, extra) {
  return [
    ...CHECKS.map(staticCheck),
    unitSuite(root, reports, extra),
    e2eSuite(root, reports, extra),
  ];
}

/**
 * @param {string} name
 * @returns {Suite}
 */
function staticCheck(name) {
  return {
    name,
    part: 'static',
    command: [name],
    isNpmScript: true,
    env: {},
    report: undefined,
    outcome: (_report, ending) => checkOutcome(ending),
    limitMs: 4 * MINUTE,
  };
}

/**
 * @param {string} root
 * @param {string} reports
 * @param {readonly string[]} extra
 * @returns {Suite}
 */
function unitSuite(root, reports, extra) {
  const report = join(reports, 'unit.json');
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // Coverage floors are for all tests together: a chosen few cannot reach them.
  const coverage = extra.length === 0 ? ['--coverage'] : [];
  return {
    name: 'unit and integration',
    part: 'unit',
    command: [program, 'run', ...coverage, ...reporters, ...extra],
    isNpmScript: false,
    env: {},
    report,
    outcome: vitestOutcome,
    limitMs: 20 * MINUTE,
  };
}

/**
 * @param {string} root
 * @param {string} reports
 * @param {readonly string[]} extra
 * @returns {Suite}
 */
function e2eSuite(root, reports, extra) {
  const report = join(reports, 'e2e.json');
  const program = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  return {
    name: 'end to end',
    part: 'e2e',
    command: [program, 'test', '--reporter=list,json', ...extra],
    isNpmScript: false,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    report,
    outcome: playwrightOutcome,
    limitMs: 25 * MINUTE,
  };
}
