import type { Annotation, Relation } from '../model/annotation.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { err, ok, type Result } from '../result.ts';
import { describeAnchor, type SpanProblem } from '../text/anchor.ts';
import { mergeSpans } from '../text/parts.ts';
import {
  addAnnotation,
  editAnnotation,
  editRelation,
  removeAnnotation,
  removeRelation,
} from './annotation-ops.ts';
import { isActorReference } from './attribute-value.ts';
import type { OpDraft } from './op.ts';
import { changedAttributes, type LayerContents } from './remove-annotations.ts';

/** What becomes of an annotation that is split. */
export interface Split {
  /** The spans of each piece in reading order, at least one piece; `[start, end)` in UTF-16 code units. */
  readonly pieces: readonly (readonly Span[])[];
  /** An id for every piece but the first, which stays what it was. */
  readonly ids: readonly string[];
}

/**
 * The drafts that make several annotations of one, to be committed together. The first piece keeps
 * the id and the relations; label, attributes and note go to every piece.
 * @param at ISO-8601 UTC
 */
export function splitAnnotation(
  text: string,
  annotation: Annotation,
  { pieces, ids }: Split,
  at: string,
): Result<OpDraft[], SpanProblem> {
  const drafts: OpDraft[] = [];
  for (const [index, spans] of pieces.entries()) {
    const anchor = describeAnchor(text, spans);
    if (!anchor.ok) return err(anchor.error);
    const id = ids[index - 1];
    if (index === 0 || id === undefined) {
      drafts.push(editAnnotation(annotation, { anchor: anchor.value }, at));
      continue;
    }
    drafts.push(
      addAnnotation({
        ...annotation,
        id,
        anchor: anchor.value,
        origin: { kind: 'manual' },
        createdAt: at,
        updatedAt: at,
      }),
    );
  }
  return ok(drafts);
}

function mergedNote(keep: string, gone: string): string {
  if (keep.trim() === '' || gone.includes(keep)) return gone.trim() === '' ? keep : gone;
  return gone.trim() === '' || keep.includes(gone) ? keep : `${keep}\n${gone}`;
}

/** Attributes of the one that goes, where the one that stays says nothing. */
function missingAttributes(keep: JsonObject, gone: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(gone).filter(([name]) => (keep[name] ?? null) === null));
}

/** Attributes whose values differ, so that the one that goes loses its own. */
export function clashingAttributes(keep: Annotation, gone: Annotation): readonly string[] {
  return Object.entries(gone.attributes)
    .filter(([name, value]) => {
      const kept = keep.attributes[name] ?? null;
      return kept !== null && JSON.stringify(kept) !== JSON.stringify(value);
    })
    .map(([name]) => name);
}

/** Attributes that name one annotation, naming the other instead. */
function renamed(attributes: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]): [string, Json] => {
      if (!Array.isArray(value)) return [name, value];
      return [
        name,
        (value as readonly Json[]).map((one) =>
          isActorReference(one) && 'annotation' in one && one.annotation === from
            ? { annotation: to }
            : one,
        ),
      ];
    }),
  );
}

/** Relations of the one that goes lead to the one that stays, unless they then say nothing new. */
function movedRelations(
  relations: readonly Relation[],
  keep: string,
  gone: string,
  at: string,
): OpDraft[] {
  const end = (id: string): string => (id === gone ? keep : id);
  const said = new Set(
    relations
      .filter(({ from, to }) => from !== gone && to !== gone)
      .map(({ type, from, to }) => [type, from, to].join(' ')),
  );
  const drafts: OpDraft[] = [];
  for (const relation of relations) {
    if (relation.from !== gone && relation.to !== gone) continue;
    const [from, to] = [end(relation.from), end(relation.to)];
    const says = [relation.type, from, to].join(' ');
    if (from === to || said.has(says)) drafts.push(removeRelation(relation));
    else drafts.push(editRelation(relation, { from, to }, at));
    said.add(says);
  }
  return drafts;
}

/** Two annotations of one label that become one. */
export interface Merge {
  /** Keeps its id and, where both say something, its attributes. */
  readonly keep: Annotation;
  readonly gone: Annotation;
}

/**
 * The drafts that make one annotation of two, to be committed together: spans of both, attributes
 * that only one of them has, both notes; relations and references to the one that goes lead to the
 * one that stays.
 * @param at ISO-8601 UTC
 */
export function mergeAnnotations(
  text: string,
  { annotations, relations }: Pick<LayerContents, 'annotations' | 'relations'>,
  { keep, gone }: Merge,
  at: string,
): Result<OpDraft[], SpanProblem> {
  const anchor = describeAnchor(text, mergeSpans(text, keep.anchor.spans, gone.anchor.spans));
  if (!anchor.ok) return err(anchor.error);
  const attributes = missingAttributes(keep.attributes, gone.attributes);
  const note = mergedNote(keep.note, gone.note);
  const drafts: OpDraft[] = [
    ...movedRelations(relations, keep.id, gone.id, at),
    editAnnotation(keep, { anchor: anchor.value, attributes, note }, at),
  ];
  for (const other of annotations) {
    if (other.id === keep.id || other.id === gone.id) continue;
    const after = renamed(other.attributes, gone.id, keep.id);
    const changed = changedAttributes(other.attributes, after);
    if (Object.keys(changed).length > 0) {
      drafts.push(editAnnotation(other, { attributes: changed }, at));
    }
  }
  return ok([...drafts, removeAnnotation(gone)]);
}
