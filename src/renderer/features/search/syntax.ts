/** A group of examples of how a query is written. */
export interface SyntaxPart {
  readonly title: string;
  readonly lines: readonly (readonly [example: string, words: string])[];
}

/** The button under the examples. */
export const closeHelpWords = 'Close';

/** How a query is written; every example is one that can be typed. */
export const SYNTAX: readonly SyntaxPart[] = [
  {
    title: 'Words',
    lines: [
      ['sanctions oil', 'Articles with both words, in any case and with or without accents.'],
      ['"sanctions package"', 'These words next to each other.'],
      ['sanction*', 'Words that begin so.'],
      ['=Polish', 'Exactly as written: case and accents count. Also ="the May".'],
      ['oil -gas', 'Articles with “oil” and without “gas”.'],
      ['/\\bban(s|ned)?\\b/i', 'A regular expression, as RE2 reads it: no look-around. i, m, s.'],
    ],
  },
  {
    title: 'On annotations',
    lines: [
      ['label:claim', 'Your annotations with this label. Several: label:claim,threat.'],
      ['label:"Opinion piece"', 'A label of whole articles finds the articles that have it.'],
      ['banks label:threat', 'The word where such an annotation covers it.'],
      ['banks -label:*', 'The word where no annotation on words covers it.'],
      ['attribute:polarity=negative', 'With this value; attribute:polarity=* for any.'],
      ['confidence:low', 'So sure; also medium, high, none for not said, and <high, >=medium.'],
      ['is:unsure label:threat', 'You are unsure of them: the same as confidence:low.'],
    ],
  },
  {
    title: 'What was said about them',
    lines: [
      ['comment:headline', 'A comment holds this word; on an article, the article is the hit.'],
      ['has:comment', 'There is a comment that you can see. Without one: -has:comment.'],
      ['is:open-thread', 'Not resolved yet; is:resolved-thread for those that are.'],
    ],
  },
  {
    title: 'About articles',
    lines: [
      ['outlet:Courier title:Geneva', 'The outlet and the title hold these words.'],
      ['date:2022-01..2022-02', 'From January to the end of February; one side may be empty.'],
      ['tag:banks lang:ko state:new', 'State is new, in-progress or submitted.'],
      ['in:all', 'The whole page; in:furniture for what is not of the article.'],
    ],
  },
];
