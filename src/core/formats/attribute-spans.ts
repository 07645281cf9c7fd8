import { isActorReference, isQuotedSpans } from '../log/attribute-value.ts';
import type { ActorReference, QuotedSpans } from '../model/attribute.ts';
import type { Json } from '../model/json.ts';
import type { Span } from '../model/span.ts';

/** What an attribute's value becomes on its way through a border; `undefined` where it cannot. */
export interface ValueBorder {
  readonly words: (value: QuotedSpans) => QuotedSpans | undefined;
  readonly annotation: (id: string) => string;
}

function single(value: Json, border: ValueBorder): Json | undefined {
  if (isQuotedSpans(value) && value.spans.length > 0) {
    const moved = border.words(value);
    return moved === undefined ? undefined : asJson(moved);
  }
  if (!isActorReference(value)) return value;
  const actor: ActorReference = value;
  return 'annotation' in actor ? { annotation: border.annotation(actor.annotation) } : value;
}

function asJson({ quote, spans }: QuotedSpans): Json {
  return { quote: [...quote], spans: spans.map(([start, end]): Span => [start, end]) };
}

/**
 * An attribute's value with what it points to (words of the article, annotations; also several of
 * them in a list) taken over a border. `undefined` where something it points to is not there.
 */
export function overBorder(value: Json, border: ValueBorder): Json | undefined {
  if (!Array.isArray(value)) return single(value, border);
  const moved: Json[] = [];
  for (const one of value as readonly Json[]) {
    const there = single(one, border);
    if (there === undefined) return undefined;
    moved.push(there);
  }
  return moved;
}
