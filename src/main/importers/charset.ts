import { analyse } from 'chardet';
import type { CharsetProfile } from './charset-profiles.ts';
import { MULTI_BYTE_PROFILES, SINGLE_BYTE_PROFILES } from './charset-profiles.ts';
import type { Score } from './charset-score.ts';
import { scoreMultiByte, scoreSingleByte } from './charset-score.ts';
import { decodeStrictly, decodeWith } from './text-decoder.ts';

/** A charset and how sure the guess is, 0–1. */
export interface CharsetGuess {
  /** As `TextDecoder` names it: `utf-8`, `windows-1251`, `euc-kr`, … */
  readonly charset: string;
  readonly confidence: number;
}

const SAMPLE_BYTES = 65_536;
const FALLBACK = 'windows-1252';

/** Finds the charset of bytes that carry no byte order mark. */
export function guessCharset(bytes: Uint8Array): CharsetGuess {
  return guessUtf16(bytes) ?? guessUtf8(bytes) ?? guessLegacy(bytes);
}

/** The name `TextDecoder` uses for a charset label, or null when it knows no such charset. */
export function canonicalCharset(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/**
 * Text in UTF-16 has a zero byte in every Latin letter, space and line end. Of the two byte orders
 * that read as text, the one with more of those is right.
 */
function guessUtf16(bytes: Uint8Array): CharsetGuess | null {
  const sample = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 2), SAMPLE_BYTES));
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros === 0 || zeros < sample.length / 200) {
    return null;
  }
  // One zero byte in a short text, otherwise good UTF-8, is damage and not another charset.
  if (zeros < sample.length / 20 && decodeStrictly('utf-8', bytes) !== null) {
    return null;
  }
  const orders = ['utf-16le', 'utf-16be']
    .map((charset) => ({ charset, text: decodeWith(charset, sample) }))
    .filter(({ text }) => readsAsText(text))
    .map(({ charset, text }) => ({ charset, latin: countOf(text, /[\n\r\t -~]/g) }))
    .toSorted((a, b) => b.latin - a.latin);
  const best = orders[0];
  return best === undefined || best.latin === 0
    ? null
    : { charset: best.charset, confidence: zeros > sample.length / 4 ? 0.99 : 0.9 };
}

function readsAsText(text: string): boolean {
  const odd = countOf(text, /[\u0000-\u0008\u000e-\u001f\ufffd-\uffff\ue000-\uf8ff]/gu);
  const usual = countOf(text, /[\p{L}\p{N}\p{P}\p{Z}\n\r\t]/gu);
  return odd <= text.length / 100 && usual > text.length * 0.8;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function guessUtf8(bytes: Uint8Array): CharsetGuess | null {
  return decodeStrictly('utf-8', bytes) === null
    ? guessBrokenUtf8(bytes)
    : { charset: escapesJapanese(bytes) ? 'iso-2022-jp' : 'utf-8', confidence: 1 };
}

/** ISO-2022-JP is pure ASCII that switches charsets with ESC `$`. */
function escapesJapanese(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  const next = bytes[at + 2];
  return at !== -1 && bytes[at + 1] === 0x24 && (next === 0x42 || next === 0x40);
}

/** A UTF-8 file that was cut or glued together has a few bad bytes among many good sequences. */
function guessBrokenUtf8(bytes: Uint8Array): CharsetGuess | null {
  const text = decodeWith('utf-8', bytes.subarray(0, 4 * SAMPLE_BYTES));
  const bad = countOf(text, /\ufffd/gu);
  const good = countOf(text, /[^\u0000-\u007f\ufffd]/gu);
  return good >= 3 && good >= bad * 2 ? { charset: 'utf-8', confidence: 0.9 } : null;
}

interface Candidate {
  readonly charset: string;
  readonly decoded: string;
  readonly score: Score;
  readonly value: number;
}

function guessLegacy(bytes: Uint8Array): CharsetGuess {
  const sample = sampleOf(bytes);
  const hints = hintsOf(sample);
  const candidates = [
    ...SINGLE_BYTE_PROFILES.map((profile) => judge(sample, profile, scoreSingleByte, hints)),
    ...MULTI_BYTE_PROFILES.map((profile) => judge(sample, profile, scoreMultiByte, hints)),
  ];
  candidates.sort((a, b) => b.value - a.value);
  const best = candidates[0];
  if (best === undefined || best.value <= -1) {
    return { charset: FALLBACK, confidence: 0.1 };
  }
  const rival = candidates.find((candidate) => candidate.decoded !== best.decoded);
  return { charset: commonestLike(best, candidates), confidence: confidenceOf(best, rival) };
}

/** Of the charsets that read the sample alike, the one the profiles list first. */
function commonestLike(best: Candidate, candidates: readonly Candidate[]): string {
  const alike = new Set(
    candidates.filter(({ decoded }) => decoded === best.decoded).map(({ charset }) => charset),
  );
  return SINGLE_BYTE_PROFILES.find(({ charset }) => alike.has(charset))?.charset ?? best.charset;
}

function judge(
  sample: Uint8Array,
  profile: CharsetProfile,
  score: (decoded: string, profile: CharsetProfile) => Score,
  hints: ReadonlyMap<string, number>,
): Candidate {
  const decoded = decodeWith(profile.charset, sample);
  const result = score(decoded, profile);
  const value = result.value + (hints.get(profile.charset) ?? 0);
  return { charset: profile.charset, decoded, score: result, value };
}

/** The statistics of chardet decide between near-equals; alone they are weak on short texts. */
function hintsOf(sample: Uint8Array): Map<string, number> {
  const hints = new Map<string, number>();
  for (const match of analyse(sample)) {
    const charset = canonicalCharset(match.name);
    if (charset !== null) {
      hints.set(charset, Math.max(hints.get(charset) ?? 0, match.confidence / 2000));
    }
  }
  return hints;
}

function confidenceOf(best: Candidate, rival: Candidate | undefined): number {
  const margin = Math.max(0, Math.min(1, best.value - (rival?.value ?? -1)));
  const seen = best.score.evidence;
  const weight = seen === 0 ? 0.8 : seen / (seen + 1);
  return Math.round((0.5 + 0.49 * margin * weight) * 100) / 100;
}

/** The lines that hold something other than ASCII, up to 64 kB of them. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE_BYTES));
  let used = 0;
  let start = 0;
  while (start < bytes.length && used < sample.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, Math.min(end, start + sample.length - used));
    if (line.some((byte) => byte > 0x7f)) {
      sample.set(line, used);
      used += line.length;
    }
    start = end;
  }
  return sample.subarray(0, used);
}
