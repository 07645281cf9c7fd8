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
