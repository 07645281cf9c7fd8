import { choiceWords, listWords } from '../../words/amounts.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

/** An example of a query, and what it finds. */
export interface SyntaxLine {
  readonly example: string;
  readonly words: () => string;
}

/** A group of examples of how a query is written. */
export interface SyntaxPart {
  readonly title: PlainKey;
  readonly lines: readonly SyntaxLine[];
}

/** How a query is written; every example is one that can be typed. */
export const SYNTAX: readonly SyntaxPart[] = [
  {
    title: 'search.partWords',
    lines: [
      { example: 'sanctions oil', words: () => t('search.exBoth') },
      { example: '"sanctions package"', words: () => t('search.exPhrase') },
      { example: 'sanction*', words: () => t('search.exBegin') },
      { example: '=Polish', words: () => t('search.exExact', { example: '="the May"' }) },
      { example: 'oil -gas', words: () => t('search.exWithout') },
      { example: '/\\bban(s|ned)?\\b/i', words: () => t('search.exPattern') },
    ],
  },
  {
    title: 'search.partAnnotations',
    lines: [
      {
        example: 'label:claim',
        words: () => t('search.exLabel', { example: 'label:claim,threat' }),
      },
      { example: 'label:"Opinion piece"', words: () => t('search.exWhole') },
      { example: 'banks label:threat', words: () => t('search.exCovers') },
      { example: 'banks -label:*', words: () => t('search.exBare') },
      {
        example: 'attribute:polarity=negative',
        words: () => t('search.exValue', { example: 'attribute:polarity=*' }),
      },
      {
        example: 'confidence:low',
        words: () =>
          t('search.exConfidence', {
            levels: listWords(['medium', 'high']),
            none: 'none',
            compared: listWords(['<high', '>=medium']),
          }),
      },
      {
        example: 'is:unsure label:threat',
        words: () => t('search.exUnsure', { example: 'confidence:low' }),
      },
    ],
  },
  {
    title: 'search.partSaid',
    lines: [
      { example: 'comment:headline', words: () => t('search.exComment') },
      {
        example: 'has:comment',
        words: () => t('search.exHasComment', { example: '-has:comment' }),
      },
      {
        example: 'is:open-thread',
        words: () => t('search.exThread', { example: 'is:resolved-thread' }),
      },
    ],
  },
  {
    title: 'search.partArticles',
    lines: [
      { example: 'outlet:Courier title:Geneva', words: () => t('search.exOutlet') },
      { example: 'date:2022-01..2022-02', words: () => t('search.exDates') },
      {
        example: 'tag:banks lang:ko state:new',
        words: () =>
          t('search.exState', { values: choiceWords(['new', 'in-progress', 'submitted']) }),
      },
      { example: 'in:all', words: () => t('search.exAll', { example: 'in:furniture' }) },
    ],
  },
];
