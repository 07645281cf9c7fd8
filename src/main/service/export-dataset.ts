import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AnalystDocument, ExportArticle, Format } from '../../core/formats/format.ts';
import { type Loss, lossLog } from '../../core/formats/loss.ts';
import { annotationFrom, relationFrom } from '../../core/log/annotation-ops.ts';
import { commentFrom } from '../../core/log/comment-ops.ts';
import { isLayerState } from '../../core/log/document-ops.ts';
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
import { err, ok, type Result } from '../../core/result.ts';
import type { OffsetUnit } from '../../core/text/offsets.ts';
import type { Layer, Store } from '../store/store.ts';
import { labelsOf } from './codebook-view.ts';
import { analystsOf, articlesOf } from './project-view.ts';

/** What goes out, and how. */
export interface ExportChoice {
  readonly format: Format;
  readonly offsetUnit: OffsetUnit;
  /** Analyst ids whose layers go out; `undefined` for everybody's. */
  readonly whose: ReadonlySet<string> | undefined;
  /** Article ids; all articles where it is absent. */
  readonly articles?: ReadonlySet<string>;
}

/** What an export came to. */
export interface Exported {
  readonly files: readonly string[];
  readonly records: number;
  readonly lost: readonly Loss[];
}

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
  const state = fieldValue(record, 'state');
  const seen = fieldValue(record, 'seen');
  return {
    ...(typeof note === 'string' && note !== '' ? { note } : {}),
    ...(isLayerState(state) ? { state } : {}),
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

/** Reads an article's text and the layers that go out. The error names what cannot be read. */
async function gather(
  store: Store,
  article: Article,
  whose: ExportChoice['whose'],
  names: Pick<ExportArticle, 'analystName' | 'labelName'>,
): Promise<Result<ExportArticle, string>> {
  const text = await store.text(article.id);
  if (!text.ok) return err(text.error.message);
  const annotations: Annotation[] = [];
  const relations: Relation[] = [];
  const comments: Comment[] = [];
  const documentLabels: { analyst: string; labels: DocumentLabels }[] = [];
  const documents: AnalystDocument[] = [];
  for (const analyst of store.layerAnalysts(article.id)) {
    if (whose?.has(analyst) === false) continue;
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
  relations.sort((a, b) => (a.id < b.id ? -1 : 1));
  const layers = { annotations, relations, comments, documentLabels, documents };
  return ok({ article, text: text.value, ...layers, ...names });
}

function namesOf(store: Store): Pick<ExportArticle, 'analystName' | 'labelName'> {
  const analysts = new Map(analystsOf(store).map((one) => [one.id, one.name]));
  const labels = new Map(labelsOf(store).map((one) => [one.id, one.name]));
  return {
    analystName: (id) => analysts.get(id) ?? id,
    labelName: (id) => labels.get(id) ?? id,
  };
}

/** Writes a file whole or not at all. */
export async function writeWhole(
  file: string,
  pieces: Iterable<string | Uint8Array>,
): Promise<void> {
  const half = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = await open(half, 'wx');
    try {
      for (const piece of pieces) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, file);
  } catch (cause) {
    await rm(half, { force: true });
    throw cause;
  }
}

async function fileFor(out: string, format: Format): Promise<string> {
  const extension = format.extensions[0] ?? `.${format.id}`;
  try {
    return (await stat(out)).isDirectory() ? path.join(out, `annotations${extension}`) : out;
  } catch {
    // Nothing is there yet: the name is the file's.
    return out;
  }
}

/**
 * Writes the project's articles with their annotations as one file, whole or not at all.
 * @param out a file, or a folder to put it in
 */
export async function exportDataset(
  store: Store,
  { format, offsetUnit, whose, articles: only }: ExportChoice,
  out: string,
): Promise<Result<Exported, string>> {
  if (format.write === undefined) return err(`${format.label} can be read, not written.`);
  const names = namesOf(store);
  const articles: ExportArticle[] = [];
  for (const article of articlesOf(store)) {
    if (only?.has(article.id) === false) continue;
    const gathered = await gather(store, article, whose, names);
    if (!gathered.ok) return gathered;
    articles.push(gathered.value);
  }
  const losses = lossLog();
  const file = await fileFor(out, format);
  try {
    await writeWhole(file, format.write(articles, { offsetUnit }, losses));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err(`Nothing was written to ${file}: ${reason}`);
  }
  return ok({ files: [file], records: losses.records(), lost: losses.losses() });
}
