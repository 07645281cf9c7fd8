import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYER_STATES } from '../../../core/model/layer-document.ts';
import type { ArticleRow } from '../../state/project.ts';
import { NO_FILTER, NOBODY, UNKNOWN } from './list-filter.ts';
import { createListIndex, type ListView } from './list-index.ts';
import type { Sorting } from './list-order.ts';
import { aRow } from './testing/rows.ts';

const OUTLET = 'The Lakeside Courier';
const ROWS = [
  aRow(
    'a',
    { title: 'Zurich waits', date: '2022-01-02', outlet: OUTLET, tags: ['banks'] },
    { counts: { claim: 2 }, state: 'in-progress', unsure: 1, openThreads: 2 },
  ),
  aRow('b', { title: 'São Paulo asks', language: '', source: { warnings: ['Which charset?'] } }),
  aRow(
    'c',
    { title: 'Article 10', date: '2022-01-09', assigned: ['lena'] },
    {
      counts: { claim: 0, threat: 3 },
      state: 'submitted',
      openThreads: 1,
      documentLabels: ['opinion'],
    },
  ),
  aRow('d', { title: '“Article 9”', date: '2022-01-05T08:00:00Z' }),
];
const ALL: ListView = { ...NO_FILTER, sorting: 'added', reversed: false };

function ids(rows: readonly ArticleRow[]): string {
  return rows.map((row) => row.article.id).join('');
}

function shown(view: Partial<ListView>, rows: readonly ArticleRow[] = ROWS): string {
  return ids(createListIndex().show(rows, { ...ALL, ...view }));
}

describe('a view of the articles', () => {
  it.each<[string, Partial<ListView>, string]>([
    ['nothing asked: the order added', {}, 'abcd'],
    ['words without case and marks, in any order', { words: 'PAULO sao' }, 'b'],
    ['words of several fields', { words: 'lakeside zurich' }, 'a'],
    ['words of a tag', { words: 'bank' }, 'a'],
    ['words that nothing has', { words: 'nowhere' }, ''],
    ['a state', { state: 'submitted' }, 'c'],
    ['a label that occurs; none of it is none', { label: 'claim' }, 'a'],
    ['an analyst', { assigned: 'lena' }, 'c'],
    ['nobody assigned', { assigned: NOBODY }, 'abd'],
    ['a tag', { tag: 'banks' }, 'a'],
    ['an outlet', { outlet: OUTLET }, 'a'],
    ['a language', { language: 'en' }, 'acd'],
    ['a language that is not known', { language: UNKNOWN }, 'b'],
    ['days from', { from: '2022-01-05' }, 'cd'],
    ['days up to and with', { to: '2022-01-05' }, 'ad'],
    ['days between', { from: '2022-01-03', to: '2022-01-08' }, 'd'],
    ['questions at import', { asks: true }, 'b'],
    ['a label of the whole article', { label: 'opinion' }, 'c'],
    ['open comments', { talk: true }, 'ac'],
    ['doubt', { unsure: true }, 'a'],
    ['open comments and doubt', { talk: true, unsure: true }, 'a'],
    ['several at once', { state: 'new', language: 'en' }, 'd'],
    ['titles as a person would sort them, numbers by size', { sorting: 'title' }, 'dcba'],
    ['the newest first, the undated last', { sorting: 'date' }, 'cdab'],
    ['the most annotations first', { sorting: 'annotations' }, 'cabd'],
    ['what is to be done first', { sorting: 'state' }, 'bdac'],
    ['turned round', { sorting: 'title', reversed: true }, 'abcd'],
  ])('%s', (_name, view, expected) => {
    expect(shown(view)).toBe(expected);
  });

  it('is the same whether its words were typed letter by letter or at once', () => {
    const index = createListIndex();
    for (const words of ['a', 'ar', 'article 10', 'article', 'z']) {
      const view = { ...ALL, words };
      expect(ids(index.show(ROWS, view))).toBe(shown(view));
    }
  });

  it('is the same list while nothing changes', () => {
    const index = createListIndex();
    expect(index.show(ROWS, ALL)).toBe(index.show(ROWS, ALL));
  });
});

const SORTINGS: readonly Sorting[] = ['added', 'title', 'date', 'annotations', 'state'];

const change = fc.record({
  what: fc.constantFrom('edit', 'remove', 'bring', 'append'),
  at: fc.nat(),
  title: fc.constantFrom('a', 'b', 'é', 'z 2', 'z 10'),
  day: fc.constantFrom('', '2022-01-01', '2022-02-02'),
  state: fc.constantFrom(...LAYER_STATES),
  count: fc.nat(3),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function isApplied(rows: readonly ArticleRow[], gone: ArticleRow[], one: Change): ArticleRow[] {
  const { at, title, day, state, count } = one;
  const place = rows.length === 0 ? 0 : at % rows.length;
  const fields = { title, date: day };
  const layer = { state, counts: { claim: count } };
  const old = rows[place];
  if (one.what === 'append' || old === undefined) {
    return [...rows, aRow(`n${rows.length}-${gone.length}-${at}`, fields, layer)];
  }
  if (one.what === 'edit') return rows.with(place, aRow(old.article.id, fields, layer));
  if (one.what === 'remove') {
    gone.push(old);
    return rows.toSpliced(place, 1);
  }
  const back = gone.pop();
  return back === undefined ? [...rows] : rows.toSpliced(place, 0, back);
}

describe('an index that has seen changes', () => {
  it('answers as one that sees the rows for the first time', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 20 }),
        fc.constantFrom(...SORTINGS),
        fc.boolean(),
        fc.constantFrom(0, 1, 300),
        (changes, sorting, submitted, count) => {
          const index = createListIndex();
          const view: ListView = { ...ALL, sorting, state: submitted ? 'submitted' : 'all' };
          let rows: ArticleRow[] = Array.from({ length: count }, (_, i) =>
            aRow(`r${i}`, { title: `t ${i % 7}` }, { state: LAYER_STATES[i % 3] ?? 'new' }),
          );
          const gone: ArticleRow[] = [];
          index.show(rows, view);
          for (const one of changes) {
            rows = isApplied(rows, gone, one);
            expect(ids(index.show(rows, view))).toBe(ids(createListIndex().show(rows, view)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sorts ahead of need, in many steps, and then shows the same', () => {
    const rows = Array.from({ length: 5000 }, (_, i) =>
      aRow(`r${i}`, { title: `${i % 97} words` }),
    );
    const index = createListIndex();
    let steps = 0;
    for (const _ of index.prepare(rows, 'title')) steps += 1;
    expect(steps).toBeGreaterThan(10);
    const view: ListView = { ...ALL, sorting: 'title' };
    expect(ids(index.show(rows, view))).toBe(ids(createListIndex().show(rows, view)));
  });
});
