import { expect, test } from 'vitest';
import { parseTestArguments } from './test-arguments.mjs';

test.each([
  [[], ['static', 'unit', 'e2e'], []],
  [['--only=unit', 'src/core', '-t', 'merge'], ['unit'], ['src/core', '-t', 'merge']],
  [['--only=e2e', '--only=static'], ['static', 'e2e'], []],
])('%j', (args, parts, extra) => {
  expect(parseTestArguments(args)).toEqual({ parts, extra });
});

test.each([[['--only=all']], [['--only=']], [['-t', 'merge']], [['--only=static', 'x']]])(
  'refuses %j with the usage',
  (args) => {
    expect(() => parseTestArguments(args)).toThrow('usage: npm test');
  },
);
