import type { Attribute } from '../../model/attribute.ts';
import type { Label } from '../../model/codebook.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Span } from '../../model/span.ts';
import type { MatchRule } from '../align.ts';

/** An annotation as the report reads it. It has no confidence and no note: they never count. */
export interface ReportAnnotation {
  readonly id: string;
  /** Label id. */
  readonly label: string;
  /** Ascending, not overlapping, at least one; `[start, end)` in UTF-16 code units. */
  readonly spans: readonly Span[];
  readonly attributes: JsonObject;
  /** ISO-8601 UTC, or empty. */
  readonly createdAt: string;
  readonly codebookVersion: number;
  /** Stands wholly in furniture. */
  readonly inFurniture: boolean;
}

/** One analyst's layer of an article. */
export interface ReportLayer {
  /** Analyst id. */
  readonly analyst: string;
  readonly submitted: boolean;
  readonly annotations: readonly ReportAnnotation[];
}

/** An article with its layers; a layer that was not begun is not there. */
export interface ReportArticle {
  readonly id: string;
  readonly title: string;
  readonly layers: readonly ReportLayer[];
}

/** What is the same for all articles. */
export interface ReportProject {
  readonly name: string;
  readonly analysts: readonly { readonly id: string; readonly name: string }[];
  readonly codebook: {
    readonly version: number;
    readonly labels: readonly Label[];
    readonly attributes: readonly Attribute[];
  };
  /** Whoever looks may not read every layer yet; those that are hidden are not there at all. */
  readonly blind: boolean;
}

/** What is compared, and how. */
export interface ReportOptions {
  /** Analyst ids; everybody where absent. */
  readonly analysts?: readonly string[] | undefined;
  /** Article ids; all where absent. */
  readonly articles?: readonly string[] | undefined;
  /** Label ids; where absent all that are not retired, not helpers, and for words. */
  readonly labels?: readonly string[] | undefined;
  /** Articles that two of the analysts read, or only those that all of them read. */
  readonly readers: 'two' | 'all';
  readonly rule: MatchRule;
  /** Layers that were begun but not submitted count too. */
  readonly unsubmitted: boolean;
  readonly seed: number;
  /** Samples of articles for each interval; 0 for none. */
  readonly resamples: number;
}

/** What a report compares where nothing else was asked for. */
export const USUAL_OPTIONS: ReportOptions = {
  readers: 'two',
  rule: { kind: 'half' },
  unsubmitted: false,
  seed: 7,
  resamples: 2000,
};
