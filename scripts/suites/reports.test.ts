import { describe, expect, test } from 'vitest';
import { checkOutcome, playwrightOutcome, vitestOutcome } from './reports.mjs';

const DONE = { code: 0, timedOut: false };
const FAILED = { code: 1, timedOut: false };
const LATE = { code: 143, timedOut: true };

const passing = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const unloaded = { status: 'failed', assertionResults: [] };
const brokenHook = { status: 'failed', assertionResults: [{ status: 'passed' }] };

const unit = (passed: number, failed: number, pending: number, todo: number, files: unknown[]) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
    testResults: files,
  });

describe('vitestOutcome', () => {
  test.each([
    ['all passed', unit(3, 0, 0, 0, [passing]), DONE, [3, 0, 0], undefined],
    ['skipped and to do', unit(3, 0, 2, 1, [passing]), DONE, [3, 0, 3], undefined],
    ['one failed', unit(3, 1, 0, 0, [passing, failing]), FAILED, [3, 1, 0], undefined],
    ['a file does not load', unit(3, 0, 0, 0, [passing, unloaded]), FAILED, [3, 1, 0], undefined],
    ['a hook failed', unit(1, 0, 0, 0, [brokenHook]), FAILED, [1, 1, 0], undefined],
    ['a coverage floor', unit(3, 0, 0, 0, [passing]), FAILED, [3, 1, 0], 'exit code 1'],
    ['no tests', unit(0, 0, 0, 0, []), DONE, [0, 1, 0], 'ran nothing'],
    ['all skipped', unit(0, 0, 4, 0, [passing]), DONE, [0, 1, 4], 'ran nothing'],
    ['no report', undefined, FAILED, [0, 1, 0], 'crashed: no report'],
    ['no report and no complaint', undefined, DONE, [0, 1, 0], 'crashed: no report'],
    ['half a report', '{"numPassedTests": 3', DONE, [0, 1, 0], 'crashed: the report is damaged'],
    ['another report', '{"tests": 3}', DONE, [0, 1, 0], 'crashed: the report is damaged'],
    ['out of time', undefined, LATE, [0, 1, 0], 'time limit'],
  ] as const)('%s', (_what, report, ending, [passed, failed, skipped], note) => {
    const outcome = vitestOutcome(report, ending);
    expect(outcome).toMatchObject({ passed, failed, skipped });
    expect(outcome.note).toBe(note);
  });
});

const e2e = (expected: number, unexpected: number, flaky: number, skipped: number, errors = 0) =>
  JSON.stringify({
    stats: { expected, unexpected, flaky, skipped },
    errors: Array(errors).fill({ message: 'no' }),
  });

describe('playwrightOutcome', () => {
  test.each([
    ['all passed', e2e(5, 0, 0, 1), DONE, [5, 0, 1], undefined],
    ['failed', e2e(5, 2, 0, 0), FAILED, [5, 2, 0], undefined],
    ['flaky is failed', e2e(5, 0, 1, 0), DONE, [5, 1, 0], undefined],
    ['an error outside tests', e2e(5, 0, 0, 0, 1), FAILED, [5, 1, 0], undefined],
    ['a crash at the end', e2e(5, 0, 0, 0), { ...FAILED, code: 139 }, [5, 1, 0], 'exit code 139'],
    ['no tests found', e2e(0, 0, 0, 0), DONE, [0, 1, 0], 'ran nothing'],
    ['out of time', e2e(5, 1, 0, 0), LATE, [5, 2, 0], 'time limit'],
    ['no report', undefined, FAILED, [0, 1, 0], 'crashed: no report'],
    ['no counts', '{"errors": []}', DONE, [0, 1, 0], 'crashed: the report is damaged'],
  ] as const)('%s', (_what, report, ending, [passed, failed, skipped], note) => {
    const outcome = playwrightOutcome(report, ending);
    expect(outcome).toMatchObject({ passed, failed, skipped });
    expect(outcome.note).toBe(note);
  });
});

describe('checkOutcome', () => {
  test.each([
    ['passes', DONE, [1, 0]],
    ['fails', FAILED, [0, 1]],
    ['is late', LATE, [0, 1]],
    ['is late and content', { code: 0, timedOut: true }, [0, 1]],
  ] as const)('a check that %s counts as one', (_what, ending, [passed, failed]) => {
    expect(checkOutcome(ending)).toMatchObject({ passed, failed, skipped: 0 });
  });
});
