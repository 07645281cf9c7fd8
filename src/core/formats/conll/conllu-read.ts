import { err, ok, type Result } from '../../result.ts';
import type { ReadProblem } from '../format.ts';
import type { Form } from './articles.ts';
import { rowProblem, sentenceState } from './conllu-check.ts';

/** A document of a CoNLL-U file. */
export interface ConlluDocument {
  readonly line: number;
  /** By name, from the comments before its first sentence. */
  readonly comments: ReadonlyMap<string, string>;
  /** White space before its first word. */
  readonly before: string;
  readonly forms: readonly Form[];
  /** One for each form. */
  readonly tags: readonly string[];
  readonly breaks: ReadonlySet<number>;
  /** Rows as they stood, where they say more than words and entities. */
  readonly rows: readonly string[];
}

type Draft = { -readonly [K in keyof ConlluDocument]: ConlluDocument[K] } & {
  comments: Map<string, string>;
  forms: Form[];
  tags: string[];
  breaks: Set<number>;
  rows: string[];
};

const SPACES: Readonly<Record<string, string>> = {
  s: ' ',
  t: '\t',
  n: '\n',
  r: '\r',
  p: '|',
  '\\': '\\',
};

/** Undoes the escapes of MISC: `\s \t \n \r \p \\`, and `\u` with four digits. */
export function unescapeMisc(value: string): string {
  return value.replaceAll(
    /\\(?:u([0-9a-f]{4})|([stnrp\\]))/g,
    (all, hex?: string, sign?: string) =>
      hex === undefined
        ? (SPACES[sign ?? ''] ?? all)
        : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function miscOf(field: string): ReadonlyMap<string, string> {
  return new Map(
    field.split('|').map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function afterOf(misc: ReadonlyMap<string, string>): string {
  const said = misc.get('SpacesAfter');
  if (said !== undefined) return unescapeMisc(said);
  return misc.get('SpaceAfter') === 'No' ? '' : ' ';
}

function draftAt(line: number): Draft {
  return {
    line,
    comments: new Map(),
    before: '',
    forms: [],
    tags: [],
    breaks: new Set(),
    rows: [],
  };
}

function addForm(draft: Draft, text: string, misc: ReadonlyMap<string, string>): void {
  if (draft.forms.length === 0) draft.before = unescapeMisc(misc.get('SpacesBefore') ?? '');
  draft.forms.push({ text, after: afterOf(misc) });
  draft.tags.push(unescapeMisc(misc.get('NER') ?? 'O'));
}

/** One row; gives the last word that a multiword token covers. */
function take(draft: Draft, content: string, covered: number): number {
  const [id = '', form = '', ...rest] = content.split('\t');
  if (rest.slice(0, 7).some((value) => value !== '_')) draft.rows.push(content);
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(id) ?? [];
  if (from === undefined || (to === undefined && Number(from) <= covered)) return covered;
  const misc = miscOf(rest.at(-1) ?? '');
  addForm(draft, form, misc);
  return to === undefined ? covered : Number(to);
}

/** One line: comment, row or the end of a sentence. Its problem, where it has one. */
function reader() {
  const documents: Draft[] = [];
  let draft = draftAt(1);
  let state = sentenceState();
  let covered = 0;
  let comments = 0;
  const problem = (message: string, column = 1) => ({ column, message });
  const comment = (content: string, line: number) => {
    if (state.word > 0 || state.isRangeOpen)
      return problem('a comment stands before its sentence, not inside it');
    comments += 1;
    const [, name = '', value = ''] = /^#\s*([\w ]+?)\s*(?:=\s*(.*))?$/.exec(content) ?? [];
    if (name.startsWith('newdoc') && draft.forms.length > 0) draft = draftAt(line);
    if (draft.forms.length === 0) draft.comments.set(name, value);
    else if (name.startsWith('newpar')) {
      const last = draft.forms.at(-1);
      if (last?.after === ' ') draft.forms[draft.forms.length - 1] = { ...last, after: '\n' };
    }
    return undefined;
  };
  const end = () => {
    if (state.word === 0)
      return problem(
        comments > 0
          ? 'a sentence has at least one word'
          : 'exactly one empty line stands between sentences',
      );
    if (state.rangeEnd > state.word)
      return problem(`a range ends at ${state.rangeEnd}, but there are ${state.word} words`);
    draft.breaks.add(draft.forms.length);
    state = sentenceState();
    covered = 0;
    comments = 0;
    return undefined;
  };
  return {
    documents,
    isOpen: () => state.word > 0 || comments > 0,
    next: (content: string, line: number) => {
      if (content.endsWith('\r')) return problem('lines end with \\n alone', content.length);
      if (content.startsWith('#')) return comment(content, line);
      if (content === '') return end();
      const wrong = rowProblem(content, state);
      if (wrong !== undefined) return wrong;
      if (!documents.includes(draft)) documents.push(draft);
      covered = take(draft, content, covered);
      return undefined;
    },
  };
}

/** What was read, and what was let pass. */
export interface ConlluFile {
  readonly documents: readonly ConlluDocument[];
  /** In words, with its place, where the last sentence has no empty line after it. */
  readonly letPass: string | undefined;
}

const NO_END = 'an empty line is missing after the last sentence';

/** The lines of a file; where its end may be missing, as if it were there. */
function linesOf(
  text: string,
  mayLackEnd: boolean,
): { lines: string[]; last: string; lacks: boolean } {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const lacks = mayLackEnd && (last !== '' || (lines.at(-1) ?? '') !== '');
  if (!lacks) return { lines, last, lacks };
  return { lines: [...lines, ...(last === '' ? [] : [last]), ''], last: '', lacks };
}

/**
 * Takes a CoNLL-U file apart; the first thing that is wrong refuses the whole file.
 * @param mayLackEnd whether the last sentence may stand without the empty line that CoNLL-U demands
 *   after it, as in the older formats of ten columns
 */
export function conlluDocuments(text: string, mayLackEnd = false): Result<ConlluFile, ReadProblem> {
  const { lines, last, lacks } = linesOf(text, mayLackEnd);
  const read = reader();
  for (const [index, content] of lines.entries()) {
    const wrong = read.next(content, index + 1);
    if (wrong !== undefined) return err({ line: index + 1, ...wrong });
  }
  const line = lines.length + 1;
  if (last !== '' || read.isOpen()) return err({ line, column: 1, message: NO_END });
  if (read.documents.length === 0) return err({ line: 1, message: 'there is no sentence in it' });
  const letPass = lacks
    ? `${NO_END} (line ${line - 1}, column 1); it was read all the same`
    : undefined;
  return ok({ documents: read.documents, letPass });
}
