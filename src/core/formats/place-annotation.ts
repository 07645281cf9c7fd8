import type { Annotation } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import type { OffsetConverter } from '../text/offsets.ts';
import { reanchor } from '../text/reanchor.ts';
import type { LossLog } from './loss.ts';

/** An annotation with its spans in the unit of a file. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  /** `[start, end)` in the converter's unit. */
  readonly spans: readonly Span[];
  /** The words of each span. */
  readonly quote: readonly string[];
}

const LONGEST_EXAMPLE = 60;

/** An annotation in a few words, for a loss report. */
export function annotationExample(annotation: Annotation): string {
  return `${annotation.id}: ${annotation.anchor.quote.join(' … ').slice(0, LONGEST_EXAMPLE)}`;
}

/** True for the words of one span that stand where they should, as nearly all do. */
function standsThere(text: string, { spans, quote }: Annotation['anchor']): boolean {
  const [span, another] = spans;
  const [words, more] = quote;
  if (span === undefined || words === undefined || words === '') return false;
  const isSingle = another === undefined && more === undefined;
  return isSingle && span[1] - span[0] === words.length && text.startsWith(words, span[0]);
}

/**
 * Checks an annotation's quote against the text and converts its offsets, as every writer must.
 * `undefined`, and counted, where its words are not in the text or the unit cannot express it; a
 * place corrected by the quote is counted too.
 */
export function placeAnnotation(
  annotation: Annotation,
  text: string,
  converter: OffsetConverter,
  losses: LossLog,
): PlacedAnnotation | undefined {
  const found = standsThere(text, annotation.anchor)
    ? undefined
    : reanchor(text, annotation.anchor);
  if (found?.ok === false) {
    losses.lost('annotations whose words are not in the text', annotationExample(annotation));
    return undefined;
  }
  const anchor = found?.value.anchor ?? annotation.anchor;
  const spans: Span[] = [];
  for (const span of anchor.spans) {
    const converted = converter.spanFromUtf16(span);
    if (!converted.ok) {
      losses.lost(`annotations that split a ${converter.unit}`, annotationExample(annotation));
      return undefined;
    }
    spans.push(converted.value);
  }
  if (found?.value.moved === true)
    losses.lost('positions corrected by their quote', annotationExample(annotation));
  return { annotation, spans, quote: anchor.quote };
}
