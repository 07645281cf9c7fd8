import { editDocument } from '../../../core/log/document-ops.ts';
import type { OpDraft } from '../../../core/log/op.ts';
import { editArticle, removeArticle } from '../../../core/log/project-ops.ts';
import type { LayerState } from '../../../core/model/layer-document.ts';
import type { ArticleRow } from '../../state/project.ts';
import { inEnglish, t } from '../../words/words.ts';

/** An edit of several articles: one step, which one undo takes back. */
export interface BulkEdit {
  /** What was done, for the undo menu. */
  readonly label: string;
  /** Only where something changes; empty where nothing does. */
  readonly drafts: readonly OpDraft[];
}

/** Characters of a title that a label of the undo menu shows. */
const TITLE_LENGTH = 80;

function shortTitle(title: string): string {
  return title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH)}…` : title;
}

/** A title between quotation marks, cut where it is too long for the undo menu. */
export function titleInLog(title: string): string {
  return `“${shortTitle(title)}”`;
}

/** What articles are called in the log of edits. */
function articlesInLog(rows: readonly ArticleRow[]): string {
  const [only] = rows;
  return rows.length === 1 && only !== undefined
    ? titleInLog(only.article.title)
    : inEnglish('edits.articles', { count: rows.length });
}

/** “3 articles”, or the title where there is one. */
export function articlesWords(rows: readonly ArticleRow[]): string {
  const [only] = rows;
  return rows.length === 1 && only !== undefined
    ? t('library.titleQuoted', { title: shortTitle(only.article.title) })
    : t('library.articleCount', { count: rows.length });
}

/** Values that a list gains and loses. */
export interface ListChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** A list after a change; the same list where nothing changes. */
function changed(list: readonly string[], { add, remove }: ListChange): readonly string[] {
  const news = add.filter((value) => !list.includes(value));
  if (news.length === 0 && !list.some((value) => remove.includes(value))) return list;
  return [...list.filter((value) => !remove.includes(value)), ...news];
}

function editLists(
  rows: readonly ArticleRow[],
  field: 'tags' | 'assigned',
  change: ListChange,
): readonly OpDraft[] {
  return rows.flatMap(({ article }) => {
    const list = changed(article[field], change);
    return list === article[field] ? [] : [editArticle(article.id, { [field]: list })];
  });
}

/** Adds and removes tags. */
export function tagArticles(rows: readonly ArticleRow[], change: ListChange): BulkEdit {
  return {
    label: inEnglish('edits.tag', { articlesSaid: articlesInLog(rows) }),
    drafts: editLists(rows, 'tags', change),
  };
}

/** Assigns analysts and takes assignments back. */
export function assignArticles(rows: readonly ArticleRow[], change: ListChange): BulkEdit {
  return {
    label: inEnglish('edits.assign', { articlesSaid: articlesInLog(rows) }),
    drafts: editLists(rows, 'assigned', change),
  };
}

/**
 * Says how far one's own layer of each article is. What is submitted is checked first, by the main
 * process, and goes another way.
 * @param me analyst id
 */
export function markArticles(
  rows: readonly ArticleRow[],
  state: Exclude<LayerState, 'submitted'>,
  me: string,
): BulkEdit {
  const others = rows.filter((row) => row.state !== state);
  return {
    label: inEnglish(state === 'new' ? 'edits.markNew' : 'edits.markInProgress', {
      articlesSaid: articlesInLog(rows),
    }),
    drafts: others.map(({ article }) => editDocument(article.id, me, { state })),
  };
}

/** Takes articles out of the project. Their files stay, and undo brings them back. */
export function removeArticles(rows: readonly ArticleRow[]): BulkEdit {
  return {
    label: inEnglish('edits.removeArticles', { articlesSaid: articlesInLog(rows) }),
    drafts: rows.map(({ article }) => removeArticle(article.id)),
  };
}
