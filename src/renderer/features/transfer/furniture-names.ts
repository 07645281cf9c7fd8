import type { FurnitureKind } from '../../../core/model/article.ts';

import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

const NAMES: Readonly<Record<FurnitureKind, PlainKey>> = {
  navigation: 'transfer.navigation',
  caption: 'transfer.caption',
  byline: 'transfer.bylineFurniture',
  copyright: 'transfer.copyright',
  comments: 'transfer.comments',
  related: 'transfer.related',
  advertisement: 'transfer.advertisement',
  markup: 'transfer.markup',
  other: 'transfer.furniture',
  manual: 'transfer.manual',
};

/** A block of furniture in words: “Navigation, 4 lines”. */
export function furnitureWords(kind: FurnitureKind, lines: number): string {
  return t('transfer.furnitureLines', {
    kind: t(NAMES[kind]),
    lines: t('transfer.lineCount', { count: lines }),
  });
}
