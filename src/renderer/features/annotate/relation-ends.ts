import { mayLink } from '../../../core/codebook/belongs.ts';
import type { Annotation, Relation } from '../../../core/model/annotation.ts';
import type { RelationType } from '../../../core/model/codebook.ts';

/** An annotation that the selected one may be linked to, and by which types. */
export interface Candidate {
  readonly annotation: Annotation;
  readonly types: readonly RelationType[];
}

/** Where a relation may lead from an annotation: types that link the two already are left out. */
export function candidatesFrom(
  from: Annotation,
  annotations: readonly Annotation[],
  types: readonly RelationType[],
  relations: readonly Relation[],
): Candidate[] {
  const ordered = types.toSorted((a, b) => a.order - b.order);
  const isLinked = (type: RelationType, to: Annotation): boolean =>
    relations.some((one) => one.type === type.id && one.from === from.id && one.to === to.id);
  return annotations
    .filter(({ id }) => id !== from.id)
    .map((annotation) => ({
      annotation,
      types: ordered.filter(
        (type) => mayLink(type, from.label, annotation.label) && !isLinked(type, annotation),
      ),
    }))
    .filter((one) => one.types.length > 0);
}

/** The types that a relation between two labels could have. */
export function typesBetween(
  types: readonly RelationType[],
  from: Annotation,
  to: Annotation,
): RelationType[] {
  return types
    .filter((type) => mayLink(type, from.label, to.label))
    .toSorted((a, b) => a.order - b.order);
}
