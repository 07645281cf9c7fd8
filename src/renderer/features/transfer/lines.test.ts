import { describe, expect, it } from 'vitest';
import { blockAt, linesOf, withFurniture, withoutFurniture } from './lines.ts';

const TEXT = 'Menu\nShare\n\nTitle\nSee also: gas\nWords at the end';
const NAV = { start: 0, end: 10, kind: 'navigation' as const };
const ALSO = { start: 18, end: 31, kind: 'related' as const };

describe('linesOf', () => {
  it('says which lines are furniture as a whole, and how long each block is', () => {
    const lines = linesOf(TEXT, [ALSO, NAV]);
    expect(lines.map((line) => line.kind)).toEqual([
      'navigation',
      'navigation',
      undefined,
      undefined,
      'related',
      undefined,
    ]);
    expect(lines.map((line) => line.blockLines)).toEqual([2, 0, 0, 0, 1, 0]);
  });

  it('keeps every character of every line', () => {
    const lines = linesOf(TEXT, [NAV, { start: 20, end: 25, kind: 'other' }]);
    const again = lines.map((line) => line.pieces.map((piece) => piece.text).join(''));
    expect(again.join('\n')).toBe(TEXT);
    for (const line of lines) expect(TEXT.slice(line.start, line.end)).toBe(again[line.number - 1]);
  });

  it('shows a line that is furniture in part as text with that part marked', () => {
    const line = linesOf('Read this. Advert', [{ start: 11, end: 17, kind: 'advertisement' }])[0];
    expect(line?.kind).toBeUndefined();
    expect(line?.pieces).toEqual([
      { text: 'Read this. ', furniture: false, start: 0 },
      { text: 'Advert', furniture: true, start: 11 },
    ]);
  });

  it('does not part a block at an empty line', () => {
    const lines = linesOf('a\n\nb\nc', [{ start: 0, end: 4, kind: 'caption' }]);
    expect(lines[0]?.blockLines).toBe(2);
    expect(blockAt(lines, 2)).toEqual([0, 2]);
  });

  it('copes with furniture that ends behind the text', () => {
    expect(linesOf('a', [{ start: 0, end: 9, kind: 'other' }])[0]?.kind).toBe('other');
  });
});

describe('withFurniture and withoutFurniture', () => {
  it('take back what the other did', () => {
    const marked = withFurniture([NAV], 12, 17);
    expect(marked).toEqual([NAV, { start: 12, end: 17, kind: 'manual' }]);
    expect(withoutFurniture(marked, 12, 17)).toEqual([NAV]);
  });

  it('cut a stretch out of the middle', () => {
    expect(withoutFurniture([NAV], 4, 6)).toEqual([
      { ...NAV, end: 4 },
      { ...NAV, start: 6 },
    ]);
  });

  it('never overlap', () => {
    const list = withFurniture([NAV], 5, 17);
    expect(list).toEqual([
      { ...NAV, end: 5 },
      { start: 5, end: 17, kind: 'manual' },
    ]);
  });

  it('mark nothing where there is nothing', () => {
    expect(withFurniture([NAV], 12, 12)).toEqual([NAV]);
  });
});
