import type { CharsetGuess } from './charset.ts';
import { canonicalCharset, guessCharset } from './charset.ts';
import type { LineEndings, OffsetMap } from './offset-map.ts';
import { removeReturns } from './offset-map.ts';
import { decodeStrictly, decodeWith } from './text-decoder.ts';

/** Text from bytes, and what was done to get it. */
export interface Decoded {
  /** Verbatim, but for a byte order mark and the CR of each CRLF. */
  readonly text: string;
  /** As `TextDecoder` names it. */
  readonly charset: string;
  /** How sure the charset is, 0–1; 1 when it was given or the bytes prove it. */
  readonly confidence: number;
  readonly how: 'mark' | 'given' | 'declared' | 'proved' | 'guessed';
  readonly bom: boolean;
  readonly lineEndings: LineEndings;
  readonly removed: OffsetMap;
  /** How many CRs were taken out. */
  readonly returnsRemoved: number;
  /** Characters that could not be read and became U+FFFD. */
  readonly unreadable: number;
}

/** What is known about the charset before the bytes are looked at. */
export interface DecodeHints {
  /** A person's choice: used whatever the bytes look like. An unknown name counts as none. */
  readonly override?: string | undefined;
  /** What the file says of itself; used unless the bytes prove it wrong. */
  readonly declared?: string | undefined;
}

const MARKS: readonly { readonly charset: string; readonly bytes: readonly number[] }[] = [
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Decodes bytes. Never fails: what cannot be read becomes U+FFFD and is counted. */
export function decodeBytes(bytes: Uint8Array, hints: DecodeHints = {}): Decoded {
  const choice = chooseCharset(bytes, hints);
  const mark = MARKS.find((known) => known.charset === choice.charset);
  const bom = mark !== undefined && startsWith(bytes, mark.bytes);
  const body = bom ? bytes.subarray(mark.bytes.length) : bytes;
  const source = decodeWith(choice.charset, body);
  const lines = removeReturns(source);
  return {
    text: lines.text,
    ...choice,
    bom,
    lineEndings: lines.lineEndings,
    removed: { bom, returns: lines.returns },
    returnsRemoved: lines.removed,
    unreadable: lines.text.match(/\ufffd/gu)?.length ?? 0,
  };
}

interface Choice extends CharsetGuess {
  readonly how: Decoded['how'];
}

function chooseCharset(bytes: Uint8Array, hints: DecodeHints): Choice {
  const override = hints.override === undefined ? null : canonicalCharset(hints.override);
  if (override !== null) {
    return { charset: override, confidence: 1, how: 'given' };
  }
  const mark = MARKS.find((known) => startsWith(bytes, known.bytes));
  if (mark !== undefined) {
    return { charset: mark.charset, confidence: 1, how: 'mark' };
  }
  const guess = guessCharset(bytes);
  if (guess.confidence === 1) {
    return { ...guess, how: 'proved' };
  }
  const declared = hints.declared === undefined ? null : canonicalCharset(hints.declared);
  return declared !== null && readsAs(bytes, declared)
    ? { charset: declared, confidence: 0.99, how: 'declared' }
    : { ...guess, how: 'guessed' };
}

function readsAs(bytes: Uint8Array, charset: string): boolean {
  const text = decodeStrictly(charset, bytes);
  return text !== null && !/[\u0000\u0080-\u009f]/u.test(text);
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
