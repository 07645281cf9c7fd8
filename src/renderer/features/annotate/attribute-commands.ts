import type { Label } from '../../../core/model/codebook.ts';
import type { Command } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { takeOffered } from './attribute-edits.ts';
import { offerFirstAttribute } from './attribute-focus.ts';
import { addAgain, applyLabel, selectedAnnotation } from './edits.ts';
import { beginRelation } from './relation-edits.ts';

function picked(): boolean {
  const onDesk = useView.getState().place === 'articles';
  return (
    onDesk && useProject.getState().article !== undefined && selectedAnnotation() !== undefined
  );
}

/** Does something; what is new then has its first attribute put under the fingers. */
function thenAsk(act: () => void): void {
  const before = selectedAnnotation()?.id;
  act();
  const after = selectedAnnotation()?.id;
  if (after === undefined || after === before) return;
  if (useSettings.getState().attributesAfterTagging) offerFirstAttribute(after);
}

/** Gives a label. */
export function tag(label: Label): void {
  thenAsk(() => applyLabel(label));
}

/** What can be said about the selected annotation by keys. */
export const attributeCommands: readonly Command[] = [
  {
    id: 'annotation.again',
    get title() {
      return t('annotate.again');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['Shift+d'],
    enabled: picked,
    run: () => thenAsk(addAgain),
  },
  {
    id: 'annotation.sameValues',
    get title() {
      return t('annotate.sameValues');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['='],
    enabled: picked,
    run: takeOffered,
  },
  {
    id: 'relation.begin',
    get title() {
      return t('annotate.relate');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['r'],
    enabled: picked,
    run: beginRelation,
  },
];
