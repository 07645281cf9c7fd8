import { describe, expect, it } from 'vitest';
import { assignArticles, markArticles, removeArticles, tagArticles } from './bulk.ts';
import { aRow } from './testing/rows.ts';

const ROWS = [
  aRow('a', { tags: ['banks', 'chips'] }),
  aRow('b', { tags: ['banks'], assigned: ['ana'] }, { state: 'submitted' }),
  aRow('c'),
];

describe('an edit of several articles', () => {
  it('adds and removes tags, and leaves alone what has them already', () => {
    const { label, drafts } = tagArticles(ROWS, { add: ['banks'], remove: ['chips'] });
    expect(label).toBe('Tag 3 articles');
    expect(drafts).toEqual([
      { c: 'project', k: 'article', r: 'a', p: { tags: ['banks'] } },
      { c: 'project', k: 'article', r: 'c', p: { tags: ['banks'] } },
    ]);
  });

  it('assigns', () => {
    const { drafts } = assignArticles(ROWS, { add: ['ben'], remove: ['ana'] });
    expect(drafts.map((draft) => draft.p['assigned'])).toEqual([['ben'], ['ben'], ['ben']]);
  });

  it('marks one’s own layers, where they are not there yet', () => {
    const { label, drafts } = markArticles(ROWS, 'new', 'ana');
    expect(label).toBe('Mark 3 articles as new');
    expect(drafts.map(({ c, r, p }) => [c, r, p['state']])).toEqual([
      ['layer.ana', 'b/document', 'new'],
    ]);
  });

  it('names one article by its title', () => {
    expect(removeArticles(ROWS.slice(0, 1)).label).toBe('Remove “a”');
    expect(removeArticles(ROWS).drafts).toHaveLength(3);
  });

  it('changes nothing where nothing changes', () => {
    expect(tagArticles(ROWS, { add: [], remove: ['gas'] }).drafts).toEqual([]);
  });
});
