import { partsOf } from '../../state/key-press.ts';
import { useProject } from '../../state/project.ts';
import { listWords, rowWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';

/**
 * Which values of the codebook a key chooses while their attribute has the focus, in words: there it
 * does that, everywhere else it does what its command does. `undefined` where none has it.
 */
export function attributeNote(keys: string): string | undefined {
  const { modifiers, key } = partsOf(keys);
  if (modifiers.size > 0) return undefined;
  const attributes = useProject.getState().project?.codebook.attributes ?? [];
  const found = attributes
    .filter(({ enabled }) => enabled)
    .flatMap(({ name, values }) =>
      values
        .filter((value) => value.key === key)
        .map((value) => t('shortcuts.noteValue', { attribute: name, value: value.name })),
    );
  if (found.length === 0) return undefined;
  const count = found.length - 2;
  const values =
    count > 0
      ? t('shortcuts.noteMore', { values: rowWords(found.slice(0, 2)), count })
      : listWords(found);
  return t('shortcuts.note', { values });
}
