import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../scripts/setup/root.mjs';
import { expect, test } from './app.ts';
import { caretAndMenus } from './caret-and-menus.ts';
import { EXPERT_MARKS, type ExpertLink, type ExpertMark } from './expert-marks.ts';
import { Fingers } from './fingers.ts';
import type { ExportedArticle } from './projects.ts';
import type { RunningApp } from './running-app.ts';

const ARTICLE = path.join(ROOT, 'e2e/expert-article.txt');

/** Most key presses an annotation may cost on average, span, answers and relations included. */
const MOST_EACH = 12;

/** The lines of a list as an eye reads them. */
function linesOf(app: RunningApp, list: string): Promise<string[][]> {
  return app.page
    .getByRole('listbox', { name: list, exact: true })
    .getByRole('option')
    .evaluateAll((options) =>
      options.map((option) => Array.from(option.children, (part) => part.textContent)),
    );
}

/** Takes a line by the digit beside it; letters find one that has none. */
async function take(app: RunningApp, hand: Fingers, list: string, words: string[]): Promise<void> {
  await expect(app.page.getByRole('combobox', { name: list, exact: true })).toBeFocused();
  for (const letter of words[0]?.toLowerCase() ?? '') {
    const lines = await linesOf(app, list);
    const index = lines.findIndex((parts) => words.every((word) => parts.includes(word)));
    expect(index, `${list}: ${words.join(', ')}`).toBeGreaterThanOrEqual(0);
    if (index < 9) {
      await hand.press(String(index + 1));
      return;
    }
    await hand.press(letter);
  }
  throw new Error(`${list}: ${words.join(', ')} has no digit`);
}

async function relate(app: RunningApp, hand: Fingers, link: ExpertLink): Promise<void> {
  await hand.press('r');
  await take(app, hand, 'Where the relation leads', [link.to, link.label]);
  await take(app, hand, 'Type of the relation', [link.typeName]);
}

async function make(app: RunningApp, hand: Fingers, one: ExpertMark): Promise<void> {
  await hand.press(...one.mark);
  // What an eye checks: the words are those that were meant.
  await expect(app.details.region.locator('blockquote')).toHaveText(one.quote);
  await hand.press(...one.answer);
  await expect(app.text.region).toBeFocused();
  if (one.link !== undefined) await relate(app, hand, one.link);
  await expect(app.text.region).toBeFocused();
}

interface Found {
  readonly label: string;
  readonly quote: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

function isActor(value: unknown): value is { annotation?: string; text?: string } {
  return typeof value === 'object' && value !== null;
}

/** What the project holds, with names for the ids of annotations. */
function read({ annotations, relations }: ExportedArticle): { marks: Found[]; links: string[] } {
  const quotes = new Map(annotations.map(({ id, quote }) => [id, quote.join(' … ')]));
  const named = (value: unknown): unknown =>
    isActor(value) ? (value.text ?? quotes.get(value.annotation ?? '')) : value;
  return {
    marks: annotations.map(({ label, quote, attributes }) => ({
      label,
      quote: quote.join(' … '),
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([id, value]) => [
          id,
          Array.isArray(value) ? value.map(named) : value,
        ]),
      ),
    })),
    links: relations.map(
      ({ type, from, to }) => `${quotes.get(from) ?? ''} ${type} ${quotes.get(to) ?? ''}`,
    ),
  };
}

const NAMES: Readonly<Record<string, string>> = {
  claim: 'Claim',
  threat: 'Threat',
  'sanctions-proposal': 'Sanctions proposal',
  actor: 'Actor',
};

const byQuote = (a: Found, b: Found): number =>
  `${a.label} ${a.quote}` < `${b.label} ${b.quote}` ? -1 : 1;

test('an expert marks a thousand words by keys alone, in twelve presses for an annotation', async ({
  launch,
  projects,
  verbale,
}) => {
  test.setTimeout(300_000);
  const text = await readFile(ARTICLE, 'utf8');
  expect(text.split(/\s+/u).length).toBeGreaterThanOrEqual(1000);
  const project = await projects.make('Expert', [ARTICLE]);
  const app = await launch({ project, analyst: 'Lena Moor' });
  await app.text.region.focus();
  const hand = new Fingers(app.page);
  for (const one of EXPERT_MARKS) await make(app, hand, one);
  await app.status.expectSaved();
  await app.quit();

  const [article] = await projects.read(project);
  if (article === undefined) throw new Error('no article');
  const { marks, links } = read(article);
  const wanted = EXPERT_MARKS.map(({ label, quote, attributes }) => ({
    label: NAMES[label] ?? label,
    quote,
    attributes,
  }));
  expect(marks.toSorted(byQuote)).toEqual(wanted.toSorted(byQuote));
  expect(links.toSorted()).toEqual(
    EXPERT_MARKS.flatMap(({ quote, link }) =>
      link === undefined ? [] : [`${quote} ${link.type} ${link.to}`],
    ).toSorted(),
  );
  const { json } = await verbale('list', project, '--json');
  expect(json).toMatchObject({ articles: [{ layers: [{ annotations: 25, relations: 10 }] }] });
  await projects.verify(project);

  const each = hand.count / EXPERT_MARKS.length;
  process.stdout.write(
    `key presses for 25 annotations with all required attributes and 10 relations: ${String(hand.count)}, ${each.toFixed(1)} for an annotation\n`,
  );
  expect(each).toBeLessThanOrEqual(MOST_EACH);
});

test('a caret and menus need far more for the same', async ({ launch, projects }) => {
  test.setTimeout(300_000);
  const project = await projects.make('Baseline', [ARTICLE]);
  const app = await launch({ project, analyst: 'Lena Moor' });
  const hand = new Fingers(app.page);
  const each = await caretAndMenus(app, hand);
  process.stdout.write(
    `key presses with a caret and menus, without relations: ${each.toFixed(1)} for an annotation\n`,
  );
  expect(each).toBeGreaterThan(MOST_EACH * 1.5);
});
