import type { Annotation } from '../../model/annotation.ts';
import type { Json } from '../../model/json.ts';
import { offsetConverter } from '../../text/offsets.ts';
import type { ExportArticle } from '../format.ts';
import type { LossLog } from '../loss.ts';
import { placeAnnotation } from '../place-annotation.ts';
import type { TaggedRange } from '../token-tags.ts';
import {
  alignAnnotations,
  selectApart,
  type TokenisedText,
  type TokenRange,
  textOfTokens,
  tokenise,
} from '../tokens.ts';

/** An article as rows of tokens. */
export interface TokenArticle {
  readonly tokenised: TokenisedText;
  /** Ends of sentences inside an entity are left out, or it would be cut there. */
  readonly sentences: readonly TokenRange[];
  readonly ranges: readonly TaggedRange[];
}

function joined(
  sentences: readonly TokenRange[],
  ranges: readonly TaggedRange[],
): readonly TokenRange[] {
  const whole: TokenRange[] = [];
  for (const [first, end] of sentences) {
    const last = whole.at(-1);
    const isInside = ranges.some(({ range }) => range[0] < first && first < range[1]);
    if (last !== undefined && isInside) whole[whole.length - 1] = [last[0], end];
    else whole.push([first, end]);
  }
  return whole;
}

/** The annotations of an article that rows of tokens can hold; the others are counted. */
export function tokenArticle(from: ExportArticle, losses: LossLog): TokenArticle {
  const tokenised = tokenise(from.text);
  const converter = offsetConverter(from.text, 'utf16');
  const placed = from.annotations.flatMap((one): Annotation[] => {
    const there = placeAnnotation(one, from.text, converter, losses);
    return there === undefined ? [] : [{ ...one, anchor: { ...one.anchor, spans: there.spans } }];
  });
  const kept = selectApart(alignAnnotations(placed, tokenised.tokens, losses), losses);
  const ranges = kept.map(({ annotation, range }) => {
    losses.wrote();
    return { range, label: from.labelName(annotation.label) };
  });
  return { tokenised, sentences: joined(tokenised.sentences, ranges), ranges };
}

/** A word of a file, and the white space after it. */
export interface Form {
  readonly text: string;
  readonly after: string;
}

/** A native line out of words and the entities among them. */
export function tokensValue(forms: readonly Form[], ranges: readonly TaggedRange[]): Json {
  const { text, spans } = textOfTokens(forms);
  const annotations = ranges.flatMap(({ range, label }): Json[] => {
    const start = spans[range[0]]?.[0] ?? 0;
    const end = spans[range[1] - 1]?.[1] ?? start;
    return [{ label, spans: [[start, end]], quote: [text.slice(start, end)] }];
  });
  return { text, offsetUnit: 'utf16', annotations };
}
