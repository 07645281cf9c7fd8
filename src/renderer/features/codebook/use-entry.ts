import { useCodebook } from '../../state/codebook.ts';
import { entriesIn, isList } from './sections.ts';
import { useContent } from './use-draft.ts';

/** Id of the entry in the editor: the one last opened, or else the first of the list. */
export function useEntryId(): string | undefined {
  const section = useCodebook((state) => state.section);
  const entry = useCodebook((state) => state.entry);
  const content = useContent();
  if (!isList(section)) return undefined;
  const entries = entriesIn(content, section);
  return (entries.find(({ id }) => id === entry[section]) ?? entries[0])?.id;
}
