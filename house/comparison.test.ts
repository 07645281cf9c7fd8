import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './sandbox.ts';

const DOCS = join(ROOT, 'docs');
const text = readFileSync(join(DOCS, 'comparison.md'), 'utf8');
const rows = text.split('\n').filter((line) => /^\| \d/u.test(line));
const cellsOf = (row: string): string[] => row.split(' | ');

/** What is wrong with the proofs of a row: a file that is not there, a test that has another name. */
function broken(row: string): string[] {
  const links = [...row.matchAll(/\]\((?<file>[^)]+)\)(?: “(?<title>[^”]+)”)?/gu)];
  return links.flatMap(({ groups }) => {
    const file = join(DOCS, groups?.['file'] ?? '');
    if (!existsSync(file)) return [`${file} is not there`];
    const title = groups?.['title'];
    if (title === undefined || readFileSync(file, 'utf8').includes(`'${title}'`)) return [];
    return [`${file} has no test “${title}”`];
  });
}

test('every row of the desk is there', () => {
  const numbers = rows.map((row) => Number(/^\| (?<n>\d+)/u.exec(row)?.groups?.['n']));
  const desk = Array.from({ length: 25 }, (_, index) => index + 1);
  expect(numbers).toEqual([...desk, 52, 53, 54, 55]);
});

test('what is said of each row is shown by a test that exists', () => {
  expect(rows.flatMap(broken)).toEqual([]);
  const bare = rows.filter((row) => cellsOf(row)[9] === '**Y**' && !/\]\(|the same/u.test(row));
  expect(bare).toEqual([]);
});

test('a row that is left out says where its reason stands', () => {
  const left = rows.filter((row) => cellsOf(row)[9] === 'N');
  const reasons = readFileSync(join(DOCS, 'not-doing.md'), 'utf8');
  for (const row of left) {
    expect(row).toContain('not-doing.md');
    expect(reasons).toContain(`row ${/\d+/u.exec(row)?.[0] ?? ''}`);
  }
  expect(left).toHaveLength(2);
});

test('a proof that is not there is found', () => {
  expect(broken('| 1 | [x](../e2e/none.spec.ts) |')).toHaveLength(1);
  expect(broken('| 1 | [x](../e2e/annotate.spec.ts) “no such test” |')).toHaveLength(1);
});
