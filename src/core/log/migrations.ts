import type { Json } from '../model/json.ts';

/** The version of the files that this build writes. */
export const FORMAT_VERSION = 1;

/** The documents that a migration may rewrite. The log is never rewritten: readers convert on read. */
export type DocumentKind = 'project' | 'document' | 'history' | 'article';

/** Turns a document of version `n` into one of version `n + 1`. Pure; must not lose anything. */
export type Migration = (kind: DocumentKind, data: Json) => Json;

/** `migrations[n]` leads from version `n` to `n + 1`. There is none yet: 1 is the first version. */
export const MIGRATIONS: { readonly [from: number]: Migration } = {};

/**
 * A document as the newest version has it.
 * @param from version it was written with
 * @returns `undefined` where a step is missing, which means that the version was never released
 */
export function migrate(
  kind: DocumentKind,
  data: Json,
  from: number,
  migrations: { readonly [from: number]: Migration } = MIGRATIONS,
  to: number = FORMAT_VERSION,
): Json | undefined {
  let current = data;
  for (let version = from; version < to; version += 1) {
    const step = migrations[version];
    if (step === undefined) return undefined;
    current = step(kind, current);
  }
  return current;
}
