import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { agreementCommand } from '../../cli/agreement-command.ts';
import { USUAL_OPTIONS } from '../../core/agreement/report/input.ts';
import { addAnnotation } from '../../core/log/annotation-ops.ts';
import { analystId } from '../../core/model/analyst.ts';
import type { Span } from '../../core/model/span.ts';
import { anAnnotation } from '../../core/testing/builders.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import { type Desk, valueOf } from './testing/desk.ts';
import { deskForTests } from './testing/desks.ts';

const TEXT =
  'Talks\n\nBanks will be cut off, one side said. Nothing was signed, and oil goes on.\n';
const OTHER = 'Oil\n\nOil exports go on: nothing was stopped, one side said of it.\n';

const startDesk = deskForTests();
afterEach(() => vi.unstubAllEnvs());

type Mark = readonly [label: string, span: Span];

const OPTIONS: Input<'agreement.read'>['options'] = {
  readers: 'two',
  rule: { kind: 'half' },
  unsubmitted: false,
  seed: USUAL_OPTIONS.seed,
  resamples: 50,
};

async function project(): Promise<{ desk: Desk; ids: string[] }> {
  const desk = await startDesk({ analyst: 'Ana' });
  desk.answers.newProject = path.join(desk.dir, 'p');
  valueOf(await desk.call('project.create', {}));
  const { codebook } = valueOf(await desk.call('codebook.read', {}));
  const { version, ...next } = codebook;
  const attributes = next.attributes.map((one) => ({ ...one, required: false }));
  const proposal = { base: version, next: { ...next, attributes }, choices: {}, summary: 's' };
  valueOf(await desk.call('codebook.publish', proposal));
  const ids: string[] = [];
  for (const text of [TEXT, OTHER]) {
    const { batch, items } = valueOf(await desk.call('import.paste', { text }));
    const key = items[0]?.key ?? '';
    const { result } = valueOf(await desk.call('import.apply', { batch, items: [{ key }] }));
    ids.push(result.imported[0]?.articleId ?? '');
  }
  return { desk, ids };
}

/** Marks and submits as somebody; `submits` says for how many articles. */
async function work(
  desk: Desk,
  name: string,
  marks: readonly (readonly [articleId: string, text: string, marks: readonly Mark[]])[],
  submits = marks.length,
): Promise<void> {
  valueOf(await desk.call('analyst.actAs', { name }));
  for (const [articleId, text, list] of marks) {
    const drafts = list.map(([label, span], at) =>
      addAnnotation(
        anAnnotation(text, [span], {
          id: `${name.toLowerCase()}-${String(at)}`,
          articleId,
          analyst: analystId(name),
          label,
        }),
      ),
    );
    const input = { label: 'Mark', drafts: drafts as unknown as Input<'commit'>['drafts'] };
    if (drafts.length > 0) valueOf(await desk.call('commit', input));
  }
  const articleIds = marks.slice(0, submits).map(([id]) => id);
  expect(valueOf(await desk.call('layer.submit', { articleIds })).left).toEqual([]);
}

function reportOf(value: Output<'agreement.read'>) {
  if (!('report' in value)) throw new Error('cancelled');
  return value.report;
}

async function twoAnalysts(): Promise<{ desk: Desk; ids: string[] }> {
  const { desk, ids } = await project();
  const [one = '', two = ''] = ids;
  await work(desk, 'Eve', [
    [
      one,
      TEXT,
      [
        ['claim', [7, 28]],
        ['claim', [45, 63]],
      ],
    ],
    [two, OTHER, [['threat', [5, 22]]]],
  ]);
  await work(desk, 'Ana', [
    [
      one,
      TEXT,
      [
        ['threat', [7, 28]],
        ['claim', [45, 68]],
      ],
    ],
    [two, OTHER, [['threat', [5, 22]]]],
  ]);
  return { desk, ids };
}

test('a report is made, takes intervals, and each number lists its words', async () => {
  const { desk, ids } = await twoAnalysts();
  const first = reportOf(
    valueOf(await desk.call('agreement.read', { run: 'r', options: OPTIONS })),
  );
  expect(first).toMatchObject({
    complete: false,
    scope: { articles: 2, readByAll: 2, layers: 4, annotations: 6, blind: false },
    finding: { value: 1, low: null },
    left: [],
  });
  const whole = reportOf(valueOf(await desk.call('agreement.intervals', { run: 'r' })));
  expect(whole.complete).toBe(true);
  expect(whole.finding).toMatchObject({ value: 1, low: 1, high: 1 });
  const [pair] = whole.pairs;
  const cell = pair?.cells
    .flat()
    .find(({ behind, count }) => count === 1 && behind.cell?.[0] !== behind.cell?.[1]);
  if (cell === undefined) throw new Error('no cell');
  const { total, items } = valueOf(
    await desk.call('agreement.behind', { run: 'r', selector: cell.behind, from: 0, count: 20 }),
  );
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({ articleId: ids[0], paragraph: 2 });
  const words = items[0]?.annotations.map(({ marked, gone }) => [
    gone,
    ...marked.map(([start, end]) => items[0]?.text.slice(start, end)),
  ]);
  expect(words).toEqual([
    [false, TEXT.slice(7, 28)],
    [false, TEXT.slice(7, 28)],
  ]);
  expect(items[0]?.annotations.map(({ label }) => label).sort()).toEqual(['claim', 'threat']);
});

test('what is not submitted is left out and said, and an old report is not answered', async () => {
  const { desk, ids } = await project();
  const [one = '', two = ''] = ids;
  await work(
    desk,
    'Eve',
    [
      [one, TEXT, [['claim', [7, 28]]]],
      [two, OTHER, []],
    ],
    1,
  );
  await work(desk, 'Ana', [
    [one, TEXT, [['claim', [7, 28]]]],
    [two, OTHER, [['claim', [5, 22]]]],
  ]);
  const report = reportOf(
    valueOf(await desk.call('agreement.read', { run: 'a', options: OPTIONS })),
  );
  expect(report.scope).toMatchObject({ articles: 1, annotations: 2 });
  expect(report.left).toMatchObject([{ reason: 'one-reader', what: 'articles', count: 1 }]);
  valueOf(await desk.call('agreement.cancel', { run: 'a' }));
  expect(await desk.call('agreement.intervals', { run: 'a' })).toMatchObject({
    ok: false,
    error: { message: 'This report is not there any more. Make it again.' },
  });
});

test('the files of a report, and the command line says the same as the JSON', async () => {
  const { desk } = await twoAnalysts();
  valueOf(await desk.call('agreement.read', { run: 'r', options: OPTIONS }));
  valueOf(await desk.call('agreement.intervals', { run: 'r' }));
  const texts: Record<string, string> = {};
  for (const format of ['json', 'csv', 'markdown', 'html'] as const) {
    desk.answers.save = path.join(desk.dir, `report.${format}`);
    expect(valueOf(await desk.call('agreement.save', { run: 'r', format }))).toEqual({
      file: desk.answers.save,
    });
    texts[format] = await readFile(desk.answers.save, 'utf8');
  }
  expect(texts['csv']?.split('\r\n')).toContainEqual(
    expect.stringMatching(/^all,,finding F1,1,1,1,3,/u),
  );
  expect(texts['markdown']).toContain('| Ana and Eve |');
  expect(texts['html']?.match(/<svg /gu)?.length).toBe(8);
  expect(texts['html']).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/u);
  const folder = valueOf(await desk.call('app.start', {})).project?.folder ?? '';
  await desk.close();
  vi.stubEnv('VERBALE_USER_DATA', path.join(desk.dir, 'cli'));
  const told = await agreementCommand.run(
    {
      command: 'agreement',
      operands: [folder],
      options: { resamples: '50', analyst: 'Ana' },
      lists: {},
      flags: new Set<string>(),
    },
    { message: () => undefined, worker: '' },
  );
  expect(told.json).not.toHaveProperty('error');
  expect(told.json).toEqual(JSON.parse(texts['json'] ?? ''));
});
