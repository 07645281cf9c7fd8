import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';
import { folderState } from './folder-state.ts';
import { sampleText } from './projects.ts';

const SHA256 = /^[0-9a-f]{64}$/u;

test('new makes a project that verifies', async ({ verbale, scratch }) => {
  const folder = path.join(scratch, 'New one.verbale');
  const made = await verbale('new', folder, '--name', 'New one', '--json');
  expect(made).toMatchObject({ exit: 0, stderr: '' });
  expect(made.json).toEqual({ project: folder, id: expect.any(String) });
  expect(made.stdout.trim().split('\n')).toHaveLength(1);
  expect((await verbale('verify', folder, '--json')).json).toEqual({ ok: true, problems: [] });
  expect((await verbale('list', folder, '--json')).json).toEqual({ name: 'New one', articles: [] });

  const again = await verbale('new', folder, '--json');
  expect(again.exit).toBe(1);
  expect(again.stderr).toContain('not empty');
});

test('import says what came in, was here already, and failed', async ({
  verbale,
  projects,
  scratch,
}) => {
  const folder = await projects.make('Import');
  const missing = path.join(scratch, 'missing.txt');
  const first = await verbale(
    'import',
    folder,
    sampleText('brussels-menu.txt'),
    missing,
    sampleText('korean-desk.txt'),
    '--json',
  );
  expect(first.exit).toBe(1);
  const report = {
    articleId: expect.any(String),
    title: expect.any(String),
    characters: expect.any(Number),
    annotations: 0,
    relations: 0,
    warnings: expect.any(Array),
  };
  expect(first.json).toEqual({
    imported: [report, report],
    skipped: [],
    failed: [{ file: missing, reason: expect.stringContaining('missing.txt') }],
  });
  expect(first.stderr).toContain('missing.txt');

  const second = await verbale('import', folder, sampleText('brussels-menu.txt'), '--json');
  expect(second.exit).toBe(0);
  expect(second.json).toEqual({
    imported: [],
    skipped: [
      {
        file: sampleText('brussels-menu.txt'),
        reason: expect.any(String),
        articleId: expect.any(String),
      },
    ],
    failed: [],
  });
});

test('list shows articles, texts and layers', async ({ verbale, projects }) => {
  const folder = await projects.sample();
  const before = await folderState(folder);
  const listed = await verbale('list', folder, '--json');
  expect(listed).toMatchObject({ exit: 0 });
  const { name, articles } = listed.json as { name: string; articles: Record<string, unknown>[] };
  expect(name).toBe('Geneva 2022');
  expect(articles).toHaveLength(11);
  for (const article of articles) {
    expect(Object.keys(article).toSorted()).toEqual([
      'articleId',
      'characters',
      'furniture',
      'layers',
      'sha256',
      'title',
    ]);
    expect(article['sha256']).toMatch(SHA256);
  }
  expect(articles[0]).toMatchObject({
    layers: [
      { analyst: 'Lena Moor', annotations: expect.any(Number), relations: 0, state: 'in-progress' },
    ],
  });
  expect(await folderState(folder), 'listing changes nothing').toEqual(before);
});

test('export writes the native line, and import reads it back without loss', async ({
  verbale,
  projects,
  scratch,
}) => {
  const sample = await projects.sample();
  const out = path.join(scratch, 'out.jsonl');
  const written = await verbale(
    'export',
    sample,
    '--format',
    'jsonl',
    '--all',
    '--out',
    out,
    '--json',
  );
  expect(written, written.stderr).toMatchObject({ exit: 0 });
  expect(written.json).toEqual({
    files: [
      out,
      ...['manifest.json', 'datasheet.md'].map((name) => path.join(scratch, `out.${name}`)),
    ],
    records: 11,
    lost: [],
  });
  expect(written.stderr).not.toContain('Replaced');
  const rewritten = await verbale('export', sample, '--format', 'jsonl', '--out', out, '--json');
  expect(rewritten.stderr).toContain(`Replaced what was there before: ${out}`);
  const lines = (await readFile(out, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toHaveLength(11);
  expect(lines[0]).toMatchObject({
    format: 'verbale-jsonl',
    version: 1,
    offsetUnit: 'codePoint',
    sha256: expect.stringMatching(SHA256),
  });

  const copy = await projects.make('Copy');
  const read = await verbale('import', copy, out, '--json');
  expect(read, read.stderr).toMatchObject({ exit: 0, json: { failed: [], skipped: [] } });
  await projects.verify(copy);
  const again = path.join(scratch, 'again.jsonl');
  await verbale('export', copy, '--format', 'jsonl', '--all', '--out', again);
  const annotations = (text: string): unknown[] =>
    text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as Record<string, unknown>)['annotations']);
  expect(annotations(await readFile(again, 'utf8'))).toEqual(
    annotations(await readFile(out, 'utf8')),
  );
});

test('offsets come in the unit that is asked for, and the quote is at them', async ({
  verbale,
  scratch,
  projects,
}) => {
  const sample = await projects.sample();
  const slices: Record<string, (text: string, start: number, end: number) => string> = {
    utf16: (text, start, end) => text.slice(start, end),
    codePoint: (text, start, end) => Array.from(text).slice(start, end).join(''),
    utf8: (text, start, end) => Buffer.from(text).subarray(start, end).toString(),
    grapheme: (text, start, end) =>
      [...new Intl.Segmenter('und').segment(text)]
        .slice(start, end)
        .map(({ segment }) => segment)
        .join(''),
  };
  for (const [unit, slice] of Object.entries(slices)) {
    const out = path.join(scratch, `${unit}.jsonl`);
    const done = await verbale(
      'export',
      sample,
      '--format',
      'jsonl',
      '--all',
      '--offset-unit',
      unit,
      '--out',
      out,
    );
    expect(done.exit, done.stderr).toBe(0);
    let checked = 0;
    for (const line of (await readFile(out, 'utf8')).trim().split('\n')) {
      const { text, offsetUnit, annotations } = JSON.parse(line) as {
        text: string;
        offsetUnit: string;
        annotations: { spans: [number, number][]; quote: string[] }[];
      };
      expect(offsetUnit).toBe(unit);
      for (const { spans, quote } of annotations) {
        expect(
          spans.map(([start, end]) => slice(text, start, end)),
          unit,
        ).toEqual(quote);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(30);
  }
});

test('formats lists what can be read and written', async ({ verbale }) => {
  const { exit, json } = await verbale('formats', '--json');
  expect(exit).toBe(0);
  const keys = [
    'id',
    'label',
    'extensions',
    'reads',
    'writes',
    'offsetUnit',
    'overlap',
    'discontinuous',
    'relations',
    'attributes',
    'analysts',
  ];
  for (const format of json as Record<string, unknown>[]) {
    expect(Object.keys(format)).toEqual(keys);
  }
  expect((json as { id: string }[]).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['jsonl', 'csv']),
  );
});

test('wrong usage ends with 2 and one object', async ({ verbale, scratch }) => {
  const wrong: readonly (readonly string[])[] = [
    [],
    ['fly'],
    ['list'],
    ['list', 'a', 'b'],
    ['new'],
    ['new', ''],
    ['new', path.join(scratch, 'nameless'), '--name', ' '],
    ['list', scratch, '--all'],
    ['list', scratch, '--colour', 'red'],
    ['export', scratch, '--format', 'jsonl'],
    ['export', scratch, '--format', 'nonsense', '--out', 'x'],
    ['export', scratch, '--out', 'x', '--offset-unit', 'inch'],
    ['import', scratch],
    ['import', scratch, 'x', '--format', 'nonsense'],
    ['import', scratch, 'x', '--charset', 'nonsense'],
  ];
  for (const argv of wrong) {
    const ended = await verbale(...argv, '--json');
    expect(ended.exit, argv.join(' ')).toBe(2);
    expect(ended.json, argv.join(' ')).toEqual({ error: expect.any(String) });
    expect(ended.stderr, argv.join(' ')).toContain('verbale <command>');
  }
});

test('what is not a project is refused with 1, and left alone', async ({ verbale, scratch }) => {
  const before = await folderState(scratch);
  for (const folder of [scratch, path.join(scratch, 'nowhere')]) {
    const ended = await verbale('list', folder, '--json');
    expect(ended.exit).toBe(1);
    expect(ended.json).toEqual({ error: expect.any(String) });
  }
  const after = await folderState(scratch);
  const own = Object.keys(after).filter((name) => !name.startsWith('command-line'));
  expect(own).toEqual(Object.keys(before));
});

test('nothing is put into a project but what belongs to it', async ({ verbale, projects }) => {
  const project = await projects.make('Talks');
  const before = await folderState(project);
  for (const argv of [
    ['export', project, '--format', 'jsonl', '--out', path.join(project, 'project.json')],
    ['export', project, '--format', 'csv', '--out', project],
    ['new', path.join(project, 'articles', 'inner.verbale')],
  ]) {
    const ended = await verbale(...argv, '--json');
    expect(ended.exit, argv.join(' ')).toBe(1);
    expect(ended.json, argv.join(' ')).toEqual({
      error: expect.stringContaining('in the project'),
    });
  }
  expect(await folderState(project)).toEqual(before);
});
