import { open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';
import { folderState } from './folder-state.ts';
import { makeNewer } from './newer-project.ts';
import { sampleText } from './projects.ts';

/** A native line that is right in every point, to be spoilt in one. */
function line(change: Record<string, unknown> = {}): string {
  const text = 'Moscow would answer. Brussels waits.';
  return JSON.stringify({
    format: 'verbale-jsonl',
    version: 1,
    id: 'art-given',
    title: 'Given',
    text,
    offsetUnit: 'utf16',
    source: {},
    furniture: [],
    annotations: [annotation()],
    relations: [],
    documentLabels: {},
    gold: [],
    decisions: [],
    ...change,
  });
}

function annotation(change: Record<string, unknown> = {}): Record<string, unknown> {
  const time = '2022-01-21T12:00:00.000Z';
  return {
    id: 'an-one',
    label: 'threat',
    spans: [[0, 19]],
    quote: ['Moscow would answer'],
    analyst: 'Lena Moor',
    attributes: {},
    note: '',
    origin: { kind: 'manual' },
    codebookVersion: 1,
    createdAt: time,
    updatedAt: time,
    ...change,
  };
}

interface BadFile {
  readonly why: string;
  readonly name: string;
  readonly content: string | Buffer;
  /** What the reason must speak of. */
  readonly says: RegExp;
}

const BAD_FILES: readonly BadFile[] = [
  { why: 'empty', name: 'empty.txt', content: '', says: /empty|no text|nothing/iu },
  { why: 'only blanks', name: 'blank.txt', content: ' \n\t\n', says: /empty|no text|nothing/iu },
  {
    why: 'binary',
    name: 'picture.txt',
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3]),
    says: /text|picture|binary|PNG|image/iu,
  },
  {
    why: 'truncated jsonl',
    name: 'cut.jsonl',
    content: line().slice(0, 120),
    says: /line 1|JSON/iu,
  },
  {
    why: 'not JSON at all',
    name: 'words.jsonl',
    content: 'Moscow would answer.\n',
    says: /line 1|JSON/iu,
  },
  {
    why: '__proto__ key',
    name: 'proto.jsonl',
    content: line().replace('"title":"Given"', '"title":"Given","__proto__":{"isAdmin":true}'),
    says: /__proto__/u,
  },
  {
    why: 'a key that stands twice',
    name: 'twice.jsonl',
    content: line().replace('"title":"Given"', '"title":"Given","title":"Taken"'),
    says: /^line 1, column \d+: the key "title" stands twice in one object/u,
  },
  {
    why: 'deep nesting',
    name: 'deep.jsonl',
    content: `{"format":"verbale-jsonl","a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    says: /deep|nest/iu,
  },
  {
    why: 'a newer format',
    name: 'newer.jsonl',
    content: line({ version: 99 }),
    says: /newer|version/iu,
  },
  {
    why: 'another text than its hash',
    name: 'hash.jsonl',
    content: line({ sha256: '0'.repeat(64) }),
    says: /sha|hash|sum/iu,
  },
];

test('a bad file is named, with its reason, and changes nothing', async ({
  verbale,
  projects,
  scratch,
}) => {
  const folder = await projects.make('Bad', [sampleText('brussels-menu.txt')]);
  const before = await folderState(folder);
  for (const { why, name, content, says } of BAD_FILES) {
    const file = path.join(scratch, name);
    await writeFile(file, content);
    const ended = await verbale('import', folder, file, '--json');
    expect(ended.exit, `${why}: ${ended.stdout}`).toBe(1);
    const failed = [{ file, reason: expect.stringMatching(says) as unknown }];
    expect(ended.json, why).toEqual({ imported: [], skipped: [], failed });
    expect(ended.stderr, why).toContain(name);
    expect(ended.stderr, why).not.toMatch(/\bat .*\.js:\d+|undefined|\[object/u);
    expect(await folderState(folder), why).toEqual(before);
  }
  await projects.verify(folder);
});

const BAD_ANNOTATIONS: readonly (readonly [
  why: string,
  change: Record<string, unknown>,
  says: string,
])[] = [
  [
    'offsets out of range',
    { spans: [[0, 9000]], quote: undefined },
    'it ends at 9000, but the text has 54 UTF-16 code units',
  ],
  ['reversed offsets', { spans: [[19, 0]] }, 'it starts at 19 and ends before that, at 0'],
  [
    'a quote that is nowhere',
    { quote: ['Berlin was silent on it'] },
    'its quote is not in the text: “Berlin was silent on it”',
  ],
  ['text for a label', { label: 7 }, 'in label, text was expected, but there is the number 7'],
  [
    'a label of 5000 characters',
    { label: 'x'.repeat(5000) },
    'in label, at most 120 characters are allowed, but there are 5000',
  ],
  [
    'an attribute called constructor',
    { attributes: { constructor: 1 } },
    'a field must not be called "constructor"',
  ],
];

test('an annotation that does not fit is left out, never guessed: the file failed, the rest came in', async ({
  verbale,
  projects,
  scratch,
}) => {
  const folder = await projects.make('Unfit');
  for (const [at, [why, change, says]] of BAD_ANNOTATIONS.entries()) {
    const file = path.join(scratch, `unfit-${at}.jsonl`);
    const text = `Moscow would answer. Brussels waits, for the ${at + 2}th time.`;
    const unfit = [annotation(change), annotation({ id: 'an-fits' })];
    await writeFile(file, `\n${line({ id: `art-${at}`, text, annotations: unfit })}\n`);
    const ended = await verbale('import', folder, file, '--json');
    expect(ended.exit, why).toBe(1);
    const reason = expect.stringContaining(says) as unknown;
    expect(ended.json, why).toMatchObject({
      imported: [{ annotations: 1, warnings: [] }],
      failed: [{ file, reason }],
    });
    expect(ended.stderr, why).toContain(`${file}: line 2, annotations[0]: `);
    expect(ended.stderr, why).toContain(
      'The article and its 1 other annotation are in the project.',
    );

    const before = await folderState(folder);
    const again = await verbale('import', folder, file, '--json');
    expect(again, why).toMatchObject({ exit: 1, json: { imported: [], skipped: [{ file }] } });
    expect((again.json as { failed: unknown }).failed, why).toEqual(
      (ended.json as { failed: unknown }).failed,
    );
    expect(await folderState(folder), why).toEqual(before);
  }
  for (const { annotations } of await projects.read(folder)) {
    expect(annotations).toMatchObject([{ spans: [[0, 19]], quote: ['Moscow would answer'] }]);
  }
  await projects.verify(folder);
});

test('one bad line does not stop the others of its file', async ({
  verbale,
  projects,
  scratch,
}) => {
  const folder = await projects.make('Lines');
  const file = path.join(scratch, 'lines.jsonl');
  const good = line({ id: 'art-a', text: 'Moscow would answer. Geneva waits.' });
  await writeFile(file, `${line()}\n${line().slice(0, 90)}\n${good}\n`);
  const ended = await verbale('import', folder, file, '--json');
  expect(ended.exit).toBe(1);
  expect(ended.json).toMatchObject({
    imported: [{ articleId: 'art-given' }, { articleId: 'art-a' }],
    failed: [{ file, reason: expect.stringMatching(/^line 2, column \d+: the line is cut off/u) }],
  });
});

test('an id that stands for another text is replaced, and the import says so', async ({
  verbale,
  projects,
  scratch,
}) => {
  const folder = await projects.make('Ids');
  const first = path.join(scratch, 'first.jsonl');
  const second = path.join(scratch, 'second.jsonl');
  await writeFile(first, line());
  await writeFile(second, line({ text: 'Moscow would answer. Geneva waits.' }));
  await verbale('import', folder, first, '--json');
  const ended = await verbale('import', folder, second, '--json');
  expect(ended, ended.stderr).toMatchObject({ exit: 0, json: { imported: [{ annotations: 1 }] } });
  expect(ended.stderr).toContain(
    `${second}: line 1: The project has another text under the id art-given`,
  );
  const read = await projects.read(folder);
  expect(new Set(read.map(({ text }) => text)).size).toBe(2);
  const before = await folderState(folder);
  const again = await verbale('import', folder, second, '--json');
  expect(again).toMatchObject({ exit: 0, json: { imported: [], failed: [] } });
  expect(await folderState(folder)).toEqual(before);
});

test('the line that the bad ones are made from is good', async ({ verbale, projects, scratch }) => {
  const folder = await projects.make('Good');
  const file = path.join(scratch, 'good.jsonl');
  await writeFile(file, line());
  const ended = await verbale('import', folder, file, '--json');
  expect(ended, ended.stderr).toMatchObject({
    exit: 0,
    json: { imported: [{ annotations: 1 }], failed: [] },
  });
});

test('one bad file does not stop the others', async ({ verbale, projects, scratch }) => {
  const folder = await projects.make('Mixed');
  const empty = path.join(scratch, 'empty.txt');
  await writeFile(empty, '');
  const ended = await verbale('import', folder, empty, sampleText('kyiv-asks-first.txt'), '--json');
  expect(ended).toMatchObject({ exit: 1, json: { imported: [{}], failed: [{ file: empty }] } });
  const relative = path.relative(process.cwd(), empty);
  const again = await verbale('import', folder, relative, '--json');
  expect(again.json).toMatchObject({ failed: [{ file: relative }] });
  expect(again.stderr.startsWith(`${relative}: `), again.stderr).toBe(true);
  await projects.verify(folder);
});

test('a text of 200 MB is refused at once', async ({ verbale, projects, scratch }) => {
  const folder = await projects.make('Huge');
  const file = path.join(scratch, 'huge.txt');
  const handle = await open(file, 'w');
  await handle.truncate(200 * 1024 * 1024);
  await handle.close();
  const ended = await verbale('import', folder, file, '--json');
  expect(ended).toMatchObject({
    exit: 1,
    json: { failed: [{ file, reason: expect.stringMatching(/200 MB/u) }] },
  });
});

test('broken HTML and a wrong charset still come in, and say what is doubtful', async ({
  verbale,
  projects,
  scratch,
}) => {
  const folder = await projects.make('Broken');
  const html = path.join(scratch, 'broken.html');
  await writeFile(
    html,
    '<html><head><title>Broken page</title><body><p>Moscow would answer <b>at once<p>Brussels <i>waits</b>.\n<!-- to be done <p>Kyiv asks first. <table><tr><td>x',
  );
  const wrong = path.join(scratch, 'wrong.txt');
  await writeFile(
    wrong,
    Buffer.from([
      ...Buffer.from('A café in Geneva '),
      0xff,
      0xfe,
      0x81,
      ...Buffer.from(' opened on Friday, and nobody came to it.\n'),
    ]),
  );
  const ended = await verbale('import', folder, html, wrong, '--json');
  expect(ended.exit, ended.stderr).toBe(0);
  const { imported } = ended.json as { imported: { title: string; warnings: string[] }[] };
  expect(imported).toHaveLength(2);
  expect(imported[0]?.warnings).toEqual([
    'The page is broken: on line 2 of its source a comment is opened and never closed. About 29 characters that it would have swallowed were kept. Check the text.',
  ]);
  expect(imported[1]?.warnings.length).toBeGreaterThan(0);
  const [page] = await projects.read(folder);
  expect(page?.text).toMatch(
    /^Moscow would answer at once\s+Brussels waits\s+\. to be done\s+Kyiv asks first\.\s+x$/u,
  );
  await projects.verify(folder);
});

test('a quote that moved is found again, and the import says so', async ({
  verbale,
  projects,
  scratch,
}) => {
  const folder = await projects.make('Moved');
  const file = path.join(scratch, 'moved.jsonl');
  await writeFile(file, line({ annotations: [annotation({ spans: [[2, 21]] })] }));
  const ended = await verbale('import', folder, file, '--json');
  expect(ended, ended.stdout).toMatchObject({ exit: 0, json: { imported: [{ annotations: 1 }] } });
  const { imported } = ended.json as { imported: { warnings: string[] }[] };
  expect(imported[0]?.warnings.length).toBeGreaterThan(0);
  const [article] = await projects.read(folder);
  expect(article?.annotations[0]).toMatchObject({
    spans: [[0, 19]],
    quote: ['Moscow would answer'],
  });
});

test('a project of a newer Verbale is refused for writing and stays byte for byte', async ({
  verbale,
  projects,
}) => {
  const folder = await projects.sample('newer');
  await makeNewer(folder);
  const before = await folderState(folder);
  const ended = await verbale('import', folder, sampleText('brussels-menu.txt'), '--json');
  expect(ended.exit).toBe(1);
  expect(ended.stderr + ended.stdout).toMatch(/newer|version/iu);
  expect(await folderState(folder)).toEqual(before);
});

test('a damaged snapshot is never used silently', async ({ verbale, projects }) => {
  const folder = await projects.sample('damaged');
  const names = Object.keys(await folderState(folder));
  const layer = names.find((name) => name.startsWith('layers/') && name.endsWith('.json')) ?? '';
  const file = path.join(folder, layer);
  const bytes = await readFile(file);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  await writeFile(file, bytes);
  const ended = await verbale('verify', folder, '--json');
  expect(ended.exit).toBe(1);
  expect(ended.json).toMatchObject({ ok: false });
  const { problems } = ended.json as { problems: { file: string; message: string }[] };
  expect(problems.map((one) => one.file)).toContain(layer);
});
