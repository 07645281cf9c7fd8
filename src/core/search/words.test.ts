import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaries, nastyText } from '../testing/nasty-text.ts';
import { contextLine, sortKey } from './context.ts';
import { findWords, searchText, wordPattern } from './find-words.ts';
import { fold, foldText, originOf } from './fold.ts';
import { literalsOf } from './pattern-literals.ts';
import { indexWords, neededWords } from './terms.ts';

describe('folding', () => {
  it.each([
    ['Zürich', 'zurich'],
    ['Zu\u0308rich', 'zurich'],
    ['STRASSE straße', 'strasse strasse'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['Ещё', 'еще'],
    ['عُقُوبات أحمد', 'عقوبات احمد'],
    ['שָׁלוֹם', 'שלום'],
    ['Ｏｉｌ ﬁne', 'oil fine'],
    ['İzmir ılık', 'izmir ilik'],
    ['が か\u3099', 'が が'],
    ['ㅎ 한 \u1112\u1161\u11ab', 'ᄒ 한 한'],
    ['नरेन्द्र', 'नरेन्द्र'],
    ['“quoted” — text…', '“quoted” — text…'],
  ])('%s → %s', (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it('knows where each stretch came from', () => {
    const text = 'A ﬁne cafe\u0301, Ｏｉｌ.';
    const folded = fold(text);
    const origin = (word: string) => {
      const at = folded.text.indexOf(word);
      return text.slice(...originOf(folded, at, at + word.length));
    };
    expect([origin('fine'), origin('cafe'), origin('oil'), origin('.')]).toEqual([
      'ﬁne',
      'cafe\u0301',
      'Ｏｉｌ',
      '.',
    ]);
  });

  it('twice changes nothing more, and places stay in order within the text', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const folded = fold(text);
        expect(foldText(folded.text)).toBe(folded.text);
        let last = 0;
        for (let at = 0; at < folded.text.length; at += 1) {
          const [start, end] = originOf(folded, at, at + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });
});

describe('words in a text', () => {
  it('do not overlap where a character holds two of them', () => {
    expect(findWords(searchText('1\u2152 1'), wordPattern('1', false, true))).toEqual([
      [0, 2],
      [3, 4],
    ]);
  });

  it('lie within it, ascend, split no character, and are in the index', () => {
    fc.assert(
      fc.property(nastyText, fc.nat(), fc.boolean(), (text, pick, prefix) => {
        const words = [...indexWords(text)];
        const word = words[pick % Math.max(1, words.length)];
        if (word === undefined) return;
        const places = new Set(boundaries(text));
        let last = 0;
        for (const [start, end] of findWords(searchText(text), wordPattern(word, false, prefix))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(places.has(start) && places.has(end)).toBe(true);
          last = end;
        }
        const needed = neededWords(word, prefix);
        expect(needed.words.every((one) => words.includes(one))).toBe(true);
        expect(words.some((one) => one.startsWith(needed.prefix))).toBe(true);
      }),
    );
  });

  it.each([
    ['new sanctions', 'new, “sanctions”', true],
    ['new sanctions', 'new\nsanctions', true],
    ['new sanctions', 'new\n\nsanctions', false],
    ['U.S.', 'the U.S. said', true],
    ['cease-fire', 'a cease fire', true],
    ['핵무기', '핵 무기', false],
  ])('“%s” in “%s”: %s', (words, text, expected) => {
    const found = findWords(searchText(text), wordPattern(words, false, false));
    expect(found.length > 0).toBe(expected);
  });
});

describe('the letters that an expression needs', () => {
  it.each<[string, readonly string[]]>([
    ['zanzib[a-z]+', ['zanzib']],
    ['\\bsanctions?\\b', ['sanction']],
    ['oil.*gas', ['oil', 'gas']],
    ['(ban[ks])+s', ['s']],
    ['(ban|bar)s', []],
    ['ban|bar', []],
    ['ab+c', ['ab', 'c']],
    ['a{2}b', ['b']],
    ['a\\x41b', []],
    ['\\Qa|b\\E', []],
    ['(?i)oil', []],
    ['[abc]oil[]x]gas', ['oil', 'gas']],
    ['제재\\s', ['제재']],
  ])('%s: %j', (source, expected) => {
    expect(literalsOf(source)).toEqual(expected);
  });
});

describe('a line', () => {
  const text = 'He said:\n\nOil \u{1f4a9} sanctions   hurt.';
  const at = text.indexOf('sanctions');

  it('is one line, whatever stands around the hit', () => {
    expect(contextLine(text, [at, at + 9])).toEqual({
      left: 'He said: Oil \u{1f4a9} ',
      hit: 'sanctions',
      right: ' hurt.',
    });
    const long = contextLine('x'.repeat(1000), [100, 900]);
    expect(long.hit).toHaveLength(301);
    expect(long.left).toHaveLength(100);
  });

  it('is ordered by words from the hit outward', () => {
    expect(sortKey(text, [at, at + 9], 'left').split('\u0001')).toEqual(['oil', 'said', 'he']);
    expect(sortKey(text, [at, at + 9], 'right')).toBe('hurt');
    expect(sortKey(text, [at, at + 9], 'hit')).toBe('sanctions\u0001hurt');
  });
});
