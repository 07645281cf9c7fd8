import { DELETED, layerChannel, type Op, type OpDraft, splitRecordId } from '../../core/log/op.ts';
import { articleFrom } from '../../core/log/project-ops.ts';
import type { RecordState } from '../../core/log/record.ts';
import type { Article } from '../../core/model/article.ts';
import { type LayerState, progressOf } from '../../core/model/layer-document.ts';
import type { ArticleRow, LayerCounts, ProjectView } from './project.ts';

/** What one's own layer of an article comes to. */
export interface OwnLayer extends LayerCounts {
  /** What the analyst said; `undefined` where nothing was said. */
  readonly said: LayerState | undefined;
  readonly seen: number;
  readonly unsure: number;
  readonly openThreads: number;
  readonly documentLabels: readonly string[];
}

const NO_LABELS: readonly string[] = [];

/** The layer of an article nobody has touched. */
export const NO_LAYER: OwnLayer = {
  counts: {},
  relations: 0,
  said: undefined,
  seen: 0,
  unsure: 0,
  openThreads: 0,
  documentLabels: NO_LABELS,
};

type RowView = ProjectView['articles'][number];

function layerIn({ counts, layers, openThreads = 0 }: RowView, analyst: string): OwnLayer {
  const layer = layers[analyst];
  if (layer === undefined) return openThreads === 0 ? NO_LAYER : { ...NO_LAYER, openThreads };
  return {
    counts: counts[analyst] ?? {},
    relations: layer.relations,
    said: layer.state,
    seen: layer.seen ?? 0,
    unsure: layer.unsure ?? 0,
    openThreads,
    documentLabels: layer.documentLabels ?? NO_LABELS,
  };
}

function countsIn({ counts, layers }: RowView, analyst: string): LayerCounts {
  return { counts: counts[analyst] ?? {}, relations: layers[analyst]?.relations ?? 0 };
}

const NOBODY: readonly LayerCounts[] = [];

/** The layers of a row as the main process describes it: one's own, and those of the others. */
export function layersIn(
  row: RowView,
  me: string,
): { readonly own: OwnLayer; readonly others: readonly LayerCounts[] } {
  const ids = Object.keys(row.layers).filter((id) => id !== me);
  const others = ids.length === 0 ? NOBODY : ids.map((id) => countsIn(row, id));
  return { own: layerIn(row, me), others };
}

/** True where a change says how far an analyst is with an article. */
export function isProgress(of: Pick<OpDraft, 'c' | 'k'>, analyst: string): boolean {
  return of.k === 'document' && of.c === layerChannel(analyst);
}

/** A layer after a change of its document; what the change does not name stays. */
export function withProgress(layer: OwnLayer, { p }: Pick<Op, 'p'>): OwnLayer {
  const { state, seen, labels, [DELETED]: gone } = p;
  // A tombstone: the first thing that was said is taken back.
  if (gone !== undefined && gone !== false) {
    return { ...layer, said: undefined, seen: 0, documentLabels: NO_LABELS };
  }
  return {
    ...layer,
    ...(state === undefined ? {} : { said: progressOf(state) }),
    ...(seen === undefined ? {} : { seen: typeof seen === 'number' ? seen : 0 }),
    ...(labels === undefined ? {} : { documentLabels: Object.keys(labels ?? {}) }),
  };
}

/** The article that a layer's record belongs to. */
export function articleIdOf({ r }: Pick<OpDraft, 'r'>): string {
  return splitRecordId(r)?.articleId ?? '';
}

/** How far a layer is: what was said, otherwise what was done. */
export function stateOf({ said, counts, seen, documentLabels }: OwnLayer): LayerState {
  if (said !== undefined) return said;
  const isMarked = documentLabels.length > 0 || Object.values(counts).some((count) => count > 0);
  return seen > 0 || isMarked ? 'in-progress' : 'new';
}

type OfLayer = Omit<ArticleRow, 'article' | 'others'>;

/** What a row says of one's own layer. */
function ofLayer(own: OwnLayer): OfLayer {
  const { said: _said, ...rest } = own;
  return { ...rest, state: stateOf(own) };
}

const articles = new WeakMap<RecordState, Article>();

/** The article a record says; the same object for the same record, so that others can rely on it. */
function articleOf(id: string, record: RecordState): Article | undefined {
  const known = articles.get(record);
  if (known !== undefined) return known;
  const article = articleFrom(id, record);
  if (article !== undefined) articles.set(record, article);
  return article;
}

/** A row with another layer of one's own; the row itself where that says nothing new. */
export function withLayer(row: ArticleRow, own: OwnLayer): ArticleRow {
  const next = ofLayer(own);
  const keys = Object.keys(next) as (keyof OfLayer)[];
  return keys.every((key) => row[key] === next[key]) ? row : { ...row, ...next };
}

/**
 * A row of the list; `before` itself where nothing in it has changed, so that lists of a hundred
 * thousand rows can tell what has.
 * @returns `undefined` where the article was removed
 */
export function rowOf(
  id: string,
  record: RecordState,
  own: OwnLayer,
  others: readonly LayerCounts[],
  before: ArticleRow | undefined,
): ArticleRow | undefined {
  const article = articleOf(id, record);
  if (article === undefined) return undefined;
  if (before?.article === article && before.others === others) return withLayer(before, own);
  return { article, ...ofLayer(own), others };
}
