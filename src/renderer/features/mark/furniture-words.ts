import type { FurnitureKind } from '../../../core/model/article.ts';
import type { FurnitureBlock } from './layout.ts';

const NAMES: Readonly<Record<FurnitureKind, string>> = {
  navigation: 'navigation',
  caption: 'caption',
  byline: 'byline',
  copyright: 'copyright',
  comments: 'comment form',
  related: 'related stories',
  advertisement: 'advertisement',
  markup: 'markup',
  other: 'page furniture',
  manual: 'marked by hand',
};

/** The kinds in a block, in words. */
export function kindsInWords(kinds: readonly FurnitureKind[]): string {
  const names = kinds.map((kind) => NAMES[kind]);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** How many lines of words a block has, in words. */
export function linesInWords({ lines }: Pick<FurnitureBlock, 'lines'>): string {
  const count = lines.filter((line) => !line.blank).length;
  return count === 1 ? '1 line' : `${count} lines`;
}
