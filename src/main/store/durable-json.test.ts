import { readdir, readFile, writeFile } from 'node:fs/promises';
import { Low } from 'lowdb';
import { describe, expect, it } from 'vitest';
import { type Disk, faultCode, makeFault, readStretch, writeAll } from './disk.ts';
import {
  durableJSONFile,
  isTemporaryName,
  type Surroundings,
  temporaryName,
} from './durable-json.ts';
import { fromFault, type Notice } from './errors.ts';
import { FORMAT } from './format.ts';
import { nodeDisk } from './node-disk.ts';
import { seal, unseal } from './sealed.ts';
import { withFolder } from './testing/project.ts';
import { seededRandom } from './testing/scenario.ts';

interface Data {
  readonly n: number;
}

const isData = (data: unknown): data is Data =>
  typeof data === 'object' && data !== null && 'n' in data && typeof data.n === 'number';

const accept = async (data: unknown) => (isData(data) ? data : undefined);

function around(dir: string, disk: Disk = nodeDisk(), notices: Notice[] = []): Surroundings {
  return {
    disk,
    dir,
    random: seededRandom(3),
    report: (notice) => notices.push(notice),
    readOnly: false,
    format: FORMAT,
  };
}

function database(surroundings: Surroundings, expected = false) {
  const file = { kind: 'document' as const, file: 'one.json', expected, accept };
  const adapter = durableJSONFile<Data>(surroundings, file);
  return { adapter, low: new Low<Data>(adapter, { n: 0 }) };
}

async function write(surroundings: Surroundings, n: number): Promise<void> {
  const { low } = database(surroundings);
  low.data = { n };
  await low.write();
}

async function read(surroundings: Surroundings, expected = false): Promise<number> {
  const { low } = database(surroundings, expected);
  await low.read();
  return low.data.n;
}

describe('a durable JSON file', () => {
  it('is a lowdb adapter that keeps the version before', () =>
    withFolder(async (dir) => {
      const here = around(dir);
      expect(await read(here)).toBe(0);
      await write(here, 1);
      await write(here, 2);
      expect(await read(here)).toBe(2);
      expect((await readdir(dir)).sort()).toEqual(['one.json', 'one.json.bak']);
      const backup = unseal(await readFile(`${dir}/one.json.bak`));
      expect(backup).toMatchObject({ ok: true, data: { n: 1 } });
      const readable: unknown = JSON.parse(await readFile(`${dir}/one.json`, 'utf8'));
      expect(readable).toMatchObject({ meta: { format: 'verbale' }, data: { n: 2 } });
    }));

  it('is never taken for empty: damage leads to the backup, and then to a refusal', () =>
    withFolder(async (dir) => {
      const notices: Notice[] = [];
      const here = around(dir, nodeDisk(), notices);
      await write(here, 1);
      await write(here, 2);
      for (const [bad, expected] of [
        ['', 1],
        ['null', undefined],
      ] as const) {
        const file = expected === undefined ? 'one.json.bak' : 'one.json';
        await writeFile(`${dir}/${file}`, bad);
        if (expected === undefined) await expect(read(here)).rejects.toThrow('ECORRUPT');
        else expect(await read(here)).toBe(expected);
      }
      expect(notices.map(({ file }) => file)).toEqual(['one.json', 'one.json.bak']);
      expect(await readdir(`${dir}/quarantine`)).toHaveLength(2);
      await expect(read(here, true)).rejects.toThrow('ECORRUPT');
    }));

  it('refuses another kind of document, another shape, and a later version', () =>
    withFolder(async (dir) => {
      const here = around(dir);
      for (const bytes of [seal('history', 1, { n: 1 }), seal('document', 1, { m: 1 })]) {
        await writeFile(`${dir}/one.json`, bytes);
        await expect(read(here)).rejects.toThrow('ECORRUPT');
      }
      await writeFile(`${dir}/one.json`, seal('document', 9, { n: 1 }));
      await expect(read(here)).rejects.toThrow('version 9');
      await writeFile(`${dir}/one.json`, seal('document', 0, { n: 1 }));
      await expect(read(here)).rejects.toThrow('ECORRUPT');
    }));

  it('is not mistaken about a single byte', () => {
    const bytes = seal('document', 1, { n: 1, record: { a: { b: [1, 'ü'] } }, empty: {} });
    expect(unseal(bytes)).toMatchObject({ ok: true });
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(unseal(changed).ok).toBe(false);
      expect(unseal(bytes.subarray(0, at)).ok).toBe(false);
    }
  });

  it('is copied where the disk has no links, and cleans up where it fails', () =>
    withFolder(async (dir) => {
      const disk = nodeDisk();
      const noLinks: Disk = { ...disk, link: () => Promise.reject(makeFault('EPERM', 'link')) };
      const here = around(dir, noLinks);
      await write(here, 1);
      await write(here, 2);
      expect(unseal(await readFile(`${dir}/one.json.bak`))).toMatchObject({ data: { n: 1 } });
      for (const target of ['one.json', 'one.json.bak']) {
        const failing: Disk = {
          ...disk,
          rename: (from, to) =>
            to.endsWith(target)
              ? Promise.reject(makeFault('EIO', 'rename'))
              : disk.rename(from, to),
        };
        await expect(write(around(dir, failing), 3)).rejects.toThrow('EIO');
        expect((await readdir(dir)).sort()).toEqual(['one.json', 'one.json.bak']);
        expect(await read(here)).toBe(2);
      }
    }));

  it('notices bytes that did not arrive', () =>
    withFolder(async (dir) => {
      const disk = nodeDisk();
      const lying: Disk = {
        ...disk,
        open: async (path, mode) => {
          const file = await disk.open(path, mode);
          return { ...file, write: async (bytes) => bytes.length };
        },
      };
      await expect(write(around(dir, lying), 1)).rejects.toThrow('bytes arrived');
      const stuck: Disk = {
        ...disk,
        open: async (path, mode) => ({ ...(await disk.open(path, mode)), write: async () => 0 }),
      };
      await expect(write(around(dir, stuck), 1)).rejects.toThrow('ENOSPC');
    }));
});

describe('the disk', () => {
  it('is written to the last byte, however little it takes at a time', () =>
    withFolder(async (dir) => {
      const disk = nodeDisk();
      const file = await disk.open(`${dir}/f`, 'create');
      const slow = {
        ...file,
        write: (bytes: Uint8Array, at: number) => file.write(bytes.subarray(0, 3), at),
        read: (into: Uint8Array, at: number) => file.read(into.subarray(0, 3), at),
      };
      await writeAll(slow, Buffer.from('0123456789'), 0);
      expect(Buffer.from(await readStretch(slow, 2, 100)).toString()).toBe('23456789');
      await file.close();
      expect(await disk.list(`${dir}/nothing`)).toEqual([]);
      expect(await disk.stat(`${dir}/f/x`)).toBeUndefined();
      await expect(disk.readFile(`${dir}/nothing`)).rejects.toThrow('ENOENT');
      await expect(disk.makeFolder(`${dir}/a/b`)).rejects.toThrow('ENOENT');
      await expect(disk.rename(`${dir}/nothing`, `${dir}/x`)).rejects.toThrow('ENOENT');
    }));

  it('has faults that are told from bugs', () => {
    expect(faultCode(makeFault('EIO', 'x'))).toBe('EIO');
    expect(faultCode(new Error('x'))).toBeUndefined();
    expect(faultCode(Object.assign(new Error('x'), { code: 5 }))).toBeUndefined();
    expect(fromFault(makeFault('ENOSPC', 'x'), 'f')).toMatchObject({ kind: 'full', file: 'f' });
    expect(fromFault(makeFault('EWHAT', 'x'), 'f')).toMatchObject({ kind: 'io' });
    expect(() => fromFault(new TypeError('bug'), 'f')).toThrow(TypeError);
  });

  it('has temporary names that are known again', () => {
    const name = temporaryName('a.json', seededRandom(1));
    expect(isTemporaryName(name)).toBe(true);
    expect(isTemporaryName('a.json')).toBe(false);
  });
});
