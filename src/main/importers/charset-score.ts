import type { CharsetProfile } from './charset-profiles.ts';

/** How well a decoded sample reads as a language: 1 is perfect, below 0 is nonsense. */
export interface Score {
  readonly value: number;
  /** Characters outside ASCII that spoke for or against. */
  readonly evidence: number;
}

/** Signs that every charset of a family shares and that no language owns. */
const NEUTRAL = /[\u00a0«»“”‘’„‚–—…•·€£©®°§™‹›\u200e\u200f\u00ad№]/u;
const BROKEN = /[\ufffd\u0080-\u009f\ue000-\uf8ff]/u;
const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;
/** Letters and marks that belong to one script: not the accents that any letter may carry. */
const SCRIPTED = /[\p{L}\p{M}]/u;
const SHARED = /[\p{Script=Inherited}\p{Script=Common}]/u;
const WIDE_SIGN = /[\u3000-\u303f\uff01-\uff5e\u00b7\u2026\u2014\u2018-\u201d]/u;
const HANGUL = /[가-힣]/u;
const HAN = /\p{Script=Han}/u;

/** Of a text with nothing but neutral signs: better than nonsense, worse than any real word. */
const NEUTRAL_ONLY = 0.8;

/** Judges a sample that was decoded with a single-byte charset. */
export function scoreSingleByte(sample: string, profile: CharsetProfile): Score {
  const letters = new Set(profile.letters);
  const common = new Set(profile.common);
  let sum = 0;
  let evidence = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const character = sample.charAt(at);
    if (character <= '\u007f' || NEUTRAL.test(character)) {
      continue;
    }
    evidence += 1;
    const lower = character.toLowerCase();
    const worth = BROKEN.test(character)
      ? -3
      : common.has(lower)
        ? 1
        : letters.has(lower)
          ? 0.6
          : -1;
    sum += worth - misfit(sample.charAt(at - 1), character, sample.charAt(at + 1));
  }
  return finish(sum, evidence, profile);
}

/** What is wrong with a letter where it stands: case, script, or too many accents in a row. */
function misfit(before: string, character: string, after: string): number {
  let penalty = 0;
  const upper = character !== character.toLowerCase();
  if (upper) {
    penalty += 0.3;
    if (LETTER.test(before) && before !== before.toUpperCase()) {
      penalty += 1;
    }
  }
  const latin = LATIN.test(character);
  if (
    !latin &&
    SCRIPTED.test(character) &&
    !SHARED.test(character) &&
    (/[a-z]/i.test(before) || /[a-z]/i.test(after))
  ) {
    penalty += 1;
  }
  if (latin && before > '\u007f' && LATIN.test(before)) {
    penalty += 0.3;
  }
  return penalty;
}

/** Judges a sample that was decoded with a multi-byte charset. */
export function scoreMultiByte(sample: string, profile: CharsetProfile): Score {
  const common = new Set(profile.common);
  let sum = 0;
  let evidence = 0;
  for (const character of sample) {
    if (character <= '\u007f') {
      continue;
    }
    evidence += 1;
    sum += common.has(character) ? 1 : wideWorth(character, profile.charset);
  }
  return finish(sum, evidence, profile);
}

function wideWorth(character: string, charset: string): number {
  if (BROKEN.test(character)) {
    return -3;
  }
  if (WIDE_SIGN.test(character)) {
    return 0.5;
  }
  if (HANGUL.test(character)) {
    return charset === 'euc-kr' ? 0.35 : -1;
  }
  if (HAN.test(character)) {
    return charset === 'euc-kr' ? 0.1 : 0.35;
  }
  return -1;
}

function finish(sum: number, evidence: number, profile: CharsetProfile): Score {
  if (evidence === 0) {
    return { value: NEUTRAL_ONLY * profile.prior, evidence: 0 };
  }
  const mean = sum / evidence;
  return { value: mean > 0 ? mean * profile.prior : mean, evidence };
}
