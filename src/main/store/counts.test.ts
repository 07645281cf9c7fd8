import { describe, expect, it } from 'vitest';
import type { RecordState } from '../../core/log/record.ts';
import type { Json } from '../../core/model/json.ts';
import { countRecords, NO_COUNTS, recount } from './counts.ts';

function record(fields: Readonly<Record<string, Json>>): RecordState {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, { value, stamp: '00000000000000.r' }]),
  );
}

const document = (fields: Readonly<Record<string, Json>>) => ({
  kind: 'document',
  id: 'a/document',
  before: undefined,
  after: record(fields),
});

describe('counts', () => {
  it('say how far a layer is, and keep it while annotations come and go', () => {
    const submitted = recount(NO_COUNTS, [document({ state: 'submitted', seen: 40 })]);
    expect(submitted).toMatchObject({ state: 'submitted', seen: 40, annotations: 0 });
    const mark = {
      kind: 'annotation',
      id: 'a/x',
      before: undefined,
      after: record({ label: 'claim' }),
    };
    expect(recount(submitted, [mark])).toMatchObject({ state: 'submitted', annotations: 1 });
  });

  it('say nothing about it once it is taken back', () => {
    const submitted = recount(NO_COUNTS, [document({ state: 'submitted' })]);
    expect(recount(submitted, [document({ state: null })])).toEqual(NO_COUNTS);
  });

  it('are the same counted at once', () => {
    const maps = new Map([['document', new Map([['a/document', record({ state: 'new' })]])]]);
    expect(countRecords(maps)).toEqual(recount(NO_COUNTS, [document({ state: 'new' })]));
  });

  it('follow doubts, comments and labels of the article as they come and go', () => {
    const mark = record({ label: 'claim', confidence: 'low' });
    const said = record({ thread: 'c1', targetAnalyst: '', action: 'say', createdAt: '2026' });
    const gone = { ...said, _del: { value: ['00000000000000.r'], stamp: '00000000000001.r' } };
    const changes = [
      { kind: 'annotation', id: 'a/x', before: undefined, after: mark },
      { kind: 'comment', id: 'a/c1', before: undefined, after: said },
      document({ labels: { opinion: { tone: 'sharp' } } }),
    ];
    const all = recount(NO_COUNTS, changes);
    expect(all).toEqual({
      annotations: 1,
      relations: 0,
      byLabel: { claim: 1 },
      unsure: 1,
      documentLabels: ['opinion'],
      comments: { c1: { thread: 'c1', targetAnalyst: '', action: 'say', createdAt: '2026' } },
    });
    const maps = new Map([
      ['annotation', new Map([['a/x', mark]])],
      ['comment', new Map([['a/c1', said]])],
      ['document', new Map([['a/document', record({ labels: { opinion: {} } })]])],
    ]);
    expect(countRecords(maps)).toEqual(all);
    const back = recount(all, [
      { kind: 'annotation', id: 'a/x', before: mark, after: record({ label: 'claim' }) },
      { kind: 'comment', id: 'a/c1', before: said, after: gone },
      document({ labels: {} }),
    ]);
    expect(back).toEqual({ annotations: 1, relations: 0, byLabel: { claim: 1 } });
  });
});
