import { describe, expect, it } from 'vitest';
import { collectCrashes, inspectCut, inspectKill, type Mistake } from './testing/crash-states.ts';
import { MISTAKES, NO_MISTAKE } from './testing/mistakes.ts';
import { scenes } from './testing/scenario.ts';
import { simDisk } from './testing/sim-disk.ts';

const emptyDisk = () => simDisk(new Map([['/w/', Buffer.alloc(0)]]));

/** Faults found, up to a number of them. */
async function faults(mistake: Mistake, most: number): Promise<readonly string[]> {
  const known = await scenes(emptyDisk());
  const { cuts, kills } = await collectCrashes(mistake);
  const found: string[] = [];
  for (const state of cuts) {
    const fault = await inspectCut(state, known, mistake);
    if (fault !== undefined)
      found.push(`cut after ${state.after}, ${state.acknowledged} saved: ${fault}`);
    if (found.length >= most) return found;
  }
  for (const state of kills) {
    const fault = await inspectKill(state, known, mistake);
    if (fault !== undefined)
      found.push(`kill after ${state.after}, ${state.acknowledged} saved: ${fault}`);
    if (found.length >= most) return found;
  }
  if (mistake === NO_MISTAKE) {
    process.stdout.write(`crash states: ${cuts.length} power cuts, ${kills.length} kills\n`);
  }
  return found;
}

describe('whatever a crash leaves', () => {
  it('opens, with everything that was acknowledged and nothing by halves', {
    timeout: 60_000,
  }, async () => {
    expect(await faults(NO_MISTAKE, 5)).toEqual([]);
  });
});

describe('the enumeration of crashes', () => {
  it.each(Object.entries(MISTAKES))('notices when %s', { timeout: 60_000 }, async (_, mistake) => {
    expect(await faults(mistake, 1)).not.toEqual([]);
  });
});
