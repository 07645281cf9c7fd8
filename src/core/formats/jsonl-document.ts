import { FIELD_LIMITS } from '../model/field-limits.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import type { LineContext } from './findings.ts';
import type { ReadArticle, ReadDocument } from './format.ts';
import { hostileIn } from './hostile-json.ts';
import { issueInWords } from './issue-words.ts';
import { ELEMENT_DEPTH } from './jsonl-annotations.ts';
import { shownName, valueProblem } from './jsonl-attributes.ts';
import { documentLine, knownFields } from './jsonl-schema.ts';

const FIELDS = knownFields(documentLine);

/** Labels by analyst name, or, in a line written by hand, those of the one who imports. */
function byAnalyst(given: JsonObject, analyst: string): readonly [string, JsonObject][] {
  const entries = Object.entries(given);
  if (entries.length === 0) return [];
  return entries.every((entry): entry is [string, JsonObject] => isJsonObject(entry[1]))
    ? entries
    : [[analyst, given]];
}

function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'the name of its analyst is empty';
  return name.length > FIELD_LIMITS.name
    ? `the name of its analyst has ${name.length} characters; at most ${FIELD_LIMITS.name} are allowed`
    : undefined;
}

/** The labels on the whole article, those that cannot be taken over refused one by one. */
export function readDocumentLabels(
  given: JsonObject,
  { options, findings }: LineContext,
): ReadArticle['documentLabels'] {
  return byAnalyst(given, options.analyst).flatMap(([analystName, labels]) => {
    const refuse = (place: string, reason: string): void => {
      findings.refuse({ what: 'document', id: place, place, reason });
    };
    const whose = `documentLabels of ${shownName(analystName)}`;
    const problem = nameProblem(analystName);
    if (problem !== undefined) {
      refuse(whose, problem);
      return [];
    }
    const kept = Object.entries(labels).filter(([name, value]) => {
      const wrong = hostileIn({ [name]: value }, '', ELEMENT_DEPTH) ?? valueProblem(name, value);
      if (wrong !== undefined) refuse(`${whose}, ${shownName(name)}`, wrong);
      return wrong === undefined;
    });
    return kept.length === 0 ? [] : [{ analystName, labels: Object.fromEntries(kept) }];
  });
}

function documentFrom(
  analystName: string,
  value: Json,
  { converter, text, findings }: LineContext,
): ReadDocument | string {
  const problem = nameProblem(analystName) ?? hostileIn(value, '', ELEMENT_DEPTH);
  if (problem !== undefined) return problem;
  const parsed = documentLine.safeParse(value);
  if (!parsed.success) return issueInWords(parsed.error, value);
  findings.keepUnknown(parsed.data, FIELDS, 'document[]');
  const { note, state, seen } = parsed.data;
  // How far somebody read is no annotation: a place the text does not have is its end.
  const there = seen === undefined ? undefined : converter.toUtf16(seen);
  return {
    analystName,
    ...(note === undefined ? {} : { note }),
    ...(state === undefined ? {} : { state }),
    ...(there === undefined ? {} : { seen: there.ok ? there.value : text.length }),
  };
}

/** Note, state and place of reading that each analyst has for the whole article. */
export function readDocuments(given: JsonObject, context: LineContext): readonly ReadDocument[] {
  return Object.entries(given).flatMap(([analystName, value]) => {
    const read = documentFrom(analystName, value, context);
    if (typeof read !== 'string') return [read];
    const place = `document of ${shownName(analystName)}`;
    context.findings.refuse({ what: 'document', id: place, place, reason: read });
    return [];
  });
}
