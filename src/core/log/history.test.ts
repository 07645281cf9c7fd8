import { describe, expect, it } from 'vitest';
import {
  afterCommit,
  commonArticle,
  EMPTY_HISTORY,
  HISTORY_DRAFTS,
  HISTORY_LENGTH,
} from './history.ts';
import type { OpDraft } from './op.ts';

const draft: OpDraft = { c: 'layer.ana', k: 'annotation', r: 'a1/x1', p: {} };
const entry = (id: string, drafts = 1) => ({
  id,
  label: id,
  inverse: Array.from({ length: drafts }, () => draft),
});

describe('a history', () => {
  it('leaves alone what must not be undone', () => {
    const history = afterCommit(EMPTY_HISTORY, entry('a'), { label: '' });
    expect(afterCommit(history, entry('b'), { label: '', undoable: false })).toBe(history);
  });

  it('moves commits between its lists', () => {
    const done = afterCommit(EMPTY_HISTORY, entry('a'), { label: '' });
    const undone = afterCommit(done, entry('b'), { label: '', undoes: 'a' });
    expect(undone).toEqual({ undo: [], redo: [entry('b')] });
    const redone = afterCommit(undone, entry('c'), { label: '', redoes: 'b' });
    expect(redone).toEqual({ undo: [entry('c')], redo: [] });
    const other = afterCommit(undone, entry('d'), { label: '' });
    expect(other).toEqual({ undo: [entry('d')], redo: [] });
  });

  it('is bounded in length and in size, but always keeps the last commit', () => {
    let history = EMPTY_HISTORY;
    for (let n = 0; n < HISTORY_LENGTH + 5; n += 1) {
      history = afterCommit(history, entry(`c${n}`), { label: '' });
    }
    expect(history.undo).toHaveLength(HISTORY_LENGTH);
    const huge = entry('huge', HISTORY_DRAFTS + 1);
    history = afterCommit(history, huge, { label: '' });
    expect(history.undo).toEqual([huge]);
  });

  it('names the one article that a commit concerned', () => {
    expect(commonArticle([draft, draft])).toBe('a1');
    expect(commonArticle([draft, { ...draft, r: 'a2/x' }])).toBeUndefined();
    expect(commonArticle([])).toBeUndefined();
    expect(commonArticle([{ c: 'project', k: 'article', r: 'a1' }])).toBe('a1');
    expect(commonArticle([{ c: 'project', k: 'label', r: 'claim' }])).toBeUndefined();
  });
});
