import type { Furniture, FurnitureKind } from '../../../core/model/article.ts';
import { listWords } from '../../words/amounts.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

const NAMES: Readonly<Record<FurnitureKind, PlainKey>> = {
  navigation: 'annotate.kindNavigation',
  caption: 'annotate.kindCaption',
  byline: 'annotate.kindByline',
  copyright: 'annotate.kindCopyright',
  comments: 'annotate.kindComments',
  related: 'annotate.kindRelated',
  advertisement: 'annotate.kindAdvertisement',
  markup: 'annotate.kindMarkup',
  other: 'annotate.kindOther',
  manual: 'annotate.kindManual',
};

/** The name of a kind of furniture. */
export function kindName(kind: FurnitureKind): string {
  return t(NAMES[kind]);
}

/** A number of lines in words. */
export function lineCount(lines: number): string {
  return t('annotate.lines', { count: lines });
}

/** What a block of furniture was and how long: “navigation and caption, 9 lines”. */
export function furnitureWords(stretches: readonly Furniture[], lines: number): string {
  const kinds = [...new Set(stretches.map((one) => kindName(one.kind)))];
  return t('annotate.furnitureWords', { kinds: listWords(kinds), lines: lineCount(lines) });
}
