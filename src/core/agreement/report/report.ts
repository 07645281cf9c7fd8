import type { AttributeType } from '../../model/attribute.ts';
import type { MatchRule } from '../align.ts';
import type { LeftReason, Selector } from './selector.ts';

/** A number of the report: its value, how sure it is, and what it counts. */
export interface Figure {
  /** `null` where it is not defined; `reason` says why. */
  readonly value: number | null;
  readonly reason: string | null;
  /** 95 % bootstrap interval over articles; `null` until it is known, or where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Why there is no interval; `null` where there is one, or while it is not worked out. */
  readonly noInterval: string | null;
  /** How many things it counts: as many as `behind` lists. */
  readonly count: number;
  readonly behind: Selector;
}

/** How many of something, and which. */
export interface Count {
  readonly count: number;
  readonly behind: Selector;
}

/** Something that was left out, and why. */
export interface Left extends Count {
  readonly reason: LeftReason;
  readonly what: 'articles' | 'layers' | 'annotations';
}

/** The four questions, for any part of the work. */
export interface Four {
  readonly finding: Figure;
  readonly boundary: Figure;
  readonly label: Figure;
  readonly attributes: Figure;
}

/** A bin of a histogram: offsets from `from` to `to`, both included; `null` for no end. */
export interface Bin extends Count {
  readonly from: number | null;
  readonly to: number | null;
}

/** Two analysts, and the articles that both read. */
export interface PairReport {
  /** Analyst ids. */
  readonly a: string;
  readonly b: string;
  readonly articles: number;
  readonly finding: Figure;
  readonly exact: Figure;
  readonly boundary: Figure;
  /** Cohen’s κ of the labels of matched annotations. */
  readonly label: Figure;
  readonly both: Count;
  readonly onlyA: Count;
  readonly onlyB: Count;
  /** Label ids of the rows and columns; the last row and column are “missed” (`null`). */
  readonly keys: readonly (string | null)[];
  /** Rows of `a`, columns of `b`; the cell of missed and missed counts nothing. */
  readonly cells: readonly (readonly Count[])[];
  /** Characters by which `b` starts later than `a`. */
  readonly starts: readonly Bin[];
  readonly ends: readonly Bin[];
}

/** The measures of attributes, by the type of their values. */
export type AttributeMeasure = 'nominal' | 'jaccard' | 'interval';

/** Agreement about one attribute. */
export interface AttributeReport {
  /** Attribute id. */
  readonly attribute: string;
  readonly name: string;
  readonly type: AttributeType;
  readonly measure: AttributeMeasure;
  readonly agreement: Figure;
}

/** What the numbers are about. */
export interface Scope {
  readonly project: string;
  readonly analysts: readonly { readonly id: string; readonly name: string }[];
  readonly labels: readonly { readonly id: string; readonly name: string }[];
  /** Attribute ids that count. */
  readonly attributes: readonly string[];
  /** Attribute ids that the codebook leaves out of agreement. */
  readonly uncounted: readonly string[];
  readonly readers: 'two' | 'all';
  readonly rule: MatchRule;
  readonly unsubmitted: boolean;
  /** Layers that whoever asked may not read yet are not in it, nor counted anywhere. */
  readonly blind: boolean;
  readonly codebookVersion: number;
  readonly articles: number;
  /** How many of the articles all of the analysts read. */
  readonly readByAll: number;
  readonly layers: number;
  readonly annotations: number;
  readonly seed: number;
  readonly resamples: number;
}

/** How far analysts agree, in what, and where not. What the window shows and every export holds. */
export interface AgreementReport extends Four {
  readonly kind: 'verbale-agreement';
  readonly version: 1;
  readonly scope: Scope;
  readonly left: readonly Left[];
  /** As `finding`, where only identical spans match. */
  readonly exact: Figure;
  readonly pairs: readonly PairReport[];
  readonly byLabel: readonly ({ readonly labelId: string; readonly name: string } & Omit<
    Four,
    'attributes'
  >)[];
  readonly byAttribute: readonly AttributeReport[];
  readonly byArticle: readonly ({
    readonly articleId: string;
    readonly title: string;
    readonly readers: number;
  } & Four)[];
  /** By the week in which annotations were made. */
  readonly byWeek: readonly ({ readonly week: string } & Four)[];
  /** By the version of the codebook that annotations were made with. */
  readonly byVersion: readonly ({ readonly codebookVersion: number } & Four)[];
  /** False as long as intervals are still being worked out. */
  readonly complete: boolean;
}
