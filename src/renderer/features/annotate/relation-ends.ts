import { mayLink } from '../../../core/codebook/belongs.ts';
import { type Annotation, linksItself, type Relation } from '../../../core/model/annotation.ts';
import type { RelationType } from '../../../core/model/codebook.ts';

/** An annotation that the selected one may be linked to, and by which types. */
export interface Candidate {
  readonly annotation: Annotation;
  readonly types: readonly RelationType[];
}

/** Whether a relation may lead from one annotation to another: by some types, or why not. */
export type Verdict =
  | { readonly ok: true; readonly types: readonly RelationType[] }
  | { readonly ok: false; readonly why: 'itself' | 'no-type' | 'linked' };

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

/** Whether two annotations may be linked: types that link them already are left out. */
export function verdictOn(
  from: Annotation,
  to: Annotation,
  types: readonly RelationType[],
  relations: readonly Relation[],
): Verdict {
  if (linksItself({ from: from.id, to: to.id })) return { ok: false, why: 'itself' };
  const fitting = typesBetween(types, from, to);
  if (fitting.length === 0) return { ok: false, why: 'no-type' };
  const left = fitting.filter(
    ({ id }) =>
      !relations.some((one) => one.type === id && one.from === from.id && one.to === to.id),
  );
  return left.length === 0 ? { ok: false, why: 'linked' } : { ok: true, types: left };
}

/** How far two annotations stand apart, in UTF-16 code units; 0 where one lies over the other. */
function distance(a: Annotation, b: Annotation): number {
  const [s, t] = [a.anchor.spans, b.anchor.spans];
  const [start, end] = [s[0]?.[0] ?? 0, s.at(-1)?.[1] ?? 0];
  const [from, to] = [t[0]?.[0] ?? 0, t.at(-1)?.[1] ?? 0];
  return Math.max(0, from - end, start - to);
}

/** Where a relation may lead from an annotation, the nearest first. */
export function candidatesFrom(
  from: Annotation,
  annotations: readonly Annotation[],
  types: readonly RelationType[],
  relations: readonly Relation[],
): Candidate[] {
  return annotations
    .flatMap((annotation) => {
      const verdict = verdictOn(from, annotation, types, relations);
      return verdict.ok ? [{ annotation, types: verdict.types }] : [];
    })
    .toSorted((a, b) => distance(from, a.annotation) - distance(from, b.annotation));
}
