// @ts-check
/** What `npm test` says at its end. */

/** @typedef {import('./reports.mjs').Outcome} Outcome */

/**
 * @typedef {object} SuiteResult
 * @property {string} name
 * @property {Outcome} outcome
 * @property {number} seconds
 */

/**
 * @param {readonly SuiteResult[]} results
 * @returns {string}
 */
export function formatTable(results) {
  const rows = results.map(({ name, outcome, seconds }) => [
    name,
    String(outcome.passed),
    String(outcome.failed),
    String(outcome.skipped),
    seconds.toFixed(1),
    outcome.note ?? '',
  ]);
  const lines = [['suite', 'passed', 'failed', 'skipped', 'seconds', ''], ...rows];
  const widths = [0, 1, 2, 3, 4, 5].map((at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  );
  const format = (/** @type {string[]} */ line) =>
    line.map((cell, at) =>
      at === 0 || at === 5 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
  return lines.map((line) => format(line).join('  ').trimEnd()).join('\n');
}

/**
 * @param {readonly SuiteResult[]} results
 * @returns {Outcome}
 */
export function sumOutcomes(results) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of results) {
    sum.passed += outcome.passed;
    sum.failed += outcome.failed;
    sum.skipped += outcome.skipped;
  }
  return sum;
}

/**
 * The line that programs read: always the last one.
 * @param {Outcome} outcome
 * @returns {string}
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
