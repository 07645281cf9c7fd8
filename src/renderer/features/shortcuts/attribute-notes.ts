import { partsOf } from '../../state/key-press.ts';
import { useProject } from '../../state/project.ts';

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
      values.filter((value) => value.key === key).map((value) => `${name}: ${value.name}`),
    );
  if (found.length === 0) return undefined;
  const shown = found.slice(0, 2).join(', ');
  const more = found.length > 2 ? ` and ${String(found.length - 2)} more` : '';
  return `While an attribute has the focus, this key still chooses its value (${shown}${more}).`;
}
