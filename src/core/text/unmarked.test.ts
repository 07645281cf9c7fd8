import { expect, it } from 'vitest';
import type { Span } from '../model/span.ts';
import { nextUnmarked } from './unmarked.ts';

const TEXT = 'Home\nKyiv asked. Berlin kept silent.\nParis spoke. Rome waited.';
const at = (words: string): Span => {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
};
const next = (taken: readonly string[], from: number): string | undefined => {
  const found = nextUnmarked(TEXT, taken.map(at), from);
  return found === undefined ? undefined : TEXT.slice(...found);
};

it.each([
  [['Home'], 0, 'Kyiv asked.'],
  [['Home', 'asked'], 0, 'Berlin kept silent.'],
  [['Home', 'silent', 'Kyiv'], 0, 'Paris spoke.'],
  [['Home', 'Kyiv', 'silent.\nParis'], 0, 'Rome waited.'],
  [['Home'], at('Berlin')[0] + 1, 'Paris spoke.'],
  [['Home'], at('Rome')[0] + 1, 'Kyiv asked.'],
  [[], TEXT.length, 'Home'],
  [[TEXT], 0, undefined],
])('past %j from %i: %j', (taken, from, expected) => {
  expect(next(taken, from)).toBe(expected);
});
