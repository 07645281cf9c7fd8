import { expect, test } from 'vitest';
import { parseStartArguments } from './start-arguments.mjs';

const HERE = '/home/anna/news';

test.each([
  [[], { shot: undefined, appArguments: ['--open-sample'] }],
  [
    ['--shot=picture.png'],
    {
      shot: `${HERE}/picture.png`,
      appArguments: ['--open-sample', `--shot=${HERE}/picture.png`],
    },
  ],
  [
    ['--project=../mine', '--analyst=Anna Rossi'],
    { shot: undefined, appArguments: ['--project=/home/anna/mine', '--analyst=Anna Rossi'] },
  ],
  [
    ['--user-data-dir=/tmp/x', '--lang=de'],
    { shot: undefined, appArguments: ['--open-sample', '--user-data-dir=/tmp/x', '--lang=de'] },
  ],
])('%j', (args, expected) => {
  expect(parseStartArguments(args, HERE)).toEqual(expected);
});

test.each([[['--shot']], [['--shot=']]])('refuses %j', (args) => {
  expect(() => parseStartArguments(args, HERE)).toThrow('--shot needs a file');
});
