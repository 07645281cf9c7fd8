import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HISTORY_LENGTH } from '../../core/log/history.ts';
import { articleFrom } from '../../core/log/project-ops.ts';
import type { RecordState } from '../../core/log/record.ts';
import { seeded } from '../../core/testing/seeded.ts';
import { type Desk, startDesk, valueOf } from './testing/desk.ts';
import { exportAsked } from './testing/export-asked.ts';
import { act } from './testing/random-actions.ts';
import { situation } from './testing/random-situation.ts';

/** `UNDO_SEED` repeats a run that failed. */
const SEED = Number(process.env['UNDO_SEED'] ?? 20_260_122);
const TURNS = 1000;
const RESTART_EVERY = 125;

const TEXTS = [
  'Envoys met at the lake. “If tanks roll, the banks go dark,” one said. Nobody smiled.\n',
  'The bloc may bar chip sales, a draft says. 제재는 없다고 그는 말했다. 👩‍👩‍👧 was seen.\n',
  'قال الوزير إن العقوبات قادمة. A reply is due on Friday, and the gas may stop.\n',
];

/** Everything a person could export or see: the whole dataset, the codebook and the article rows. */
async function state(desk: Desk): Promise<string> {
  const file = path.join(desk.dir, 'state.jsonl');
  desk.answers.save = file;
  valueOf(await desk.call('export.write', exportAsked('jsonl', 'utf16')));
  const { project } = valueOf(await desk.call('analyst.actAs', { name: 'Ana' }));
  const rows = project.articles.map(({ id, record, counts }) => ({
    article: articleFrom(id, record as RecordState),
    counts: Object.entries(counts)
      .flatMap(([analyst, byLabel]) =>
        Object.entries(byLabel).map(([label, count]) => `${analyst} ${label} ${count}`),
      )
      .sort(),
  }));
  return [
    await readFile(file, 'utf8'),
    JSON.stringify(project.codebook),
    JSON.stringify(rows),
  ].join('\n');
}

/** Fails with the place where two states part, because a whole state fills the screen. */
function expectSame(found: string, wanted: string | undefined, when: string): void {
  if (found === wanted) return;
  const at = Array.from({ length: found.length }).findIndex(
    (_, index) => found[index] !== wanted?.[index],
  );
  const part = (text: string): string => text.slice(Math.max(0, at - 120), at + 120);
  expect(part(found), `seed ${SEED}, ${when}`).toBe(part(wanted ?? ''));
  expect(found.length, `seed ${SEED}, ${when}`).toBe(wanted?.length);
}

async function travel(desk: Desk, way: 'history.undo' | 'history.redo'): Promise<void> {
  expect(valueOf(await desk.call(way, {})).ops.length).toBeGreaterThan(0);
}

async function begin(): Promise<{ desk: Desk; me: string; articles: string[]; folder: string }> {
  const desk = await startDesk({ analyst: 'Ana' });
  desk.answers.newProject = path.join(desk.dir, 'undo.verbale');
  valueOf(await desk.call('project.create', { name: 'Undo' }));
  const paths: string[] = [];
  for (const [number, text] of TEXTS.entries()) {
    const file = path.join(desk.dir, `${number}.txt`);
    await writeFile(file, text);
    paths.push(file);
  }
  const { batch } = valueOf(await desk.call('import.read', { paths }));
  await expect
    .poll(() => desk.events.some((one) => one.type === 'import' && one.finished))
    .toBe(true);
  const items = paths.map((_, number) => ({ key: String(number) }));
  const { project, result } = valueOf(await desk.call('import.apply', { batch, items }));
  const articles = result.imported.map(({ articleId }) => articleId);
  return { desk, me: project.me.id, articles, folder: project.folder };
}

test(`undo restores every state of ${TURNS} random actions, byte for byte, across restarts`, async () => {
  const { desk: first, me, articles, folder } = await begin();
  let desk = first;
  const random = seeded(SEED);
  const past = [await state(desk)];
  const tally = { done: 0, submitted: 0, refused: 0, nothing: 0, hits: 0 };
  for (let turn = 0; turn < TURNS; turn += 1) {
    const before = past.at(-1);
    const came = await act(await situation(desk, random, turn, me, articles));
    tally[came] += 1;
    if (came === 'nothing') continue;
    if (came === 'refused') {
      expectSame(await state(desk), before, `refusal of turn ${turn}`);
      continue;
    }
    const after = await state(desk);
    if (turn % RESTART_EVERY === 0) {
      await desk.close();
      desk = await startDesk({ dir: first.dir, project: folder, analyst: 'Ana' });
      valueOf(await desk.call('app.start', {}));
    }
    await travel(desk, 'history.undo');
    expectSame(await state(desk), before, `undo of turn ${turn}`);
    await travel(desk, 'history.redo');
    if (turn % 10 === 0) expectSame(await state(desk), after, `redo of turn ${turn}`);
    past.push(after);
  }
  expect(past.length).toBeGreaterThan(TURNS * 0.8);
  expect(tally.submitted).toBeGreaterThan(TURNS / 200);
  expect(tally.refused).toBeGreaterThan(TURNS / 200);
  expect(tally.hits).toBeGreaterThan(TURNS / 200);
  const oldest = Math.max(0, past.length - HISTORY_LENGTH);
  for (let step = past.length - 2; step >= oldest; step -= 1) {
    await travel(desk, 'history.undo');
    if (step % 50 === 0) expectSame(await state(desk), past[step], `back to ${step}`);
  }
  const bugs = desk.bugs;
  await desk.close();
  expect(bugs).toEqual([]);
}, 600_000);
