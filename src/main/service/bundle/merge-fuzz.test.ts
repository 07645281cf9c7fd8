import { describe, expect, it } from 'vitest';
import { DELETED, type Op } from '../../../core/log/op.ts';
import type { Register } from '../../../core/log/record.ts';
import { ok } from '../../../core/result.ts';
import type { Incoming, IncomingOp } from '../../store/receive.ts';
import type { Store } from '../../store/store.ts';
import type { Mistakes } from './testing/team.ts';
import { playTopology } from './testing/topology.ts';

/** `npm run fuzz:merge` asks for 2,000. */
const ROUNDS = Number(process.env['MERGE_ROUNDS'] ?? '2');
const SEED = Number(process.env['MERGE_SEED'] ?? '1');

/** Within how many topologies a mistake has to show. */
const PATIENCE = 12;

/** Changes the ops that a store takes in, not the bytes that its log gets. */
function receiving(change: (op: Op, store: Store) => Op): Mistakes {
  return {
    store: (store) => ({
      ...store,
      receive: (incoming: Incoming) =>
        store.receive({
          ...incoming,
          streams: incoming.streams.map((stream) => ({
            ...stream,
            ops: stream.ops.map((one): IncomingOp => ({ ...one, op: change(one.op, store) })),
          })),
        }),
    }),
  };
}

function stampsOf(register: Register | undefined): readonly string[] {
  if (register === undefined) return [];
  return [register.stamp, ...(register.losers ?? []).map(({ stamp }) => stamp)];
}

const MISTAKES: readonly (readonly [what: string, mistakes: Mistakes])[] = [
  [
    'forgets what was deleted',
    receiving((op) => {
      const { [DELETED]: mark, ...p } = op.p;
      return Array.isArray(mark) ? { ...op, p } : op;
    }),
  ],
  [
    'lets what comes in take the place of what it never saw',
    receiving((op, store) => {
      const record = op.c === 'project' ? store.projectRecords(op.k).get(op.r) : undefined;
      const b = Object.fromEntries(
        Object.keys(op.p).map((field) => [field, stampsOf(record?.[field])]),
      );
      return record === undefined ? op : { ...op, b };
    }),
  ],
  ['forgets what an edit had seen', receiving(({ b: _seen, ...op }) => op)],
  [
    'takes what arrives last for the newest',
    receiving((op) => ({ ...op, t: `z${op.t.slice(1)}` })),
  ],
  ['gives numbers twice', { noFence: true }],
  [
    'leaves the texts behind',
    {
      store: (store) => ({
        ...store,
        // Those that are imported here are known by their sidecar.
        putArticles: (articles) =>
          JSON.stringify(articles[0]?.sidecar).includes(store.replica)
            ? store.putArticles(articles)
            : Promise.resolve(ok([])),
      }),
    },
  ],
];

describe('copies of a project that hand over bundles in any order', () => {
  it('end up equal, with no value lost', { timeout: 7_200_000 }, async () => {
    for (let seed = SEED; seed < SEED + ROUNDS; seed += 1) {
      expect(await playTopology(seed), `seed ${String(seed)}`).toBeUndefined();
    }
  });

  it.each(MISTAKES)(
    'are found unequal where a merge %s',
    { timeout: 120_000 },
    async (_what, mistakes) => {
      let found: string | undefined;
      for (let seed = 1; seed <= PATIENCE && found === undefined; seed += 1) {
        found = await playTopology(seed, mistakes);
      }
      expect(found).toBeDefined();
    },
  );
});
