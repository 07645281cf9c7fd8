import type { Annotation } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { canonical, jsonLine } from './canonical-json.ts';

/** What a native line says about an article beside its text, for formats with room for fields. */
export function articleFields({
  id,
  title,
  sha256,
  outlet,
  byline,
  date,
  language,
}: Article): JsonObject {
  return { id, title, sha256, source: { outlet, byline, date, language } };
}

/** What a native line says about an annotation beside its label, place, attributes and note. */
export function annotationFields(
  annotation: Annotation,
  analystName: (id: string) => string,
): JsonObject {
  const { id, analyst, confidence, codebookVersion, createdAt, updatedAt } = annotation;
  return {
    id,
    analyst: analystName(analyst),
    ...(confidence === undefined ? {} : { confidence }),
    codebookVersion,
    createdAt,
    updatedAt,
  };
}

function parsed(text: string): Json | undefined {
  if (!/^\s*(?:["[{\d-]|true\s*$|false\s*$|null\s*$)/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** What no XML file can hold; JSON has escapes for it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * A value where a file holds text only: text as it is, unless it reads as JSON or has characters that
 * XML cannot hold; else JSON.
 */
export function valueAsText(value: Json): string {
  return typeof value === 'string' && parsed(value) === undefined && !CONTROL.test(value)
    ? value
    : jsonLine(canonical(value));
}

/** What {@link valueAsText} wrote; text of other tools that reads as JSON is taken for it too. */
export function textAsValue(text: string): Json {
  const value = parsed(text);
  return value === undefined ? text : value;
}

/** A plain value as text; nothing as the empty text. */
export function plainText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
