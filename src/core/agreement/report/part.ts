import type { Mark } from './collection.ts';
import type { Selector } from './selector.ts';

/** A part of the work: which annotations count in it, and how to say so. */
export interface Part {
  /** True for an annotation of the part. */
  readonly mark: (mark: Mark) => boolean;
  /** True for annotations at one place that belong to the part together. */
  readonly together: (marks: readonly Mark[]) => boolean;
  readonly selector: Partial<Selector>;
}

/** All of it. */
export const WHOLE: Part = { mark: () => true, together: () => true, selector: {} };

function latest<T extends string | number>(
  marks: readonly Mark[],
  of: (mark: Mark) => T,
): T | undefined {
  let last: T | undefined;
  for (const mark of marks) {
    const one = of(mark);
    if (last === undefined || one > last) last = one;
  }
  return last;
}

/** What was made in a week; what several made, in the week in which the last of them did. */
export function partOfWeek(week: string): Part {
  return {
    mark: (mark) => mark.week === week,
    together: (marks) => latest(marks, (one) => one.week) === week,
    selector: { week },
  };
}

/** What was made with a version of the codebook; what several made, with the latest of theirs. */
export function partOfVersion(version: number): Part {
  return {
    mark: (mark) => mark.version === version,
    together: (marks) => latest(marks, (one) => one.version) === version,
    selector: { version },
  };
}

/** What somebody gave a label. @param at number of the label @param label its id */
export function partOfLabel(at: number, label: string): Part {
  return {
    mark: (mark) => mark.label === at,
    together: (marks) => marks.some((one) => one.label === at),
    selector: { label },
  };
}
