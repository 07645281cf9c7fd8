import type { ChangeResult, JobResult } from './job.ts';
import type { Cell } from './work.ts';

/** The middle of some figures; NaN where there are none. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
    : (sorted[Math.floor(middle)] ?? Number.NaN);
}

/** The medians of one run, by cell and technique. NaN stands for what was not measured. */
export interface Figures {
  /** One figure of each page that got to its end. */
  readonly all: (
    technique: string,
    cell: Cell,
    figure: (result: JobResult) => number | undefined,
  ) => readonly number[];
  readonly middle: (
    technique: string,
    cell: Cell,
    figure: (result: JobResult) => number | undefined,
  ) => number;
  /** Why a technique has no figures for a cell. */
  readonly failure: (technique: string, cell: Cell) => string | undefined;
  readonly results: readonly JobResult[];
}

/** What the figures of one run say. */
export function figuresOf(results: readonly JobResult[]): Figures {
  const of = (technique: string, cell: Cell): JobResult[] =>
    results.filter(({ job }) => job.technique === technique && job.cell === cell);
  const all: Figures['all'] = (technique, cell, figure) =>
    of(technique, cell)
      .map(figure)
      .filter((one) => one !== undefined);
  return {
    results,
    all,
    middle: (technique, cell, figure) => median(all(technique, cell, figure)),
    failure: (technique, cell) =>
      of(technique, cell).find((one) => one.failed !== undefined)?.failed,
  };
}

/** Figures that targets and tables ask for; milliseconds. */
export const FIGURE = {
  mountCpu: (one: JobResult) => one.mount?.cpu,
  mountPaint: (one: JobResult) => one.mount?.paint,
  add: (one: JobResult) => middleCost(one.add),
  remove: (one: JobResult) => middleCost(one.remove),
  addCpu: (one: JobResult) => one.add?.cpu,
  addPaint: (one: JobResult) => (one.add === undefined ? undefined : median(one.add.paints)),
  removePaint: (one: JobResult) =>
    one.remove === undefined ? undefined : median(one.remove.paints),
  hit: (one: JobResult) => (one.hit === undefined ? undefined : one.hit.us / 1000),
  scroll: (one: JobResult) =>
    one.scroll === undefined ? undefined : one.scroll.jumps + one.scroll.steps,
  resize: (one: JobResult) => one.resize,
  memory: (one: JobResult) => one.memory,
  nodes: (one: JobResult) => one.nodes,
  goTo: (one: JobResult) => (one.goTo === undefined ? undefined : median(one.goTo.costs)),
} as const;

function middleCost(change: ChangeResult | undefined): number | undefined {
  return change === undefined ? undefined : median(change.costs);
}
