// @ts-check
/**
 * Turns what the test runners report into counts that cannot flatter: a crash, a missing report, a
 * file that does not load and a suite that ran nothing all count as failed.
 */

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} [note] what the counts alone do not tell
 */

/**
 * @typedef {object} Ending how a suite's process ended
 * @property {number} code
 * @property {boolean} timedOut
 */

/**
 * A check without tests of its own: it passes or fails as one.
 * @param {Ending} ending
 * @returns {Outcome}
 */
export function checkOutcome({ code, timedOut }) {
  if (timedOut) return { passed: 0, failed: 1, skipped: 0, note: 'time limit' };
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {string | undefined} report the runner's JSON; undefined when it wrote none
 * @param {Ending} ending
 * @returns {Outcome}
 */
export function vitestOutcome(report, ending) {
  return suiteOutcome(report, ending, (json) => {
    const results = list(json, 'testResults');
    // A file that does not load, or whose hooks fail, has failed without any failed test.
    const broken = results.filter(
      (file) =>
        property(file, 'status') === 'failed' && !list(file, 'assertionResults').some(hasFailed),
    );
    return {
      passed: count(json, 'numPassedTests'),
      failed: count(json, 'numFailedTests') + broken.length,
      skipped: count(json, 'numPendingTests') + count(json, 'numTodoTests'),
    };
  });
}

/**
 * @param {string | undefined} report
 * @param {Ending} ending
 * @returns {Outcome}
 */
export function playwrightOutcome(report, ending) {
  return suiteOutcome(report, ending, (json) => {
    const stats = property(json, 'stats');
    return {
      passed: count(stats, 'expected'),
      // A test that only passes the second time has found something.
      failed: count(stats, 'unexpected') + count(stats, 'flaky') + list(json, 'errors').length,
      skipped: count(stats, 'skipped'),
    };
  });
}

/**
 * @param {string | undefined} report
 * @param {Ending} ending
 * @param {(json: unknown) => Outcome} read throws where the report is not of the expected form
 * @returns {Outcome}
 */
function suiteOutcome(report, ending, read) {
  const { outcome, note } = readSafely(report, read);
  const { passed, failed, skipped } = outcome;
  if (ending.timedOut) return { passed, failed: failed + 1, skipped, note: 'time limit' };
  if (note !== undefined) return { passed, failed: failed + 1, skipped, note };
  if (failed > 0) return outcome;
  // Every test passed and the runner says no: a coverage floor, an unhandled error, a crash at the end.
  if (ending.code !== 0) return { passed, failed: 1, skipped, note: `exit code ${ending.code}` };
  if (passed === 0) return { passed, failed: 1, skipped, note: 'ran nothing' };
  return outcome;
}

/**
 * @param {string | undefined} report
 * @param {(json: unknown) => Outcome} read
 * @returns {{ outcome: Outcome, note?: string }}
 */
function readSafely(report, read) {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  if (report === undefined) return { outcome: nothing, note: 'crashed: no report' };
  try {
    return { outcome: read(JSON.parse(report)) };
  } catch {
    return { outcome: nothing, note: 'crashed: the report is damaged' };
  }
}

/**
 * @param {unknown} assertion
 * @returns {boolean}
 */
function hasFailed(assertion) {
  return property(assertion, 'status') === 'failed';
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {unknown}
 */
function property(value, name) {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {unknown[]}
 */
function list(value, name) {
  const found = property(value, name);
  if (!Array.isArray(found)) throw new TypeError(`${name} is not a list`);
  return found;
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {number}
 */
function count(value, name) {
  const found = property(value, name);
  if (typeof found !== 'number') throw new TypeError(`${name} is not a number`);
  return found;
}
