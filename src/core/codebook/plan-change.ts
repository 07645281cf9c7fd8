import type { OpDraft } from '../log/op.ts';
import { DELETED } from '../log/op.ts';
import type { LayerContents } from '../log/remove-annotations.ts';
import type { Codebook, CodebookContent, CodebookVersion } from '../model/codebook.ts';
import { type CodebookProblem, checkCodebook } from './check-codebook.ts';
import { type Publication, publicationDrafts } from './codebook-drafts.ts';
import { type CodebookChange, diffCodebooks } from './diff-codebooks.ts';
import { type Choice, type Gone, goneFrom, isSameShape, type PublishChoices } from './gone.ts';
import { layerDrafts } from './plan-layer.ts';
import { type Usage, type Use, usageOf } from './usage.ts';

/** Something in use that the new codebook leaves out, and what is done about it. */
export interface Touch extends Omit<Use, 'values'> {
  readonly what: 'label' | 'attribute' | 'value' | 'relationType';
  readonly id: string;
  /** Of a value: its attribute's id. */
  readonly attribute?: string;
  readonly name: string;
  /** Absent while nothing, or nothing possible, is chosen. */
  readonly choice?: Choice;
  /** Why the choice is not possible; empty where none was made. */
  readonly problem: string;
}

/** What publishing a codebook would do, to the last annotation. */
export interface CodebookPlan {
  readonly changes: readonly CodebookChange[];
  /** Why the codebook cannot be published. */
  readonly problems: readonly CodebookProblem[];
  readonly touches: readonly Touch[];
  /** True when it is sound, says something new, and every choice that is needed is made. */
  readonly ready: boolean;
  readonly annotationsRemoved: number;
  readonly annotationsChanged: number;
  readonly relationsRemoved: number;
  readonly relationsChanged: number;
  /** Layers that are submitted, are converted too, and stay submitted. */
  readonly submittedLayers: number;
  /** Over project and layers, as one commit; empty until it is ready. */
  readonly drafts: readonly OpDraft[];
}

/** What a change of the codebook is planned from. */
export interface ChangeInput {
  readonly current: Codebook;
  readonly next: CodebookContent;
  readonly choices: PublishChoices;
  /** Every layer of every article. */
  readonly layers: readonly LayerContents[];
  readonly versions: readonly Pick<CodebookVersion, 'number'>[];
  readonly publication: Publication;
}

function nameIn(entries: readonly { id: string; name: string }[], id: string): string {
  return entries.find((entry) => entry.id === id)?.name ?? id;
}

/** A touch with the choice made for it, where that is possible. */
function decide(
  touch: Omit<Touch, 'choice' | 'problem'>,
  choice: Choice | undefined,
  problemWith: (replacement: string) => string,
): Touch {
  const { what, id, attribute, name, count, articles, byAnalyst } = touch;
  const base = {
    what,
    id,
    name,
    count,
    articles,
    byAnalyst,
    ...(attribute === undefined ? {} : { attribute }),
  };
  if (choice === undefined) return { ...base, problem: '' };
  const problem = choice.do === 'replace' ? problemWith(choice.with) : '';
  return problem === '' ? { ...base, choice, problem } : { ...base, problem };
}

function labelTouches({ current, next, choices }: ChangeInput, gone: Gone, usage: Usage): Touch[] {
  return [...gone.labels].flatMap((id) => {
    const use = usage.label(id);
    if (use === undefined) return [];
    const touch = { what: 'label', id, name: nameIn(current.labels, id), ...use } as const;
    return decide(touch, choices.labels[id], (to) =>
      next.labels.some((label) => label.id === to && !label.retired)
        ? ''
        : 'The new codebook has no such label.',
    );
  });
}

function replacementProblem(
  { current, next }: ChangeInput,
  id: string,
  to: string,
  use: Use,
): string {
  const old = current.attributes.find((attribute) => attribute.id === id);
  const now = next.attributes.find((attribute) => attribute.id === to);
  if (old === undefined || now === undefined) return 'The new codebook has no such attribute.';
  if (!isSameShape(old, now)) return `“${now.name}” takes values of another kind.`;
  if (old.values.length === 0) return '';
  const missing = use.values.find((value) => !now.values.some((one) => one.id === value));
  return missing === undefined ? '' : `“${now.name}” has no value “${missing}”, which is in use.`;
}

function attributeTouches(input: ChangeInput, gone: Gone, usage: Usage): Touch[] {
  const { current, choices } = input;
  return [...gone.attributes].flatMap((id) => {
    const use = usage.attribute(id);
    if (use === undefined) return [];
    const touch = { what: 'attribute', id, name: nameIn(current.attributes, id), ...use } as const;
    return decide(touch, choices.attributes[id], (to) => replacementProblem(input, id, to, use));
  });
}

function valueTouches({ current, next, choices }: ChangeInput, gone: Gone, usage: Usage): Touch[] {
  return [...gone.values].flatMap(([attribute, values]) => {
    const before = current.attributes.find((one) => one.id === attribute)?.values ?? [];
    const after = next.attributes.find((one) => one.id === attribute)?.values ?? [];
    return [...values].flatMap((id) => {
      const use = usage.value(attribute, id);
      if (use === undefined) return [];
      const touch = { what: 'value', id, attribute, name: nameIn(before, id), ...use } as const;
      return decide(touch, choices.values[attribute]?.[id], (to) =>
        after.some((value) => value.id === to) ? '' : 'The attribute has no such value.',
      );
    });
  });
}

function relationTouches(
  { current, next, choices }: ChangeInput,
  gone: Gone,
  usage: Usage,
): Touch[] {
  return [...gone.relationTypes].flatMap((id) => {
    const use = usage.relationType(id);
    if (use === undefined) return [];
    const name = nameIn(current.relationTypes, id);
    const touch = { what: 'relationType', id, name, ...use } as const;
    return decide(touch, choices.relationTypes[id], (to) =>
      next.relationTypes.some((type) => type.id === to)
        ? ''
        : 'The new codebook has no such relation type.',
    );
  });
}

function countDrafts(drafts: readonly OpDraft[], kind: string, removed: boolean): number {
  return drafts.filter(({ k, p }) => k === kind && (p[DELETED] === true) === removed).length;
}

/**
 * What publishing `next` would do: the differences, what of it is in use and by whom, and, once
 * every choice is made, the drafts. Renaming touches no annotation, since annotations hold ids.
 */
export function planCodebookChange(input: ChangeInput): CodebookPlan {
  const { current, next, choices, layers, versions, publication } = input;
  const changes = diffCodebooks(current, next);
  const problems = checkCodebook(next);
  const gone = goneFrom(current, next);
  const usage = usageOf(gone, layers);
  const touches = [labelTouches, attributeTouches, valueTouches, relationTouches].flatMap((find) =>
    find(input, gone, usage),
  );
  const isDecided = touches.every(({ choice }) => choice !== undefined);
  const ready = problems.length === 0 && changes.length > 0 && isDecided;
  const decided = { gone, choices, at: publication.at };
  const byLayer = ready ? layers.map((layer) => layerDrafts(layer, decided)) : [];
  const inLayers = byLayer.flat();
  const converted = (layer: LayerContents, at: number): boolean =>
    layer.isSubmitted === true && (byLayer[at]?.length ?? 0) > 0;
  return {
    changes,
    problems,
    touches,
    ready,
    annotationsRemoved: countDrafts(inLayers, 'annotation', true),
    annotationsChanged: countDrafts(inLayers, 'annotation', false),
    relationsRemoved: countDrafts(inLayers, 'relation', true),
    relationsChanged: countDrafts(inLayers, 'relation', false),
    submittedLayers: layers.filter(converted).length,
    drafts: ready ? [...publicationDrafts(current, next, versions, publication), ...inLayers] : [],
  };
}
