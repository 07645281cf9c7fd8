import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from '@msgpack/msgpack';
import { type Zippable, zipSync, zlibSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportedFiles, importFiles } from './import-files.ts';
import { createWorkspace } from './open-workspace.ts';
import { readHere } from './testing/read-here.ts';
import type { Workspace } from './workspace.ts';

const NOW = Date.parse('2026-11-22T10:00:00.000Z');

let dir = '';
let desk: Workspace;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-hostile-'));
  const options = { replica: 'r-test', application: 'test', clock: () => NOW };
  const made = await createWorkspace(path.join(dir, 'project'), 'Hostile', 'Ana', options);
  if (!made.ok) throw new Error(made.error.message);
  desk = made.value;
});

afterAll(async () => {
  await desk.store.close();
  await rm(dir, { recursive: true, force: true });
});

/** Everything that lies in the folder of the test but for the hostile files and the lock. */
async function everything(): Promise<readonly string[]> {
  const all = await readdir(dir, { recursive: true });
  const kept = all.filter((one) => !one.startsWith('in') && !one.includes('.lock'));
  const sized = kept.map(async (one) => `${one} ${(await stat(path.join(dir, one))).size}`);
  return (await Promise.all(sized)).toSorted();
}

async function bring(name: string, content: string | Uint8Array): Promise<ImportedFiles> {
  const file = path.join(dir, 'in', name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  const request = { me: desk.me, files: [file], now: NOW, readArticles: readHere };
  const done = await importFiles(desk.store, request);
  if (!done.ok) throw new Error(done.error);
  return done.value;
}

/** Brings a file that must leave nothing, neither in the project nor beside it; gives the reasons. */
async function refused(name: string, content: string | Uint8Array): Promise<string> {
  const before = await everything();
  const { imported, failed } = await bring(name, content);
  expect(imported).toEqual([]);
  expect(await everything()).toEqual(before);
  return failed.map(({ reason }) => reason).join('\n');
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ARTICLE = bytes('An article.');
const CONLL = bytes('Ana B-PER\n\n');

describe('an archive', () => {
  it.each<[string, Zippable]>([
    ['articles.zip', { '../../evil.txt': ARTICLE }],
    ['articles.zip', { '/etc/evil.txt': ARTICLE }],
    ['articles.zip', { 'C:\\evil.txt': ARTICLE }],
    ['dataset.zip', { 'a.conll': CONLL, '../evil.conll': CONLL }],
    ['project.qdpx', { 'project.qde': bytes('<Project/>'), '../../evil.txt': ARTICLE }],
  ])('that leads out of itself is refused whole (%s)', async (name, content) => {
    expect(await refused(name, zipSync(content))).toMatch(
      /leads elsewhere|no zip that can be read/,
    );
  });

  it.each([
    ['articles.zip', 'bomb.txt'],
    ['dataset.zip', 'a.conll'],
    ['project.qdpx', 'project.qde'],
  ])('that unpacks to a thousand times its size is refused (%s)', async (name, entry) => {
    const bomb = zipSync({ [entry]: new Uint8Array(24 << 20).fill(0x61) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(name, bomb)).toContain('much more than it should');
  });

  it('of more than 10,000 entries is refused', async () => {
    const many = Array.from({ length: 10_001 }, (_, i) => [`${i}.txt`, ARTICLE] as const);
    const said = await refused('many.zip', zipSync(Object.fromEntries(many), { level: 0 }));
    expect(said).toContain('10001 entries');
  });
});

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;
const AWAY = '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>';

/** Roots by which each kind of XML is told. */
const XML: readonly (readonly [name: string, content: string])[] = [
  [
    'a.xmi',
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"><cas:Sofa xmi:id="1" sofaString="&c;"/></xmi:XMI>',
  ],
  ['gate.xml', '<GateDocument version="3"><TextWithNodes>&c;</TextWithNodes></GateDocument>'],
  ['tei.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>&c;</p></text></TEI>'],
  ['feed.xml', '<rss><channel><item><description>&c;</description></item></channel></rss>'],
  ['news.xml', '<nitf><body><body.content><p>&c;</p></body.content></body></nitf>'],
];

describe('XML', () => {
  it.each(XML)('that expands or fetches entities is refused (%s)', async (name, content) => {
    for (const doctype of [LAUGHS, AWAY]) {
      const said = await refused(name, `<?xml version="1.0"?>\n${doctype}\n${content}`);
      expect(said).toMatch(/DOCTYPE/);
      expect(said).toMatch(/line \d+/i);
    }
  });

  it('in a project of REFI-QDA, too', async () => {
    for (const doctype of [LAUGHS, AWAY]) {
      const qde = `${doctype}<Project xmlns="urn:QDA-XML:project:1.0" name="&c;"/>`;
      const said = await refused('project.qdpx', zipSync({ 'project.qde': bytes(qde) }));
      expect(said).toMatch(/DOCTYPE/);
    }
  });

  it.each(XML)('nested without end is refused (%s)', async (name, content) => {
    const deep = content.replace('&c;', `${'<p>'.repeat(50_000)}x${'</p>'.repeat(50_000)}`);
    // An attribute has no depth: there it is no XML at all.
    expect(await refused(name, deep)).toMatch(/nested deeper than|this is not XML/);
  });
});

const DEEP = `${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}`;

describe('JSON', () => {
  it.each([
    ['native.jsonl', `{"text":"x","annotations":[],"more":${DEEP}}\n`],
    ['doccano.jsonl', `{"text":"x","label":[[0,1,"L"]],"more":${DEEP}}\n`],
    ['prodigy.jsonl', `{"text":"x","_input_hash":1,"spans":[],"more":${DEEP}}\n`],
    ['tasks.json', `[{"id":1,"data":{"text":"x"},"annotations":[],"more":${DEEP}}]`],
    ['cas.json', `{"%TYPES":{},"%FEATURE_STRUCTURES":[],"%VIEWS":{},"more":${DEEP}}`],
    ['page.jsonld', `{"@context":"http://www.w3.org/ns/anno.jsonld","more":${DEEP}}`],
    ['argilla.json', `[{"id":"1","fields":{"text":"x"},"responses":{},"more":${DEEP}}]`],
    ['articles.json', `[{"title":"T","text":"x","more":${DEEP}}]`],
  ])('nested without end is refused (%s)', async (name, content) => {
    expect(await refused(name, content)).toMatch(/nested deeper than 64 levels/);
  });

  it('packed as MessagePack, too', async () => {
    let deep: unknown = 1;
    for (let i = 0; i < 90; i += 1) deep = [deep];
    const said = await refused('deep.spacy', zlibSync(encode({ version: '0.1', cats: [deep] })));
    expect(said).not.toBe('');
  });

  it('with a key that would reach into every object is refused', async () => {
    const said = await refused('proto.jsonl', '{"text":"x","__proto__":{"polluted":true}}\n');
    expect(said).toContain('__proto__');
    expect('polluted' in {}).toBe(false);
  });
});

describe('one enormous line', () => {
  const line = 'x'.repeat(6 << 20);

  it.each([
    ['rows.conll', `${line}\n`],
    ['rows.conllu', `1\t${line}\n\n`],
    ['rows.tsv', `#FORMAT=WebAnno TSV 3.3\n\n\n#Text=${line}\n1-1\t0-1\t${line}\n`],
    ['line.jsonl', `{"text":"x","annotations":[{"label":"${line}"`],
    ['tags.iob', `${'a|'.repeat(2 << 20)}\n`],
  ])('that is wrong is refused with its place (%s)', async (name, content) => {
    const said = await refused(name, content);
    expect(said).toMatch(/line \d+/i);
    expect(said.length).toBeLessThan(5000);
  });

  it('that is right comes in', async () => {
    const { imported, failed } = await bring('big.txt', 'word '.repeat(1 << 20));
    expect(failed).toEqual([]);
    expect(imported).toHaveLength(1);
  });
});
