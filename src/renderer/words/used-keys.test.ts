import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { english } from './catalogue.ts';

const RENDERER = path.join(import.meta.dirname, '..');

const source = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.|^words/u.test(name))
  .map((name) => readFileSync(path.join(RENDERER, name), 'utf8'))
  .join('\n');

const keys = Object.entries(english).flatMap(([area, strings]) =>
  [...new Set(Object.keys(strings).map((key) => key.replace(/_(?:one|other)$/u, '')))].map(
    (name) => ({ area, name }),
  ),
);

/** True where code names the key, or puts it together of its area and a name. */
function isUsed(code: string, { area, name }: { readonly area: string; readonly name: string }) {
  if (code.includes(`'${area}.${name}'`) || code.includes(`"${area}.${name}"`)) return true;
  return code.includes(`\`${area}.$`) && code.includes(`'${name}'`);
}

it('every string of the catalogue is asked for somewhere', () => {
  const unused = keys.filter((key) => !isUsed(source, key));
  expect(unused.map(({ area, name }) => `${area}.${name}`)).toEqual([]);
});

it.each([
  ["t('search.title')", true],
  ['<Sentence of="search.title" />', true],
  ["const what = 'title'; t(`search.${what}`)", true],
  ["const what = 'title';", false],
  ["t('search.titles')", false],
])('%s uses search.title: %s', (code, expected) => {
  expect(isUsed(code, { area: 'search', name: 'title' })).toBe(expected);
});
