import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../src/core/testing/seeded.ts';
import { expect, test } from './app.ts';
import { sampleText } from './projects.ts';
import { annotator, type Begun, type Doing, type Shown } from './torture-annotator.ts';

const ROUNDS = Number(process.env['TORTURE_ROUNDS'] ?? '20');
const SEED = Number(process.env['TORTURE_SEED'] ?? '20220121');
const ROUND_LIMIT_MS = 15_000;

const WORDS = [
  'Ninety',
  'lakeside',
  'breakthrough',
  'commitment',
  'security',
  'counterpart',
  'delegation',
  'reporters',
  'afterwards',
  'feeding',
  'making',
  'clearing',
  'chips',
  'capital',
  'pipeline',
  'alliance',
  'growth',
  'military',
  'border',
  'senators',
  'penalties',
  'draft',
  'freeze',
  'operator',
  'visas',
];

function minus(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Takes one thing that was begun out of the list, the most telling first; false where none explains it. */
function explain(open: Doing[], fits: (doing: Doing) => boolean): boolean {
  const exact = open.findIndex((one) => one.kind !== 'travel' && fits(one));
  const at = exact >= 0 ? exact : open.findIndex(fits);
  if (at < 0) return false;
  open.splice(at, 1);
  return true;
}

/** What may have taken an item from the list. */
function takes(item: string): (doing: Doing) => boolean {
  return (doing) =>
    doing.kind === 'travel' ||
    ((doing.kind === 'delete' || doing.kind === 'relabel') && doing.item === item);
}

/** What may have put an item into the list. A relabelling takes and puts: it explains one of each. */
function puts(item: string): (doing: Doing) => boolean {
  return (doing) =>
    doing.kind === 'travel' ||
    doing.kind === 'relabel' ||
    (doing.kind === 'tag' && item.includes(doing.word));
}

/**
 * True where `found` is `shown`, but for what the annotator had begun after it was shown: the page
 * may have done, painted and saved that before the kill, without the test hearing of it.
 */
function follows(
  shown: readonly string[],
  found: readonly string[],
  begun: readonly Doing[],
): boolean {
  const takers = [...begun];
  const givers = [...begun];
  return (
    minus(shown, found).every((item) => explain(takers, takes(item))) &&
    minus(found, shown).every((item) => explain(givers, puts(item)))
  );
}

/** A moment that the window showed, and what was begun from shortly before it on. */
interface Candidate {
  readonly items: readonly string[];
  readonly begun: readonly Doing[];
}

/** Everything that may be there after the kill: what was shown since it was last called saved. */
function candidates(shown: readonly Shown[], begun: readonly Begun[]): readonly Candidate[] {
  const lastSaved = Math.max(
    0,
    shown.findLastIndex(({ saved }) => saved),
  );
  return shown.slice(lastSaved).map(({ items }, index) => {
    const later = begun.findIndex(({ after }) => after > lastSaved + index);
    // The one before may have been under way while this was shown.
    const from = Math.max(0, (later < 0 ? begun.length : later) - 1);
    return { items, begun: begun.slice(from).map(({ doing }) => doing) };
  });
}

test(`killed ${ROUNDS} times at any moment, it never loses what it called saved`, async ({
  launch,
  projects,
}) => {
  test.setTimeout(60_000 + ROUNDS * ROUND_LIMIT_MS);
  const project = await projects.make('Torture', [sampleText('lakeside-talks-end.txt')]);
  const chance = seeded(SEED);
  let expected: readonly Candidate[] | undefined;
  let acknowledged = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    await test.step(`round ${round}`, async () => {
      const app = await launch({ project, analyst: 'Lena Moor' });
      await expect(app.text.region).toContainText('Ninety minutes of talks');
      await expect(app.page.getByRole('dialog')).toHaveCount(0);
      const wanted = expected;
      if (wanted !== undefined) {
        // The list may come a moment after the text; what is lost does not come at all.
        await expect(async () => {
          const found = await app.annotations.items.allTextContents();
          const kept = wanted.some(({ items, begun }) => follows(items, found, begun));
          const words = JSON.stringify({ seed: SEED, round, wanted, found }, null, 1);
          expect(kept, `what was called saved is lost: ${words}`).toBe(true);
        }).toPass({ timeout: 5_000 });
      }
      const person = await annotator(app, WORDS, chance);
      const work = person.work().catch(() => undefined);
      await sleep(150 + chance() * 1_800);
      const { shown } = person;
      await app.crash();
      await work;
      expect(shown.length).toBeGreaterThan(0);
      acknowledged += shown.filter(({ saved }) => saved).length;
      expected = candidates(shown, person.begun);
      await projects.verify(project);
    });
  }
  // The annotator did get somewhere: a torture of nothing proves nothing.
  expect(acknowledged).toBeGreaterThan(ROUNDS * 2);
});
