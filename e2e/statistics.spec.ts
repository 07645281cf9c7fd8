import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { StatisticsPage } from './pages/statistics.page.ts';
import type { ExportedArticle } from './projects.ts';

type Span = readonly [number, number];

const meets = (a: Span, b: Span): boolean => Math.min(a[1], b[1]) > Math.max(a[0], b[0]);

/** Counted from the export alone, without a line of the program's own counting. */
function counted(articles: readonly ExportedArticle[]) {
  const body = articles.map((article) => ({
    ...article,
    annotations: article.annotations.filter(
      ({ spans }) =>
        !spans.every(([start, end]) =>
          article.furniture.some((one) => one[0] <= start && end <= one[1]),
        ),
    ),
  }));
  const byLabel = new Map<string, number>();
  const overlaps = new Map<string, number>();
  for (const { annotations } of body) {
    annotations.forEach(({ label, spans }, index) => {
      byLabel.set(label, (byLabel.get(label) ?? 0) + 1);
      for (const other of annotations.slice(index + 1)) {
        if (!spans.some((one) => other.spans.some((two) => meets(one, two)))) continue;
        const pair = [label, other.label].sort((x, y) => (x < y ? -1 : 1)).join(' + ');
        overlaps.set(pair, (overlaps.get(pair) ?? 0) + 1);
      }
    });
  }
  return {
    byLabel,
    overlaps,
    byArticle: new Map(body.map((one) => [one.title, one.annotations.length])),
  };
}

/** “Claim: 23 annotations, …” → Claim, 23. */
function parsed(numbers: readonly string[]): Map<string, number> {
  const pairs = numbers.map((words) => /^(?<name>.+?): (?<count>[\d,]+) /u.exec(words)?.groups);
  return new Map(
    pairs.map((one) => [one?.['name'] ?? '', Number(one?.['count']?.replaceAll(',', ''))]),
  );
}

test('the numbers are those of the export, and open what they count', async ({
  launch,
  projects,
}) => {
  const folder = await projects.sample();
  const expected = counted(await projects.read(folder));
  const app = await launch({ project: folder, analyst: 'Lena Moor' });
  const statistics = new StatisticsPage(app.page);
  await app.page.keyboard.press('Control+Shift+s');
  await expect(statistics.heading).toBeVisible();

  const labels = parsed(await statistics.numbers('Labels'));
  expect(labels).toEqual(expected.byLabel);
  const articles = new Map<string, number>();
  for (const words of await statistics.numbers('Articles')) {
    const { title = '', count = '' } =
      /^(?<title>.+): [^:]+, (?<count>\d+) annotations?$/u.exec(words)?.groups ?? {};
    articles.set(title, (articles.get(title) ?? 0) + Number(count));
  }
  expect(articles).toEqual(new Map([...expected.byArticle].filter(([, count]) => count > 0)));
  const pairs = [...parsed(await statistics.numbers('Labels that meet'))].map(
    ([pair, count]): [string, number] => [
      pair
        .split(' and ')
        .sort((x, y) => (x < y ? -1 : 1))
        .join(' + '),
      count,
    ],
  );
  expect(new Map(pairs)).toEqual(expected.overlaps);

  // By keyboard: into the chart, along its bars, into the list, to the annotation.
  await statistics.spots('Labels').first().focus();
  await app.page.keyboard.press('ArrowDown');
  await expect(statistics.spots('Labels').nth(1)).toBeFocused();
  await app.page.keyboard.press('Enter');
  const threats = expected.byLabel.get('Threat') ?? 0;
  await expect(statistics.lines).toHaveCount(threats);
  await app.page.keyboard.press('Escape');
  await expect(statistics.behind).toHaveCount(0);
  await expect(statistics.spots('Labels').nth(1)).toBeFocused();
  await app.page.keyboard.press('Enter');
  await statistics.lines
    .filter({ hasText: 'one more Russian soldier' })
    .getByRole('button')
    .click();
  await expect(app.details.region).toContainText('one more Russian soldier');
});

test('charts go out as SVG, PNG and CSV', async ({ launch, scratch }) => {
  const app = await launch({ args: ['--open-sample'] });
  const statistics = new StatisticsPage(app.page);
  await app.page.keyboard.press('Control+Shift+s');
  // Dark, because what goes out does not look like the window.
  await app.page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
  });
  await expect(statistics.spots('Labels').first()).toBeVisible();

  const svg = path.join(scratch, 'labels.svg');
  await app.dialogs.saveAs(svg);
  await statistics.exportChart('Labels', 'Picture as SVG…');
  await expect(app.page.getByText(`Exported to ${svg}`).first()).toBeVisible();
  const text = await readFile(svg, 'utf8');
  expect(text).toContain('fill="#fefdfb"');
  expect(text).toContain('Sanctions proposal');
  const depth = [...text.matchAll(/<(?<end>\/?)\w[^>]*?(?<alone>\/?)>/gu)].reduce(
    (open, { groups }) => open + (groups?.['alone'] === '/' ? 0 : groups?.['end'] === '/' ? -1 : 1),
    0,
  );
  expect(depth, 'elements left open').toBe(0);

  const png = path.join(scratch, 'labels.png');
  await app.dialogs.saveAs(png);
  await statistics.exportChart('Labels', 'Picture as PNG…');
  await expect(app.page.getByText(`Exported to ${png}`).first()).toBeVisible();
  const size = await app.electron.evaluate(({ nativeImage }, file) => {
    const image = nativeImage.createFromPath(file);
    return { ...image.getSize(), empty: image.isEmpty() };
  }, png);
  expect(size).toMatchObject({ empty: false, width: 2 * (880 + 48) });

  const csv = path.join(scratch, 'labels.csv');
  await app.dialogs.saveAs(csv);
  await statistics.exportChart('Labels', 'Numbers as CSV…');
  await expect(app.page.getByText(`Exported to ${csv}`).first()).toBeVisible();
  const lines = (await readFile(csv, 'utf8')).split('\r\n');
  expect(lines[0]).toBe('Label,Annotations,"Per 1,000 words"');
  expect(lines[1]).toMatch(/^Claim,23,\d+\.\d+$/u);
  expect(lines).toHaveLength(6);
});

test('an empty project says so, and the page is accessible', async ({ launch, projects }) => {
  const app = await launch({ project: await projects.make('Empty') });
  await app.page.keyboard.press('Control+Shift+s');
  await expect(app.page.getByText('There is nothing to count yet.')).toBeVisible();
  await app.quit();
  const sample = await launch({ args: ['--open-sample'] });
  const statistics = new StatisticsPage(sample.page);
  await sample.page.keyboard.press('Control+k');
  await sample.page.keyboard.type('Go to statistics');
  await sample.page.keyboard.press('Enter');
  await expect(statistics.heading).toBeVisible();
  await statistics.spots('Labels').first().click();
  await statistics
    .chart('Labels')
    .getByRole('button', { name: /^Table/u })
    .click();
  await expect(statistics.chart('Labels').getByRole('table')).toContainText('Threat');
  for (const look of ['light', 'dark', 'high-contrast']) {
    await sample.page.evaluate((theme) => {
      document.documentElement.dataset['theme'] = theme;
    }, look);
    await sample.page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map((one) => one.finished)),
    );
    const { violations } = await new AxeBuilder({ page: sample.page })
      .setLegacyMode(true)
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
      look,
    ).toEqual([]);
  }
});
