import { checkAttributeValue, isUnanswered } from '../log/attribute-value.ts';
import type { DocumentLabels } from '../model/annotation.ts';
import type { Attribute } from '../model/attribute.ts';
import type { CodebookContent, Label } from '../model/codebook.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { attributesOf, isShown } from './belongs.ts';
import type { LayerProblem } from './validate-layer.ts';

/** Words and actors of an article belong to annotations; a whole article has none to point at. */
function canBeAnswered({ type }: Attribute): boolean {
  return type !== 'span' && type !== 'actor';
}

function answersIn(given: Json | undefined): JsonObject {
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  return isObject ? (given as JsonObject) : {};
}

function problemsOf(
  codebook: CodebookContent,
  label: Label,
  answers: JsonObject,
  around: Parameters<typeof checkAttributeValue>[2],
): LayerProblem[] {
  const problems: LayerProblem[] = [];
  for (const attribute of attributesOf(codebook, label).filter(canBeAnswered)) {
    if (!isShown(attribute, answers)) continue;
    const value = answers[attribute.id] ?? null;
    const at = { annotationId: '', documentLabel: label.id, attribute: attribute.id };
    if (isUnanswered(value)) {
      const message = `“${attribute.name}” is not answered.`;
      if (attribute.required) problems.push({ kind: 'missing-attribute', ...at, message });
      continue;
    }
    const message = checkAttributeValue(attribute, value, around);
    if (message !== undefined) problems.push({ kind: 'bad-attribute', ...at, message });
  }
  return problems;
}

/**
 * What the labels of a whole article still lack before its layer is submitted, in the order of the
 * codebook. Labels that the codebook does not have, as an import may bring, are not judged.
 * @param hasArticle whether the project has an article that an answer names
 */
export function validateDocument(
  codebook: CodebookContent,
  labels: DocumentLabels,
  text: string,
  hasArticle: (id: string) => boolean = () => true,
): LayerProblem[] {
  const around = { text, hasAnnotation: () => false, hasArticle };
  return codebook.labels
    .filter((label) => label.document === true && Object.hasOwn(labels, label.id))
    .flatMap((label) => problemsOf(codebook, label, answersIn(labels[label.id]), around));
}
