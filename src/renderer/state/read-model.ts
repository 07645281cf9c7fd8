import { documentFrom } from '../../core/log/document-ops.ts';
import { layerChannel, type Op, type OpDraft } from '../../core/log/op.ts';
import { applyOp, type RecordState } from '../../core/log/record.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { type Comment, threads } from '../../core/model/comment.ts';
import type { LayerDocument } from '../../core/model/layer-document.ts';
import { isSameJson } from '../../core/model/same-json.ts';
import {
  articleIdOf,
  isProgress,
  layersIn,
  NO_LAYER,
  type OwnLayer,
  rowOf,
  withLayer,
  withProgress,
} from './article-rows.ts';
import { applyDrafts, applyOps, type LayerRecords, readLayer, recordKey } from './layer.ts';
import {
  type ArticleRow,
  type LayerCounts,
  type OpenArticle,
  type ProjectView,
  useProject,
} from './project.ts';
import type { PendingCommit } from './save-queue.ts';

const NO_COMMENTS: readonly Comment[] = [];

/** What is on disk, as far as this window knows. */
const disk = {
  articles: new Map<string, RecordState>(),
  /** One's own layers by article id, as far as they are known without being read. */
  layers: new Map<string, OwnLayer>(),
  /** Article id → the layers of the other analysts. */
  others: new Map<string, readonly LayerCounts[]>(),
  layer: new Map() as LayerRecords,
  /** What others said on the article on the desk. */
  comments: NO_COMMENTS,
  /** The article whose layer it is; empty while none is loaded. */
  articleId: '',
};

const NOBODY: readonly LayerCounts[] = [];

function isArticle(of: Pick<OpDraft, 'c' | 'k'>): boolean {
  return of.c === 'project' && of.k === 'article';
}

function myId(): string {
  return useProject.getState().project?.me.id ?? '';
}

function isOnDesk(of: Pick<OpDraft, 'c' | 'r'>): boolean {
  return of.c === layerChannel(myId()) && of.r.startsWith(`${disk.articleId}/`);
}

/** True for a change that says how far one is with an article that is not on the desk. */
function isProgressElsewhere(of: Pick<OpDraft, 'c' | 'k' | 'r'>): boolean {
  return isProgress(of, myId()) && !isOnDesk(of);
}

/** Begins a new read model from a project as it was opened; answers its rows. */
export function loadProject(project: ProjectView | undefined): readonly ArticleRow[] {
  disk.articles = new Map();
  disk.layers = new Map();
  disk.others = new Map();
  disk.layer = new Map();
  disk.comments = NO_COMMENTS;
  disk.articleId = '';
  const rows: ArticleRow[] = [];
  for (const view of project?.articles ?? []) {
    const record = view.record as RecordState;
    const { own, others } = layersIn(view, project?.me.id ?? '');
    disk.articles.set(view.id, record);
    disk.layers.set(view.id, own);
    if (others.length > 0) disk.others.set(view.id, others);
    const row = rowOf(view.id, record, own, disk.others.get(view.id) ?? NOBODY, undefined);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** Takes over an article's layer as the disk has it, and the comments of others on the article. */
export function loadLayer(
  articleId: string,
  layer: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  comments: readonly Comment[],
): void {
  const records = new Map<string, RecordState>();
  for (const [kind, byId] of Object.entries(layer)) {
    for (const [id, record] of Object.entries(byId)) {
      records.set(recordKey({ k: kind, r: id }), record as RecordState);
    }
  }
  disk.layer = records;
  disk.comments = comments;
  disk.articleId = articleId;
}

/** Takes over ops that are on disk now. */
export function takeOver(ops: readonly Op[]): void {
  for (const op of ops) {
    if (isArticle(op)) disk.articles.set(op.r, applyOp(disk.articles.get(op.r), op));
    else if (isProgressElsewhere(op)) tellProgress(disk.layers, op);
  }
  const onDesk = ops.filter(isOnDesk);
  if (onDesk.length > 0) disk.layer = applyOps(disk.layer, onDesk);
}

/** Takes over how many annotations one's own layers of articles hold that are not on the desk. */
export function tellCounts(
  counts: readonly {
    readonly articleId: string;
    readonly byLabel: Readonly<Record<string, number>>;
    readonly relations: number;
    readonly unsure: number;
    readonly documentLabels: readonly string[];
    readonly openThreads: number;
  }[],
): void {
  for (const { articleId, byLabel, ...rest } of counts) {
    if (articleId === disk.articleId) continue;
    const before = disk.layers.get(articleId) ?? NO_LAYER;
    disk.layers.set(articleId, { ...before, ...rest, counts: byLabel });
  }
}

function tellProgress(layers: Map<string, OwnLayer>, of: Pick<OpDraft, 'r' | 'p'>): void {
  const id = articleIdOf(of);
  layers.set(id, withProgress(layers.get(id) ?? disk.layers.get(id) ?? NO_LAYER, of));
}

/** What waits to be saved, as it would change the disk's article records and layers. */
function overlay(pending: readonly PendingCommit[]): {
  readonly articles: ReadonlyMap<string, RecordState>;
  readonly layers: ReadonlyMap<string, OwnLayer>;
} {
  const articles = new Map<string, RecordState>();
  const layers = new Map<string, OwnLayer>();
  for (const { drafts, order } of pending) {
    for (const draft of drafts) {
      if (isProgressElsewhere(draft)) tellProgress(layers, draft);
      if (!isArticle(draft)) continue;
      const key = recordKey(draft);
      const known = articles.get(draft.r) ?? disk.articles.get(draft.r);
      const before: LayerRecords = new Map(known === undefined ? [] : [[key, known]]);
      articles.set(draft.r, applyDrafts(before, [draft], order).get(key) ?? {});
    }
  }
  return { articles, layers };
}

/** The rows again from the article records, with what waits to be saved above the disk. */
function rebuildRows(pending: readonly PendingCommit[]): readonly ArticleRow[] {
  const before = new Map(useProject.getState().rows.map((row) => [row.article.id, row] as const));
  const { articles, layers } = overlay(pending);
  const rows: ArticleRow[] = [];
  const add = (id: string, record: RecordState): void => {
    const own = layers.get(id) ?? disk.layers.get(id) ?? NO_LAYER;
    const row = rowOf(id, record, own, disk.others.get(id) ?? NOBODY, before.get(id));
    if (row !== undefined) rows.push(row);
  };
  for (const [id, record] of disk.articles) add(id, articles.get(id) ?? record);
  for (const [id, record] of articles) if (!disk.articles.has(id)) add(id, record);
  return rows;
}

function countByLabel(
  annotations: readonly Annotation[],
  before: OwnLayer['counts'],
): OwnLayer['counts'] {
  const counts: Record<string, number> = {};
  for (const { label } of annotations) counts[label] = (counts[label] ?? 0) + 1;
  const keys = Object.keys(counts);
  const same =
    keys.length === Object.keys(before).length && keys.every((key) => counts[key] === before[key]);
  return same ? before : counts;
}

function documentOnDesk(layer: LayerRecords): LayerDocument | undefined {
  const recordId = `${disk.articleId}/document`;
  const record = layer.get(recordKey({ k: 'document', r: recordId }));
  return record === undefined ? undefined : documentFrom(layerChannel(myId()), recordId, record);
}

const NOTHING_SAID: OpenArticle['document'] = { labels: {}, note: '' };

/** The layer on the desk, counted; `layer` has what waits to be saved in it. */
function countOnDesk(
  layer: LayerRecords,
  { annotations, relations, comments }: ReturnType<typeof readLayer>,
): OwnLayer {
  const before = disk.layers.get(disk.articleId) ?? NO_LAYER;
  const recordId = `${disk.articleId}/document`;
  const record = layer.get(recordKey({ k: 'document', r: recordId }));
  const document = documentOnDesk(layer);
  const isSaid = document !== undefined && typeof record?.['state']?.value === 'string';
  const given = Object.keys(document?.labels ?? {});
  return {
    counts: countByLabel(annotations, before.counts),
    relations: relations.length,
    said: isSaid ? document.state : undefined,
    seen: document?.seen ?? 0,
    unsure: annotations.filter(({ confidence }) => confidence === 'low').length,
    openThreads: openThreads([...comments, ...disk.comments]),
    documentLabels: isSameJson(given, before.documentLabels) ? before.documentLabels : given,
  };
}

function openThreads(comments: readonly Comment[]): number {
  return comments.length === 0 ? 0 : threads(comments).filter(({ resolved }) => !resolved).length;
}

/**
 * Brings the screen up to date: what the disk has, and above it what waits to be saved.
 * @param articlesChanged whether rows other than the open article's are concerned; rebuilding the
 *   rows of a large project for each mark would be wasted work
 */
export function repaint(pending: readonly PendingCommit[], articlesChanged: boolean): void {
  const state = useProject.getState();
  if (state.project === undefined) return;
  const onDesk = state.article?.articleId === disk.articleId ? state.article : undefined;
  if (onDesk === undefined) {
    if (articlesChanged) useProject.setState({ rows: rebuildRows(pending) });
    return;
  }
  let layer = disk.layer;
  for (const { drafts, order } of pending) {
    layer = applyDrafts(layer, drafts.filter(isOnDesk), order);
  }
  const read = readLayer(layer, state.project.me.id);
  const { annotations, relations, comments } = read;
  const own = countOnDesk(layer, read);
  disk.layers.set(disk.articleId, own);
  const gone = annotations.every((one) => one.id !== state.selected);
  useProject.setState({
    rows: articlesChanged ? rebuildRows(pending) : withRow(state.rows, own),
    article: {
      ...onDesk,
      annotations,
      relations,
      comments: [...comments, ...disk.comments],
      document: documentOnDesk(layer) ?? NOTHING_SAID,
    },
    ...(gone ? { selected: undefined } : {}),
  });
}

/** The rows with that of the article on the desk as it is now; the same list where it has not changed. */
function withRow(rows: readonly ArticleRow[], own: OwnLayer): readonly ArticleRow[] {
  const at = rows.findIndex((row) => row.article.id === disk.articleId);
  const before = rows[at];
  if (before === undefined) return rows;
  const next = withLayer(before, own);
  return next === before ? rows : rows.with(at, next);
}

/** True when a commit or its ops concern rows other than the open article's own counts. */
export function concernsArticles(changes: readonly Pick<OpDraft, 'c' | 'k' | 'r'>[]): boolean {
  return changes.some((change) => isArticle(change) || isProgressElsewhere(change));
}
