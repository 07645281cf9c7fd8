import type { FurnitureKind } from '../../../core/model/article.ts';

const NAMES: Readonly<Record<FurnitureKind, string>> = {
  navigation: 'Navigation',
  caption: 'Caption',
  byline: 'Byline',
  copyright: 'Copyright',
  comments: 'Comment form',
  related: 'Related stories',
  advertisement: 'Advertisement',
  markup: 'Markup',
  other: 'Furniture',
  manual: 'Marked by you',
};

/** A block of furniture in words: “Navigation, 4 lines”. */
export function furnitureWords(kind: FurnitureKind, lines: number): string {
  return `${NAMES[kind]}, ${lines === 1 ? '1 line' : `${lines.toLocaleString('en')} lines`}`;
}
