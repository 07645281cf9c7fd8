import type { Annotation } from '../../../core/model/annotation.ts';
import type { Label } from '../../../core/model/codebook.ts';
import { t } from '../../words/words.ts';

/** A label that annotations name but the codebook does not have (any more). */
export function unknownLabel(id: string): Label {
  return {
    id,
    name: id,
    letter: '?',
    hue: 'grey',
    pattern: 'dotted',
    shortcut: '',
    definition: '',
    order: Number.MAX_SAFE_INTEGER,
    guideline: '',
    zeroWidth: false,
    helper: true,
    retired: false,
  };
}

/** The label of an annotation. */
export function labelOf(labels: readonly Label[], annotation: Pick<Annotation, 'label'>): Label {
  return labels.find(({ id }) => id === annotation.label) ?? unknownLabel(annotation.label);
}

/** True for an annotation that stands between two characters, on no words. */
export function isPlace({ anchor }: Pick<Annotation, 'anchor'>): boolean {
  return anchor.spans.every(([start, end]) => start === end);
}

/** Letters shown on each side of a place without words. */
const AROUND = 14;

/**
 * The words of an annotation on one line; the parts of a broken one are joined by an ellipsis. A
 * place without words is told by what stands around it.
 */
export function quoteOf(annotation: Pick<Annotation, 'anchor'>): string {
  const { quote, prefix, suffix } = annotation.anchor;
  const words = isPlace(annotation)
    ? `${prefix.slice(-AROUND)}‸${suffix.slice(0, AROUND)}`
    : quote.join(' … ');
  return words.replaceAll(/\s+/gu, ' ').trim();
}

/** The start of a quote, for messages. */
export function shortQuote(annotation: Pick<Annotation, 'anchor'>, most = 60): string {
  const quote = quoteOf(annotation);
  if (quote.length <= most) return `“${quote}”`;
  const cut = quote.slice(0, most);
  const blank = cut.lastIndexOf(' ');
  return `“${blank > most / 2 ? cut.slice(0, blank) : cut}…”`;
}

/** Length of an annotation in characters, in words. */
export function lengthWords(annotation: Pick<Annotation, 'anchor'>): string {
  const length = annotation.anchor.spans.reduce((sum, [start, end]) => sum + end - start, 0);
  if (length === 0) return t('annotate.noCharacters');
  return t('annotate.characters', { count: length });
}
