import { describe, expect, it } from 'vitest';
import { aLayer, itemsIn } from '../testing/review.ts';
import type { ReviewLayer } from './reading.ts';

const scoreOf = (...layers: readonly ReviewLayer[]): number => itemsIn(...layers)[0]?.score ?? -1;
const M = 'Moscow';

describe('how far readers are apart', () => {
  it('is 0 where all say the same', () => {
    expect(scoreOf(aLayer('a', [M]), aLayer('b', [M]))).toBe(0);
  });
  it('is 0.6 between one who marked and one who did not', () => {
    expect(scoreOf(aLayer('a', [M]), aLayer('b'))).toBeCloseTo(0.6);
  });
  it('is 0.7 for another label on the same words', () => {
    expect(scoreOf(aLayer('a', [M]), aLayer('b', [M, 'claim']))).toBeCloseTo(0.7);
  });
  it('is half of what the words are apart under the same label', () => {
    // “Moscow has” shares 6 of 10 characters with “Moscow”.
    expect(scoreOf(aLayer('a', [M]), aLayer('b', ['Moscow has']))).toBeCloseTo(0.5 * 0.4);
  });
  it('is 0.3 times the share of attributes that differ', () => {
    const one = aLayer('a', [M, 'threat', { x: '1', y: '2' }]);
    const other = aLayer('b', [M, 'threat', { x: '1', y: '3' }]);
    expect(scoreOf(one, other)).toBeCloseTo(0.15);
  });
  it('puts a divided team above one against all', () => {
    const camp = (n: number, label: string): ReturnType<typeof aLayer>[] =>
      Array.from({ length: n }, (_, i) => aLayer(`${label}${String(i)}`, [M, label]));
    const divided = scoreOf(...camp(2, 'claim'), ...camp(2, 'threat'));
    const lone = scoreOf(...camp(3, 'claim'), ...camp(1, 'threat'));
    expect(divided).toBeCloseTo(0.7);
    expect(lone).toBeCloseTo(0.7 * 0.75);
  });
});
