import { describe, expect, it } from 'vitest';
import { nextStamp } from '../../core/log/hlc.ts';
import type { Op } from '../../core/log/op.ts';
import { batchOf, commitId } from './commit-id.ts';
import { channelOfKey, documentOf, layerOfKey } from './layout.ts';
import { decodeLine, encodeLine, hashOf, headerText } from './log-line.ts';
import { BEGINNING, scanLog } from './log-scan.ts';
import { simDisk } from './testing/sim-disk.ts';
import { judgeTails, type Tail } from './torn.ts';

const HEADER = headerText({
  project: 'p-1',
  replica: 'r-a',
  channel: 'gold',
  base: { s: 0, h: '' },
});
const STAMP = nextStamp('', 1_000, 'r-a');

/** A log of ops, each in the commit that `groups` names. */
function lines(groups: readonly (readonly [id: string, size: number])[]): readonly Uint8Array[] {
  const made = [encodeLine(HEADER)];
  let before = HEADER;
  groups.forEach((g, index) => {
    const op: Op = {
      v: 1,
      a: 'r-a',
      u: 'ana',
      c: 'gold',
      t: STAMP,
      k: 'gold',
      r: `a1/g${index}`,
      p: {},
      g,
      s: index + 1,
      h: hashOf(before),
    };
    before = JSON.stringify(op);
    made.push(encodeLine(before));
  });
  return made;
}

async function tail(content: Uint8Array): Promise<Tail> {
  const disk = simDisk(new Map([['/f', Buffer.from(content)]]));
  return { key: 'r-a/gold', from: BEGINNING, scan: await scanLog(disk, '/f', BEGINNING) };
}

const one = commitId(STAMP, 1, 0);
const later = nextStamp(STAMP, 2_000, 'r-a');
const two = commitId(later, 2, 0);

describe('a log line', () => {
  it('holds a header or an op, and nothing that was changed', () => {
    const line = Buffer.from(encodeLine(HEADER)).subarray(0, -1);
    expect(decodeLine(line)).toMatchObject({ type: 'header', hash: hashOf(HEADER) });
    expect(decodeLine(Buffer.from(encodeLine('[1]')).subarray(0, -1))).toEqual({ type: 'bad' });
    expect(decodeLine(Buffer.from(encodeLine('{')).subarray(0, -1))).toEqual({ type: 'bad' });
    expect(decodeLine(Buffer.alloc(0))).toEqual({ type: 'bad' });
    expect(decodeLine(line.subarray(0, 30))).toEqual({ type: 'bad' });
  });
});

describe('a commit id', () => {
  it('tells its batch', () => {
    expect(batchOf(commitId(STAMP, 40, 3))).toEqual({ batch: STAMP, ops: 40 });
    expect(batchOf('something else')).toBeUndefined();
    expect(batchOf('a-b')).toBeUndefined();
  });
});

describe('the end of a log', () => {
  it('counts when its batch is whole', async () => {
    const whole = await tail(
      Buffer.concat(
        lines([
          [one, 1],
          [two, 1],
          [two, 1],
        ]),
      ),
    );
    const [verdict] = judgeTails([whole], true);
    expect(verdict?.entries).toHaveLength(3);
    expect(verdict?.keep).toBe(whole.scan.size);
  });

  it('is cut when ops of the last batch are missing, wherever the hole is', async () => {
    const all = lines([
      [one, 1],
      [two, 1],
      [two, 1],
    ]);
    const kept = Buffer.concat(all.slice(0, 2)).length;
    const cut = await tail(Buffer.concat(all.slice(0, 3)));
    expect(judgeTails([cut], true)[0]?.keep).toBe(kept);
    const holed = Buffer.concat(all);
    holed.fill(0, kept, kept + (all[2]?.length ?? 0));
    const hole = await tail(holed);
    expect(judgeTails([hole], true)[0]).toMatchObject({ keep: kept, damaged: [], suspicious: [] });
    // Where another file is known to be lost, missing ops prove nothing.
    expect(judgeTails([cut], false)[0]?.entries).toHaveLength(2);
  });

  it('is cut to its header, or given up, where nothing counts', async () => {
    const all = lines([[two, 1]]);
    const header = await tail(Buffer.concat(all));
    expect(judgeTails([header], true)[0]?.keep).toBe(all[0]?.length);
    const torn = await tail(Buffer.from(all[0] ?? []).subarray(0, 20));
    expect(judgeTails([torn], true)[0]?.keep).toBe(0);
  });

  it('that was changed is told from one that was cut short', async () => {
    const content = Buffer.concat(lines([[one, 1]]));
    const changed = Buffer.from(content);
    changed[content.length - 5] = 0x7a;
    expect(judgeTails([await tail(changed)], true)[0]?.suspicious).toHaveLength(1);
    const short = content.subarray(0, content.length - 5);
    expect(judgeTails([await tail(short)], true)[0]?.suspicious).toHaveLength(0);
  });

  it('that says an op twice counts it once and is reported', async () => {
    const all = lines([[one, 1]]);
    const { scan } = await tail(Buffer.concat([...all, all[1] ?? Buffer.alloc(0)]));
    expect(scan.entries).toHaveLength(1);
    expect(scan.breaks).toEqual([{ line: 3, message: 'op 1 comes after op 1', order: true }]);
  });
});

describe('the place of a record', () => {
  it('follows from its channel and id, and back', () => {
    for (const [c, r, key] of [
      ['layer.ana', 'a1/x', 'layers/a1/ana'],
      ['gold', 'a1/x', 'gold/a1'],
      ['review.s1', 'anything', 'review/s1'],
      ['project', 'x', 'project'],
    ] as const) {
      expect(documentOf({ c, r })).toBe(key);
      expect(channelOfKey(key)).toBe(c);
    }
    expect(layerOfKey('gold/a1')).toBeUndefined();
    for (const [c, r] of [
      ['layer.ana', 'x'],
      ['layer.', 'a1/x'],
      ['layer.a b', 'a1/x'],
      ['gold', '.a/x'],
      ['review..s', 'x'],
      ['what', 'a1/x'],
    ] as const) {
      expect(documentOf({ c, r })).toBeUndefined();
    }
  });
});
