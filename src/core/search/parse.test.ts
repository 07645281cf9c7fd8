import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_QUERY, parseQuery } from './parse.ts';
import { isBetween } from './parse-date.ts';
import { isEmptyQuery } from './query.ts';

function read(text: string) {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

function term(text: string) {
  const [first] = read(text).terms;
  if (first === undefined) throw new Error('no term');
  const { start, end, ...rest } = first;
  return { ...rest, at: text.slice(start, end) };
}

const words = (text: string, more: object = {}) => ({ text, exact: false, prefix: false, ...more });

describe('words in a query', () => {
  it.each([
    ['oil', words('oil')],
    ['sanction*', words('sanction', { prefix: true })],
    ['=Polish', words('Polish', { exact: true })],
    ['="the May"', words('the May', { exact: true })],
    ['"sanctions package"', words('sanctions package')],
    ['"sanctions pack"*', words('sanctions pack', { prefix: true })],
    ['“deux mots”', words('deux mots')],
    ['cease-fire', words('cease-fire')],
    ['https://example.org', words('https://example.org')],
    ['12:30', words('12:30')],
    ['핵무기', words('핵무기')],
  ])('%s', (text, expected) => {
    expect(term(text)).toEqual({ kind: 'words', at: text, ...expected });
  });

  it('stand beside each other, and with a minus against each other', () => {
    const query = read('oil -gas -"natural gas" /x/ price');
    const said = (terms: typeof query.terms) =>
      terms.map((one) => (one.kind === 'words' ? one.text : one.source));
    expect(said(query.terms)).toEqual(['oil', 'x', 'price']);
    expect(said(query.without)).toEqual(['gas', 'natural gas']);
  });
});

describe('regular expressions in a query', () => {
  it.each([
    ['/ban(s|ned)?/', 'ban(s|ned)?', ''],
    ['/a b/im', 'a b', 'im'],
    ['/[/"]/', '[/"]', ''],
    ['/a\\/b/', 'a\\/b', ''],
  ])('%s', (text, source, flags) => {
    expect(term(text)).toEqual({ kind: 'pattern', source, flags, at: text });
  });
});

describe('fields in a query', () => {
  it.each([
    ['label:claim,threat', { kind: 'label', not: false, values: ['claim', 'threat'] }],
    ['-label:"Sanctions proposal"', { kind: 'label', not: true, values: ['Sanctions proposal'] }],
    ['Outlet:Yonhap', { kind: 'outlet', not: false, values: ['Yonhap'] }],
    ['language:pt', { kind: 'lang', not: false, values: ['pt'] }],
    ['analyst:*', { kind: 'analyst', not: false, values: ['*'] }],
    [
      'attribute:polarity=negative,"not clear"',
      { kind: 'attribute', not: false, name: 'polarity', values: ['negative', 'not clear'] },
    ],
    ['date:2022-01..2022-02', { kind: 'date', not: false, from: '2022-01', to: '2022-02' }],
    ['date:2022', { kind: 'date', not: false, from: '2022', to: '2022' }],
    ['confidence:low', { kind: 'confidence', not: false, levels: ['low'] }],
    ['confidence:none,High', { kind: 'confidence', not: false, levels: ['none', 'high'] }],
    ['confidence:"not said"', { kind: 'confidence', not: false, levels: ['none'] }],
    ['confidence:<high', { kind: 'confidence', not: false, levels: ['low', 'medium'] }],
    ['confidence:>=medium', { kind: 'confidence', not: false, levels: ['medium', 'high'] }],
    ['confidence:<=low,>=high', { kind: 'confidence', not: false, levels: ['low', 'high'] }],
    ['confidence:*', { kind: 'confidence', not: false, levels: ['low', 'medium', 'high'] }],
    ['-is:unsure', { kind: 'confidence', not: true, levels: ['low'] }],
    ['comment:"rule 10",oil', { kind: 'comment', not: false, values: ['rule 10', 'oil'] }],
    ['has:comment', { kind: 'comment', not: false, values: ['*'] }],
    ['is:open-thread', { kind: 'thread', not: false, open: true }],
    ['-is:resolved-thread', { kind: 'thread', not: true, open: false }],
    ['date:2022-01-15..', { kind: 'date', not: false, from: '2022-01-15', to: '' }],
  ])('%s', (text, expected) => {
    expect(read(text).filters).toEqual([{ ...expected, start: 0, end: text.length }]);
  });

  it('look at the article unless told otherwise', () => {
    expect(read('oil').region).toBe('article');
    expect(read('oil in:all').region).toBe('all');
    expect(isEmptyQuery(read('  in:furniture '))).toBe(true);
  });
});

describe('what cannot be understood', () => {
  it.each([
    ['oil "gas', 4, 5, 'not closed'],
    ['oil /gas', 4, 5, 'at its end'],
    ['//', 0, 2, 'empty'],
    ['/a/x', 0, 4, 'not “x”'],
    ['/a/ii', 0, 5, 'not “ii”'],
    ['colour:red', 0, 7, 'no field “colour”'],
    ['label:', 0, 6, 'has to follow'],
    ['label: claim', 0, 6, 'has to follow'],
    ['attribute:polarity', 0, 18, 'attribute:name=value'],
    ['in:page', 0, 7, 'in:article'],
    ['confidence:sure', 0, 15, 'confidence:low'],
    ['confidence:<low', 0, 15, 'confidence:low'],
    ['confidence:>none', 0, 16, 'confidence:low'],
    ['is:odd', 0, 6, 'is:unsure'],
    ['has:cake', 0, 8, 'has:comment'],
    ['in:all in:all', 7, 13, 'once'],
    ['date:soon', 0, 9, 'not a date'],
    ['date:2022-13', 0, 12, 'not a date'],
    ['date:2023..2022-05', 0, 18, 'later'],
    ['*gas', 0, 4, 'only at the end'],
    ['oil — gas', 4, 5, 'no letter or digit'],
    ['""', 0, 2, 'no letter or digit'],
  ])('%s', (text, start, end, message) => {
    const parsed = parseQuery(text);
    expect(parsed).toMatchObject({ ok: false, error: { start, end } });
    expect(parsed.ok ? '' : parsed.error.message).toContain(message);
  });

  it('is said with a place inside the query, whatever is typed', () => {
    const typed = fc.array(
      fc.oneof(
        fc.constantFrom('"', '/', '-', '=', '*', ':', ',', '..', ' ', '\\', '[', ']', '“', '”'),
        fc.constantFrom('label:', 'date:', 'in:', 'attribute:', '2022-01', 'all', 'oil'),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(typed, (parts) => {
        const text = parts.join('');
        const parsed = parseQuery(text);
        const places = parsed.ok
          ? [...parsed.value.terms, ...parsed.value.without, ...parsed.value.filters]
          : [parsed.error];
        for (const { start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
    expect(parseQuery('a'.repeat(LONGEST_QUERY + 1)).ok).toBe(false);
  });
});

describe('a date', () => {
  it.each([
    ['2022-01-31', '2022-01', '2022-01', true],
    ['2022-02-01', '2022-01', '2022-01', false],
    ['2022-01-15T10:00:00Z', '2022-01-15', '2022-01-15', true],
    ['2022', '2022-03', '', true],
    ['2021', '2022-03', '', false],
    ['2022-12-31', '', '2022', true],
    ['Friday', '2022', '', false],
    ['', '', '2022', false],
  ])('%s between %s and %s: %s', (date, from, to, expected) => {
    expect(isBetween(date, from, to)).toBe(expected);
  });
});
