import type { PlainKey } from '../words/catalogue.ts';
import { t } from '../words/words.ts';

/** The menus of the application, in the platform's order. */
export const MENU_IDS = [
  'file',
  'edit',
  'view',
  'annotate',
  'article',
  'codebook',
  'go',
  'help',
] as const;

/** A menu of the application. */
export type MenuId = (typeof MENU_IDS)[number];

const NAMES = {
  file: 'keys.menuFile',
  edit: 'keys.menuEdit',
  view: 'keys.menuView',
  annotate: 'keys.menuAnnotate',
  article: 'keys.menuArticle',
  codebook: 'keys.menuCodebook',
  go: 'keys.menuGo',
  help: 'keys.menuHelp',
} as const satisfies Readonly<Record<MenuId, PlainKey>>;

/** The name of a menu. */
export function menuName(id: MenuId): string {
  return t(NAMES[id]);
}

/**
 * Marks the letter that chooses each title with Alt (`&File`), as Windows and Linux have it: the
 * first letter of the title that no title before it has. Titles without a free Latin letter get none.
 */
export function withMnemonics(titles: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return titles.map((title) => {
    const at = [...title.matchAll(/[a-z]/giu)].find(([letter]) => !used.has(letter.toLowerCase()));
    if (at === undefined) return title.replaceAll('&', '&&');
    used.add(at[0].toLowerCase());
    const [before, after] = [title.slice(0, at.index), title.slice(at.index)];
    return `${before.replaceAll('&', '&&')}&${after.replaceAll('&', '&&')}`;
  });
}

/** The menu that Alt and a letter open on Windows and Linux, by name. */
export function menuOfLetter(letter: string): string | undefined {
  const titles = MENU_IDS.map(menuName);
  const at = withMnemonics(titles).findIndex((title) =>
    title.toLowerCase().includes(`&${letter.toLowerCase()}`),
  );
  return titles[at];
}
