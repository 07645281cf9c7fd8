import { describe, expect, it } from 'vitest';
import { piecesOf, rank, wordsOf } from './found.ts';

describe('rank', () => {
  it('prefers the beginning of the title, then of a word, then anything', () => {
    const words = wordsOf('exp');
    expect(rank('Export a dataset', words)).toBe(3);
    expect(rank('What experts make of it', words)).toBe(2);
    expect(rank('Unexpected', words)).toBe(1);
    expect(rank('Import', words)).toBe(0);
  });

  it('wants every word, in any order', () => {
    expect(rank('Export a dataset', wordsOf('data exp'))).toBeGreaterThan(0);
    expect(rank('Export a dataset', wordsOf('data imp'))).toBe(0);
  });

  it('lists everything for an empty query', () => {
    expect(rank('Anything', wordsOf('  '))).toBe(1);
  });
});

describe('letters that lie apart', () => {
  it('are found where that is asked for, after everything else', () => {
    expect(rank('Export a dataset…', wordsOf('exds'), 'loose')).toBe(0.5);
    expect(rank('Export a dataset…', wordsOf('exds'))).toBe(0);
    expect(rank('Export a dataset…', wordsOf('exds data'), 'loose')).toBe(0.5);
  });

  it('begin where a word begins, and are three or more', () => {
    expect(rank('Export a dataset…', wordsOf('pta'), 'loose')).toBe(0);
    expect(rank('Export a dataset…', wordsOf('ea'), 'loose')).toBe(0);
    expect(rank('Export a dataset…', wordsOf('dtt'), 'loose')).toBe(0.5);
  });

  it('are marked one by one', () => {
    const pieces = piecesOf('Export a dataset', wordsOf('exds'), 'loose');
    expect(pieces.filter(({ found }) => found).map(({ text }) => text)).toEqual(['Ex', 'd', 's']);
  });
});

describe('piecesOf', () => {
  it('marks what was found and loses no character', () => {
    const pieces = piecesOf('Export a dataset', wordsOf('exp set'));
    expect(pieces.map((piece) => piece.text).join('')).toBe('Export a dataset');
    expect(pieces.filter((piece) => piece.found).map((piece) => piece.text)).toEqual([
      'Exp',
      'set',
    ]);
  });

  it('marks nothing where lower case has another length', () => {
    expect(piecesOf('İstanbul', wordsOf('stan'))).toEqual([
      { text: 'İstanbul', found: false, at: 0 },
    ]);
  });
});
