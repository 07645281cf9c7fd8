import { annotationFrom } from '../../core/log/annotation-ops.ts';
import { DOCUMENT, documentFrom } from '../../core/log/document-ops.ts';
import { articleOfOp, layerAnalyst, layerChannel, type Op } from '../../core/log/op.ts';
import { articleFrom } from '../../core/log/project-ops.ts';
import { type RecordState, recordStamps } from '../../core/log/record.ts';
import type { Article } from '../../core/model/article.ts';
import type { LayerDocument } from '../../core/model/layer-document.ts';
import { keptAnnotation, keptDocumentLabels } from '../../core/search/searched-annotations.ts';
import type { IndexedArticle, IndexedLayer } from '../search/messages.ts';
import type { Layer, Store } from '../store/store.ts';
import { commentsIn } from './comments-of-others.ts';

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

function documentOf(layer: Layer, articleId: string, analyst: string): LayerDocument | undefined {
  const record = layer.get(DOCUMENT)?.get(`${articleId}/${DOCUMENT}`);
  return record === undefined
    ? undefined
    : documentFrom(layerChannel(analyst), `${articleId}/${DOCUMENT}`, record);
}

function stateOf(document: LayerDocument | undefined, marked: boolean): string {
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
  const channel = layerChannel(analyst);
  const marked = [...(read.value.get('annotation') ?? [])]
    .flatMap(([id, record]) => annotationFrom(channel, id, record) ?? [])
    .map(keptAnnotation);
  const document = documentOf(read.value, articleId, analyst);
  const labels = keptDocumentLabels(analyst, document?.labels ?? {});
  return {
    articleId,
    analyst,
    version,
    state: stateOf(document, marked.length + labels.length > 0),
    annotations: [...marked, ...labels],
    comments: commentsIn(read.value, analyst),
  };
}
