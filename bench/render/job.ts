import type { Cell } from './work.ts';

/** What is measured on a page, in this order. */
export type Part = 'change' | 'hit' | 'goTo' | 'scroll' | 'resize' | 'whole';

/** One technique on one fresh page. */
export interface Job {
  readonly technique: string;
  readonly cell: Cell;
  readonly repetition: number;
  readonly parts: readonly Part[];
}

/** What one process of the driver does. */
export interface Plan {
  /** Folder with the built page. */
  readonly pages: string;
  /** Where the results go, as JSON. */
  readonly output: string;
  readonly jobs: readonly Job[];
  /** The app's own preload script, bundled: opening an article over the border is measured too. */
  readonly preload?: string;
}

/** What opening an article over the border took; milliseconds, one for each round. */
export interface BorderResult {
  readonly opened: readonly number[];
  /** `JSON.parse` of the same bytes in the same page. */
  readonly parsed: readonly number[];
  /** Characters of the answer. */
  readonly bytes: number;
  /** How long the main process answered nobody, where that was over 50 ms. */
  readonly mainStops: readonly number[];
}

/** What the driver writes. */
export interface DriverOutput {
  readonly pages: readonly JobResult[];
  readonly border?: BorderResult;
}

/** What a change of one annotation took. */
export interface ChangeResult {
  /** Milliseconds, one for each change. */
  readonly costs: readonly number[];
  readonly paints: readonly number[];
  /** Renderer CPU of one change, in milliseconds; the waiting around it is counted too. */
  readonly cpu: number;
}

/** What a page gave; milliseconds, where no other unit is named. */
export interface JobResult {
  readonly job: Job;
  /** Why the page did not get to the end. */
  readonly failed?: string;
  /** How much slower than at rest the machine was just before, as a factor. */
  readonly load: number;
  readonly mount?: {
    readonly paint: number;
    readonly blocked: number;
    readonly cpu: number;
    /** CPU of the second after: what was put off for longer than the measure looks. */
    readonly cpuLater: number;
  };
  readonly nodes?: number;
  /** Growth of the renderer's resident memory, in kilobytes. */
  readonly memory?: number;
  readonly add?: ChangeResult;
  readonly remove?: ChangeResult;
  /** `us`: microseconds; `found`: points on a span; `most`: most ids at one; `wrong`: points where ids were missing. */
  readonly hit?: {
    readonly us: number;
    readonly found: number;
    readonly most: number;
    readonly wrong: number;
  };
  readonly goTo?: { readonly costs: readonly number[]; readonly landed: number };
  /** Frames over 32 ms. */
  readonly scroll?: { readonly jumps: number; readonly steps: number };
  /** CPU of one change of width. */
  readonly resize?: number;
  readonly whole?: {
    readonly found: number;
    readonly selected: number;
    readonly all: number;
    /** Characters in the accessibility tree, blanks not counted. */
    readonly accessible: number;
  };
  /** Long tasks of the page, each in milliseconds, by what was being measured. */
  readonly longTasks: Readonly<Record<string, readonly number[]>>;
}
