import { describe, expect, it } from 'vitest';
import type { Article } from '../model/article.ts';
import { DEFAULT_LABELS } from '../model/codebook.ts';
import { resolveTombstone } from './invert.ts';
import { articleOfOp, layerAnalyst, type OpDraft, splitRecordId } from './op.ts';
import {
  addAnalyst,
  addArticle,
  addLabel,
  analystFrom,
  articleFrom,
  editArticle,
  labelFrom,
  nameProject,
  removeArticle,
} from './project-ops.ts';
import { applyOp, type RecordState, seenStamps } from './record.ts';

const ARTICLE: Article = {
  id: 'a1',
  title: 'A title',
  outlet: 'A newspaper',
  byline: 'By somebody',
  date: '2026-11-21',
  language: 'en',
  sha256: 'ab',
  characters: 10,
  furniture: [{ start: 0, end: 2, kind: 'navigation' }],
  source: { file: 'a.txt' },
  addedAt: '2026-11-21T12:00:00.000Z',
  tags: ['border'],
  assigned: ['ana'],
};

function after(...drafts: readonly OpDraft[]): RecordState {
  let record: RecordState | undefined;
  drafts.forEach((draft, index) => {
    const { p } = resolveTombstone(draft, record);
    const b = seenStamps(record, Object.keys(p));
    const t = `00000000${index + 1}0000.r-a`;
    record = applyOp(record, { t, p, ...(b === undefined ? {} : { b }) });
  });
  return record ?? {};
}

const gone = (k: string): OpDraft => ({ c: 'project', k, r: 'x', p: { _del: true } });

describe('an article', () => {
  it('comes back from its record, corrected, removed', () => {
    const added = addArticle(ARTICLE);
    expect(articleFrom('a1', after(added))).toEqual(ARTICLE);
    const corrected = after(added, editArticle('a1', { title: 'Better' }));
    expect(articleFrom('a1', corrected)).toEqual({ ...ARTICLE, title: 'Better' });
    const removed = [added, removeArticle('a1')];
    expect(articleFrom('a1', after(...removed))).toBeUndefined();
    expect(articleFrom('a1', after(...removed, added))).toEqual(ARTICLE);
  });

  it('has an empty value for what its record lacks', () => {
    const record = after(editArticle('a1', { title: 'Only this' }));
    expect(articleFrom('a1', record)).toMatchObject({
      title: 'Only this',
      characters: 0,
      furniture: [],
      source: {},
    });
  });
});

describe('labels, analysts and the project itself', () => {
  it('come back from their records', () => {
    for (const label of DEFAULT_LABELS) {
      expect(labelFrom(label.id, after(addLabel(label)))).toEqual(label);
      expect(labelFrom(label.id, after(addLabel(label), gone('label')))).toBeUndefined();
    }
    const analyst = { id: 'ana', name: 'Ana' };
    expect(analystFrom('ana', after(addAnalyst(analyst)))).toEqual(analyst);
    expect(analystFrom('ana', after(addAnalyst(analyst), gone('analyst')))).toBeUndefined();
    expect(nameProject('P')).toEqual({
      c: 'project',
      k: 'project',
      r: 'project',
      p: { name: 'P' },
    });
  });
});

describe('the names in an op', () => {
  it('tell which file it concerns', () => {
    expect(articleOfOp({ c: 'project', k: 'article', r: 'a1' })).toBe('a1');
    expect(articleOfOp({ c: 'project', k: 'label', r: 'claim' })).toBeUndefined();
    expect(articleOfOp({ c: 'layer.ana', k: 'annotation', r: 'a1/x1' })).toBe('a1');
    expect(articleOfOp({ c: 'layer.ana', k: 'annotation', r: 'x1' })).toBeUndefined();
    expect(splitRecordId('a1/x/y')).toEqual({ articleId: 'a1', id: 'x/y' });
    expect(splitRecordId('/x')).toBeUndefined();
    expect(layerAnalyst('gold')).toBeUndefined();
  });
});
