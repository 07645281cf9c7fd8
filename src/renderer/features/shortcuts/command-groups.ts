import { allCommands, type Command, keysFor, type Where } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { rowWords } from '../../words/amounts.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

/** Commands under their heading. */
export interface CommandGroup {
  readonly name: string;
  readonly commands: readonly Command[];
}

/** A number key without a label does nothing: it is not listed. */
export function isIdle(command: Command): boolean {
  if (command.keyOfLabel !== true) return false;
  const { labels } = useProject.getState();
  return labels.every((label) => `label.${label.shortcut}` !== command.id);
}

/** What a list of commands is searched by: words of their names, or a key. */
export interface Wanted {
  readonly words: string;
  /** In normal form. */
  readonly keys: string | undefined;
}

function isWanted(command: Command, { words, keys }: Wanted): boolean {
  if (keys !== undefined && !keysFor(command).includes(keys)) return false;
  const said = `${command.title} ${command.group}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => said.includes(word));
}

/** All commands that are wanted, by group, in the order of the app. */
export function commandGroups(wanted: Wanted): readonly CommandGroup[] {
  const byName = new Map<string, Command[]>();
  for (const command of allCommands()) {
    if (isIdle(command) || !isWanted(command, wanted)) continue;
    byName.set(command.group, [...(byName.get(command.group) ?? []), command]);
  }
  return [...byName].map(([name, commands]) => ({ name, commands }));
}

/** Title without the dots that say that it asks something first. */
export function plainTitle(command: Command): string {
  return command.title.replace(/…$/u, '');
}

const PLACE_NAMES: Readonly<Record<Where, PlainKey>> = {
  door: 'shortcuts.placeDoor',
  articles: 'shortcuts.placeArticles',
  import: 'shortcuts.placeImport',
  search: 'shortcuts.placeSearch',
  statistics: 'shortcuts.placeStatistics',
  agreement: 'shortcuts.placeAgreement',
  codebook: 'shortcuts.placeCodebook',
  review: 'shortcuts.placeReview',
};

/** Where a command is at hand, in words; empty where that is everywhere in a project. */
export function placeWords({ where }: Command): string {
  const places = where.filter((one) => one !== 'door');
  if (places.length === 0) return t(PLACE_NAMES.door);
  if (places.length === Object.keys(PLACE_NAMES).length - 1) return '';
  return rowWords(places.map((one) => t(PLACE_NAMES[one])));
}
