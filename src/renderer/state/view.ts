import { create } from 'zustand';

/** What lies over the window; at most one at a time. */
export type OpenDialog =
  | 'palette'
  | 'keys'
  | 'shortcuts'
  | 'settings'
  | 'export'
  | 'paste'
  | 'rename'
  | 'act-as'
  | 'tag'
  | 'assign'
  | 'left'
  | 'new-project'
  | 'new-from'
  | 'hand-over'
  | 'take-in';

/** The places of the window. */
export const PLACES = [
  'articles',
  'import',
  'search',
  'statistics',
  'codebook',
  'agreement',
  'review',
] as const;

/** A place of the window. */
export type Place = (typeof PLACES)[number];

/** What of the window is in sight. Nothing here is saved with the project. */
export interface ViewState {
  readonly place: Place;
  readonly dialog: OpenDialog | undefined;
  readonly articlesPane: boolean;
  readonly detailsPane: boolean;
}

/** The view. Read with a selector. */
export const useView = create<ViewState>()(() => ({
  place: 'articles',
  dialog: undefined,
  articlesPane: true,
  detailsPane: true,
}));

const set = useView.setState;

/** Opens a dialog in place of the one that is open. */
export function openDialog(dialog: OpenDialog): void {
  set({ dialog });
}

/** Closes the dialog that is open. */
export function closeDialog(): void {
  set({ dialog: undefined });
}

/** Goes to a place. */
export function goTo(place: Place): void {
  set({ place });
}

/** Shows or hides a side pane. */
export function togglePane(pane: 'articlesPane' | 'detailsPane'): void {
  set((state) =>
    pane === 'articlesPane'
      ? { articlesPane: !state.articlesPane }
      : { detailsPane: !state.detailsPane },
  );
}

/** Shows or hides both side panes. */
export function showSidePanes(shown: boolean): void {
  set({ articlesPane: shown, detailsPane: shown });
}

/** Shows or hides the details pane, whatever it was. */
export function showDetailsPane(shown: boolean): void {
  set({ detailsPane: shown });
}

/** Shows or hides the articles pane, whatever it was. */
export function showArticlesPane(shown: boolean): void {
  set({ articlesPane: shown });
}
