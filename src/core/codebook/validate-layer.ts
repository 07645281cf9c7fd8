import { checkAttributeValue, isUnanswered, type ValueContext } from '../log/attribute-value.ts';
import type { Annotation, Relation } from '../model/annotation.ts';
import type { CodebookContent, Label } from '../model/codebook.ts';
import { checkAnchor } from '../text/anchor.ts';
import { trimBlank } from '../text/blanks.ts';
import { attributesOf, isShown, mayLink } from './belongs.ts';

/** Why a layer is not ready to be submitted. */
export type LayerProblemKind =
  | 'unknown-label'
  | 'missing-attribute'
  | 'bad-attribute'
  | 'bad-position'
  | 'empty-span'
  | 'blank-edge'
  | 'dangling-relation'
  | 'unknown-relation-type'
  | 'wrong-end';

/** One thing to mend before a layer is submitted. */
export interface LayerProblem {
  readonly kind: LayerProblemKind;
  /** Of a relation's problem: the annotation it starts from. Empty for a label of the article. */
  readonly annotationId: string;
  /** Id of the label of the whole article, where it is about one. */
  readonly documentLabel?: string;
  readonly attribute?: string;
  readonly relationId?: string;
  readonly message: string;
}

function positionProblems(
  { id, anchor }: Annotation,
  label: Label | undefined,
  text: string,
): LayerProblem[] {
  if (checkAnchor(text, anchor) !== 'ok') {
    const message = 'Its words are not the words at its position.';
    return [{ kind: 'bad-position', annotationId: id, message }];
  }
  const problems: LayerProblem[] = [];
  for (const span of anchor.spans) {
    if (span[0] === span[1]) {
      const isAllowed = label?.zeroWidth === true && anchor.spans.length === 1;
      const message = 'It stands on no words.';
      if (!isAllowed) problems.push({ kind: 'empty-span', annotationId: id, message });
      continue;
    }
    const trimmed = trimBlank(text, span);
    if (trimmed?.[0] === span[0] && trimmed[1] === span[1]) continue;
    const message = trimmed === undefined ? 'It is blank.' : 'It begins or ends with a blank.';
    problems.push({ kind: 'blank-edge', annotationId: id, message });
  }
  return problems;
}

function attributeProblems(
  codebook: CodebookContent,
  { id, attributes }: Annotation,
  label: Label,
  context: ValueContext,
): LayerProblem[] {
  const problems: LayerProblem[] = [];
  for (const attribute of attributesOf(codebook, label)) {
    if (!isShown(attribute, attributes)) continue;
    const value = attributes[attribute.id] ?? null;
    const at = { annotationId: id, attribute: attribute.id };
    if (isUnanswered(value)) {
      const message = `“${attribute.name}” is not answered.`;
      if (attribute.required) problems.push({ kind: 'missing-attribute', ...at, message });
      continue;
    }
    const message = checkAttributeValue(attribute, value, context);
    if (message !== undefined) problems.push({ kind: 'bad-attribute', ...at, message });
  }
  return problems;
}

function relationProblems(
  { relationTypes }: CodebookContent,
  { id, type: typeId, from, to }: Relation,
  annotations: ReadonlyMap<string, Annotation>,
): LayerProblem[] {
  const [start, end] = [annotations.get(from), annotations.get(to)];
  const at = { annotationId: start === undefined ? to : from, relationId: id };
  const type = relationTypes.find((one) => one.id === typeId);
  if (start === undefined || end === undefined) {
    const message = `An end of its relation “${type?.name ?? typeId}” is gone.`;
    return [{ kind: 'dangling-relation', ...at, message }];
  }
  if (type === undefined) {
    // A codebook without relation types leaves them free, as one made before they existed does.
    if (relationTypes.length === 0) return [];
    const message = `The codebook has no relation “${typeId}”.`;
    return [{ kind: 'unknown-relation-type', ...at, message }];
  }
  if (mayLink(type, start.label, end.label)) return [];
  const message = `“${type.name}” does not link annotations of these labels.`;
  return [{ kind: 'wrong-end', ...at, message }];
}

/**
 * What keeps a layer from being submitted, in reading order of the list given: required attributes
 * that are shown and not answered, values their attribute does not take, relations that dangle or
 * link what they may not, spans that are empty or begin or end blank. Answers that are hidden, off,
 * or not asked under the label are kept and not judged.
 * @param hasArticle whether the project has an article, for attributes that name one
 */
export function validateLayer(
  codebook: CodebookContent,
  annotations: readonly Annotation[],
  relations: readonly Relation[],
  text: string,
  hasArticle: (id: string) => boolean = () => true,
): LayerProblem[] {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation] as const));
  const context: ValueContext = { text, hasAnnotation: (id) => byId.has(id), hasArticle };
  const labels = new Map(codebook.labels.map((label) => [label.id, label] as const));
  const ofAnnotations = annotations.flatMap((annotation) => {
    const label = labels.get(annotation.label);
    const at = positionProblems(annotation, label, text);
    if (label !== undefined) {
      return [...at, ...attributeProblems(codebook, annotation, label, context)];
    }
    const message = `The codebook has no label “${annotation.label}”.`;
    return [...at, { kind: 'unknown-label' as const, annotationId: annotation.id, message }];
  });
  return [
    ...ofAnnotations,
    ...relations.flatMap((relation) => relationProblems(codebook, relation, byId)),
  ];
}
