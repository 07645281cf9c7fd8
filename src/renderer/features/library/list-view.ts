import { useEffect } from 'react';
import { create } from 'zustand';
import { type ArticleRow, onOtherProject, useProject } from '../../state/project.ts';
import { type ListFilter, NO_FILTER } from './list-filter.ts';
import { createListIndex, type ListView } from './list-index.ts';
import type { Sorting } from './list-order.ts';

/** The list's view; it outlives a change of place. */
export const useListView = create<ListView>()(() => ({
  ...NO_FILTER,
  sorting: 'added',
  reversed: false,
}));

// Another project is another list.
onOtherProject(clearFilter);

/** Changes which articles the list shows. */
export function changeFilter(patch: Partial<ListFilter>): void {
  useListView.setState(patch);
}

/** Shows all articles again. */
export function clearFilter(): void {
  useListView.setState(NO_FILTER);
}

/** Orders the list; the same sorting once more turns it round. */
export function sortBy(sorting: Sorting): void {
  useListView.setState((view) => ({
    sorting,
    reversed: view.sorting === sorting ? !view.reversed : false,
  }));
}

const index = createListIndex();

/** The rows in sight, in their order. */
export function shownRows(): readonly ArticleRow[] {
  return index.show(useProject.getState().rows, useListView.getState());
}

/** The rows in sight, for a component. */
export function useRowsInView(): readonly ArticleRow[] {
  const rows = useProject((state) => state.rows);
  const view = useListView();
  return index.show(rows, view);
}

/** From so many rows on, a first sort by title would be felt. */
const MANY = 2000;

/** Sorts a long list by title ahead of need, while the window has nothing else to do. */
export function usePreparedList(): void {
  const many = useProject((state) => (state.rows.length < MANY ? undefined : state.rows));
  useEffect(() => {
    if (many === undefined) return undefined;
    const steps = index.prepare(many, 'title');
    let waiting = 0;
    const go = (deadline: IdleDeadline): void => {
      let done = false;
      do done = steps.next().done === true;
      while (!done && deadline.timeRemaining() > 2);
      if (!done) waiting = requestIdleCallback(go);
    };
    waiting = requestIdleCallback(go);
    return () => cancelIdleCallback(waiting);
  }, [many]);
}
