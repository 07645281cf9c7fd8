import { expect, it } from 'vitest';
import { createDocumentTally } from './document-tally.ts';

it('counts labels of whole articles by label, analyst and day', () => {
  const tally = createDocumentTally();
  const given = { articleId: 'a', analyst: 'ana', label: 'opinion', day: '2026-01-21' };
  tally.add(given);
  tally.add({ ...given, articleId: 'b' });
  tally.add({ ...given, analyst: 'ben', day: '2026-01-22' });
  tally.add({ ...given, label: 'wire', day: '' });
  expect(tally.counts()).toEqual([
    { label: 'opinion', analyst: 'ana', day: '2026-01-21', articles: 2 },
    { label: 'opinion', analyst: 'ben', day: '2026-01-22', articles: 1 },
    { label: 'wire', analyst: 'ana', day: '', articles: 1 },
  ]);
  expect(tally.articlesWith('opinion')).toEqual(['a', 'b']);
  expect(tally.articlesWith('none')).toEqual([]);
});
