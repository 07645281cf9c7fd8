import { describe, expect, it } from 'vitest';
import type { ArticleRow } from '../../state/project.ts';
import { type ListView, rowsInView } from './list-view.ts';

function row(
  id: string,
  title: string,
  date: string,
  counts: Record<string, number> = {},
): ArticleRow {
  const article = {
    id,
    title,
    outlet: 'The Lakeside Courier',
    byline: '',
    date,
    language: 'en',
    sha256: '',
    characters: 1,
    furniture: [],
    source: {},
    addedAt: '',
  };
  return { article, counts };
}

const ROWS = [
  row('a', 'Zurich waits', '2022-01-02', { claim: 2 }),
  row('b', 'São Paulo asks', ''),
  row('c', 'Article 10', '2022-01-09', { claim: 0 }),
  row('d', 'Article 9', '2022-01-05'),
];
const ALL: ListView = { filter: '', sorting: 'added', progress: 'all' };

function ids(view: Partial<ListView>): string {
  return rowsInView(ROWS, { ...ALL, ...view })
    .map((one) => one.article.id)
    .join('');
}

describe('rowsInView', () => {
  it('keeps the order in which articles were added', () => {
    expect(ids({})).toBe('abcd');
  });

  it('finds words without case and marks, in any order', () => {
    expect(ids({ filter: 'PAULO sao' })).toBe('b');
    expect(ids({ filter: 'lakeside zurich' })).toBe('a');
    expect(ids({ filter: 'nowhere' })).toBe('');
  });

  it('sorts titles as a person would, numbers by size', () => {
    expect(ids({ sorting: 'title' })).toBe('dcba');
  });

  it('puts the newest first and the undated last', () => {
    expect(ids({ sorting: 'date' })).toBe('cdab');
  });

  it('parts what is begun from what is not', () => {
    expect(ids({ progress: 'open' })).toBe('a');
    expect(ids({ progress: 'todo' })).toBe('bcd');
  });
});
