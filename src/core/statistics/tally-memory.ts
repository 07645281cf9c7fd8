import type { MeetingUnit } from './co-occurrence.ts';
import type { CountedRow } from './query.ts';

/** A number for each label, while it grows. */
export interface Growing {
  annotations: number;
  words: number;
  readonly byLabel: Map<string, number>;
}

/** Nothing counted yet. */
export function growing(): Growing {
  return { annotations: 0, words: 0, byLabel: new Map() };
}

/** Adds to the number of a key. */
export function plus(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** The value of a key, made where there is none. */
export function at<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** An article, while it is counted; `begun` is a UTC day, or empty. */
export interface GrowingArticle extends Growing {
  begun: string;
}

/** An analyst, while their layers are counted. */
export interface GrowingAnalyst extends Growing {
  articles: number;
  inProgress: number;
  submitted: number;
}

/** Everything a tally remembers. */
export interface Memory {
  readonly articles: number;
  readonly all: Growing;
  readonly byArticle: Map<string, GrowingArticle>;
  readonly byAnalyst: Map<string, GrowingAnalyst>;
  readonly byDay: Map<string, Growing>;
  /** Label → attribute → value → annotations. */
  readonly said: Map<string, Map<string, Map<string, number>>>;
  /** Label → attribute → annotations with any value. */
  readonly answered: Map<string, Map<string, number>>;
  readonly meetings: Map<string, { unit: MeetingUnit; a: string; b: string; count: number }>;
  /** Key of unit, own label and met label → annotations. */
  readonly meeting: Map<string, number>;
  readonly strings: Map<string, string>;
  readonly rows: CountedRow[];
  furniture: number;
  undated: number;
}

/** Key of unit, own label and met label. */
export const meetingKey = (unit: MeetingUnit, own: string, other: string): string =>
  `${unit} ${own.length} ${own} ${other}`;
