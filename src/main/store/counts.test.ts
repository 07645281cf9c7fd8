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
  before: undefined,
  after: record(fields),
});

describe('counts', () => {
  it('say how far a layer is, and keep it while annotations come and go', () => {
    const submitted = recount(NO_COUNTS, [document({ state: 'submitted', seen: 40 })]);
    expect(submitted).toMatchObject({ state: 'submitted', seen: 40, annotations: 0 });
    const mark = { kind: 'annotation', before: undefined, after: record({ label: 'claim' }) };
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
});
