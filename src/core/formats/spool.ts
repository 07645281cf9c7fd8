import { deflateSync, inflateSync } from 'fflate';

/** Bytes that are packed together: more would be held unpacked at once. */
const BLOCK = 1 << 18;

/** Bytes that are wanted later and as they came, packed meanwhile: what repeats itself takes little room. */
export interface Spool {
  readonly add: (bytes: Uint8Array) => void;
  /** Bytes so far. */
  readonly size: () => number;
  /** How often something was added. */
  readonly count: () => number;
  /** All bytes in order, some at a time. */
  readonly blocks: () => Iterable<Uint8Array>;
}

/** One after another as one. */
function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** An empty spool. */
export function spool(): Spool {
  const packed: Uint8Array[] = [];
  let open: Uint8Array[] = [];
  let openSize = 0;
  let size = 0;
  let count = 0;
  return {
    add(bytes) {
      open.push(bytes);
      openSize += bytes.length;
      size += bytes.length;
      count += 1;
      if (openSize < BLOCK) return;
      packed.push(deflateSync(joined(open, openSize), { level: 1 }));
      open = [];
      openSize = 0;
    },
    size: () => size,
    count: () => count,
    *blocks() {
      for (const block of packed) yield inflateSync(block);
      yield joined(open, openSize);
    },
  };
}
