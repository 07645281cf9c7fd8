/**
 * Text as a search compares it: without case, without accents and vowel points, without the wide,
 * joined and other presentation forms of the same letter. A fold knows where each of its code units
 * came from, so that what is found in it can be shown in the text.
 */
export interface Folded {
  readonly text: string;
  /** Length of the original in UTF-16 code units. */
  readonly length: number;
  /**
   * Where the offsets of both part: from `start` in the fold on, up to the next one, a code unit
   * comes from `origin` and as many further as `step` says for each. Ascending. None: the same
   * offsets throughout.
   */
  readonly breaks: readonly Break[];
}

interface Break {
  readonly start: number;
  readonly origin: number;
  readonly step: 0 | 1;
}

/** Accents (Latin, Greek, Cyrillic), Hebrew points, Arabic marks, the tatweel, soft hyphens and other invisible signs. */
const DROPPED =
  // oxlint-disable-next-line no-misleading-character-class -- each sign for itself is what is meant
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/gu;

/** Signs that fold to themselves or, by lower case, to one code unit in the same place. */
// oxlint-disable-next-line no-control-regex
const PLAIN = /^[\u0000-\u007f\u2010-\u2027\u2030-\u205e\u20ac]*$/u;
// oxlint-disable-next-line no-control-regex
const PLAIN_RUNS = /[\u0000-\u007f\u2010-\u2027\u2030-\u205e\u20ac]+/gu;

const folds = new Map<string, string>();
const MANY = 50_000;

/** The letters that lower-casing alone keeps apart. */
function settle(text: string): string {
  return text.replaceAll('ς', 'σ').replaceAll('ı', 'i').replaceAll('ß', 'ss');
}

function foldCharacter(character: string): string {
  const before = folds.get(character);
  if (before !== undefined) return before;
  const apart = character.normalize('NFKD').replace(DROPPED, '');
  const folded = settle(apart.toLowerCase().normalize('NFKD').replace(DROPPED, '')).normalize(
    'NFC',
  );
  if (folds.size < MANY) folds.set(character, folded);
  return folded;
}

/** Hangul in jamo, and kana with a sound mark of its own: folded together, one syllable at a time. */
const CLUSTERS = /[\u1100-\u115f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*|.[\u3099\u309a]*/gsu;
const NEEDS_CLUSTERS = /[\u1100-\u11ff\u3099\u309a]/u;

function charactersOf(text: string): Iterable<string> {
  return NEEDS_CLUSTERS.test(text) ? (text.match(CLUSTERS) ?? []) : text;
}

/** A fold as it grows. */
class Growing {
  text = '';
  readonly breaks: Break[] = [{ start: 0, origin: 0, step: 1 }];

  /** Adds what `length` code units of the original from `at` on fold to. */
  add(folded: string, at: number, length: number): void {
    const last = this.breaks.at(-1);
    const step = folded.length === length ? 1 : 0;
    const start = this.text.length;
    const goesOn = last?.step === 1 && step === 1 && last.origin + start - last.start === at;
    if (!goesOn && folded !== '') this.breaks.push({ start, origin: at, step });
    this.text += folded;
  }

  addCharacters(text: string, start: number): void {
    let at = start;
    for (const character of charactersOf(text)) {
      this.add(foldCharacter(character), at, character.length);
      at += character.length;
    }
  }
}

/** Folds a text of any length. */
export function fold(text: string): Folded {
  const { length } = text;
  if (PLAIN.test(text)) return { text: text.toLowerCase(), length, breaks: [] };
  const growing = new Growing();
  let done = 0;
  for (const { 0: run, index } of text.matchAll(PLAIN_RUNS)) {
    if (done < index) growing.addCharacters(text.slice(done, index), done);
    growing.add(run.toLowerCase(), index, run.length);
    done = index + run.length;
  }
  growing.addCharacters(text.slice(done), done);
  return { text: growing.text, length, breaks: growing.breaks };
}

/** Index of the last break that starts at or before `index`. */
function breakAt(breaks: readonly Break[], index: number): number {
  let low = 0;
  let high = breaks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((breaks[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of a fold, where its places do not matter. */
export function foldText(text: string): string {
  return fold(text).text;
}

/**
 * The stretch of the original that a stretch of a fold, not an empty one, came from, both
 * `[start, end)` in UTF-16 code units; what was dropped after the last letter, such as its accent,
 * belongs to it.
 */
export function originOf(
  { text, breaks, length }: Folded,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  const first = breaks[breakAt(breaks, start)];
  if (first === undefined) return [start, end];
  const lastAt = breakAt(breaks, end - 1);
  const last = breaks[lastAt] ?? first;
  const next = breaks[lastAt + 1];
  const from = first.origin + (start - first.start) * first.step;
  // Inside a stretch that has the same offsets, the next code unit is the next letter’s.
  const goesOn = last.step === 1 && (next === undefined || end < next.start);
  if (goesOn && end < text.length) {
    return [from, last.origin + end - last.start];
  }
  return [from, next?.origin ?? length];
}
