import {
  editAnnotation,
  editRelation,
  removeAnnotation,
  removeRelation,
} from '../log/annotation-ops.ts';
import type { OpDraft } from '../log/op.ts';
import {
  changedAttributes,
  hangsOn,
  type LayerContents,
  withoutReferences,
  wordsOf,
} from '../log/remove-annotations.ts';
import type { Annotation, Relation } from '../model/annotation.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Choice, Gone, PublishChoices } from './gone.ts';

/** How what goes is dealt with. Every choice that the layers need is made. */
export interface Decided {
  readonly gone: Gone;
  readonly choices: PublishChoices;
  /** ISO-8601 UTC. */
  readonly at: string;
}

const REMOVE: Choice = { do: 'remove' };

function mapped(value: Json, choice: Choice): Json | undefined {
  return choice.do === 'remove' || typeof value !== 'string' ? undefined : choice.with;
}

/** A value with those parts of it that go cleared or replaced; `undefined` where nothing is left. */
function valueAfter(attribute: string, value: Json, { gone, choices }: Decided): Json | undefined {
  const going = gone.values.get(attribute);
  if (going === undefined || going.size === 0) return value;
  const after = (one: Json): Json | undefined => {
    if (typeof one !== 'string' || !going.has(one)) return one;
    return mapped(one, choices.values[attribute]?.[one] ?? REMOVE);
  };
  if (!Array.isArray(value)) return after(value);
  const kept = (value as readonly Json[]).flatMap((one) => after(one) ?? []);
  return kept.length === 0 && value.length > 0 ? undefined : [...new Set(kept)];
}

function attributesAfter(attributes: JsonObject, decided: Decided): JsonObject {
  const { gone, choices } = decided;
  const after: Record<string, Json> = {};
  const moved: [string, Json][] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (!gone.attributes.has(name)) {
      const kept = valueAfter(name, value, decided);
      if (kept !== undefined) after[name] = kept;
      continue;
    }
    const choice = choices.attributes[name] ?? REMOVE;
    if (choice.do === 'replace') moved.push([choice.with, value]);
  }
  // What somebody answered there already is worth more than what is moved there.
  for (const [name, value] of moved) after[name] ??= value;
  return after;
}

/** Ids of the annotations that go because their label goes. */
function removedFrom(annotations: readonly Annotation[], { gone, choices }: Decided): Set<string> {
  return new Set(
    annotations
      .filter(({ label }) => gone.labels.has(label) && choices.labels[label]?.do !== 'replace')
      .map(({ id }) => id),
  );
}

function annotationDraft(
  annotation: Annotation,
  decided: Decided,
  words: ReadonlyMap<string, string>,
): OpDraft | undefined {
  const { gone, choices, at } = decided;
  const choice = gone.labels.has(annotation.label) ? choices.labels[annotation.label] : undefined;
  const label = choice?.do === 'replace' ? choice.with : annotation.label;
  const after = withoutReferences(attributesAfter(annotation.attributes, decided), words);
  const attributes = changedAttributes(annotation.attributes, after);
  const isRelabelled = label !== annotation.label;
  if (!isRelabelled && Object.keys(attributes).length === 0) return undefined;
  return editAnnotation(annotation, { ...(isRelabelled ? { label } : {}), attributes }, at);
}

function relationDraft(relation: Relation, { gone, choices, at }: Decided): OpDraft | undefined {
  if (!gone.relationTypes.has(relation.type)) return undefined;
  const choice = choices.relationTypes[relation.type] ?? REMOVE;
  return choice.do === 'replace'
    ? editRelation(relation, { type: choice.with }, at)
    : removeRelation(relation);
}

/** The drafts that bring one layer in line with the new codebook. */
export function layerDrafts(layer: LayerContents, decided: Decided): OpDraft[] {
  const removed = removedFrom(layer.annotations, decided);
  const words = wordsOf(layer.annotations, removed);
  const drafts: OpDraft[] = [];
  for (const relation of layer.relations) {
    const draft = hangsOn(relation, removed)
      ? removeRelation(relation)
      : relationDraft(relation, decided);
    if (draft !== undefined) drafts.push(draft);
  }
  for (const annotation of layer.annotations) {
    const draft = removed.has(annotation.id)
      ? removeAnnotation(annotation)
      : annotationDraft(annotation, decided, words);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}
