import { type Choice, relax } from './relaxation.ts';

/** More would take longer than anybody waits; met by nothing but inputs made for it. */
const MOST_STEPS = 5000;
const TINY = 1e-9;

interface Search {
  readonly choices: readonly Choice[];
  best: readonly number[];
  worth: number;
  steps: number;
}

function worthOf(choices: readonly Choice[], chosen: readonly number[]): number {
  return chosen.reduce((sum, index) => sum + (choices[index]?.saving ?? 0), 0);
}

/** The dearest first, as long as they do not meet: a first answer to be better than. */
function greedy(choices: readonly Choice[]): readonly number[] {
  const taken = new Set<number>();
  const order = choices.map((_, at) => at);
  order.sort((a, b) => (choices[b]?.saving ?? 0) - (choices[a]?.saving ?? 0));
  return order.filter((index) => {
    const members = choices[index]?.members ?? [];
    if (members.some((member) => taken.has(member))) return false;
    for (const member of members) taken.add(member);
    return true;
  });
}

/** The part that is least decided, or −1 where all are whole. */
function leastDecided(parts: readonly (readonly [number, number])[]): number {
  let found = -1;
  let nearest = 0.5 - 1e-6;
  for (const [choice, part] of parts) {
    const distance = Math.abs(part - 0.5);
    if (distance < nearest) [nearest, found] = [distance, choice];
  }
  return found;
}

/** Elements that `open` choices have, numbered anew from 0. */
function renumbered(
  choices: readonly Choice[],
  open: readonly number[],
): { readonly smaller: readonly Choice[]; readonly size: number } {
  const number = new Map<number, number>();
  const smaller = open.map((index) => {
    const { members = [], saving = 0 } = choices[index] ?? {};
    for (const member of members) if (!number.has(member)) number.set(member, number.size);
    return { saving, members: members.map((member) => number.get(member) ?? 0) };
  });
  return { smaller, size: number.size };
}

function keep(search: Search, chosen: readonly number[]): void {
  const worth = worthOf(search.choices, chosen);
  if (worth > search.worth) [search.worth, search.best] = [worth, chosen];
}

/** Goes through what can be added to `fixed` out of `open`, without what cannot be better. */
function branch(search: Search, fixed: readonly number[], open: readonly number[]): void {
  search.steps += 1;
  if (search.steps > MOST_STEPS) return;
  const { smaller, size } = renumbered(search.choices, open);
  const { value, parts } = relax(smaller, size);
  if (worthOf(search.choices, fixed) + value <= search.worth + TINY) return;
  const undecided = leastDecided(parts);
  if (undecided === -1) {
    const whole = parts.flatMap(([choice, part]) => (part > 0.5 ? [open[choice] ?? 0] : []));
    keep(search, [...fixed, ...whole]);
    return;
  }
  const chosen = open[undecided] ?? 0;
  const taken = new Set(search.choices[chosen]?.members);
  const apart = open.filter(
    (index) => !(search.choices[index]?.members ?? []).some((member) => taken.has(member)),
  );
  branch(search, [...fixed, chosen], apart);
  branch(
    search,
    fixed,
    open.filter((index) => index !== chosen),
  );
}

/**
 * The sets that save most together where no element is in two: exactly, by branch and bound on the
 * linear relaxation, which nearly always is whole at once.
 * @returns indexes of the chosen sets; `undefined` where it would take too many steps
 */
export function bestPacking(choices: readonly Choice[]): readonly number[] | undefined {
  const first = greedy(choices);
  const search: Search = { choices, best: first, worth: worthOf(choices, first), steps: 0 };
  branch(
    search,
    [],
    choices.map((_, at) => at),
  );
  return search.steps > MOST_STEPS ? undefined : search.best;
}
