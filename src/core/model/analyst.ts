/** A person who annotates. Each analyst writes only to a layer of their own. */
export interface Analyst {
  readonly id: string;
  readonly name: string;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a, 32 bit (Fowler, Noll, Vo: "The FNV Non-Cryptographic Hash Algorithm" §3), over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  }
  return hash >>> 0;
}

/**
 * The id of the analyst with this name: readable, safe as a file name, and the same on every
 * machine, so that one person's work from two laptops meets in one layer.
 */
export function analystId(name: string): string {
  const normal = name.normalize('NFC').trim();
  const slug = normal
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 24);
  const tail = fnv1a(normal).toString(36);
  return slug === '' ? `analyst-${tail}` : `${slug}-${tail}`;
}
