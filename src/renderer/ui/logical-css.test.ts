import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** The style sheets that must work in a window that runs from right to left. */
const FOLDERS = [
  '.',
  '../app',
  '../features/library',
  '../features/settings',
  '../features/transfer',
];

/** Properties and values that name a side of the screen instead of the run of the text. */
const PHYSICAL = [
  /\b(?:margin|padding|border)-(?:left|right)\b/u,
  /(?:^|[\s;{])(?:left|right|float|clear):/u,
  /\btext-align: (?:left|right)\b/u,
];

/** `padding: 1px 2px 3px 4px` and the like, where right and left differ. */
const QUAD = /\b(?:margin|padding|inset): \S+ (?<right>\S+) \S+ (?<left>\S+);/u;

function isPhysical(line: string): boolean {
  const quad = QUAD.exec(line)?.groups;
  const differs = quad !== undefined && quad['right'] !== quad['left'];
  return differs || PHYSICAL.some((pattern) => pattern.test(line));
}

it('style sheets name start and end, not left and right', () => {
  const found = FOLDERS.flatMap((folder) => {
    const place = path.join(import.meta.dirname, folder);
    const sheets = readdirSync(place).filter((name) => name.endsWith('.css'));
    return sheets.flatMap((name) =>
      readFileSync(path.join(place, name), 'utf8')
        .split('\n')
        .flatMap((line, at) =>
          isPhysical(line) ? [`${name}:${String(at + 1)} ${line.trim()}`] : [],
        ),
    );
  });
  expect(found).toEqual([]);
});

it.each([
  ['margin-left: 4px;', true],
  ['  right: 0;', true],
  ['padding: 1px 2px 1px 3px;', true],
  ['padding: 1px 2px 1px 2px;', false],
  ['margin-inline-start: 4px;', false],
  ['background: linear-gradient(to right, red, blue);', false],
])('%s: %s', (line, expected) => {
  expect(isPhysical(line)).toBe(expected);
});
