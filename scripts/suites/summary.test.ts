import { expect, test } from 'vitest';
import { closingLine, formatTable, sumOutcomes } from './summary.mjs';

const RESULTS = [
  { name: 'check:types', outcome: { passed: 1, failed: 0, skipped: 0 }, seconds: 1.25 },
  {
    name: 'end to end',
    outcome: { passed: 120, failed: 1, skipped: 2, note: 'time limit' },
    seconds: 61,
  },
];

test('the table has one aligned line per suite', () => {
  expect(formatTable(RESULTS).split('\n')).toEqual([
    'suite        passed  failed  skipped  seconds',
    'check:types       1       0        0      1.3',
    'end to end      120       1        2     61.0  time limit',
  ]);
});

test('the closing line sums all suites', () => {
  expect(closingLine(sumOutcomes(RESULTS))).toBe('121 passed, 1 failed, 2 skipped');
  expect(closingLine(sumOutcomes([]))).toBe('0 passed, 0 failed, 0 skipped');
});
