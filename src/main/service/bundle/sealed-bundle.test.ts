import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { manifestText, readManifest } from '../../../core/log/bundle-manifest.ts';
import { signingKey } from '../../store/signing.ts';
import { packBundle } from './bundle-zip.ts';
import { type BundleSummary, openBundle, sealBundle } from './sealed-bundle.ts';

const KEY = signingKey(new Uint8Array(32).fill(7));
const OTHER = signingKey(new Uint8Array(32).fill(8));

const LOG = 'log/r-ben/layer.ben.jsonl';

const SUMMARY: BundleSummary = {
  project: { id: 'p-1', name: 'Project' },
  from: { analyst: 'ben', name: 'Ben', replica: 'r-ben', key: KEY.publicKey },
  asOf: '',
  streams: [{ replica: 'r-ben', channel: 'layer.ben', from: 1, to: 1, head: 'x' }],
  articles: [],
};

const FILES = new Map([
  ['readable/about.txt', Buffer.from('For people.\n')],
  [LOG, Buffer.from('a line\n')],
]);

const seal = (summary = SUMMARY, key = KEY) => sealBundle(summary, FILES, key);

async function refusal(bytes: Uint8Array): Promise<string> {
  const opened = await openBundle(bytes);
  return opened.ok ? 'opened' : opened.error;
}

function repacked(bytes: Uint8Array, more: Record<string, Uint8Array>): Promise<Uint8Array> {
  return packBundle(new Map(Object.entries({ ...unzipSync(bytes), ...more })));
}

describe('a sealed bundle', () => {
  it('opens as what was put in, and is the same bytes for the same content', async () => {
    const bytes = await seal();
    const opened = await openBundle(bytes);
    expect(opened.ok && opened.value.manifest.from).toEqual(SUMMARY.from);
    expect(opened.ok && strFromU8(opened.value.files.get(LOG) ?? strToU8(''))).toBe('a line\n');
    expect(Buffer.compare(await seal(), bytes)).toBe(0);
    const turned = await sealBundle(SUMMARY, new Map([...FILES].reverse()), KEY);
    expect(Buffer.compare(turned, bytes)).toBe(0);
  });

  it('is refused whichever byte is changed', async () => {
    const bytes = Buffer.from(await seal());
    for (let at = 0; at < bytes.length; at += at % 5 === 0 ? 2 : 3) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(await refusal(changed), `byte ${at}`).not.toBe('opened');
    }
  });

  it('is refused when it is cut short or has something after it', async () => {
    const bytes = await seal();
    expect(await refusal(bytes.subarray(0, -1))).not.toBe('opened');
    expect(await refusal(Buffer.concat([bytes, Buffer.from('x')]))).not.toBe('opened');
    expect(await refusal(new Uint8Array(0))).toContain('no zip');
  });

  it('is refused with an entry more, less, or another', async () => {
    const bytes = await seal();
    expect(await refusal(await repacked(bytes, { 'readable/more.txt': strToU8('x') }))).toContain(
      'does not name: “readable/more.txt”',
    );
    expect(await refusal(await repacked(bytes, { [LOG]: strToU8('b line\n') }))).toContain(
      'not what was signed',
    );
    const { [LOG]: _gone, ...rest } = unzipSync(bytes);
    expect(await refusal(await packBundle(new Map(Object.entries(rest))))).toContain('is missing');
  });

  it('is refused with a signature of another key', async () => {
    const mine = unzipSync(await seal());
    const foreign = unzipSync(
      await seal({ ...SUMMARY, from: { ...SUMMARY.from, key: OTHER.publicKey } }, OTHER),
    );
    const signature = foreign['signature.json'] ?? strToU8('');
    const changed = await packBundle(
      new Map(Object.entries({ ...mine, 'signature.json': signature })),
    );
    expect(await refusal(changed)).toContain('another key');
    expect(await refusal(await seal(SUMMARY, OTHER))).toContain('another key');
    const named = strFromU8(signature).replace(OTHER.publicKey, KEY.publicKey);
    const forged = await packBundle(
      new Map(Object.entries({ ...mine, 'signature.json': strToU8(named) })),
    );
    expect(await refusal(forged)).toContain('does not fit');
  });

  it('is refused with a name that leads out, and as a bomb', async () => {
    const bytes = await seal();
    expect(await refusal(await repacked(bytes, { '../x.txt': strToU8('x') }))).not.toBe('opened');
    expect(await refusal(zipSync({ 'manifest.json': new Uint8Array(5_000_000) }))).toContain(
      'much more',
    );
  });

  it('is refused when a newer program wrote it, with the reason', async () => {
    const bytes = await seal();
    const text = strFromU8(unzipSync(bytes)['manifest.json'] ?? strToU8(''));
    const newer = text.replace('"minReader":1', '"minReader":2');
    expect(await refusal(await repacked(bytes, { 'manifest.json': strToU8(newer) }))).toContain(
      'newer Verbale',
    );
  });
});

describe('a manifest', () => {
  const manifest = {
    format: 'verbale-bundle' as const,
    version: 1,
    minReader: 1,
    ...SUMMARY,
    entries: [{ name: LOG, bytes: 7, sha256: 'a'.repeat(64) }],
  };

  it('has one form only', () => {
    const text = manifestText(manifest);
    expect(readManifest(text)).toEqual({ ok: true, value: manifest });
    const spaced = readManifest(text.replace('"version":1', '"version": 1'));
    expect(spaced).toEqual({ ok: false, error: 'Its manifest is not in canonical form.' });
  });

  it.each([
    ['an entry twice', { entries: [...manifest.entries, ...manifest.entries] }, 'twice'],
    [
      'an entry that is for nothing',
      { entries: [...manifest.entries, { name: 'a.exe', bytes: 1, sha256: 'a'.repeat(64) }] },
      'Nobody knows',
    ],
    ['a stream without its entry', { entries: [] }, 'not listed'],
    [
      'a stretch that ends before it begins',
      { streams: [{ ...SUMMARY.streams[0], from: 2 }] },
      'ends before',
    ],
    [
      'an article without its files',
      { articles: [{ id: 'art-1', sha256: 'b'.repeat(64) }] },
      'not listed',
    ],
    [
      'a name that leads elsewhere',
      { streams: [{ ...SUMMARY.streams[0], replica: '../..' }] },
      'not one',
    ],
  ])('is refused with %s', (_what, change, reason) => {
    const read = readManifest(`${JSON.stringify({ ...manifest, ...change })}\n`);
    expect(read.ok ? 'read' : read.error).toContain(reason);
  });
});
