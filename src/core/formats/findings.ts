import type { Json } from '../model/json.ts';
import type { OffsetConverter } from '../text/offsets.ts';
import type { ReadOptions, ReadWarning, Refusal, UnknownField } from './format.ts';
import { isSafeId } from './safe-id.ts';

/** What is noticed while a line is read. */
export interface Findings {
  readonly warnings: readonly ReadWarning[];
  readonly refused: readonly Refusal[];
  readonly unknown: readonly UnknownField[];
  readonly warn: (kind: ReadWarning['kind'], message: string, annotation?: string) => void;
  readonly refuse: (refusal: Refusal) => void;
  /** Warns where an id from the file has to be replaced (see `safe-id.ts`). */
  readonly checkId: (id: string) => void;
  /** Lists every field of an object that is not known, and warns once for each name. */
  readonly keepUnknown: (object: object, known: ReadonlySet<string>, path: string) => void;
}

/** The line that annotations, relations and comments stand in. */
export interface LineContext {
  readonly articleId: string;
  readonly text: string;
  readonly converter: OffsetConverter;
  readonly options: ReadOptions;
  readonly findings: Findings;
}

/** Nothing noticed yet. */
export function collectFindings(): Findings {
  const warnings: ReadWarning[] = [];
  const refused: Refusal[] = [];
  const unknown: UnknownField[] = [];
  const named = new Set<string>();
  return {
    warnings,
    refused,
    unknown,
    warn: (kind, message, annotation) => {
      warnings.push({ kind, message, ...(annotation === undefined ? {} : { annotation }) });
    },
    refuse: (refusal) => {
      refused.push(refusal);
    },
    checkId: (id) => {
      if (isSafeId(id)) return;
      const message = `the id ${JSON.stringify(id)} cannot be used and was replaced`;
      warnings.push({ kind: 'id-replaced', message });
    },
    keepUnknown: (object, known, path) => {
      for (const [key, value] of Object.entries(object)) {
        if (known.has(key)) continue;
        unknown.push({ path: path === '' ? key : `${path}.${key}`, value: value as Json });
        const kind = `${path.replace(/\d+/g, '')} ${key}`;
        if (named.has(kind)) continue;
        named.add(kind);
        warnings.push({ kind: 'unknown-field', message: `the field ${key} is not known here` });
      }
    },
  };
}

/** The id that a value in a list says it has, or its place where it says none. */
export function statedId(value: Json, place: string): string {
  const id = (value as { readonly id?: Json } | null)?.id;
  return typeof id === 'string' && id !== '' ? id : place;
}

/** An id that depends on nothing but what it is given. */
export function derivedId(
  prefix: string,
  parts: readonly unknown[],
  { sha256 }: Pick<ReadOptions, 'sha256'>,
): string {
  return `${prefix}-${sha256(JSON.stringify(parts)).slice(0, 24)}`;
}

/** Ids are unique in a layer, and a line holds the layers of several analysts. */
export function layerKey(analystName: string, id: string): string {
  return JSON.stringify([analystName, id]);
}
