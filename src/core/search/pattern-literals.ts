/**
 * Letters that every match of a regular expression has to hold, next to each other, so that the
 * index can rule articles out before the expression is tried. Read cautiously: what is not surely a
 * letter of every match ends the run, and an expression with alternatives at its top has none.
 */
const LITERAL = /^[\p{L}\p{N}]$/u;
const OPTIONAL = '?*{';

interface Reading {
  readonly runs: string[];
  run: string;
  depth: number;
}

function endRun(reading: Reading): void {
  if (reading.run !== '') reading.runs.push(reading.run);
  reading.run = '';
}

/** The index after a character class that opens at `index`. */
function afterClass(signs: readonly string[], index: number): number {
  let at = index + 1;
  if (signs[at] === '^') at += 1;
  if (signs[at] === ']') at += 1;
  while (at < signs.length && signs[at] !== ']') at += signs[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** The index after what is no letter by itself: a class, a count, a group’s end or a backslash. */
function afterSpecial(
  reading: Reading,
  signs: readonly string[],
  index: number,
): number | undefined {
  switch (signs[index] ?? '') {
    case '\\':
      return index + 2;
    case '[':
      return afterClass(signs, index);
    case '{': {
      // A count, such as `{2,5}`; where it is not closed, RE2 reads it as it stands.
      const close = signs.indexOf('}', index);
      return close === -1 ? index + 1 : close + 1;
    }
    case '(':
      reading.depth += 1;
      return index + 1;
    case ')':
      reading.depth -= 1;
      return index + 1;
    default:
      return undefined;
  }
}

/** Takes one sign; answers the index of the next. */
function takeSign(reading: Reading, signs: readonly string[], index: number): number {
  const after = afterSpecial(reading, signs, index);
  if (after !== undefined) {
    endRun(reading);
    return after;
  }
  const sign = signs[index] ?? '';
  const next = signs[index + 1] ?? '';
  const isOptional = next !== '' && OPTIONAL.includes(next);
  if (reading.depth > 0 || !LITERAL.test(sign) || isOptional) {
    endRun(reading);
    return index + 1;
  }
  reading.run += sign;
  // `ab+c`: what follows the repetition does not follow the run.
  if (next === '+') endRun(reading);
  return index + 1;
}

/** Runs of letters and digits that every match holds; empty where nothing is sure. */
export function literalsOf(source: string): readonly string[] {
  const isPlain = !/\||\\[^bBdDsSwW./-]|\(\?/u.test(source);
  if (!isPlain) return [];
  const reading: Reading = { runs: [], run: '', depth: 0 };
  const signs = Array.from(source);
  for (let index = 0; index < signs.length; ) {
    index = takeSign(reading, signs, index);
  }
  endRun(reading);
  return reading.runs;
}
