/** Ids are parts of file names and of record keys, on every system. */
const SAFE = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9_-])?$/;
/** Names that Windows keeps for devices, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** True when an id from outside can be used as it is. */
export function isSafeId(id: string): boolean {
  return SAFE.test(id) && !RESERVED.test(id);
}

/**
 * The id to use for an id from outside: itself where it is safe, else one made from its hash, so
 * that the same foreign id always gives the same id.
 * @param sha256 lower-case hex
 */
export function safeId(prefix: string, id: string, sha256: (text: string) => string): string {
  return isSafeId(id) ? id : `${prefix}-${sha256(id).slice(0, 24)}`;
}
