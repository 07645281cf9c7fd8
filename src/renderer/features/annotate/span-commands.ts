import type { Command } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { selectedAnnotation } from './edits.ts';
import {
  addSelectedPart,
  extendToSentence,
  mergeSelected,
  removeSelectedPart,
  splitSelected,
} from './span-edits.ts';

function picked(): boolean {
  const onDesk = useView.getState().place === 'articles';
  return (
    onDesk && useProject.getState().article !== undefined && selectedAnnotation() !== undefined
  );
}

/** What can be done with the words of the selected annotation. */
export const spanCommands: readonly Command[] = [
  {
    id: 'annotation.addPart',
    get title() {
      return t('annotate.addWords');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['Shift+Enter'],
    enabled: picked,
    run: addSelectedPart,
  },
  {
    id: 'annotation.removePart',
    get title() {
      return t('annotate.dropWords');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['Shift+Delete', 'Shift+Backspace'],
    enabled: picked,
    run: removeSelectedPart,
  },
  {
    id: 'annotation.split',
    get title() {
      return t('annotate.split');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['x'],
    enabled: picked,
    run: splitSelected,
  },
  {
    id: 'annotation.merge',
    get title() {
      return t('annotate.merge');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['Shift+m'],
    enabled: picked,
    run: mergeSelected,
  },
  {
    id: 'annotation.sentence',
    get title() {
      return t('annotate.extend');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['e'],
    enabled: picked,
    run: extendToSentence,
  },
];
