import { create } from 'zustand';
import { announce } from '../../state/project.ts';
import { showSidePanes } from '../../state/view.ts';
import { t } from '../../words/words.ts';

/** Whether one reads without panes, the paragraph one is in standing out. Not kept across starts. */
export const useFocusMode = create<{ readonly on: boolean }>()(() => ({ on: false }));

/** Begins or ends the focus mode. */
export function toggleFocusMode(): void {
  const on = !useFocusMode.getState().on;
  useFocusMode.setState({ on });
  showSidePanes(!on);
  announce(() => t(on ? 'marking.focusOn' : 'marking.focusOff'));
}
