import type { Annotation } from '../../../core/model/annotation.ts';
import type { Label } from '../../../core/model/codebook.ts';

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
  };
}

/** The label of an annotation. */
export function labelOf(labels: readonly Label[], annotation: Pick<Annotation, 'label'>): Label {
  return labels.find(({ id }) => id === annotation.label) ?? unknownLabel(annotation.label);
}

/** The words of an annotation on one line; the parts of a broken one are joined by an ellipsis. */
export function quoteOf(annotation: Pick<Annotation, 'anchor'>): string {
  return annotation.anchor.quote.join(' … ').replaceAll(/\s+/gu, ' ');
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
  return length === 1 ? '1 character' : `${length.toLocaleString('en')} characters`;
}
