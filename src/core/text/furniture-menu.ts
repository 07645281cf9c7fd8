import type { FurnitureKind } from '../model/article.ts';
import type { TextLine } from './furniture-line.ts';
import { keyOf } from './furniture-line.ts';
import { matchAnywhere } from './furniture-patterns.ts';
import { EDGE_WORDS, HOME_WORDS, SHARE_WORDS } from './furniture-words.ts';

const SEPARATOR = /\s*(?:[|·•▪]|\s[>»›/]\s|\t|[^\S\n]{2,})\s*/u;
const LONGEST_ITEM = 32;
const LONGEST_MENU = 400;

/**
 * True when a line is several items of a menu, a share bar or a path through a site, wherever it
 * stands. A subhead or a row of a table has words of menus too (`Energy markets`), so something must
 * be there that only a menu has, or nothing else but its words.
 */
export function isMenuLine(line: TextLine): boolean {
  const items = itemsOf(line);
  if (!mayBeMenu(line, items)) {
    return false;
  }
  if (items.length < 2) {
    return isShareBar(line);
  }
  const known = items.filter((item) => isMenuWord(item)).length;
  const telling = items.some((item) => isTelling(item)) && known >= 2 && known * 2 >= items.length;
  return HOME_WORDS.has(items[0] ?? '') || telling || (known === items.length && known >= 3);
}

/** True for a line that is a menu when it stands above or below the article. */
export function isEdgeMenu(line: TextLine): boolean {
  if (isMenuWord(line.key)) {
    return true;
  }
  const items = itemsOf(line);
  const known = items.filter((item) => isMenuWord(item)).length;
  return mayBeMenu(line, items) && items.length >= 2 && known >= (items.length === 2 ? 2 : 1);
}

/** What a menu line is: what its first known item is, else navigation. */
export function menuKind(line: TextLine): FurnitureKind {
  const first = itemsOf(line)[0] ?? line.key;
  return matchAnywhere(withoutCount(first)) ?? matchAnywhere(first) ?? 'navigation';
}

/** True for a word of menus, with or without a count: `Sport`, `댓글 0`, `Comments (3)`. */
export function isMenuWord(key: string): boolean {
  const bare = withoutCount(key);
  return bare !== '' && (EDGE_WORDS.has(bare) || matchAnywhere(bare) !== null);
}

/** True for what stands in menus and share bars only. */
function isTelling(key: string): boolean {
  const bare = withoutCount(key);
  return SHARE_WORDS.has(bare) || matchAnywhere(bare) !== null;
}

function withoutCount(key: string): string {
  return key.replace(/[\s(]*\d[\d.,]*[k)]*$/u, '');
}

/** `Share Tweet Print`: two words or more, every one of a share bar. */
function isShareBar(line: TextLine): boolean {
  const words = line.key.split(' ');
  return words.length >= 2 && words.length <= 12 && words.every((word) => SHARE_WORDS.has(word));
}

function mayBeMenu(line: TextLine, items: readonly string[]): boolean {
  return (
    line.text.length <= LONGEST_MENU &&
    !/[.!?。؟,;]$/u.test(line.text) &&
    items.every((item) => item.length <= LONGEST_ITEM)
  );
}

function itemsOf(line: TextLine): string[] {
  return line.text
    .split(SEPARATOR)
    .map((item) => keyOf(item))
    .filter((item) => item !== '');
}
