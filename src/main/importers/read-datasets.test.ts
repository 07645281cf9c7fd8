import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isDataset } from './dataset-source.ts';
import { readDatasets } from './read-datasets.ts';

const OPTIONS = {
  analyst: 'Ana',
  at: '2026-11-22T10:00:00.000Z',
  codebookVersion: 1,
  origin: { kind: 'import' },
} as const;

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-datasets-'));
});

afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const written = path.join(dir, name);
  await writeFile(written, content);
  return written;
}

const line = (text: string): string =>
  `${JSON.stringify({ text, annotations: [{ label: 'Claim', start: 0, end: 4 }] })}\n`;

it('reads every dataset of a zip, and says where something is wrong', async () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const zip = await file(
    'x.zip',
    zipSync({
      'b/two.jsonl': bytes(`${line('Two of them')}{`),
      'one.jsonl': bytes(line('One of them')),
      'picture.png': bytes('x'),
    }),
  );
  expect(await isDataset(zip)).toBe(true);
  const done = await readDatasets(zip, undefined, OPTIONS);
  const value = done.ok ? done.value : { articles: [], problems: [] };
  expect(value.articles.map((one) => [one.file, one.line, one.text])).toEqual([
    ['b/two.jsonl', 1, 'Two of them'],
    ['one.jsonl', 1, 'One of them'],
  ]);
  expect(value.problems).toMatchObject([{ file: 'b/two.jsonl', line: 2 }]);
});

it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
  const pipe = path.join(dir, 'pipe.jsonl');
  execFileSync('mkfifo', [pipe]);
  expect(await isDataset(path.join(dir, 'pipe.jsonl'))).toBe(true);
  const done = await readDatasets(pipe, undefined, OPTIONS);
  expect(done.ok ? '' : done.error).toContain('no file');
});

it('says in words why nothing was read', async () => {
  const reason = async (name: string): Promise<string> => {
    const done = await readDatasets(name, undefined, OPTIONS);
    return done.ok ? done.value.problems.map((one) => one.message).join() : done.error;
  };
  expect(await reason(await file('a.jsonl', new Uint8Array([0x7b, 0xff, 0xfe])))).toContain(
    'is not UTF-8',
  );
  expect(await reason(path.join(dir, 'gone.jsonl'))).toContain('not there');
  expect(await reason(await file('empty.zip', zipSync({ 'a.png': new Uint8Array(3) })))).toContain(
    'a zip without a file',
  );
  expect(await isDataset(await file('letter.txt', 'Dear all'))).toBe(false);
});
