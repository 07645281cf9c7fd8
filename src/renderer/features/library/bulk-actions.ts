import type { LayerState } from '../../../core/model/layer-document.ts';
import { inBackground } from '../../state/background.ts';
import { commit, openArticle } from '../../state/desk.ts';
import { openExport } from '../../state/export.ts';
import { type ArticleRow, announce, useProject } from '../../state/project.ts';
import { submitArticles } from '../../state/submitting.ts';
import { openDialog } from '../../state/view.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { articlesWords, type BulkEdit, markArticles, removeArticles } from './bulk.ts';
import { useLeft } from './left.ts';
import { shownRows } from './list-view.ts';
import { chosenRows, clearSelection } from './selection.ts';

/** Makes an edit of several articles, as one step, and says so. */
export function make({ label, drafts }: BulkEdit): void {
  if (drafts.length === 0) {
    announce(() => t('library.nothingToChange'));
    return;
  }
  commit(label, drafts);
  announce(() => t('library.done', { label: said(label) }));
}

async function submitRows(rows: readonly ArticleRow[]): Promise<void> {
  const done = await submitArticles(rows.map(({ article }) => article.id));
  if (done === undefined) return;
  const { submitted, leftCount } = done;
  if (leftCount > 0) {
    useLeft.setState(done);
    openDialog('left');
  } else if (submitted === 0) announce(() => t('library.nothingToChange'));
  else
    announce(() =>
      t('library.submittedUndo', { done: t('library.submittedCount', { count: submitted }) }),
    );
}

/**
 * Says how far one's own layers of some articles are. Submitting them checks each; those that lack
 * something are left as they are, and listed.
 */
export function mark(rows: readonly ArticleRow[], state: LayerState): void {
  const { project } = useProject.getState();
  if (project === undefined) return;
  if (state === 'submitted') inBackground(submitRows(rows));
  else make(markArticles(rows, state, project.me.id));
}

/** Says how far one's own layers of the chosen articles are. */
export function markChosen(state: LayerState): void {
  mark(chosenRows(), state);
}

/** The article to show once others are gone: the next that stays, otherwise the one before. */
function afterRemoval(gone: ReadonlySet<string>): string | undefined {
  const ids = shownRows().map((row) => row.article.id);
  const at = ids.indexOf(useProject.getState().articleId ?? '');
  const stays = (id: string): boolean => !gone.has(id);
  return ids.slice(at + 1).find(stays) ?? ids.slice(0, Math.max(0, at)).findLast(stays);
}

/** Takes the chosen articles out of the project. Their files stay, and undo brings them back. */
export function removeChosen(): void {
  const rows = chosenRows();
  if (rows.length === 0) return;
  const gone = new Set(rows.map((row) => row.article.id));
  const { articleId } = useProject.getState();
  const next = afterRemoval(gone);
  const { label, drafts } = removeArticles(rows);
  commit(label, drafts);
  clearSelection();
  announce(() =>
    rows.length === 1
      ? t('library.removedOne')
      : t('library.removedMany', { articles: articlesWords(rows) }),
  );
  if (articleId === undefined || !gone.has(articleId)) return;
  if (next === undefined)
    useProject.setState({ articleId: undefined, article: undefined, selected: undefined });
  else inBackground(openArticle(next));
}

/** Opens the export with the chosen articles only. */
export function exportChosen(): void {
  openExport(chosenRows().map((row) => row.article.id));
}
