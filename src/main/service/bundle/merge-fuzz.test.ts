import { describe, expect, it } from 'vitest';
import { playTopology } from './testing/topology.ts';

const ROUNDS = Number(process.env['MERGE_ROUNDS'] ?? '12');
const SEED = Number(process.env['MERGE_SEED'] ?? '1');

describe('copies of a project that hand over bundles in any order', () => {
  it('end up equal, with no value lost', { timeout: 3_600_000 }, async () => {
    for (let seed = SEED; seed < SEED + ROUNDS; seed += 1) {
      expect(await playTopology(seed), `seed ${String(seed)}`).toBeUndefined();
    }
  });
});
