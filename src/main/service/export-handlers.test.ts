import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Desk, startDesk, valueOf } from './testing/desk.ts';

const desks: Desk[] = [];

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

/** A desk with one pasted article. */
async function deskWith(text: string): Promise<Desk> {
  const desk = await startDesk({ analyst: 'Lena' });
  desks.push(desk);
  desk.answers.newProject = path.join(desk.dir, 'Talks.verbale');
  valueOf(await desk.call('project.create', { name: 'Talks' }));
  const pasted = valueOf(await desk.call('import.paste', { text }));
  const items = pasted.items.map(({ key }) => ({ key }));
  valueOf(await desk.call('import.apply', { batch: pasted.batch, items }));
  return desk;
}

const CHOICE = {
  options: { offsetUnit: 'codePoint' },
  choice: {
    filter: '',
    whose: { kind: 'mine' },
    seed: '1',
    deidentify: false,
    unit: 'article',
    furniture: 'in',
  },
} as const;

it('says before an export what it would come to, in the words of the file', async () => {
  const desk = await deskWith('Moscow would answer at once, a minister said in Geneva.');
  const { formats } = valueOf(await desk.call('export.formats', {}));
  expect(formats.slice(0, 2).map(({ id }) => id)).toEqual(['jsonl', 'csv']);
  const lines = valueOf(await desk.call('export.preview', { ...CHOICE, format: 'jsonl' }));
  expect(lines).toMatchObject({ articles: 1, annotations: 0, byLabel: {}, lost: [] });
  expect('example' in lines ? lines.example : '').toMatch(/^\{"format":"verbale-jsonl"/);
  const table = valueOf(await desk.call('export.preview', { ...CHOICE, format: 'csv' }));
  expect('lost' in table ? table.lost : []).toContainEqual({
    what: 'import records',
    count: 1,
    examples: [expect.stringContaining('Pasted text')],
    couldBeHeldBy: ['jsonl'],
  });
});

it('gives up a preview when another is asked for', async () => {
  const desk = await deskWith('Moscow would answer at once.');
  const [first, second] = await Promise.all([
    desk.call('export.preview', { ...CHOICE, format: 'csv' }),
    desk.call('export.preview', { ...CHOICE, format: 'jsonl' }),
  ]);
  expect(valueOf(first)).toEqual({ cancelled: true });
  expect(valueOf(second)).toMatchObject({ articles: 1 });
});

it('says what is wrong with a filter that is half typed, and asks for no file', async () => {
  const desk = await deskWith('Moscow would answer at once.');
  const half = { ...CHOICE, format: 'jsonl', choice: { ...CHOICE.choice, filter: '"Moscow' } };
  for (const method of ['export.preview', 'export.write'] as const) {
    const { filterProblem } = valueOf(await desk.call(method, half)) as { filterProblem?: string };
    expect(filterProblem).toMatch(/^[A-Z].*\.$/u);
  }
});

it('refuses a format that cannot be written', async () => {
  const desk = await deskWith('Moscow would answer at once.');
  for (const method of ['export.preview', 'export.write'] as const) {
    expect(await desk.call(method, { ...CHOICE, format: 'nope' })).toMatchObject({ ok: false });
  }
});
