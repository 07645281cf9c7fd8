import { FIGURE, type Figures } from './figures.ts';
import type { JobResult } from './job.ts';
import type { Check } from './targets.ts';
import { CELL_NAMES, type Cell } from './work.ts';

function digits(figure: number): string {
  if (Number.isNaN(figure)) return '–';
  const size = Math.abs(figure);
  return figure.toFixed(Number.isInteger(figure) || size >= 100 ? 0 : size >= 1 ? 1 : 3);
}

function ratioWords({ ours, against }: Check): string {
  if (Number.isNaN(ours) || Number.isNaN(against) || against === 0) return '–';
  const ratio = ours / against;
  return ratio >= 0.1 ? ratio.toFixed(2) : `1/${(1 / ratio).toFixed(0)}`;
}

function mostWords({ most, against }: Check): string {
  if (against === 0) return '0';
  return most < 0.1 ? `1/${(1 / most).toFixed(0)}` : String(most);
}

/** One line a comparison: number, words, both figures, ratio and verdict. */
export function targetTable(checks: readonly Check[]): string {
  const rows = checks
    .toSorted((a, b) => a.target - b.target)
    .map((one) => {
      const { target, what, ours, against, unit, verdict } = one;
      const cells = [target, what, `${digits(ours)} ${unit}`, digits(against), ratioWords(one)];
      return `| ${[...cells, mostWords(one), verdict].join(' | ')} |`;
    });
  return [
    '| # | what | ours | against | ratio | at most | |',
    '|--:|---|--:|--:|--:|--:|---|',
    ...rows,
  ].join('\n');
}

/** One column a cell, one row a technique. */
export function figureTable(
  { middle, all, failure }: Figures,
  figure: (result: JobResult) => number | undefined,
  techniques: readonly string[],
): string {
  const cellWords = (technique: string, cell: Cell): string => {
    const count = all(technique, cell, figure).length;
    if (count > 0) return digits(middle(technique, cell, figure));
    return failure(technique, cell) === undefined ? '–' : 'failed';
  };
  const rows = techniques
    .filter((technique) => CELL_NAMES.some((cell) => all(technique, cell, figure).length > 0))
    .map((technique) => {
      const cells = CELL_NAMES.map((cell) => cellWords(technique, cell));
      return `| ${[technique, ...cells].join(' | ')} |`;
    });
  const line = CELL_NAMES.map(() => '--:').join('|');
  return [`| | ${CELL_NAMES.join(' | ')} |`, `|---|${line}|`, ...rows].join('\n');
}

/** Long tasks of the product's page: where, and how long each was. */
export function longTaskLines(results: readonly JobResult[], technique = 'verbale'): string[] {
  return results
    .filter(({ job }) => job.technique === technique)
    .flatMap(({ job, longTasks }) =>
      Object.entries(longTasks).map(
        ([part, tasks]) =>
          `${job.cell} ${part} (repetition ${String(job.repetition + 1)}): ${tasks.map(digits).join(', ')} ms`,
      ),
    );
}

/** The tables that a run makes, in Markdown. */
export function figureTables(figures: Figures, techniques: readonly string[]): string {
  const tables: readonly (readonly [string, (result: JobResult) => number | undefined])[] = [
    ['Mount, renderer CPU, ms', FIGURE.mountCpu],
    ['Mount, to the second frame, ms', FIGURE.mountPaint],
    ['Add one, cost, ms', FIGURE.add],
    ['Delete one, cost, ms', FIGURE.remove],
    ['Hit test, ms', FIGURE.hit],
    ['DOM nodes', FIGURE.nodes],
    ['Growth of resident memory, kB', FIGURE.memory],
  ];
  return tables
    .map(([title, figure]) => `### ${title}\n\n${figureTable(figures, figure, techniques)}`)
    .join('\n\n');
}
