import type { ExportArticle } from '../formats/format.ts';
import { isActorReference } from '../log/attribute-value.ts';
import type { Annotation } from '../model/annotation.ts';
import type { ActorReference } from '../model/attribute.ts';
import type { Comment } from '../model/comment.ts';
import type { Json } from '../model/json.ts';
import type { LeftOut } from './left-out.ts';

/** Names an annotation among those of several layers. */
export function layerKey({ analyst, id }: Pick<Annotation, 'analyst' | 'id'>): string {
  return JSON.stringify([analyst, id]);
}

/** What a comment is about, as {@link layerKey} names it; `undefined` for the article. */
export function targetKey({ target, targetAnalyst }: Comment): string | undefined {
  return target === '' ? undefined : layerKey({ analyst: targetAnalyst, id: target });
}

/** The words of an annotation of the same layer that goes; `undefined` for one that stays. */
export type WordsOf = (annotation: string) => string | undefined;

/** A value in which each annotation that goes becomes its words. */
function actorsInWords(value: Json, wordsOf: WordsOf): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((one) => actorsInWords(one, wordsOf));
  }
  if (!isActorReference(value)) return value;
  const actor: ActorReference = value;
  const words = 'annotation' in actor ? wordsOf(actor.annotation) : undefined;
  return words === undefined ? value : { text: words };
}

/** An annotation whose attributes name by their words the annotations that go. */
export function withWords(annotation: Annotation, wordsOf: WordsOf): Annotation {
  const attributes = Object.entries(annotation.attributes).map(([name, value]): [string, Json] => [
    name,
    actorsInWords(value, wordsOf),
  ]);
  return { ...annotation, attributes: Object.fromEntries(attributes) };
}

/**
 * An article that has only some of its annotations left. Relations without one of their ends, and
 * comments without what they are about, go too and are counted; an attribute that names an annotation
 * that goes says its words instead. What was not there before is none of this choice's business.
 * @param annotations those that stay  @param kept their keys
 */
export function withoutMissing(
  from: ExportArticle,
  annotations: readonly Annotation[],
  kept: ReadonlySet<string>,
  left: LeftOut,
): ExportArticle {
  const gone = new Map(
    from.annotations
      .filter((one) => !kept.has(layerKey(one)))
      .map((one) => [layerKey(one), one.anchor.quote.join(' … ')]),
  );
  if (gone.size === 0) return { ...from, annotations };
  const relations = from.relations.filter(({ id, analyst, from: begin, to }) => {
    const isGone = [begin, to].some((end) => gone.has(layerKey({ analyst, id: end })));
    if (isGone) left.leave('relations one of whose ends is left out', id);
    return !isGone;
  });
  const comments = from.comments?.filter((comment) => {
    const isGone = gone.has(targetKey(comment) ?? '');
    if (isGone)
      left.leave('comments on annotations that are left out', `${comment.id}: ${comment.text}`);
    return !isGone;
  });
  const said = annotations.map((one) =>
    withWords(one, (id) => gone.get(layerKey({ analyst: one.analyst, id }))),
  );
  return {
    ...from,
    annotations: said,
    relations,
    ...(comments === undefined ? {} : { comments }),
  };
}
