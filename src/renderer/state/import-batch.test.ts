import { describe, expect, it } from 'vitest';
import { articlesOut, comingIn, editKeyOf, type ImportItem, mergeItems } from './import-batch.ts';

function item(key: string, state: ImportItem['state']): ImportItem {
  return {
    key,
    file: key,
    state,
    kind: 'Text',
    charset: 'UTF-8',
    charsetConfidence: 1,
    title: key,
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
  };
}

describe('mergeItems', () => {
  it('replaces what is known in its place and appends what is new', () => {
    const before = [item('a', 'waiting'), item('b', 'waiting')];
    const merged = mergeItems(before, [item('c', 'waiting'), item('b', 'ready')]);
    expect(merged.map((one) => `${one.key} ${one.state}`)).toEqual([
      'a waiting',
      'b ready',
      'c waiting',
    ]);
  });
});

describe('comingIn', () => {
  it('takes what is read and new, and not what a person left out', () => {
    const items = [
      item('a', 'ready'),
      item('b', 'duplicate'),
      item('c', 'failed'),
      item('d', 'ready'),
    ];
    const edits = { d: { fields: {}, furniture: undefined, leftOut: true } };
    expect(comingIn({ items, edits }).map((one) => one.key)).toEqual(['a']);
  });

  it('takes a file with several articles as long as one of them comes in', () => {
    const several = { ...item('1', 'ready'), articles: 2 };
    const other = { ...item('11', 'ready'), articles: 2 };
    const out = { fields: {}, furniture: undefined, leftOut: true };
    const first = { [editKeyOf(several, 0)]: out };
    const items = [several, other];
    expect(comingIn({ items, edits: first }).map((one) => one.key)).toEqual(['1', '11']);
    expect([several, other].map((one) => articlesOut({ edits: first }, one))).toEqual([1, 0]);
    const both = { ...first, [editKeyOf(several, 1)]: out };
    expect(comingIn({ items, edits: both }).map((one) => one.key)).toEqual(['11']);
  });
});
