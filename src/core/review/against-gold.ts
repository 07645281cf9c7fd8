import type { Attribute } from '../model/attribute.ts';
import { canonical } from './compare-values.ts';
import type { Decision } from './decision.ts';
import { valueKey } from './items.ts';
import type { Candidate, Difference, ReadingValue } from './reading.ts';

/** Where what an analyst marked and what the team settled differ, and why it was settled so. */
export interface Lesson {
  readonly decision: Decision;
  /** What the analyst marked; absent where they had marked nothing. */
  readonly mine: Candidate | undefined;
  /** What stands; none where nothing does. */
  readonly gold: readonly ReadingValue[];
  /** Own annotation id; absent where nothing was marked. */
  readonly annotation: string | undefined;
  readonly differs: readonly (Difference | 'extra')[];
}

function differencesFrom(
  mine: Candidate,
  gold: ReadingValue,
  attributes: ReadonlyMap<string, Attribute>,
): readonly Difference[] {
  const place = (one: ReadingValue): string => canonical(one.spans);
  const onlyAttributes = { label: '', spans: [] };
  return [
    ...(mine.label === gold.label ? [] : (['label'] as const)),
    ...(place(mine) === place(gold) ? [] : (['boundary'] as const)),
    ...(mine.label !== gold.label ||
    valueKey({ ...onlyAttributes, attributes: mine.attributes }, attributes) ===
      valueKey({ ...onlyAttributes, attributes: gold.attributes }, attributes)
      ? []
      : (['attribute'] as const)),
  ];
}

function lessonOf(
  decision: Decision,
  analyst: string,
  attributes: ReadonlyMap<string, Attribute>,
): Lesson | undefined {
  const mine = decision.candidates.find(({ from }) => from.some(([who]) => who === analyst));
  const annotation = mine?.from.find(([who]) => who === analyst)?.[1];
  const { value: gold } = decision;
  const lesson = { decision, mine, gold, annotation };
  if (mine === undefined) {
    const isMissed = decision.absent.includes(analyst) && gold.length > 0;
    return isMissed ? { ...lesson, differs: ['missed'] } : undefined;
  }
  if (gold.length === 0) return { ...lesson, differs: ['extra'] };
  const same = gold.some((one) => valueKey(one, attributes) === valueKey(mine, attributes));
  const [first] = gold;
  if (same || first === undefined) return undefined;
  return { ...lesson, differs: differencesFrom(mine, first, attributes) };
}

/**
 * What an analyst can learn from the decisions in force on an article: each place where they and
 * the team differ, in the order of the decisions. Deferred items teach nothing yet.
 */
export function lessonsFor(
  analyst: string,
  inForce: readonly Decision[],
  attributes: ReadonlyMap<string, Attribute>,
): readonly Lesson[] {
  return inForce
    .filter(({ result }) => result !== 'defer')
    .flatMap((decision) => lessonOf(decision, analyst, attributes) ?? []);
}
