import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';

const TEXT =
  'Talks in Geneva\n\nNot every capital is ready. Two diplomats said the bloc was divided over energy and that a halt to the new pipeline should wait for the first shot.\n\nMoscow has warned that without binding limits on the growth of the alliance it will turn to military and technical means. Kyiv counts more than one hundred thousand soldiers within reach of its border.\n';
const LONG =
  'without binding limits on the growth of the alliance it will turn to military and technical means';
const SHORT = 'it will turn to military and technical means';
const SOLDIERS = 'Kyiv counts more than one hundred thousand soldiers';
const WAIT = 'should wait for the first shot';

type Mark = readonly [words: string, label: string, attributes?: Readonly<Record<string, string>>];

function line(people: Readonly<Record<string, readonly Mark[]>>): string {
  const annotations = Object.entries(people).flatMap(([analyst, marks]) =>
    marks.map(([words, label, attributes = {}]) => {
      const start = TEXT.indexOf(words);
      const id = `${analyst.toLowerCase()}-${String(start)}-${label.slice(0, 1)}`;
      return { id, label, spans: [[start, start + words.length]], analyst, attributes };
    }),
  );
  const names = Object.keys(people);
  const document = Object.fromEntries(names.map((name) => [name, { state: 'submitted' }]));
  const head = { format: 'verbale-jsonl', version: 1, title: 'Talks in Geneva' };
  return JSON.stringify({ ...head, text: TEXT, offsetUnit: 'utf16', annotations, document });
}

test('what analysts marked differently is settled by keys, and gold goes out', async ({
  projects,
  launch,
  scratch,
  verbale,
}) => {
  const file = path.join(scratch, 'layers.jsonl');
  const veiled = { conditionality: 'implied_condition' };
  const layers = line({
    Ana: [
      [LONG, 'Threat', veiled],
      [SOLDIERS, 'Claim'],
      [WAIT, 'Sanctions proposal'],
    ],
    Ben: [
      [SHORT, 'Claim'],
      [SOLDIERS, 'Claim'],
    ],
    Cem: [
      [LONG, 'Threat', veiled],
      [SOLDIERS, 'Claim'],
    ],
  });
  await writeFile(file, `${layers}\n`);
  const folder = await projects.make('talks', [file]);
  const app = await launch({ project: folder, analyst: 'Lena' });
  const { page } = app;
  await page.getByRole('navigation').getByRole('link', { name: 'Review' }).click();
  const queue = page.getByRole('list', { name: 'Items to settle' });
  await expect(queue.getByRole('listitem')).toHaveCount(3);

  // The first item: a threat against a claim. Its reason is asked for, and decides.
  await expect(page.getByRole('button', { name: /^Reading A/u })).toContainText('2 readers');
  await expect(page.getByRole('main')).not.toContainText(/\b(Ana|Ben|Cem)\b/u);
  await page.keyboard.press('a');
  await expect(page.getByText('press its number')).toBeVisible();
  await page.keyboard.press('1');
  await expect(queue.getByRole('listitem')).toHaveCount(2);

  // The second: one alone found it. Nothing is to be marked there.
  await page.keyboard.press('n');
  await page.keyboard.press('3');
  await expect(queue.getByRole('listitem')).toHaveCount(1);

  // Taken back, and decided again.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(queue.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(queue.getByRole('listitem')).toHaveCount(1);

  // What all say the same is accepted at once.
  await page.keyboard.press('u');
  await expect(page.getByText('Everything here is settled.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export gold' })).toBeVisible();
  await app.quit();

  const out = path.join(scratch, 'gold.jsonl');
  await verbale('export', folder, '--format', 'jsonl', '--gold', '--out', out, '--json');
  const gold = JSON.parse(await readFile(out, 'utf8')) as {
    annotations: { label: string; quote: string[] }[];
  };
  expect(gold.annotations.map(({ label, quote }) => [label, quote[0]])).toEqual([
    ['Threat', LONG],
    ['Claim', SOLDIERS],
  ]);
});
