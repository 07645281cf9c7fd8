import type { Command } from '../../state/commands.ts';
import { useView } from '../../state/view.ts';
import { changeConfidence, selectedAnnotation } from './edits.ts';

function toggleUnsure(): void {
  const annotation = selectedAnnotation();
  if (annotation === undefined) return;
  changeConfidence(annotation, annotation.confidence === 'low' ? null : 'low');
}

/** How sure one is of the selected annotation. */
export const confidenceCommands: readonly Command[] = [
  {
    id: 'annotation.unsure',
    title: 'Unsure of it, or not any more',
    group: 'Annotations',
    where: ['articles'],
    keys: ['Shift+u'],
    enabled: () => useView.getState().place === 'articles' && selectedAnnotation() !== undefined,
    run: toggleUnsure,
  },
];
