import type { Command } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { useView } from '../../state/view.ts';
import { selectedAnnotation } from './edits.ts';
import {
  addSelectedPart,
  extendToSentence,
  mergeSelected,
  removeSelectedPart,
  splitSelected,
} from './span-edits.ts';

const GROUP = 'Annotations';

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
    title: 'Add the selected words to it',
    group: GROUP,
    where: ['articles'],
    keys: ['Shift+Enter'],
    enabled: picked,
    run: addSelectedPart,
  },
  {
    id: 'annotation.removePart',
    title: 'Take words or a part out of it',
    group: GROUP,
    where: ['articles'],
    keys: ['Shift+Delete', 'Shift+Backspace'],
    enabled: picked,
    run: removeSelectedPart,
  },
  {
    id: 'annotation.split',
    title: 'Split it at the caret or selection',
    group: GROUP,
    where: ['articles'],
    keys: ['x'],
    enabled: picked,
    run: splitSelected,
  },
  {
    id: 'annotation.merge',
    title: 'Merge it with the next of its label',
    group: GROUP,
    where: ['articles'],
    keys: ['Shift+m'],
    enabled: picked,
    run: mergeSelected,
  },
  {
    id: 'annotation.sentence',
    title: 'Extend it to the sentence',
    group: GROUP,
    where: ['articles'],
    keys: ['e'],
    enabled: picked,
    run: extendToSentence,
  },
];
