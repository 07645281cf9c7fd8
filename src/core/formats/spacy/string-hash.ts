import { SYMBOLS } from './symbols.ts';

const M = 0xc6a4a7935bd1e995n;
const R = 47n;
const MASK = 0xffffffffffffffffn;
const SEED = 1n;

/** The code units of UTF-8 of a text (RFC 3629 §3). Core has no encoder of its own. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return bytes;
}

function word(bytes: readonly number[], from: number, to: number): bigint {
  let value = 0n;
  for (let at = to - 1; at >= from; at -= 1) value = (value << 8n) | BigInt(bytes[at] ?? 0);
  return value;
}

/** MurmurHash64A (Appleby, 2008) of a text in UTF-8, with the seed that spaCy uses. */
export function murmurHash64(text: string): bigint {
  const bytes = utf8(text);
  let hash = SEED ^ ((BigInt(bytes.length) * M) & MASK);
  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at < whole; at += 8) {
    let k = (word(bytes, at, at + 8) * M) & MASK;
    k ^= k >> R;
    k = (k * M) & MASK;
    hash = ((hash ^ k) * M) & MASK;
  }
  if (whole < bytes.length) hash = ((hash ^ word(bytes, whole, bytes.length)) * M) & MASK;
  hash ^= hash >> R;
  hash = (hash * M) & MASK;
  return hash ^ (hash >> R);
}

/** What stands for a string in spaCy: its number in the table of symbols, else its hash. */
export function stringId(text: string): bigint {
  return SYMBOLS.get(text) ?? murmurHash64(text);
}
