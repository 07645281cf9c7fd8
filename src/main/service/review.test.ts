import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Input, Output } from '../../ipc/contract.ts';
import { type Desk, valueOf } from './testing/desk.ts';
import { deskForTests } from './testing/desks.ts';
import { exportAsked } from './testing/export-asked.ts';
import { importLines, layersLine, reviewQueue, TALKS } from './testing/review-desk.ts';

const desk = deskForTests();
const MEANS = 'it will turn to military means';
const LONG = `Moscow has warned that ${MEANS}`;
const SOLDIERS = 'Kyiv counts its soldiers';

async function withLayers(submitted?: readonly string[]): Promise<{ on: Desk; id: string }> {
  const on = await desk({ analyst: 'Lena' });
  const [id = ''] = await importLines(
    on,
    layersLine(
      'Talks',
      TALKS,
      {
        Ana: [[MEANS, 'Threat'], [SOLDIERS], ['Nobody else spoke']],
        Ben: [[LONG, 'Claim'], [SOLDIERS]],
      },
      submitted,
    ),
  );
  return { on, id };
}

type Row = Output<'review.queue'>['rows'][number];

async function decideOn(
  on: Desk,
  { articleId, id }: Row,
  over: Partial<Input<'review.decide'>> & Pick<Input<'review.decide'>, 'result'>,
): ReturnType<typeof on.call<'review.decide'>> {
  const base = { articleId, item: id, value: [], note: '', dissent: true, rule: '', alike: false };
  return on.call('review.decide', { ...base, ...over });
}

async function itemOf(on: Desk, { articleId, id }: Row): Promise<Output<'review.item'>> {
  return valueOf(await on.call('review.item', { articleId, item: id, anonymous: true }));
}

function exportGold(on: Desk): ReturnType<typeof on.call<'export.write'>> {
  on.answers.save = path.join(on.dir, 'gold.jsonl');
  const asked = exportAsked('jsonl', 'utf16');
  const choice = { ...asked.choice, whose: { kind: 'gold' as const } };
  return on.call('export.write', { ...asked, choice });
}

async function goldOf(on: Desk): Promise<readonly Record<string, unknown>[]> {
  valueOf(await exportGold(on));
  const lines = (await readFile(path.join(on.dir, 'gold.jsonl'), 'utf8')).trim().split('\n');
  return lines.flatMap((line) => (JSON.parse(line) as { annotations: [] }).annotations);
}

test('the queue has every place that somebody marked, most apart first', async () => {
  const { on } = await withLayers();
  const { rows, minutes, total } = await reviewQueue(on);
  expect(rows.map(({ kind, found, readers, quote }) => [kind, found, readers, quote])).toEqual([
    ['label', 2, 2, expect.stringContaining(MEANS)],
    ['extra', 1, 2, 'Nobody else spoke'],
    ['agree', 2, 2, SOLDIERS],
  ]);
  expect(total).toBe(3);
  expect(minutes).toMatchObject({ items: 3, unanimous: 1, states: { open: 3 } });
});

test('an item shows its readings without names, in the text, and with names where asked', async () => {
  const { on } = await withLayers();
  const { rows } = await reviewQueue(on);
  const [row] = rows as [Row];
  const item = await itemOf(on, row);
  expect(JSON.stringify(item)).not.toMatch(/ana|ben/iu);
  expect(item.text.words.slice(item.span[0] - item.text.start).startsWith(LONG)).toBe(true);
  expect(item.before).toBe('Talks in Geneva');
  expect(item.candidates.map(({ key, readers }) => [key, readers.length])).toEqual([
    ['A', 1],
    ['B', 1],
  ]);
  const named = valueOf(
    await on.call('review.item', { articleId: row.articleId, item: row.id, anonymous: false }),
  );
  expect(
    named.candidates
      .flatMap(({ readers }) => readers.map(({ name = '' }) => name))
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(['Ana', 'Ben']);
});

test('a decision and its gold are one step: written together, undone together', async () => {
  const { on } = await withLayers();
  const [row] = (await reviewQueue(on)).rows as [Row];
  const { candidates } = await itemOf(on, row);
  const [{ key: _key, readers: _readers, ...value }] = candidates as [(typeof candidates)[0]];
  const refused = await decideOn(on, row, { result: 'accept', value: [value] });
  expect(refused).toMatchObject({ ok: false, error: { kind: 'refused' } });
  const accepted = await decideOn(on, row, {
    result: 'accept',
    value: [value],
    reason: 'rule-applies',
    note: 'The condition stays in.',
  });
  expect(valueOf(accepted)).toMatchObject({ decided: 1 });
  expect(await goldOf(on)).toMatchObject([{ quote: value.quote }]);
  const { minutes } = await reviewQueue(on);
  expect(minutes).toMatchObject({
    states: { open: 2, settled: 1 },
    results: { accept: 1 },
    reasons: { 'rule-applies': 1 },
    dissents: 1,
  });
  expect((await itemOf(on, row)).decision).toMatchObject({
    by: 'Lena',
    dissent: ['B'],
    note: 'The condition stays in.',
  });
  valueOf(await on.call('history.undo', {}));
  expect((await reviewQueue(on)).minutes.states.open).toBe(3);
  const none = await exportGold(on);
  expect(none).toMatchObject({ ok: false });
  valueOf(await on.call('history.redo', {}));
  expect(await goldOf(on)).toHaveLength(1);
});

test('reopening supersedes: the earlier decision stays, the gold is the later one’s', async () => {
  const { on } = await withLayers();
  const [row] = (await reviewQueue(on)).rows as [Row];
  const { candidates } = await itemOf(on, row);
  const values = candidates.map(({ key: _key, readers: _readers, ...value }) => value);
  const reason = 'we-differ' as const;
  valueOf(await decideOn(on, row, { result: 'keep-both', value: values, reason }));
  expect(await goldOf(on)).toHaveLength(2);
  valueOf(await decideOn(on, row, { result: 'accept', value: values.slice(1), reason }));
  expect(await goldOf(on)).toHaveLength(1);
  const item = await itemOf(on, row);
  expect(item.decision?.result).toBe('accept');
  expect(item.earlier.map(({ result }) => result)).toEqual(['keep-both']);
});

test('what all say the same is accepted at once, with a decision for each, as one step', async () => {
  const { on } = await withLayers();
  await reviewQueue(on);
  expect(valueOf(await on.call('review.acceptUnanimous', { filter: {} }))).toMatchObject({
    decided: 1,
  });
  const { minutes, rows } = await reviewQueue(on, { settled: true });
  expect(minutes).toMatchObject({ unanimous: 0, states: { open: 2, settled: 1 } });
  const settled = rows.find(({ state }) => state === 'settled') as Row;
  expect((await itemOf(on, settled)).decision).toMatchObject({ unanimous: true, by: 'Lena' });
});

test('one ruling settles what puts the same question in other articles', async () => {
  const on = await desk({ analyst: 'Lena' });
  const people = { Ana: [[MEANS, 'Threat']], Ben: [[MEANS, 'Claim']] } as const;
  await importLines(
    on,
    ...[1, 2, 3].map((n) => layersLine(`Day ${String(n)}`, `Day ${String(n)}\n${TALKS}`, people)),
  );
  const [row] = (await reviewQueue(on)).rows as [Row];
  const { alike, candidates } = await itemOf(on, row);
  expect(alike).toBe(2);
  const threat = candidates.find(({ label }) => label === 'threat');
  if (threat === undefined) throw new Error('a threat');
  const { key: _key, readers: _readers, ...value } = threat;
  const reason = 'rule-applies' as const;
  const decided = await decideOn(on, row, {
    result: 'accept',
    value: [value],
    reason,
    alike: true,
  });
  expect(valueOf(decided)).toMatchObject({ decided: 3 });
  expect(await goldOf(on)).toMatchObject([
    { quote: [MEANS] },
    { quote: [MEANS] },
    { quote: [MEANS] },
  ]);
});

test('what nobody submitted is not compared, unless asked for', async () => {
  const { on } = await withLayers(['Ana']);
  expect((await reviewQueue(on)).total).toBe(0);
  expect(valueOf(await on.call('review.read', { run: 'r2', unsubmitted: true }))).toMatchObject({
    articles: 1,
    waiting: 0,
  });
  const queue = await on.call('review.queue', { filter: {}, from: 0, count: 10 });
  expect(valueOf(queue).total).toBe(3);
});

test('each learns where they and gold differ once an article is settled, not before', async () => {
  const { on } = await withLayers();
  const { rows } = await reviewQueue(on);
  const reason = 'slip' as const;
  const [apart, extra] = rows as [Row, Row];
  const { candidates } = await itemOf(on, apart);
  const threat = candidates.find(({ label }) => label === 'threat');
  if (threat === undefined) throw new Error('a threat');
  const { key: _key, readers: _readers, ...value } = threat;
  valueOf(await decideOn(on, apart, { result: 'accept', value: [value], reason, note: 'Why.' }));
  valueOf(await decideOn(on, extra, { result: 'nothing', reason }));
  valueOf(await on.call('analyst.actAs', { name: 'Ben' }));
  expect(valueOf(await on.call('review.lessons', {})).lessons).toEqual([]);
  valueOf(await on.call('analyst.actAs', { name: 'Lena' }));
  await reviewQueue(on);
  valueOf(await on.call('review.acceptUnanimous', { filter: {} }));
  valueOf(await on.call('analyst.actAs', { name: 'Ben' }));
  const ben = valueOf(await on.call('review.lessons', {}));
  expect(ben).toMatchObject({
    settled: 3,
    same: 2,
    lessons: [
      {
        differs: ['label', 'boundary'],
        reason: 'slip',
        note: 'Why.',
        mine: { label: 'claim' },
        gold: [{ label: 'threat' }],
      },
    ],
  });
  expect(JSON.stringify(ben)).not.toContain('ana');
  valueOf(await on.call('analyst.actAs', { name: 'Ana' }));
  expect(valueOf(await on.call('review.lessons', {})).lessons).toMatchObject([
    { differs: ['extra'], gold: [], mine: { quote: ['Nobody else spoke'] } },
  ]);
});
