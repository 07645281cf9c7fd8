import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from './app.ts';
import { sampleText } from './projects.ts';
import { annotator, type Doing, type Shown, seeded } from './torture-annotator.ts';

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

/** What one thing that was begun may have taken from the list and put into it. */
function isDoneBy(doing: Doing, lost: readonly string[], come: readonly string[]): boolean {
  if (lost.length > 1 || come.length > 1) return false;
  const [gone] = lost;
  const [fresh] = come;
  switch (doing.kind) {
    case 'nothing':
      return false;
    case 'tag':
      return gone === undefined && fresh?.includes(doing.word) === true;
    case 'delete':
      return fresh === undefined && gone === doing.item;
    case 'relabel':
      return gone === doing.item;
    case 'travel':
      // One step back or forth changes one annotation.
      return true;
  }
}

/** True where `found` is `shown`, or `shown` with the one thing done that was begun. */
function follows(shown: readonly string[], found: readonly string[], doing: Doing): boolean {
  const lost = minus(shown, found);
  const come = minus(found, shown);
  return (lost.length === 0 && come.length === 0) || isDoneBy(doing, lost, come);
}

/** Everything that may be there after the kill: what was shown since it was last called saved. */
function candidates(shown: readonly Shown[]): readonly Shown[] {
  const lastSaved = shown.findLastIndex(({ saved }) => saved);
  return shown.slice(Math.max(0, lastSaved));
}

test(`killed ${ROUNDS} times at any moment, it never loses what it called saved`, async ({
  launch,
  projects,
}) => {
  test.setTimeout(60_000 + ROUNDS * ROUND_LIMIT_MS);
  const project = await projects.make('Torture', [sampleText('lakeside-talks-end.txt')]);
  const chance = seeded(SEED);
  let expected: { states: readonly Shown[]; doing: Doing } | undefined;
  let acknowledged = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    await test.step(`round ${round}`, async () => {
      const app = await launch({ project, analyst: 'Lena Moor' });
      await expect(app.text.region).toContainText('Ninety minutes of talks');
      await expect(app.page.getByRole('dialog')).toHaveCount(0);
      const found = await app.annotations.items.allTextContents();
      if (expected !== undefined) {
        const { states, doing } = expected;
        const kept = states.some(({ items }) => follows(items, found, doing));
        const words = JSON.stringify(
          { seed: SEED, round, doing, states: states.slice(0, 3), found },
          null,
          1,
        );
        expect(kept, `what was called saved is lost: ${words}`).toBe(true);
      }
      const person = await annotator(app, WORDS, chance);
      const work = person.work().catch(() => undefined);
      await sleep(150 + chance() * 1_800);
      const { shown } = person;
      await app.crash();
      const doing = person.doing();
      await work;
      expect(shown.length).toBeGreaterThan(0);
      acknowledged += shown.filter(({ saved }) => saved).length;
      expected = { states: candidates(shown), doing };
      await projects.verify(project);
    });
  }
  // The annotator did get somewhere: a torture of nothing proves nothing.
  expect(acknowledged).toBeGreaterThan(ROUNDS * 2);
});
