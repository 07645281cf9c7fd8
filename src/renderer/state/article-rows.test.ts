import { describe, expect, it } from 'vitest';
import { editDocument } from '../../core/log/document-ops.ts';
import { addArticle } from '../../core/log/project-ops.ts';
import type { RecordState } from '../../core/log/record.ts';
import {
  isProgress,
  layersIn,
  NO_LAYER,
  rowOf,
  stateOf,
  withLayer,
  withProgress,
} from './article-rows.ts';

const DRAFT = addArticle({
  id: 'a1',
  title: 'Ministers meet',
  outlet: '',
  byline: '',
  date: '',
  language: 'en',
  sha256: '',
  characters: 10,
  furniture: [],
  source: {},
  addedAt: '',
  tags: ['banks'],
  assigned: [],
});
const RECORD: RecordState = Object.fromEntries(
  Object.entries(DRAFT.p).map(([field, value]) => [field, { value, stamp: '00000000000000.r' }]),
);
const NOBODY = [] as const;

describe('how far a layer is', () => {
  it.each([
    [NO_LAYER, 'new'],
    [{ ...NO_LAYER, counts: { claim: 0 } }, 'new'],
    [{ ...NO_LAYER, counts: { claim: 1 } }, 'in-progress'],
    [{ ...NO_LAYER, seen: 40 }, 'in-progress'],
    [{ ...NO_LAYER, documentLabels: ['opinion'] }, 'in-progress'],
    [{ ...NO_LAYER, said: 'submitted' as const }, 'submitted'],
    [{ ...NO_LAYER, counts: { claim: 1 }, said: 'new' as const }, 'new'],
  ] as const)('%j is %s', (layer, state) => {
    expect(stateOf(layer)).toBe(state);
  });

  it('follows what is said of it, and what is taken back', () => {
    const said = editDocument('a1', 'ana', { state: 'submitted' });
    expect(isProgress(said, 'ana')).toBe(true);
    expect(isProgress(said, 'ben')).toBe(false);
    const submitted = withProgress(NO_LAYER, said);
    expect(submitted.said).toBe('submitted');
    expect(withProgress(submitted, { p: { seen: 7 } })).toMatchObject({
      said: 'submitted',
      seen: 7,
    });
    expect(withProgress(submitted, { p: { state: null } }).said).toBeUndefined();
    expect(withProgress(submitted, { p: { _del: ['00000000000000.r'] } })).toEqual(NO_LAYER);
  });
});

describe('a row', () => {
  const row = rowOf('a1', RECORD, NO_LAYER, NOBODY, undefined);

  it('is the same object while nothing in it changes', () => {
    expect(row?.article.tags).toEqual(['banks']);
    expect(rowOf('a1', RECORD, NO_LAYER, NOBODY, row)).toBe(row);
    if (row !== undefined) expect(withLayer(row, { ...NO_LAYER })).toBe(row);
  });

  it('is another one with another layer, of the same article', () => {
    const next = rowOf('a1', RECORD, { ...NO_LAYER, said: 'submitted' }, NOBODY, row);
    expect(next).not.toBe(row);
    expect(next?.article).toBe(row?.article);
    expect(next?.state).toBe('submitted');
  });

  it('knows one’s own layer and the others apart', () => {
    const { own, others } = layersIn(
      {
        id: 'a1',
        record: {},
        counts: { ana: { claim: 2 }, ben: { threat: 1 } },
        layers: {
          ana: { relations: 1, state: 'submitted', seen: 9, unsure: 2 },
          ben: { relations: 0, unsure: 7, documentLabels: ['opinion'] },
        },
        openThreads: 3,
      },
      'ana',
    );
    expect(own).toEqual({
      counts: { claim: 2 },
      relations: 1,
      said: 'submitted',
      seen: 9,
      unsure: 2,
      openThreads: 3,
      documentLabels: [],
    });
    expect(others).toEqual([{ counts: { threat: 1 }, relations: 0 }]);
  });
});
