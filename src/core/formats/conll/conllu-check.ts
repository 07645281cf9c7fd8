/** What of a sentence has been read so far; enough to judge its next row. */
export interface SentenceState {
  /** Number of the last word. */
  word: number;
  /** Number of the last empty node after that word. */
  empty: number;
  /** Last word of the last multiword token. */
  rangeEnd: number;
  /** True between the row of a multiword token and its first word. */
  isRangeOpen: boolean;
}

/** A sentence of which nothing has been read. */
export function sentenceState(): SentenceState {
  return { word: 0, empty: 0, rangeEnd: 0, isRangeOpen: false };
}

/** Something wrong, with its column in UTF-16 code units, from 1. */
export interface RowProblem {
  readonly column: number;
  readonly message: string;
}

const NAMES = ['ID', 'FORM', 'LEMMA', 'UPOS', 'XPOS', 'FEATS', 'HEAD', 'DEPREL', 'DEPS', 'MISC'];
/** Fields that may hold blanks. */
const SPACED = new Set([1, 2, 9]);
/** Fields of a multiword token that say something. */
const OF_RANGE = new Set([0, 1, 5, 9]);

function fieldProblem(value: string, index: number): string | undefined {
  const name = NAMES[index] ?? '';
  if (value === '') return `${name} is empty; _ stands for nothing`;
  if (value.trim() !== value && /^[ \t]|[ \t]$/.test(value))
    return `${name} has a blank at its edge`;
  if (!SPACED.has(index) && /[ \t]/.test(value)) return `${name} must not have a blank in it`;
  // Words are kept as they stand in the text; everything else is for machines to compare.
  const isForeign = index === 1 || index === 9;
  if (!isForeign && value !== value.normalize('NFC')) return `${name} is not in Unicode’s form NFC`;
  return undefined;
}

function wordProblem(id: number, state: SentenceState): string | undefined {
  if (id !== state.word + 1) return `word ${state.word + 1} was expected, not ${id}`;
  state.word = id;
  state.empty = 0;
  state.isRangeOpen = false;
  return undefined;
}

function rangeProblem(from: number, to: number, state: SentenceState): string | undefined {
  if (to < from) return `the range ${from}-${to} ends before it begins`;
  if (from !== state.word + 1)
    return `the range ${from}-${to} does not stand before its first word`;
  if (from <= state.rangeEnd || state.isRangeOpen)
    return `the range ${from}-${to} overlaps another`;
  state.rangeEnd = to;
  state.isRangeOpen = true;
  return undefined;
}

function emptyProblem(word: number, number: number, state: SentenceState): string | undefined {
  if (state.isRangeOpen || word !== state.word || number !== state.empty + 1) {
    return `the empty node ${state.word}.${state.empty + 1} could stand here, not ${word}.${number}`;
  }
  state.empty = number;
  return undefined;
}

function idProblem(id: string, state: SentenceState): string | undefined {
  const [, word, range, node] =
    /^(0|[1-9]\d{0,8})(?:-([1-9]\d{0,8})|\.([1-9]\d{0,8}))?$/.exec(id) ?? [];
  if (word === undefined) return `“${id.slice(0, 20)}” is no ID such as 1, 1-2 or 1.1`;
  if (range !== undefined) return rangeProblem(Number(word), Number(range), state);
  if (node !== undefined) return emptyProblem(Number(word), Number(node), state);
  return wordProblem(Number(word), state);
}

/**
 * What is wrong with a row of CoNLL-U in its sentence, by the rules of
 * universaldependencies.org/format.html; `undefined` where nothing is, and then the state goes on.
 */
export function rowProblem(content: string, state: SentenceState): RowProblem | undefined {
  const fields = content.split('\t');
  if (fields.length !== NAMES.length) {
    return {
      column: 1,
      message: `a row has 10 columns with tabs between; this one has ${fields.length}`,
    };
  }
  let column = 1;
  for (const [index, value] of fields.entries()) {
    const message = fieldProblem(value, index);
    if (message !== undefined) return { column, message };
    column += value.length + 1;
  }
  const [id = ''] = fields;
  const message = idProblem(id, state);
  if (message !== undefined) return { column: 1, message };
  const isRange = id.includes('-');
  const said = fields.findIndex((value, index) => isRange && !OF_RANGE.has(index) && value !== '_');
  return said === -1
    ? undefined
    : { column: 1, message: `${NAMES[said]} of a multiword token must be _` };
}
