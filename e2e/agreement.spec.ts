import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';

interface Line {
  annotations: { spans: [number, number][]; quote: string[]; analyst?: string; label: string }[];
}

test('a team sees how far it agrees, and each number opens its spans', async ({
  launch,
  projects,
  verbale,
  scratch,
}) => {
  const folder = await projects.sample();
  const all = path.join(scratch, 'all.jsonl');
  expect(
    await verbale('export', folder, '--format', 'jsonl', '--all', '--out', all, '--json'),
  ).toMatchObject({ exit: 0 });
  // Jon Krol leaves out every third annotation and calls every fourth claim a threat.
  const lines = (await readFile(all, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  let seen = 0;
  const other = lines.map((line) => ({
    ...line,
    relations: [],
    annotations: line.annotations.flatMap((one) => {
      seen += 1;
      if (seen % 3 === 0) return [];
      const isOther = seen % 4 === 0 && one.label.toLowerCase() === 'claim';
      const label = isOther ? 'Threat' : one.label;
      return [{ ...one, id: `k${String(seen)}`, analyst: 'Jon Krol', label }];
    }),
  }));
  const theirs = path.join(scratch, 'krol.jsonl');
  await writeFile(theirs, other.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const taken = await verbale(
    'import',
    folder,
    theirs,
    '--format',
    'jsonl',
    '--analyst',
    'Jon Krol',
    '--json',
  );
  expect(taken).toMatchObject({ exit: 0 });

  const app = await launch({ project: folder, analyst: 'Lena Moor' });
  const { page } = app;
  await page.keyboard.press('Control+Shift+a');
  await page.getByRole('button', { name: 'Compare layers that are not submitted' }).click();
  await expect(page.getByRole('region', { name: 'Finding', exact: true })).toContainText(
    'F1, overlap',
  );
  const cell = page.getByRole('button', { name: /^Claim, Threat: [1-9]/u });
  await cell.click();
  const list = page.getByRole('complementary', { name: 'Spans behind the number' });
  const count = Number(
    /: (?<n>\d+)/u.exec((await cell.getAttribute('aria-label')) ?? '')?.groups?.['n'],
  );
  await expect(list.getByRole('listitem')).toHaveCount(count);
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: /^Claim, Sanctions proposal: /u })).toBeFocused();
});
