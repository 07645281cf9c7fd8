/** A set of elements, and what it is worth to choose it. */
export interface Choice {
  readonly members: readonly number[];
  readonly saving: number;
}

/** An optimum in which sets may be chosen in part. */
export interface Relaxed {
  readonly value: number;
  /** Sets that are chosen, wholly or in part, with the part. */
  readonly parts: readonly (readonly [choice: number, part: number])[];
}

const TINY = 1e-9;

interface Tableau {
  readonly size: number;
  readonly choices: readonly Choice[];
  readonly inverse: Float64Array;
  /** What stands in each row: a choice, or −1 − e for the slack of element e. */
  readonly basis: Int32Array;
  readonly solution: Float64Array;
  readonly prices: Float64Array;
}

const at = (list: Float64Array | Int32Array, index: number): number => list[index] ?? 0;

/** The column that promises most, with its promise. */
function entering({ size, choices, prices }: Tableau): readonly [column: number, gain: number] {
  let best = TINY;
  let column = Number.NaN;
  for (const [index, { members, saving }] of choices.entries()) {
    let gain = saving;
    for (const member of members) gain -= at(prices, member);
    if (gain > best) [best, column] = [gain, index];
  }
  for (let element = 0; element < size; element += 1) {
    if (-at(prices, element) > best) [best, column] = [-at(prices, element), -1 - element];
  }
  return [column, best];
}

/** The row that has to leave for the direction, or −1. */
function leaving({ size, solution }: Tableau, direction: Float64Array): number {
  let row = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < size; i += 1) {
    const step = at(direction, i);
    if (step <= TINY) continue;
    const ratio = at(solution, i) / step;
    if (ratio < least) [least, row] = [ratio, i];
  }
  return row;
}

function directionOf({ size, choices, inverse }: Tableau, column: number): Float64Array {
  const direction = new Float64Array(size);
  const members = column < 0 ? [-1 - column] : (choices[column]?.members ?? []);
  for (let i = 0; i < size; i += 1) {
    let sum = 0;
    for (const member of members) sum += at(inverse, i * size + member);
    direction[i] = sum;
  }
  return direction;
}

function pivot(tableau: Tableau, column: number, gain: number): void {
  const { size, inverse, basis, solution, prices } = tableau;
  const direction = directionOf(tableau, column);
  const row = leaving(tableau, direction);
  // Every element can be chosen once, so nothing grows without end.
  if (row === -1) throw new Error('the relaxation is unbounded');
  const scale = 1 / at(direction, row);
  for (let j = 0; j < size; j += 1) {
    const value = at(inverse, row * size + j) * scale;
    inverse[row * size + j] = value;
    prices[j] = at(prices, j) + gain * value;
  }
  const step = at(solution, row) * scale;
  for (let i = 0; i < size; i += 1) {
    const share = at(direction, i);
    if (i === row || share === 0) continue;
    for (let j = 0; j < size; j += 1) {
      const value = at(inverse, row * size + j);
      if (value !== 0) inverse[i * size + j] = at(inverse, i * size + j) - share * value;
    }
    solution[i] = at(solution, i) - share * step;
  }
  solution[row] = step;
  basis[row] = column;
}

/**
 * The best choice of sets where each element is in one chosen set at most and sets may be chosen in
 * part: a linear program, by the revised simplex method from the empty choice. Right sides are shifted
 * by a hair, each by another, so that ties do not lead in circles; the answer is for whole ones.
 * @param size how many elements there are, numbered from 0
 */
export function relax(choices: readonly Choice[], size: number): Relaxed {
  const inverse = new Float64Array(size * size);
  const solution = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    inverse[i * size + i] = 1;
    // The golden ratio spreads the shifts evenly.
    solution[i] = 1 + 1e-6 * (1 + ((i * 0.618_033_988_75) % 1));
  }
  const basis = Int32Array.from({ length: size }, (_, i) => -1 - i);
  const tableau = { size, choices, inverse, basis, solution, prices: new Float64Array(size) };
  for (;;) {
    const [column, gain] = entering(tableau);
    if (Number.isNaN(column)) break;
    pivot(tableau, column, gain);
  }
  const parts: (readonly [number, number])[] = [];
  let value = 0;
  for (let i = 0; i < size; i += 1) {
    // Prices bound every choice, whole or in part, from above.
    value += at(tableau.prices, i);
    const choice = at(basis, i);
    if (choice < 0) continue;
    let part = 0;
    for (let j = 0; j < size; j += 1) part += at(inverse, i * size + j);
    if (part > TINY) parts.push([choice, part]);
  }
  return { value, parts };
}
