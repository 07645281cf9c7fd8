import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readZip, type ZipLimits } from './zip-entries.ts';

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-zip-'));
});

afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(
  content: Uint8Array | Zippable,
  limits: Partial<ZipLimits> = {},
): ReturnType<typeof readZip> {
  const file = path.join(dir, 'x.zip');
  await writeFile(file, content instanceof Uint8Array ? content : zipSync(content));
  return readZip(file, limits);
}

async function refusal(...given: Parameters<typeof read>): Promise<string> {
  const done = await read(...given);
  return done.ok ? '' : done.error;
}

/** Names in the bytes that systems write without saying what they are. */
const NAMES: Readonly<Record<string, string>> = {
  ibm866: '8daea2aee1e2a820ada5a4a5aba82e747874',
  'euc-kr': 'c1a6b3d7b9d920bcd2bdc42e747874',
  shift_jis: '836a8385815b835882cc82dc82c682df2e747874',
  'utf-8': 'c39c62657273696368742066c3bc72204dc3a4727a2e747874',
  cp437: '9a626572736963687420668172204d84727a2e747874',
};

/** A zip with one file whose name is these bytes, and no word on their charset. */
function named(name: Buffer): Uint8Array {
  const zip = zipSync({ ['x'.repeat(name.length)]: bytes('text') });
  for (let at = zip.indexOf(0x78); at !== -1; at = zip.indexOf(0x78, at + name.length)) {
    if (zip.subarray(at, at + name.length).every((byte) => byte === 0x78)) zip.set(name, at);
  }
  return zip;
}

describe('a zip', () => {
  it('gives its files in order, without its folders', async () => {
    const done = await read({
      'b.txt': bytes('B'),
      a: { 'c.txt': bytes('C') },
      'leer/': bytes(''),
    });
    expect(done.ok ? done.value.map((one) => [one.path, one.bytes.toString()]) : []).toEqual([
      ['a/c.txt', 'C'],
      ['b.txt', 'B'],
    ]);
  });

  it.each([
    '../evil.txt',
    '/etc/evil',
    'a/../../evil',
    'C:/evil',
    'a\\evil',
    'con.txt',
    'a/aux',
    'a./b',
    'file:stream',
  ])('refuses the name %s', async (name) => {
    expect(await refusal({ [name]: bytes('x') })).toMatch(
      /leads elsewhere|not every system|no zip/,
    );
  });

  it('refuses two names that some systems take for one', async () => {
    expect(await refusal({ 'A.txt': bytes('1'), 'a.txt': bytes('2') })).toContain('twice');
    expect(await refusal({ é: bytes('1'), 'e\u0301': bytes('2') })).toContain('twice');
  });

  it.each([
    ['ibm866', 'Новости недели.txt'],
    ['euc-kr', '제네바 소식.txt'],
    ['shift_jis', 'ニュースのまとめ.txt'],
    ['utf-8', 'Übersicht für März.txt'],
    ['cp437', 'Übersicht für März.txt'],
  ])('reads names that do not say their charset: %s', async (charset, name) => {
    const raw = NAMES[charset] ?? '';
    const done = await read(named(Buffer.from(raw, 'hex')));
    expect(done.ok ? done.value.map((one) => one.path) : done.error).toEqual([name]);
  });

  it('refuses a name that leads out, whatever it is written in', async () => {
    const raw = Buffer.concat([Buffer.from('../'), Buffer.from(NAMES['ibm866'] ?? '', 'hex')]);
    expect(await refusal(named(raw))).toContain('leads elsewhere');
  });

  it('refuses an encrypted entry, or leaves it out where somebody is told', async () => {
    const zip = zipSync({ 'a.txt': bytes('A'), 'b.txt': bytes('B') });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const central = view.getUint32(zip.length - 6, true);
    view.setUint16(central + 8, view.getUint16(central + 8, true) | 1, true);
    expect(await refusal(zip)).toBe('Its entry “a.txt” is encrypted.');
    const locked: string[] = [];
    const done = await read(zip, { onLocked: (name) => locked.push(name) });
    expect(done.ok ? done.value.map((one) => one.path) : done.error).toEqual(['b.txt']);
    expect(locked).toEqual(['a.txt']);
  });

  it('refuses a link', async () => {
    const link = 0o120777 << 16;
    expect(await refusal({ l: [bytes('/etc/passwd'), { os: 3, attrs: link }] })).toContain('link');
  });

  it('refuses what unpacks to too much', async () => {
    expect(await refusal({ z: new Uint8Array(3 << 20) })).toContain('much more than it should');
    expect(await refusal({ a: bytes('12345'), b: bytes('67890') }, { bytes: 7 })).toContain(
      'more than',
    );
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}`, bytes('x')]));
    expect(await refusal(many, { entries: 10 })).toContain('11 entries');
  });

  it('refuses one that lies about the size of an entry', async () => {
    const zip = zipSync({ a: bytes('x'.repeat(5000)) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const central = view.getUint32(zip.length - 6, true);
    view.setUint32(central + 24, 10, true);
    expect(await refusal(zip)).not.toBe('');
  });

  it('says that what is cut or damaged is no zip', async () => {
    const zip = zipSync({ a: bytes('x'.repeat(5000)) });
    expect(await refusal(zip.slice(0, 60))).toContain('no zip that can be read');
    expect(await refusal(bytes(''))).toContain('no zip that can be read');
    const broken = zip.slice();
    broken.fill(255, 40, 50);
    expect(await refusal(broken)).toContain('no zip that can be read');
  });
});
