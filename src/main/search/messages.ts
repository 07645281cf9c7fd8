import type { Answer, Question } from '../../core/asking.ts';
import type { Comment } from '../../core/model/comment.ts';
import type { Query, QueryProblem } from '../../core/search/query.ts';
import type { KeptAnnotation } from '../../core/search/searched-annotations.ts';

/** An article as the index is told of it. */
export interface IndexedArticle {
  readonly id: string;
  /** Changes whenever anything known about the article changes. */
  readonly stamp: string;
  /** SHA-256 of the stored text in UTF-8, lower-case hex. */
  readonly sha256: string;
  readonly title: string;
  readonly outlet: string;
  readonly date: string;
  readonly language: string;
  readonly tags: readonly string[];
  /** Flat: start, end, start, end, … in UTF-16 code units, ascending. */
  readonly furniture: readonly number[];
}

/** One analyst's work on one article as the index is told of it. */
export interface IndexedLayer {
  readonly articleId: string;
  readonly analyst: string;
  /** Changes whenever anything in the layer changes. */
  readonly version: string;
  readonly state: string;
  /** And the labels of the whole article. */
  readonly annotations: readonly KeptAnnotation[];
  readonly comments: readonly Comment[];
}

/** What lines can be ordered by. */
export type Sorting = 'article' | 'left' | 'hit' | 'right' | 'title' | 'date';

/** A line of a result. */
export interface ResultRow {
  /** Number of the hit in its result, in the order in which hits were found. */
  readonly hit: number;
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string;
  readonly date: string;
  readonly left: string;
  readonly words: string;
  readonly right: string;
  /** `[start, end)` in UTF-16 code units of the stored text. */
  readonly start: number;
  readonly end: number;
  /** The annotation that is the hit; absent where words are. */
  readonly annotation?: string | undefined;
  /** Ids of the labels of the annotations it touches, each once. */
  readonly labels: readonly string[];
}

/** How far a query has come. */
export interface Progress {
  readonly found: number;
  /** Articles with a hit. */
  readonly articles: number;
  /** Articles looked at. */
  readonly scanned: number;
  /** Articles listed so far to be looked at; all of them once the query is done. */
  readonly of: number;
  readonly done: boolean;
  /** Hits that can be shown and acted on; the rest are only counted. */
  readonly kept: number;
  /** Articles whose text could not be read or is not what was imported. */
  readonly unreadable: number;
}

/** What a query answers first. */
export type QueryAnswer =
  | { readonly problem: QueryProblem }
  | { readonly progress: Progress; readonly rows: readonly ResultRow[] };

/** A hit as an action on many takes it. */
export interface HitPlace {
  readonly hit: number;
  readonly articleId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** The words there; empty where the text could not be read. */
  readonly words: string;
  readonly annotation?: string | undefined;
}

/** Which hits of a result: the named ones, or all but the named ones. */
export interface Selection {
  readonly all: boolean;
  /** Numbers of hits. */
  readonly hits: readonly number[];
}

/** What the thread can be asked to do: what it takes and what it answers. */
export interface SearchCalls {
  /**
   * Opens the index, or begins a new one where there is none that can be used.
   * `file` empty: in memory only. Answers what was said with `settle` last.
   */
  open: [{ file: string; root: string; owner: string }, { heads: string; problem: string }];
  /** Names everything there is, in as many calls as it takes; answers what the index lacks. */
  survey: [
    {
      articles: readonly { readonly id: string; readonly stamp: string }[];
      layers: readonly (readonly [article: string, analyst: string, version: string])[];
    },
    { articles: string[]; layers: [article: string, analyst: string][] },
  ];
  /** Drops what no `survey` since the last call has named. */
  endSurvey: [Record<string, never>, { dropped: number }];
  putArticles: [{ articles: readonly IndexedArticle[] }, { bytes: number; unreadable: string[] }];
  dropArticles: [{ ids: readonly string[] }, Record<string, never>];
  putLayers: [{ layers: readonly IndexedLayer[] }, Record<string, never>];
  /** Writes all of it to disk, together with what it is up to. */
  settle: [{ heads: string }, { bytes: number }];
  /** Throws everything away. */
  clear: [Record<string, never>, Record<string, never>];
  /** Begins a query; an older one with another id ends. `analysts`: whose layers it may see. */
  query: [
    { id: string; query: Query; analysts: readonly string[]; sorting: Sorting; rows: number },
    QueryAnswer,
  ];
  page: [{ id: string; sorting: Sorting; from: number; count: number }, { rows: ResultRow[] }];
  /** Hits of a selection from number `from` on, at most `count`; `next` is -1 at the end. */
  places: [
    { id: string; selection: Selection; from: number; count: number },
    { places: HitPlace[]; next: number },
  ];
  cancel: [{ id: string }, Record<string, never>];
  close: [Record<string, never>, Record<string, never>];
}

/** The name of something the thread can be asked. */
export type SearchCall = keyof SearchCalls;

/** A question to the thread. */
export type SearchRequest = Question<SearchCall>;

/** What the thread says: an answer, why there is none, or unasked how far a query is. */
export type SearchMessage = Answer | { readonly query: string; readonly progress: Progress };

/** Answers each call. */
export type SearchAnswers = {
  readonly [C in SearchCall]: (
    input: SearchCalls[C][0],
  ) => SearchCalls[C][1] | Promise<SearchCalls[C][1]>;
};
