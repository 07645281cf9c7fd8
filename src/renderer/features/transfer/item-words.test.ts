import { describe, expect, it } from 'vitest';
import type { ImportItem } from '../../state/import-batch.ts';
import { stateWords } from './item-words.ts';

function item(patch: Partial<ImportItem>): ImportItem {
  return {
    key: '0',
    file: '/a/notes.txt',
    state: 'ready',
    kind: 'text',
    charset: 'utf-8',
    charsetConfidence: 1,
    title: 'Notes',
    outlet: '',
    byline: '',
    date: '',
    language: '',
    articles: 1,
    characters: 1,
    columns: [],
    annotations: 0,
    relations: 0,
    warnings: [],
    notes: [],
    reason: '',
    recognised: {},
    offsetUnit: '',
    names: 0,
    unmatched: [],
    ...patch,
  };
}

describe('the state of a file', () => {
  it('is ready where all that was noticed is dealt with', () => {
    expect(stateWords(item({ notes: ['Line 3 looks like a caption.'] }), false)).toEqual({
      words: 'Ready',
      tone: 'plain',
    });
  });

  it('asks where a person has to decide', () => {
    const asks = item({ warnings: ['Which charset?'], notes: ['A caption.'] });
    expect(stateWords(asks, false)).toEqual({ words: '1 question', tone: 'look' });
    expect(stateWords(asks, true)).toEqual({ words: 'Left out', tone: 'here' });
  });

  it('says in full why a file is refused, without its name', () => {
    const reason = '“notes.txt” was not imported. The file is empty.';
    expect(stateWords(item({ state: 'failed', reason }), false)).toEqual({
      words: 'Refused',
      reason: 'The file is empty.',
      tone: 'refused',
    });
  });

  it('counts the marks that come with a file', () => {
    expect(stateWords(item({ annotations: 31 }), false).words).toBe('Ready, 31 marks');
  });
});
