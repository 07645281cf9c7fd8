import type { Decision, DecisionResult } from '../review/decision.ts';
import { type ItemsRequest, itemsOf } from '../review/items.ts';
import type { Item, ReviewLayer } from '../review/reading.ts';
import { anAnnotation, anArticle, SOME_TIME, sha256 } from './builders.ts';

/** A text in which things can be marked. */
export const REVIEW_TEXT =
  'Moscow has warned that without binding limits on the growth of the alliance it will turn to military and technical means. Kyiv counts more than one hundred thousand soldiers.';

/** What somebody marked: words of the text, a label, attributes, and an id where it matters. */
export type Mark = readonly [
  words: string,
  label?: string,
  attributes?: Readonly<Record<string, string>>,
  id?: string,
];

/** A layer in which an analyst marked some words of `REVIEW_TEXT`. */
export function aLayer(analyst: string, ...marks: readonly Mark[]): ReviewLayer {
  const annotations = marks.map(([words, label = 'threat', attributes = {}, id], index) => {
    const start = REVIEW_TEXT.indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not in the text`);
    return anAnnotation(REVIEW_TEXT, [[start, start + words.length]], {
      id: id ?? `${analyst}-${String(index)}`,
      analyst,
      label,
      attributes,
    });
  });
  return { analyst, annotations, relations: [] };
}

/** The request for the items of some layers of `REVIEW_TEXT`. */
export function itemsRequest(
  layers: readonly ReviewLayer[],
  over: Partial<ItemsRequest> = {},
): ItemsRequest {
  return {
    articleId: anArticle(REVIEW_TEXT).id,
    layers,
    attributes: new Map(),
    digest: sha256,
    seed: 'project',
    ...over,
  };
}

/** The items of some layers of `REVIEW_TEXT`. */
export function itemsIn(...layers: readonly ReviewLayer[]): readonly Item[] {
  return itemsOf(itemsRequest(layers));
}

/** A decision on an item that lets its first reading stand, unless told otherwise. */
export function aDecision(
  item: Item,
  result: DecisionResult = 'accept',
  over: Partial<Decision> = {},
): Decision {
  const [first] = item.candidates;
  return {
    id: `d-${item.id}`,
    articleId: item.articleId,
    item: item.id,
    result,
    candidates: item.candidates,
    absent: item.absent,
    value: result === 'accept' && first !== undefined ? [first] : [],
    note: '',
    dissent: [],
    rule: '',
    by: 'lena',
    at: SOME_TIME,
    supersedes: [],
    unanimous: false,
    ...over,
  };
}
