import { annotationFrom } from '../../core/log/annotation-ops.ts';
import { documentFrom } from '../../core/log/document-ops.ts';
import { articleOfOp, layerAnalyst, layerChannel, type Op } from '../../core/log/op.ts';
import { articleFrom } from '../../core/log/project-ops.ts';
import { type RecordState, recordStamps } from '../../core/log/record.ts';
import type { Article } from '../../core/model/article.ts';
import type { IndexedArticle, IndexedLayer } from '../search/messages.ts';
import type { Layer, Store } from '../store/store.ts';

/** What has to be told to the index again. */
export interface Changed {
  readonly articles: Set<string>;
  /** `<article> <analyst>`; neither holds a blank. */
  readonly layers: Set<string>;
}

/** Nothing to tell. */
export function nothingChanged(): Changed {
  return { articles: new Set(), layers: new Set() };
}

/** Enters what ops change. */
export function noteChanges(changed: Changed, ops: readonly Op[]): void {
  for (const op of ops) {
    const articleId = articleOfOp(op);
    const analyst = layerAnalyst(op.c);
    if (articleId === undefined) continue;
    if (analyst !== undefined) changed.layers.add(`${articleId} ${analyst}`);
    else if (op.k === 'article') changed.articles.add(articleId);
  }
}

/** Changes whenever anything known about an article changes. */
export function articleStamp(record: RecordState): string {
  let last = '';
  for (const stamp of recordStamps(record)) if (stamp > last) last = stamp;
  return last;
}

function indexedArticle(article: Article, stamp: string): IndexedArticle {
  const { id, sha256, title, outlet, date, language, tags, furniture } = article;
  return {
    id,
    stamp,
    sha256,
    title,
    outlet,
    date,
    language,
    tags,
    furniture: furniture.flatMap(({ start, end }) => [start, end]),
  };
}

/** An article as the index is told of it; `undefined` where it is not in the project any more. */
export function articleFor(store: Store, articleId: string): IndexedArticle | undefined {
  const record = store.projectRecords('article').get(articleId);
  const article = record === undefined ? undefined : articleFrom(articleId, record);
  if (record === undefined || article === undefined) return undefined;
  return indexedArticle(article, articleStamp(record));
}

function stateOf(layer: Layer, articleId: string, analyst: string, marked: boolean): string {
  const record = layer.get('document')?.get(`${articleId}/document`);
  const document =
    record === undefined
      ? undefined
      : documentFrom(layerChannel(analyst), `${articleId}/document`, record);
  const state = document?.state ?? 'new';
  const isBegun = marked || (document?.seen ?? 0) > 0;
  return state === 'new' && isBegun ? 'in-progress' : state;
}

/** A layer as the index is told of it. `undefined` where it cannot be read: it is told later. */
export async function layerFor(
  store: Store,
  articleId: string,
  analyst: string,
): Promise<IndexedLayer | undefined> {
  const version = store.layerVersion(articleId, analyst);
  const read = await store.layer(articleId, analyst);
  if (!read.ok) return undefined;
  const annotations = [];
  for (const [id, record] of read.value.get('annotation') ?? []) {
    const annotation = annotationFrom(layerChannel(analyst), id, record);
    if (annotation === undefined) continue;
    const { label, attributes, anchor } = annotation;
    annotations.push({ id: annotation.id, analyst, label, attributes, spans: anchor.spans });
  }
  const state = stateOf(read.value, articleId, analyst, annotations.length > 0);
  return { articleId, analyst, version, state, annotations };
}
