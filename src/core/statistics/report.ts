import type { LayerState } from '../model/layer-document.ts';
import type { Meeting } from './co-occurrence.ts';

/** Label id → annotations. Labels without any are left out. */
export type ByLabel = Readonly<Record<string, number>>;

/** What was counted together, and in how many words of text. */
export interface Counted {
  readonly annotations: number;
  readonly byLabel: ByLabel;
  /**
   * Words of the articles' text without furniture; an article counts once for each analyst who
   * has an annotation in it, because each of them read it.
   */
  readonly words: number;
}

/** One article that has annotations. */
export interface ArticleCount extends Counted {
  readonly articleId: string;
  /** Day of its first annotation, `YYYY-MM-DD` in UTC; empty where none of them has one. */
  readonly begun: string;
}

/** One analyst. */
export interface AnalystCount extends Counted {
  readonly analyst: string;
  /** Articles in which they have an annotation. */
  readonly articles: number;
  /** Articles of the project by how far this analyst is; together all articles. */
  readonly states: Readonly<Record<LayerState, number>>;
}

/** One day on which something was marked. */
export interface DayCount {
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string;
  readonly annotations: number;
  readonly byLabel: ByLabel;
  /** Articles whose first annotation is of this day. */
  readonly begun: number;
}

/** The answers to one attribute among the annotations of one label. */
export interface AttributeCount {
  readonly label: string;
  readonly name: string;
  /** Most frequent first, then by value. An annotation with several values counts in each. */
  readonly values: readonly { readonly value: string; readonly annotations: number }[];
  /** Values that a shortened report leaves out. */
  readonly more: number;
  /** Annotations of the label for which the attribute says nothing. */
  readonly silent: number;
}

/** Two labels and how they meet. */
export interface MeetingCount extends Meeting {
  /** Annotations of `a` that meet at least one of `b`, and of `b` that meet one of `a`. */
  readonly ofA: number;
  readonly ofB: number;
}

/** How many articles one analyst gave a label on one day. */
export interface DocumentCount {
  readonly label: string;
  readonly analyst: string;
  /** `YYYY-MM-DD` in UTC; empty where it is not known. */
  readonly day: string;
  readonly articles: number;
}

/** Everything the statistics page shows. Furniture is in no number but its own. */
export interface Report extends Counted {
  /** Articles of the project. */
  readonly articles: number;
  /** Articles with at least one annotation. */
  readonly annotated: number;
  /** Annotations that stand wholly in furniture. */
  readonly furniture: number;
  /** Annotations whose day is not known. */
  readonly undated: number;
  readonly analysts: readonly AnalystCount[];
  readonly byArticle: readonly ArticleCount[];
  /** Ascending; days without work are left out. */
  readonly days: readonly DayCount[];
  readonly attributes: readonly AttributeCount[];
  readonly meetings: readonly MeetingCount[];
  /** Labels of whole articles, which are in no other number; absent where nobody counted them. */
  readonly documents?: readonly DocumentCount[] | undefined;
}

/**
 * Annotations per 1,000 words: `1000 × annotations ÷ words`; `undefined` where there are no words.
 */
export function perThousandWords({
  annotations,
  words,
}: Pick<Counted, 'annotations' | 'words'>): number | undefined {
  return words === 0 ? undefined : (1000 * annotations) / words;
}

/** How articles are ranked. */
export type ArticleOrder = 'annotations' | 'density';

/** The first `most` articles: most annotations, or most per 1,000 words; the rest keep their order. */
export function topArticles(
  articles: readonly ArticleCount[],
  order: ArticleOrder,
  most: number,
): ArticleCount[] {
  const rank = (one: ArticleCount): number =>
    order === 'annotations' ? one.annotations : (perThousandWords(one) ?? 0);
  const top: ArticleCount[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (const article of articles) {
    const own = rank(article);
    if (top.length === most && own <= least) continue;
    const at = top.findIndex((one) => rank(one) < own);
    top.splice(at === -1 ? top.length : at, 0, article);
    if (top.length > most) top.pop();
    least = rank(top.at(-1) ?? article);
  }
  return top;
}

/** Attributes with at most `most` values each; the others are only counted. */
export function shortened(
  attributes: readonly AttributeCount[],
  most: number,
): readonly AttributeCount[] {
  return attributes.map((one) => ({
    ...one,
    values: one.values.slice(0, most),
    more: one.more + Math.max(0, one.values.length - most),
  }));
}
