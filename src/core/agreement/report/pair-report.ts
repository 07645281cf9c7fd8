import { type Block, exactBlock } from './blocks.ts';
import type { Collection } from './collection.ts';
import type { Figures } from './figures.ts';
import { histogram } from './offsets.ts';
import { WHOLE } from './part.ts';
import type { Count, PairReport } from './report.ts';
import { boundarySample, type Counted, findingSample, kappaSample } from './samples.ts';
import type { Selector } from './selector.ts';

type Pair = readonly [a: string, b: string];

/** Rows of the first analyst, columns of the second, “missed” last. */
function confusion(blocks: readonly Block[], labels: readonly string[], pair: Pair): Count[][] {
  const missed = labels.length;
  const cells = Array.from({ length: missed + 1 }, () => new Uint32Array(missed + 1));
  const count = (row: number, column: number): void => {
    const cell = cells[row];
    if (cell !== undefined) cell[column] = (cell[column] ?? 0) + 1;
  };
  for (const { matched, alone, first } of blocks) {
    for (const { a, b } of matched) count(a.label, b.label);
    for (const { label, analyst } of alone) {
      if (analyst === first) count(label, missed);
      else count(missed, label);
    }
  }
  return cells.map((row, at) =>
    Array.from(row, (times, column): Count => {
      const cell = [labels[at] ?? null, labels[column] ?? null] as const;
      return { count: times, behind: { of: 'found', pair, cell } };
    }),
  );
}

function aloneOf(blocks: readonly Block[], isFirst: boolean): number {
  let sum = 0;
  for (const { alone, first } of blocks) {
    for (const { analyst } of alone) if ((analyst === first) === isFirst) sum += 1;
  }
  return sum;
}

/** Everything about two analysts. @param blocks theirs, of all articles */
export function pairReport(
  collection: Collection,
  figures: Figures,
  blocks: readonly Block[],
  [first, second]: readonly [number, number],
): PairReport {
  const [a = '', b = ''] = [collection.analysts[first]?.id, collection.analysts[second]?.id];
  const pair: Pair = [a, b];
  const matches: Selector = { of: 'matched', pair };
  const figure = ({ sample, count }: Counted, of: Selector['of']) =>
    figures.add([sample], count, { of, pair });
  const labels = collection.labels.map(({ id }) => id);
  const matched = blocks.flatMap((block) => block.matched);
  const exact = blocks.map(exactBlock);
  return {
    a,
    b,
    articles: blocks.length,
    finding: figure(findingSample(blocks, WHOLE), 'found'),
    exact: figure(findingSample(exact, WHOLE), 'exact'),
    boundary: figure(boundarySample(blocks, WHOLE), 'matched'),
    label: figure(kappaSample(blocks, labels.length), 'matched'),
    both: { count: matched.length, behind: matches },
    onlyA: { count: aloneOf(blocks, true), behind: { of: 'found', pair, alone: a } },
    onlyB: { count: aloneOf(blocks, false), behind: { of: 'found', pair, alone: b } },
    keys: [...labels, null],
    cells: confusion(blocks, labels, pair),
    starts: histogram(matched, 'start', matches),
    ends: histogram(matched, 'end', matches),
  };
}
