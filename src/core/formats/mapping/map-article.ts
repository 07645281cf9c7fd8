import { isActorReference } from '../../log/attribute-value.ts';
import type { ActorReference } from '../../model/attribute.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { layerKey } from '../findings.ts';
import type { ReadAnnotation, ReadArticle, ReadRelation, UnknownField } from '../format.ts';
import { type ForeignKind, nameKey } from './foreign-names.ts';
import type { NameMapping, NameTarget } from './match-names.ts';

/** An article whose names are those of the codebook. */
export interface MappedArticle {
  /** `labelName` of its annotations is a label id. */
  readonly read: ReadArticle;
  /** What was left out, as it would have come in; spans in UTF-16 code units. */
  readonly leftOut: readonly UnknownField[];
}

interface Leaving {
  readonly leftOut: UnknownField[];
  /** Words of the annotations that were left out, by {@link layerKey}. */
  readonly gone: Map<string, string>;
}

function keep(path: string, value: object, { leftOut }: Leaving): void {
  leftOut.push({ path, value: value as unknown as Json });
}

/** An attribute that points to an annotation that is gone keeps its words. */
function repointed(value: Json, analystName: string, { gone }: Leaving): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((one) =>
      repointed(one, analystName, { gone, leftOut: [] }),
    );
  }
  if (!isActorReference(value)) return value;
  const actor: ActorReference = value;
  if (!('annotation' in actor)) return value;
  const words = gone.get(layerKey(analystName, actor.annotation));
  return words === undefined ? value : { text: words };
}

type Lookup = (kind: ForeignKind, name: string) => NameTarget;

function mapAttributes(
  { id, attributes, analystName }: ReadAnnotation,
  to: Lookup,
  leaving: Leaving,
): JsonObject {
  const own = new Set(Object.keys(attributes));
  const mapped: Record<string, Json> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const target = to('attribute', name);
    const next = target.do === 'map' ? target.to : name;
    // Two names of the file that lead to one: the one that bears the name has it.
    const isTaken = next !== name && (own.has(next) || Object.hasOwn(mapped, next));
    if (target.do === 'leave' || isTaken) {
      keep(`attribute ${name}`, { annotation: id, analyst: analystName, value }, leaving);
    } else {
      mapped[next] = repointed(value, analystName, leaving);
    }
  }
  return mapped;
}

function mapAnnotations(read: ReadArticle, to: Lookup, leaving: Leaving): ReadAnnotation[] {
  const staying = read.annotations.filter((annotation) => {
    if (to('label', annotation.labelName).do !== 'leave') return true;
    const { id, analystName, anchor } = annotation;
    leaving.gone.set(layerKey(analystName, id), anchor.quote.join(' … '));
    keep(`label ${annotation.labelName}`, annotation, leaving);
    return false;
  });
  return staying.map((annotation) => {
    const target = to('label', annotation.labelName);
    const labelName = target.do === 'map' ? target.to : annotation.labelName;
    return { ...annotation, labelName, attributes: mapAttributes(annotation, to, leaving) };
  });
}

function mapRelations(read: ReadArticle, to: Lookup, leaving: Leaving): ReadRelation[] {
  return read.relations.flatMap((relation) => {
    const target = to('relation', relation.type);
    const ends = [relation.from, relation.to].map((id) => layerKey(relation.analystName, id));
    if (target.do === 'leave' || ends.some((end) => leaving.gone.has(end))) {
      keep(`relation ${relation.type}`, relation, leaving);
      return [];
    }
    return { ...relation, type: target.do === 'map' ? target.to : relation.type };
  });
}

function mapDocumentLabels(
  { documentLabels }: ReadArticle,
  to: Lookup,
  leaving: Leaving,
): ReadArticle['documentLabels'] {
  return documentLabels.map(({ analystName, labels }) => {
    const mapped: Record<string, Json> = {};
    for (const [name, value] of Object.entries(labels)) {
      const target = to('document', name);
      const next = target.do === 'map' ? target.to : name;
      const isTaken = next !== name && (Object.hasOwn(labels, next) || Object.hasOwn(mapped, next));
      if (target.do === 'leave' || isTaken) {
        keep(`label of the article ${name}`, { analyst: analystName, value }, leaving);
      } else {
        mapped[next] = value;
      }
    }
    return { analystName, labels: mapped };
  });
}

/** Gives what a file says the names of the codebook. What is left out is handed back, never lost. */
export function mapArticle(read: ReadArticle, { targets }: NameMapping): MappedArticle {
  const leaving: Leaving = { leftOut: [], gone: new Map() };
  const to: Lookup = (kind, name) => targets.get(nameKey(kind, name)) ?? { do: 'keep' };
  const annotations = mapAnnotations(read, to, leaving);
  const relations = mapRelations(read, to, leaving);
  const documentLabels = mapDocumentLabels(read, to, leaving);
  const comments = read.comments.filter((comment) => {
    const isGone = leaving.gone.has(layerKey(comment.targetAnalystName, comment.target));
    if (isGone) keep('comment', comment, leaving);
    return !isGone;
  });
  return {
    read: { ...read, annotations, relations, documentLabels, comments },
    leftOut: leaving.leftOut,
  };
}
