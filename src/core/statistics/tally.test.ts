import { describe, expect, it } from 'vitest';
import { finish } from './body.ts';
import { meetingsOf } from './co-occurrence.ts';
import { type AnnotationQuery, isAsked } from './query.ts';
import { perThousandWords, shortened, topArticles } from './report.ts';
import type { AnnotationRow } from './row.ts';
import { createTally, type LayerWork, type Tally } from './tally.ts';
import { aRow } from './testing/rows.ts';

const TEXT = 'They came. They saw the gates. They left.';

function layer(rows: readonly AnnotationRow[], over: Partial<LayerWork> = {}): LayerWork {
  const body = rows.filter((row) => !row.furniture);
  return {
    articleId: rows[0]?.articleId ?? 'art',
    analyst: rows[0]?.analyst ?? 'ana',
    state: 'in-progress',
    words: 8,
    rows,
    meetings: finish(meetingsOf(body, TEXT, [])),
    ...over,
  };
}

/** Two articles, two analysts, one annotation in furniture, one without a day. */
function example(analysts: readonly string[] = ['ana', 'ben']): Tally {
  const tally = createTally(5, analysts);
  finish(
    tally.add(
      layer([
        aRow({ id: '1', label: 'claim', attributes: { mode: ['a', 'b'], note: '' } }),
        aRow({ id: '2', label: 'threat', spans: [[2, 9]], createdAt: '2026-01-22T23:30:00-01:00' }),
        aRow({ id: '3', label: 'threat', spans: [[11, 15]], createdAt: 'unknown' }),
        aRow({ id: '4', label: 'threat', furniture: true }),
      ]),
    ),
  );
  finish(
    tally.add(
      layer([aRow({ id: '5', label: 'claim', analyst: 'ben', attributes: { mode: 'a' } })]),
    ),
  );
  finish(
    tally.add(
      layer(
        [aRow({ id: '6', articleId: 'two', label: 'claim', createdAt: '2026-01-20T00:00:00Z' })],
        {
          words: 2,
          state: 'submitted',
        },
      ),
    ),
  );
  return tally;
}

describe('a tally', () => {
  it('counts labels, articles, analysts and words', () => {
    const report = finish(example().report());
    expect(report).toMatchObject({
      articles: 5,
      annotated: 2,
      annotations: 5,
      furniture: 1,
      undated: 1,
      byLabel: { claim: 3, threat: 2 },
      words: 8 + 8 + 2,
    });
    expect(report.byArticle).toEqual([
      {
        articleId: 'art',
        annotations: 4,
        byLabel: { claim: 2, threat: 2 },
        words: 16,
        begun: '2026-01-21',
      },
      { articleId: 'two', annotations: 1, byLabel: { claim: 1 }, words: 2, begun: '2026-01-20' },
    ]);
    expect(report.analysts).toEqual([
      {
        analyst: 'ana',
        annotations: 4,
        byLabel: { claim: 2, threat: 2 },
        words: 10,
        articles: 2,
        states: { new: 3, 'in-progress': 1, submitted: 1 },
      },
      {
        analyst: 'ben',
        annotations: 1,
        byLabel: { claim: 1 },
        words: 8,
        articles: 1,
        states: { new: 4, 'in-progress': 1, submitted: 0 },
      },
    ]);
  });

  it('counts days in UTC, and articles begun by their first day', () => {
    expect(finish(example().report()).days).toEqual([
      { day: '2026-01-20', annotations: 1, byLabel: { claim: 1 }, begun: 1 },
      { day: '2026-01-21', annotations: 2, byLabel: { claim: 2 }, begun: 1 },
      { day: '2026-01-23', annotations: 1, byLabel: { threat: 1 }, begun: 0 },
    ]);
  });

  it('begins an article with its first day, in whatever order the annotations come', () => {
    const tally = createTally(1, ['ana']);
    const days = ['2026-01-22', '2026-01-20', '2026-01-21'];
    const rows = days.map((day) => aRow({ id: day, createdAt: `${day}T12:00:00Z` }));
    finish(tally.add(layer(rows)));
    expect(finish(tally.report()).byArticle[0]?.begun).toBe('2026-01-20');
  });

  it('counts each value of an attribute, and the silent', () => {
    expect(finish(example().report()).attributes).toEqual([
      {
        label: 'claim',
        name: 'mode',
        values: [
          { value: 'a', annotations: 2 },
          { value: 'b', annotations: 1 },
        ],
        more: 0,
        silent: 1,
      },
    ]);
  });

  it('counts meetings, and how many annotations make them', () => {
    const { meetings } = finish(example().report());
    expect(meetings.filter(({ unit }) => unit === 'overlap')).toEqual([
      { unit: 'overlap', a: 'claim', b: 'threat', count: 1, ofA: 1, ofB: 1 },
    ]);
    expect(meetings.filter(({ unit }) => unit === 'article')).toEqual([
      { unit: 'article', a: 'claim', b: 'threat', count: 1, ofA: 1, ofB: 2 },
      { unit: 'article', a: 'threat', b: 'threat', count: 1, ofA: 2, ofB: 2 },
    ]);
  });

  it('looks at no one but those it was asked about', () => {
    const report = finish(example(['ben']).report());
    expect(report).toMatchObject({ annotations: 1, furniture: 0, annotated: 1 });
    expect(report.analysts.map(({ analyst }) => analyst)).toEqual(['ben']);
  });

  it('counts nothing as nothing', () => {
    const report = finish(createTally(0, ['ana']).report());
    expect(report).toMatchObject({ annotations: 0, words: 0, days: [], meetings: [] });
    expect(perThousandWords(report)).toBeUndefined();
  });
});

describe('what is behind a number', () => {
  const tally = example();
  const report = finish(tally.report());
  const behind = (query: AnnotationQuery): number =>
    tally.rows().filter((row) => isAsked(row, query)).length;

  it('is as much as the number says', () => {
    expect(behind({})).toBe(report.annotations);
    expect(behind({ furniture: true })).toBe(report.furniture);
    expect(behind({ days: 'undated' })).toBe(report.undated);
    for (const [label, count] of Object.entries(report.byLabel)) {
      expect(behind({ label })).toBe(count);
    }
    for (const one of report.byArticle) {
      expect(behind({ articleId: one.articleId })).toBe(one.annotations);
      expect(behind({ articleId: one.articleId, label: 'threat' })).toBe(
        one.byLabel['threat'] ?? 0,
      );
    }
    for (const { analyst, annotations } of report.analysts) {
      expect(behind({ analyst })).toBe(annotations);
    }
    for (const { day, annotations } of report.days) {
      expect(behind({ days: { from: day, to: day } })).toBe(annotations);
    }
    expect(behind({ days: { from: '2026-01-20', to: '2026-01-21' } })).toBe(3);
    for (const { label, name, values, silent } of report.attributes) {
      expect(behind({ label, attribute: { name } })).toBe(silent);
      for (const { value, annotations } of values) {
        expect(behind({ label, attribute: { name, value } })).toBe(annotations);
      }
    }
    for (const { unit, a, b, ofA, ofB } of report.meetings) {
      expect(behind({ meeting: { unit, a, b } })).toBe(a === b ? ofA : ofA + ofB);
    }
  });
});

describe('the first articles', () => {
  const article = (articleId: string, annotations: number, words: number) => ({
    articleId,
    annotations,
    words,
    byLabel: {},
    begun: '',
  });
  const all = [
    article('a', 1, 10),
    article('b', 3, 1000),
    article('c', 3, 0),
    article('d', 9, 900),
  ];

  it('are those with the most, in their order where they are equal', () => {
    const ids = (order: 'annotations' | 'density', most: number): string =>
      topArticles(all, order, most)
        .map(({ articleId }) => articleId)
        .join('');
    expect(ids('annotations', 3)).toBe('dbc');
    expect(ids('annotations', 9)).toBe('dbca');
    expect(ids('density', 2)).toBe('ad');
  });
});

it('a shortened report says how much it leaves out', () => {
  const values = ['x', 'y', 'z'].map((value) => ({ value, annotations: 1 }));
  const one = { label: 'claim', name: 'who', values, more: 1, silent: 0 };
  expect(shortened([one], 2)).toEqual([{ ...one, values: values.slice(0, 2), more: 2 }]);
  expect(shortened([one], 3)[0]?.more).toBe(1);
});
