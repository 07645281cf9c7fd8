import { create } from 'zustand';
import { showDetailsPane, useView } from './view.ts';

/** Whether the guidelines take the place of the annotations beside the text. */
export const useGuidelines = create<{ readonly shown: boolean }>()(() => ({ shown: false }));

/** Shows the guidelines beside the text, or what is there without them. */
export function showGuidelines(shown: boolean): void {
  useGuidelines.setState({ shown });
  if (shown) showDetailsPane(true);
}

/** Shows the guidelines, or hides them where they are in sight. */
export function toggleGuidelines(): void {
  showGuidelines(!(useGuidelines.getState().shown && useView.getState().detailsPane));
}
