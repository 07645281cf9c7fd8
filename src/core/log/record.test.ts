import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStamp } from './hlc.ts';
import { DELETED, type Op, type Stamp } from './op.ts';
import { applyOp, isDeleted, type RecordState, recordStamps, seenStamps } from './record.ts';

type Edit = Pick<Op, 't' | 'p' | 'b'>;

interface Replica {
  readonly name: string;
  state: RecordState | undefined;
  readonly stream: Edit[];
  /** How many ops of each other replica have arrived here. */
  readonly seen: Map<Replica, number>;
  stamp: Stamp;
}

/** A step of a history: somebody edits, deletes, or gets what another has. */
type Step =
  | { readonly do: 'edit'; readonly who: number; readonly field: string; readonly clock: number }
  | { readonly do: 'delete'; readonly who: number; readonly clock: number }
  | { readonly do: 'get'; readonly who: number; readonly from: number; readonly count: number };

const who = fc.integer({ min: 0, max: 3 });
const clock = fc.integer({ min: 0, max: 50 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      who,
      field: fc.constantFrom('label', 'note', 'spans'),
      clock,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), who, clock }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('get' as const),
      who,
      from: who,
      count: fc.integer({ min: 1, max: 9 }),
    }),
  },
);

function commit(replica: Replica, p: Edit['p'], at: number): void {
  replica.stamp = nextStamp(replica.stamp, at, replica.name);
  const b = seenStamps(replica.state, Object.keys(p));
  const op: Edit = { t: replica.stamp, p, ...(b === undefined ? {} : { b }) };
  replica.stream.push(op);
  replica.state = applyOp(replica.state, op);
}

function deliver(to: Replica, from: Replica, count: number): void {
  const seen = to.seen.get(from) ?? 0;
  const arriving = from.stream.slice(seen, seen + count);
  for (const op of arriving) {
    to.state = applyOp(to.state, op);
    if (op.t > to.stamp) to.stamp = op.t;
  }
  to.seen.set(from, seen + arriving.length);
}

function play(steps: readonly Step[]): readonly Replica[] {
  const replicas = ['r-a', 'r-b', 'r-c', 'r-d'].map(
    (name): Replica => ({ name, state: undefined, stream: [], seen: new Map(), stamp: '' }),
  );
  let value = 0;
  for (const one of steps) {
    const replica = replicas[one.who]!;
    if (one.do === 'edit') {
      value += 1;
      commit(replica, { [one.field]: value }, one.clock);
    } else if (one.do === 'delete') {
      if (replica.state === undefined) continue;
      commit(replica, { [DELETED]: recordStamps(replica.state) }, one.clock);
    } else if (one.from !== one.who) {
      deliver(replica, replicas[one.from]!, one.count);
    }
  }
  return replicas;
}

/** A record without its book-keeping. */
function canonical(state: RecordState | undefined): unknown {
  if (state === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(state).map(([field, { value, stamp, losers }]) => [
      field,
      { value, stamp, losers: losers ?? [] },
    ]),
  );
}

function merge(streams: readonly (readonly Edit[])[], order: readonly number[]): unknown {
  const left = streams.map((stream) => [...stream]);
  let state: RecordState | undefined;
  for (const pick of order) {
    const waiting = left.filter((stream) => stream.length > 0);
    const op = waiting[pick % Math.max(1, waiting.length)]?.shift();
    if (op !== undefined) state = applyOp(state, op);
  }
  for (const op of left.flat()) state = applyOp(state, op);
  return canonical(state);
}

const order = fc.array(fc.nat({ max: 20 }), { maxLength: 80 });
const steps = fc.array(step, { minLength: 1, maxLength: 60 });

describe('a record of multi-value registers', () => {
  it('comes out the same whatever the order in which streams arrive', () => {
    fc.assert(
      fc.property(steps, order, order, (history, one, two) => {
        const streams = play(history).map((replica) => replica.stream);
        expect(merge(streams, one)).toEqual(merge(streams, two));
      }),
      { numRuns: 1_000 },
    );
  });

  it('comes out the same on every replica once all have everything', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const replicas = play(history);
        for (const to of replicas) {
          for (const from of replicas) if (from !== to) deliver(to, from, Infinity);
        }
        for (const { state } of replicas)
          expect(canonical(state)).toEqual(canonical(replicas[0]!.state));
      }),
      { numRuns: 500 },
    );
  });

  it('loses no value silently: each is shown, kept beside, or named by what replaced it', () => {
    fc.assert(
      fc.property(steps, order, (history, arrival) => {
        const streams = play(history).map((replica) => replica.stream);
        const all = streams.flat();
        const state = merge(streams, arrival) as RecordState | undefined;
        for (const op of all) {
          for (const [field, value] of Object.entries(op.p)) {
            const register = state?.[field];
            const heads = [register, ...(register?.losers ?? [])];
            const isThere = heads.some((head) => head?.stamp === op.t);
            const isNamed = all.some((other) => other.b?.[field]?.includes(op.t) === true);
            expect(isThere || isNamed, `${field}=${JSON.stringify(value)}`).toBe(true);
            expect(isThere && isNamed).toBe(false);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts an op that arrives twice in a row once', () => {
    fc.assert(
      fc.property(steps, (history) => {
        for (const { stream } of play(history)) {
          let state: RecordState | undefined;
          for (const op of stream) {
            state = applyOp(state, op);
            expect(applyOp(state, op)).toEqual(state);
          }
        }
      }),
    );
  });

  it('shows the value with the greatest stamp and keeps the concurrent one', () => {
    const a = applyOp(undefined, { t: '000000001000a.r-a', p: { label: 'claim' } });
    const both = applyOp(a, { t: '000000002000a.r-b', p: { label: 'threat' } });
    expect(both['label']).toEqual({
      value: 'threat',
      stamp: '000000002000a.r-b',
      losers: [{ value: 'claim', stamp: '000000001000a.r-a' }],
    });
    const settled = applyOp(both, {
      t: '000000003000a.r-a',
      p: { label: 'actor' },
      b: { label: ['000000002000a.r-b', '000000001000a.r-a'] },
    });
    expect(settled['label']).toEqual({ value: 'actor', stamp: '000000003000a.r-a' });
  });
});

describe('a tombstone', () => {
  const made = applyOp(undefined, {
    t: '0000000010000.r-a',
    p: { label: 'claim', [DELETED]: false },
  });

  it('deletes what it saw', () => {
    const gone = applyOp(made, { t: '0000000020000.r-a', p: { [DELETED]: recordStamps(made) } });
    expect(isDeleted(gone)).toBe(true);
    const edited = applyOp(gone, { t: '0000000030000.r-b', p: { note: 'unseen' } });
    expect(isDeleted(edited)).toBe(false);
    const back = applyOp(gone, { t: '0000000030000.r-a', p: { [DELETED]: false } });
    expect(isDeleted(back)).toBe(false);
  });

  it('covers what came with it', () => {
    const p = { label: 'threat', [DELETED]: recordStamps(made) };
    const b = { label: ['0000000010000.r-a'] };
    expect(isDeleted(applyOp(made, { t: '0000000020000.r-a', p, b }))).toBe(true);
  });

  it('counts together with another that was made at the same time', () => {
    const edited = applyOp(made, {
      t: '0000000020000.r-a',
      p: { note: 'n' },
    });
    const one = applyOp(edited, { t: '0000000030000.r-a', p: { [DELETED]: recordStamps(edited) } });
    // The other has not seen the note; its tombstone has the greater stamp.
    const both = applyOp(one, { t: '0000000040000.r-b', p: { [DELETED]: recordStamps(made) } });
    expect(both[DELETED]?.losers).toHaveLength(2);
    expect(isDeleted(both)).toBe(true);
  });
});
