import { create } from 'zustand';
import { type ArticleRow, onOtherProject, useProject } from '../../state/project.ts';
import { shownRows } from './list-view.ts';

/** The articles that are picked for one thing done to all of them. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a stretch begins that Shift extends. */
  readonly anchor: string | undefined;
}

const NONE: Selection = { ids: new Set(), anchor: undefined };

/** The selection; empty while one only reads. */
export const useSelection = create<Selection>()(() => NONE);

/** Lets go of all. */
export function clearSelection(): void {
  useSelection.setState(NONE);
}

onOtherProject(clearSelection);

/** Begins at an article that was opened: a stretch selected next starts there. */
export function anchorAt(id: string): void {
  useSelection.setState({ ids: NONE.ids, anchor: id });
}

/** The selection as a first step finds it: the article on the desk is the first one picked. */
function begun(): ReadonlySet<string> {
  const { ids } = useSelection.getState();
  const { articleId } = useProject.getState();
  return ids.size > 0 || articleId === undefined ? ids : new Set([articleId]);
}

/** Adds an article to the selection, or takes it out. */
export function toggleSelected(id: string): void {
  const ids = new Set(begun());
  if (!ids.delete(id)) ids.add(id);
  useSelection.setState({ ids, anchor: id });
}

/** Ids of the rows between two of them, both included, in the order of the list. */
export function stretch(rows: readonly ArticleRow[], from: string, to: string): readonly string[] {
  const a = rows.findIndex((row) => row.article.id === from);
  const b = rows.findIndex((row) => row.article.id === to);
  if (b === -1) return [];
  const start = a === -1 ? b : Math.min(a, b);
  return rows.slice(start, Math.max(a, b) + 1).map((row) => row.article.id);
}

/** Selects everything from the anchor to an article. */
export function selectTo(id: string): void {
  const { anchor } = useSelection.getState();
  const from = anchor ?? useProject.getState().articleId ?? id;
  useSelection.setState({ ids: new Set(stretch(shownRows(), from, id)), anchor: from });
}

/** Selects all articles in sight. */
export function selectAll(): void {
  useSelection.setState({ ids: new Set(shownRows().map((row) => row.article.id)) });
}

/** The selected rows that are in sight, in the order of the list. */
export function rowsIn(
  rows: readonly ArticleRow[],
  ids: ReadonlySet<string>,
): readonly ArticleRow[] {
  return ids.size === 0 ? [] : rows.filter((row) => ids.has(row.article.id));
}

/** What a command for several articles acts on: the selection, otherwise the article on the desk. */
export function chosenRows(): readonly ArticleRow[] {
  const selected = rowsIn(shownRows(), useSelection.getState().ids);
  if (selected.length > 0) return selected;
  const { rows, articleId } = useProject.getState();
  return rows.filter((row) => row.article.id === articleId);
}
