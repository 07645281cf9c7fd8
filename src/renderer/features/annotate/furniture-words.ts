import type { Furniture, FurnitureKind } from '../../../core/model/article.ts';

const NAMES: Readonly<Record<FurnitureKind, string>> = {
  navigation: 'navigation',
  caption: 'caption',
  byline: 'byline',
  copyright: 'copyright',
  comments: 'comment form',
  related: 'related stories',
  advertisement: 'advertisement',
  markup: 'markup',
  other: 'other text',
  manual: 'marked by hand',
};

/** The name of a kind of furniture. */
export function kindName(kind: FurnitureKind): string {
  return NAMES[kind];
}

function joined(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** A number of lines in words. */
export function lineCount(lines: number): string {
  return lines === 1 ? '1 line' : `${lines.toLocaleString('en')} lines`;
}

/** What a block of furniture was and how long: “navigation and caption, 9 lines”. */
export function furnitureWords(stretches: readonly Furniture[], lines: number): string {
  const kinds = [...new Set(stretches.map((one) => NAMES[one.kind]))];
  return `${joined(kinds)}, ${lineCount(lines)}`;
}
