import type { Command } from '../../state/commands.ts';
import { useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';
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
    get title() {
      return t('annotate.unsureCommand');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['y'],
    enabled: () => useView.getState().place === 'articles' && selectedAnnotation() !== undefined,
    run: toggleUnsure,
  },
];
