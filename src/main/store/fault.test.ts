import { describe, expect, it } from 'vitest';
import type { Op } from '../../core/log/op.ts';
import { faultyDisk, fullDisk } from './testing/faulty-disk.ts';
import { ANA, mark, must } from './testing/project.ts';
import { noLock, openScene, playThrough, SCENE_DIR } from './testing/scenario.ts';
import { type SimDisk, simDisk } from './testing/sim-disk.ts';
import { verifyProject } from './verify.ts';
import { findings } from './verify-findings.ts';
import { verifyLogs } from './verify-log.ts';

const name = ({ a, c, s, t }: Op): string => `${a}/${c}/${s}/${t}`;

/** What is wrong with what a run has left, in words. */
async function faultIn(disk: SimDisk, acknowledged: readonly Op[]): Promise<string | undefined> {
  if (acknowledged.length === 0) return undefined;
  const opened = await openScene(disk, 3_000);
  if (!opened.ok) return `does not open: ${opened.error.message}`;
  const { ops } = await verifyLogs(disk, SCENE_DIR, {}, findings());
  const kept = new Set(ops.map(name));
  const lost = acknowledged.filter((op) => !kept.has(name(op)));
  if (lost.length > 0) return `loses ${lost.map(name).join(', ')}`;
  const odd = opened.value.notices().find(({ kind }) => kind !== 'torn');
  if (odd !== undefined) return `notice: ${odd.message}`;
  must(await opened.value.close());
  const verified = must(await verifyProject(SCENE_DIR, disk, noLock));
  // A file of an article may have failed to arrive; its import was told so.
  const [problem] = verified.problems.filter(({ file }) => !file.startsWith('articles/'));
  return problem === undefined ? undefined : `verify: ${problem.file}: ${problem.message}`;
}

async function run(at: number, code: string, lasting: boolean): Promise<string | undefined> {
  const disk = simDisk(new Map([['/w/', Buffer.alloc(0)]]));
  const faulty = faultyDisk(disk, at, code, lasting);
  const { acknowledged, refused, store } = await playThrough(faulty);
  faulty.cure();
  const went = `${code} ${lasting ? 'from' : 'at'} operation ${at}`;
  if (store !== undefined) {
    // A flush that failed is final; anything else is over when its cause is.
    const more = await store.commit(ANA, [mark('a1', 'more')], { label: 'More' });
    if (!more.ok && !more.error.message.includes('opened again'))
      return `${went}: ${more.error.message}`;
    if (!more.ok && refused.length === 0) return `${went}: refused without having said so`;
  }
  const cut = await faultIn(simDisk(disk.certain()), acknowledged);
  if (cut !== undefined) return `${went}, then a cut: ${cut}`;
  const kill = await faultIn(disk.fork(), acknowledged);
  return kill === undefined ? undefined : `${went}, then a kill: ${kill}`;
}

async function operations(): Promise<number> {
  const faulty = faultyDisk(simDisk(new Map([['/w/', Buffer.alloc(0)]])), 0, 'EIO', false);
  await playThrough(faulty);
  return faulty.count();
}

/** Every operation for the two that matter most; for the others, which take the same ways, every fourth. */
const CODES = [
  { code: 'ENOSPC', every: 1 },
  { code: 'EIO', every: 1 },
  { code: 'EACCES', every: 4 },
  { code: 'EROFS', every: 4 },
  { code: 'EMFILE', every: 4 },
];

describe('a disk that fails', () => {
  it.each(CODES)(
    '$code at any operation, once or for good, loses nothing',
    { timeout: 120_000 },
    async ({ code, every }) => {
      const count = await operations();
      const found: string[] = [];
      for (let at = 1; at <= count && found.length < 5; at += every) {
        for (const lasting of [false, true]) {
          const fault = await run(at, code, lasting);
          if (fault !== undefined) found.push(fault);
        }
      }
      expect(found).toEqual([]);
    },
  );

  it('full, then with room again, goes on by itself', async () => {
    const disk = simDisk(new Map([['/w/', Buffer.alloc(0)]]));
    const faulty = fullDisk(disk, 150);
    const { refused, store } = await playThrough(faulty);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toContain('the disk is full');
    faulty.cure();
    must(await store!.commit(ANA, [mark('a1', 'more')], { label: 'More' }));
    must(await store!.close());
    expect(must(await verifyProject(SCENE_DIR, disk, noLock)).ok).toBe(true);
  });
});
