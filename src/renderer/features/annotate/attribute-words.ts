import { actorsIn, isQuotedSpans } from '../../../core/log/attribute-value.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Attribute } from '../../../core/model/attribute.ts';
import type { Json } from '../../../core/model/json.ts';
import { rowWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { quoteOf } from './words.ts';

/** A name of the codebook as people read it: `source_kind` is “Source kind”. */
export function codeWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value the codebook has no name for: one of a codebook in words, anything else as it is. */
function plainWords(value: Json): string {
  if (typeof value === 'string') {
    return /^[a-z]+(?:_[a-z]+)+$/u.test(value) ? codeWords(value) : value;
  }
  if (typeof value === 'boolean') return t(value ? 'marking.yes' : 'marking.no');
  return Array.isArray(value)
    ? rowWords((value as readonly Json[]).map(plainWords))
    : JSON.stringify(value);
}

function actorWords(value: Json, annotations: readonly Annotation[]): string {
  return actorsIn(value)
    .map((one) => {
      if ('text' in one) return one.text;
      const found = annotations.find(({ id }) => id === one.annotation);
      return found === undefined ? t('marking.goneAnnotation') : quoteOf(found);
    })
    .join(', ');
}

/** A value as people read it. @param attribute `undefined` where the codebook has none of that id */
export function valueWords(
  attribute: Pick<Attribute, 'type' | 'values'> | undefined,
  value: Json,
  annotations: readonly Annotation[],
): string {
  if (isQuotedSpans(value)) return value.quote.join(' … ');
  if (attribute?.type === 'actor') return actorWords(value, annotations);
  const nameOf = (one: Json): string =>
    attribute?.values.find(({ id }) => id === one)?.name ?? plainWords(one);
  return Array.isArray(value) ? rowWords((value as readonly Json[]).map(nameOf)) : nameOf(value);
}
