import { FIELD_LIMITS } from '../model/field-limits.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { overBorder } from './attribute-spans.ts';
import type { LineContext } from './findings.ts';
import { placeSpans } from './jsonl-annotations.ts';
import { safeId } from './safe-id.ts';

/**
 * Why a named value, an attribute or a label on the whole article, is longer than any border lets
 * in; `undefined` where it is not.
 */
export function valueProblem(name: string, value: Json): string | undefined {
  if (name === '') return 'its name is empty';
  if (name.length > FIELD_LIMITS.attributeName) {
    return `its name has ${name.length} characters; at most ${FIELD_LIMITS.attributeName} are allowed`;
  }
  const { length } = JSON.stringify(value);
  return length > FIELD_LIMITS.attributeValue
    ? `its value has ${length} characters; at most ${FIELD_LIMITS.attributeValue} are allowed`
    : undefined;
}

const LONGEST_NAME = 40;

/** A name as a message shows it. */
export function shownName(name: string): string {
  return `“${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}”`;
}

/**
 * The attributes of an annotation, their offsets in UTF-16 code units. One that points to words
 * that are not there, or is too long, is left out and told; the annotation stays.
 * @param place such as `annotations[3]`
 */
export function readAttributes(
  attributes: JsonObject,
  place: string,
  id: string,
  { text, converter, options, findings }: LineContext,
): JsonObject {
  const read = Object.entries(attributes).flatMap(([name, value]): [string, Json][] => {
    const refuse = (reason: string): [string, Json][] => {
      findings.refuse({
        what: 'attribute',
        place: `${place}, attribute ${shownName(name)}`,
        id,
        reason,
      });
      return [];
    };
    const problem = valueProblem(name, value);
    if (problem !== undefined) return refuse(problem);
    let lost = 'what it points to is not there';
    const moved = overBorder(value, {
      annotation: (reference) => safeId('a', reference, options.sha256),
      words: (pointed) => {
        const placed = placeSpans(text, pointed, converter);
        if (!placed.ok) {
          lost = placed.error;
          return undefined;
        }
        if (placed.value.moved) {
          findings.warn(
            'moved',
            `${place}, attribute ${shownName(name)}: offsets and quote differed, so it was placed by the quote`,
            id,
          );
        }
        return { quote: placed.value.anchor.quote, spans: placed.value.anchor.spans };
      },
    });
    return moved === undefined ? refuse(lost) : [[name, moved]];
  });
  return Object.fromEntries(read);
}
