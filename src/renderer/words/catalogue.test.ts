import { describe, expect, it } from 'vitest';
import { arabic } from './ar/catalogue.ts';
import { english } from './catalogue.ts';

type Strings = Readonly<Record<string, string>>;

const PLURAL = /_(?:zero|one|two|few|many|other)$/u;
const AREAS = Object.keys(english) as (keyof typeof english)[];

/** Names that are the same in every language. */
const NAMES = new Set(['Markdown', 'HTML']);

const baseOf = (key: string): string => key.replace(PLURAL, '');
const formsOf = (language: string): string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `_${form}`);

/** Names between `{{` and `}}`, sorted. */
function parameters(text: string): string[] {
  return [...text.matchAll(/\{\{(?<name>[^}]*)\}\}/gu)]
    .map(({ groups }) => groups?.['name'] ?? '')
    .toSorted((a, b) => a.localeCompare(b));
}

/** What is wrong with a catalogue's area, seen from another language's; nothing where they agree. */
function faultsOf(from: Strings, to: Strings, language: string): string[] {
  const counted = new Set(
    Object.keys(from)
      .filter((key) => key.endsWith('_other'))
      .map(baseOf),
  );
  const wanted = new Set(
    Object.keys(from).flatMap((key) => {
      const base = baseOf(key);
      return counted.has(base) ? formsOf(language).map((form) => base + form) : [key];
    }),
  );
  const keys = [
    ...[...wanted].filter((key) => !Object.hasOwn(to, key)).map((key) => `missing: ${key}`),
    ...Object.keys(to)
      .filter((key) => !wanted.has(key))
      .map((key) => `superfluous: ${key}`),
  ];
  const texts = Object.entries(to).flatMap(([key, text]) => {
    const original = from[key] ?? from[`${baseOf(key)}_other`] ?? '';
    const named = parameters(text).filter((name) => name !== 'count');
    const expected = parameters(original).filter((name) => name !== 'count');
    const strange = parameters(text).includes('count') && !parameters(original).includes('count');
    return [
      ...(text.trim() === '' || text !== text.trim() ? [`blank at an end: ${key}`] : []),
      ...(named.join() === expected.join() && !strange ? [] : [`parameters: ${key}`]),
    ];
  });
  return [...keys, ...texts];
}

describe.each(AREAS)('%s', (area) => {
  it('has every key, parameter and plural form in Arabic', () => {
    expect(faultsOf(english[area], arabic[area], 'ar')).toEqual([]);
  });

  it('has whole strings and both plural forms in English', () => {
    expect(faultsOf(english[area], english[area], 'en')).toEqual([]);
  });

  it('is Arabic in Arabic', () => {
    const latin = Object.values<string>(arabic[area]).filter((text) => {
      const said = text.replaceAll(/\{\{[^}]*\}\}/gu, '').trim();
      return /[A-Za-z]/u.test(said) && !/\p{Script=Arabic}/u.test(said) && !NAMES.has(said);
    });
    expect(latin).toEqual([]);
  });
});

it.each([
  ['a key that is missing', { a: 'x', b: 'y' }, { a: 'س' }, ['missing: b']],
  ['a key too many', { a: 'x' }, { a: 'س', b: 'ص' }, ['superfluous: b']],
  ['another parameter', { a: '{{n}} x' }, { a: '{{m}} س' }, ['parameters: a']],
  ['a count out of nowhere', { a: 'x' }, { a: '{{count}} س' }, ['parameters: a']],
  ['a blank end', { a: 'x' }, { a: 'س ' }, ['blank at an end: a']],
  [
    'plural forms that Arabic has and this has not',
    { a_one: '{{count}} x', a_other: '{{count}} xs' },
    { a_one: 'س', a_other: '{{count}} س' },
    ['missing: a_few', 'missing: a_many', 'missing: a_two', 'missing: a_zero'],
  ],
] as const)('%s is found', (_what, from, to, expected) => {
  expect(faultsOf(from, to, 'ar')).toEqual(expected);
});
