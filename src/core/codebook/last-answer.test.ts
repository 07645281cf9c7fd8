import { expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { anAnnotation } from '../testing/builders.ts';
import { lastAnswer } from './last-answer.ts';

const one = (id: string, second: number, attributes: JsonObject) =>
  anAnnotation('A word.', [[0, 1]], {
    id,
    attributes,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
  });

it('is that of the newest annotation that has one, whatever the order', () => {
  const all = [
    one('b', 2, { source: [{ text: 'Oslo' }] }),
    one('a', 1, { source: [{ text: 'Bern' }], tone: 'calm' }),
    one('c', 3, { tone: '', source: [] }),
  ];
  expect(lastAnswer(all, 'source')).toEqual([{ text: 'Oslo' }]);
  expect(lastAnswer(all, 'tone')).toBe('calm');
  expect(lastAnswer(all, 'stage')).toBeUndefined();
  expect(lastAnswer([], 'tone')).toBeUndefined();
});

it('passes over words of the text, and decides by id where times are equal', () => {
  const quoted = { quote: ['A'], spans: [[0, 1]] };
  expect(lastAnswer([one('a', 1, { cue: 'said' }), one('b', 2, { cue: quoted })], 'cue')).toBe(
    'said',
  );
  const twins = [one('b', 1, { tone: 'angry' }), one('a', 1, { tone: 'calm' })];
  expect(lastAnswer(twins, 'tone')).toBe('angry');
});
