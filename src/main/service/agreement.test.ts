import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Output } from '../../ipc/contract.ts';
import { valueOf } from './testing/desk.ts';
import { deskForTests } from './testing/desks.ts';
import { OPTIONS, OTHER, project, TEXT, twoAnalysts, work } from './testing/two-analysts.ts';

const startDesk = deskForTests();

function reportOf(value: Output<'agreement.read'>) {
  if (!('report' in value)) throw new Error('cancelled');
  return value.report;
}

test('a report is made, takes intervals, and each number lists its words', async () => {
  const desk = await startDesk({ analyst: 'Ana' });
  const ids = await twoAnalysts(desk);
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
  const desk = await startDesk({ analyst: 'Ana' });
  const ids = await project(desk);
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

test('a report is saved as JSON, CSV, Markdown and a page without scripts', async () => {
  const desk = await startDesk({ analyst: 'Ana' });
  await twoAnalysts(desk);
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
  expect(JSON.parse(texts['json'] ?? '')).toMatchObject({ finding: { value: 1 } });
});
