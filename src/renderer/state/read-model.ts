import { layerChannel, type Op, type OpDraft } from '../../core/log/op.ts';
import { articleFrom } from '../../core/log/project-ops.ts';
import { applyOp, type RecordState } from '../../core/log/record.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { applyDrafts, applyOps, type LayerRecords, readLayer, recordKey } from './layer.ts';
import { type ArticleRow, type ProjectView, useProject } from './project.ts';
import type { PendingCommit } from './save-queue.ts';

/** What is on disk, as far as this window knows. */
const disk = {
  articles: new Map<string, RecordState>(),
  layer: new Map() as LayerRecords,
  /** The article whose layer it is; empty while none is loaded. */
  articleId: '',
};

function isArticle(of: Pick<OpDraft, 'c' | 'k'>): boolean {
  return of.c === 'project' && of.k === 'article';
}

function isOnDesk(of: Pick<OpDraft, 'c' | 'r'>): boolean {
  const me = useProject.getState().project?.me.id;
  return me !== undefined && of.c === layerChannel(me) && of.r.startsWith(`${disk.articleId}/`);
}

/** Begins a new read model from a project as it was opened; answers its rows. */
export function loadProject(project: ProjectView | undefined): readonly ArticleRow[] {
  disk.articles = new Map();
  disk.layer = new Map();
  disk.articleId = '';
  const rows: ArticleRow[] = [];
  for (const row of project?.articles ?? []) {
    const record = row.record as RecordState;
    disk.articles.set(row.id, record);
    const article = articleFrom(row.id, record);
    const counts = row.counts[project?.me.id ?? ''] ?? {};
    if (article !== undefined) rows.push({ article, counts });
  }
  return rows;
}

/** Takes over an article's layer as the disk has it. */
export function loadLayer(
  articleId: string,
  layer: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): void {
  const records = new Map<string, RecordState>();
  for (const [kind, byId] of Object.entries(layer)) {
    for (const [id, record] of Object.entries(byId)) {
      records.set(recordKey({ k: kind, r: id }), record as RecordState);
    }
  }
  disk.layer = records;
  disk.articleId = articleId;
}

/** Takes over ops that are on disk now. */
export function takeOver(ops: readonly Op[]): void {
  for (const op of ops.filter(isArticle)) {
    disk.articles.set(op.r, applyOp(disk.articles.get(op.r), op));
  }
  const onDesk = ops.filter(isOnDesk);
  if (onDesk.length > 0) disk.layer = applyOps(disk.layer, onDesk);
}

function countByLabel(annotations: readonly Annotation[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { label } of annotations) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

/** The rows again from the article records, with what waits to be saved above the disk. */
function rebuildRows(pending: readonly PendingCommit[]): readonly ArticleRow[] {
  const counts = new Map(
    useProject.getState().rows.map((row) => [row.article.id, row.counts] as const),
  );
  const articles = new Map(disk.articles);
  for (const { drafts, order } of pending) {
    for (const draft of drafts.filter(isArticle)) {
      const key = recordKey(draft);
      const known = articles.get(draft.r);
      const before: LayerRecords = new Map(known === undefined ? [] : [[key, known]]);
      articles.set(draft.r, applyDrafts(before, [draft], order).get(key) ?? {});
    }
  }
  const rows: ArticleRow[] = [];
  for (const [id, record] of articles) {
    const article = articleFrom(id, record);
    if (article !== undefined) rows.push({ article, counts: counts.get(id) ?? {} });
  }
  return rows;
}

/**
 * Brings the screen up to date: what the disk has, and above it what waits to be saved.
 * @param articlesChanged whether article records are concerned; rebuilding the rows of a large
 *   project for each mark would be wasted work
 */
export function repaint(pending: readonly PendingCommit[], articlesChanged: boolean): void {
  const state = useProject.getState();
  if (state.project === undefined) return;
  let rows = articlesChanged ? rebuildRows(pending) : state.rows;
  if (state.article === undefined || state.article.articleId !== disk.articleId) {
    useProject.setState({ rows });
    return;
  }
  let layer = disk.layer;
  for (const { drafts, order } of pending) {
    layer = applyDrafts(layer, drafts.filter(isOnDesk), order);
  }
  const { annotations, relations } = readLayer(layer, state.project.me.id);
  const counts = countByLabel(annotations);
  rows = rows.map((row) => (row.article.id === disk.articleId ? { ...row, counts } : row));
  const gone = annotations.every((one) => one.id !== state.selected);
  useProject.setState({
    rows,
    article: { ...state.article, annotations, relations },
    ...(gone ? { selected: undefined } : {}),
  });
}

/** True when a commit or its ops concern article records. */
export function concernsArticles(changes: readonly Pick<OpDraft, 'c' | 'k'>[]): boolean {
  return changes.some(isArticle);
}
