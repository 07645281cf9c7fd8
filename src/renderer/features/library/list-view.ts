import { useMemo } from 'react';
import { create } from 'zustand';
import { type ArticleRow, useProject } from '../../state/project.ts';

/** How the list is ordered. */
export type Sorting = 'added' | 'title' | 'date';

/** Which articles the list shows. */
export type Progress = 'all' | 'todo' | 'open';

/** How the list of articles is looked at. */
export interface ListView {
  readonly filter: string;
  readonly sorting: Sorting;
  readonly progress: Progress;
}

/** The list's view; it outlives a change of place. */
export const useListView = create<ListView>()(() => ({
  filter: '',
  sorting: 'added',
  progress: 'all',
}));

// Another project is another list.
useProject.subscribe((state, before) => {
  if (state.project?.id !== before.project?.id)
    useListView.setState({ filter: '', progress: 'all' });
});

/** Changes how the list is looked at. */
export function changeListView(patch: Partial<ListView>): void {
  useListView.setState(patch);
}

/** How many annotations a row has, over all labels. */
export function countOf(row: ArticleRow): number {
  return Object.values(row.counts).reduce((sum, count) => sum + count, 0);
}

/** Letters without case and marks, so that “Sao” finds “São”. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function isFound(row: ArticleRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { title, outlet, byline, date } = row.article;
  const text = plain(`${title} ${outlet} ${byline} ${date}`);
  return words.every((word) => text.includes(word));
}

function compare(sorting: Sorting): (a: ArticleRow, b: ArticleRow) => number {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  if (sorting === 'title') return (a, b) => collator.compare(a.article.title, b.article.title);
  // The newest first; those without a date last.
  return (a, b) => (a.article.date < b.article.date ? 1 : a.article.date > b.article.date ? -1 : 0);
}

/** True when a row belongs under this heading. */
export function isInProgress(row: ArticleRow, progress: Progress): boolean {
  return progress === 'all' || (countOf(row) === 0) === (progress === 'todo');
}

/** The rows a view shows, in its order. */
export function rowsInView(rows: readonly ArticleRow[], view: ListView): readonly ArticleRow[] {
  const words = plain(view.filter)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found = rows.filter((row) => isInProgress(row, view.progress) && isFound(row, words));
  return view.sorting === 'added' ? found : found.toSorted(compare(view.sorting));
}

/** The rows in sight, for a component. */
export function useRowsInView(): readonly ArticleRow[] {
  const rows = useProject((state) => state.rows);
  const view = useListView();
  return useMemo(() => rowsInView(rows, view), [rows, view]);
}
