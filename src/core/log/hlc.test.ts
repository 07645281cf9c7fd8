import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStamp, stampIso, stampReplica, stampTime } from './hlc.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 21);

describe('a hybrid logical clock', () => {
  it('says the wall time and the replica', () => {
    const stamp = nextStamp('', NOW, 'r-a');
    expect(stampTime(stamp)).toBe(NOW);
    expect(stampReplica(stamp)).toBe('r-a');
    expect(stampIso(stamp)).toBe('2026-11-21T00:00:00.000Z');
  });

  it('grows whatever the wall clock does', () => {
    const clock = fc.oneof(
      fc.integer({ min: NOW - 400 * DAY, max: NOW + 400 * DAY }),
      fc.constantFrom(0, -1, NaN, Infinity, -Infinity, 1e300),
    );
    fc.assert(
      fc.property(fc.array(clock, { maxLength: 50 }), (readings) => {
        let last = '';
        for (const reading of readings) {
          const next = nextStamp(last, reading, 'r-a');
          expect(next > last).toBe(true);
          expect(next).toMatch(/^[0-9a-z]{13}\.r-a$/u);
          last = next;
        }
      }),
    );
  });

  it('goes on to the next millisecond when the counter is full', () => {
    const full = `${nextStamp('', NOW, 'r-a').slice(0, 9)}zzzz.r-a`;
    const next = nextStamp(full, NOW, 'r-a');
    expect(next > full).toBe(true);
    expect(stampTime(next)).toBe(NOW + 1);
  });

  it('follows a stamp seen from another replica', () => {
    const theirs = nextStamp('', NOW + DAY, 'r-z');
    const ours = nextStamp(theirs, NOW, 'r-a');
    expect(ours > theirs).toBe(true);
    expect(stampReplica(ours)).toBe('r-a');
  });
});
