import type { AnalystDocument, ExportArticle } from '../../core/formats/format.ts';
import { annotationFrom, relationFrom } from '../../core/log/annotation-ops.ts';
import { commentFrom } from '../../core/log/comment-ops.ts';
import { layerChannel } from '../../core/log/op.ts';
import { fieldValue, isDeleted, type RecordState } from '../../core/log/record.ts';
import {
  type Annotation,
  compareAnnotations,
  type DocumentLabels,
  type Relation,
} from '../../core/model/annotation.ts';
import type { Article } from '../../core/model/article.ts';
import type { Comment } from '../../core/model/comment.ts';
import { progressOf } from '../../core/model/layer-document.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Layer, Store } from '../store/store.ts';
import { labelsOf } from './codebook-view.ts';
import { analystsOf } from './project-view.ts';

interface Contents {
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly comments: readonly Comment[];
  readonly documentLabels: DocumentLabels;
  readonly document: Omit<AnalystDocument, 'analyst'>;
}

/** What a document record says beside its labels; what it does not say stays away. */
function documentOf(record: RecordState): Omit<AnalystDocument, 'analyst'> {
  const note = fieldValue(record, 'note');
  const state = progressOf(fieldValue(record, 'state'));
  const seen = fieldValue(record, 'seen');
  return {
    ...(typeof note === 'string' && note !== '' ? { note } : {}),
    ...(state === undefined ? {} : { state }),
    ...(typeof seen === 'number' ? { seen } : {}),
  };
}

/** What `from` makes of the records of one kind; deleted ones are left out. */
function recordsOf<T>(
  layer: Layer,
  kind: string,
  from: (id: string, record: RecordState) => T | undefined,
): T[] {
  return [...(layer.get(kind) ?? [])].flatMap(([id, record]) => from(id, record) ?? []);
}

/** The annotations, relations, comments and document labels of a layer; deleted ones are left out. */
function contentsOf(layer: Layer, analyst: string): Contents {
  const channel = layerChannel(analyst);
  const [document] = recordsOf(layer, 'document', (_id, record) =>
    isDeleted(record) ? undefined : record,
  );
  return {
    annotations: recordsOf(layer, 'annotation', (id, one) => annotationFrom(channel, id, one)),
    relations: recordsOf(layer, 'relation', (id, one) => relationFrom(channel, id, one)),
    comments: recordsOf(layer, 'comment', (id, one) => commentFrom(channel, id, one)),
    documentLabels: ((document && fieldValue(document, 'labels')) ?? {}) as DocumentLabels,
    document: document === undefined ? {} : documentOf(document),
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What an article's ids are called. */
export type Names = Pick<ExportArticle, 'analystName' | 'labelName'>;

/**
 * Reads an article's text and the layers that go out. The error names what cannot be read.
 * @param takes says of an analyst id whether that layer of the article goes out
 */
export async function gatherArticle(
  store: Store,
  article: Article,
  takes: (analyst: string) => boolean,
  names: Names,
): Promise<Result<ExportArticle, string>> {
  const text = await store.text(article.id);
  if (!text.ok) return err(text.error.message);
  const annotations: Annotation[] = [];
  const relations: Relation[] = [];
  const comments: Comment[] = [];
  const documentLabels: { analyst: string; labels: DocumentLabels }[] = [];
  const documents: AnalystDocument[] = [];
  // Not in the order in which layers came here, which is another in every copy.
  for (const analyst of [...store.layerAnalysts(article.id)].sort()) {
    if (!takes(analyst)) continue;
    const layer = await store.layer(article.id, analyst);
    if (!layer.ok) return err(layer.error.message);
    const contents = contentsOf(layer.value, analyst);
    for (const one of contents.annotations) annotations.push(one);
    for (const one of contents.relations) relations.push(one);
    for (const one of contents.comments) comments.push(one);
    if (Object.keys(contents.document).length > 0) {
      documents.push({ analyst, ...contents.document });
    }
    if (Object.keys(contents.documentLabels).length > 0) {
      documentLabels.push({ analyst, labels: contents.documentLabels });
    }
  }
  annotations.sort(compareAnnotations);
  // Sorting keeps the analysts' order where ids are the same.
  relations.sort((a, b) => compareText(a.id, b.id));
  comments.sort((a, b) => compareText(a.id, b.id));
  const layers = { annotations, relations, comments, documentLabels, documents };
  return ok({ article, text: text.value, ...layers, ...names });
}

/** Names for the ids of a project. */
export function namesOf(store: Store): Names {
  const analysts = new Map(analystsOf(store).map((one) => [one.id, one.name]));
  const labels = new Map(labelsOf(store).map((one) => [one.id, one.name]));
  return {
    analystName: (id) => analysts.get(id) ?? id,
    labelName: (id) => labels.get(id) ?? id,
  };
}

/** Owner of the adjudicated layer, in the place of an analyst's id. */
export const GOLD = 'gold';

/** Reads an article's text and its adjudicated annotations and relations. */
export async function gatherGold(
  store: Store,
  article: Article,
  { labelName }: Names,
): Promise<Result<ExportArticle, string>> {
  const text = await store.text(article.id);
  if (!text.ok) return err(text.error.message);
  const records = await store.records(GOLD, article.id);
  if (!records.ok) return err(records.error.message);
  const { annotations, relations } = contentsOf(records.value, GOLD);
  return ok({
    article,
    text: text.value,
    annotations: annotations.toSorted(compareAnnotations),
    relations: relations.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    documentLabels: [],
    labelName,
    analystName: () => 'Gold',
  });
}
