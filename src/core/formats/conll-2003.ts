import { err } from '../result.ts';
import type { Capabilities } from './capabilities.ts';
import { type Form, tokenArticle, tokensValue } from './conll/articles.ts';
import { conllTags, namesInTable } from './conll/tag-names.ts';
import type { Format, Reader, ReadProblem, Writer } from './format.ts';
import { readArticleValue } from './jsonl-read.ts';
import { readTags, writeTags } from './token-tags.ts';
import { loseUnsupported } from './unsupported.ts';

const CAN: Capabilities = {
  overlap: false,
  discontinuous: false,
  zeroWidth: false,
  relations: false,
  attributes: false,
  analysts: false,
  documentLabels: false,
};

const writeConll: Writer = (_facts, { scheme = 'IOB2' }, losses) => {
  const names = conllTags();
  return {
    *article(from) {
      loseUnsupported(from, CAN, { articlesWithoutAnnotations: true }, losses);
      losses.lost('line ends and blanks between words', from.article.title);
      const { tokenised, sentences, ranges } = tokenArticle(from, losses);
      const words = ranges.map(({ range, label }) => ({ range, label: names.of(label) }));
      const tags = writeTags(words, tokenised.tokens.length, scheme);
      const table = names.table(ranges.map(({ label }) => label));
      yield { path: '', data: `-DOCSTART- -X- ${table} O\n\n` };
      for (const [first, end] of sentences) {
        const rows = tokenised.tokens
          .slice(first, end)
          .map(({ text }, index) => `${text} _ _ ${tags[first + index] ?? 'O'}\n`);
        yield { path: '', data: `${rows.join('')}\n` };
      }
    },
    end: () => [],
  };
};

const TAG = /^(?:O|_|-|[BIESLU]-\S+)$/;
const ROW = /^\S+(?:[ \t]+\S+)+[ \t]*$/;

/** Ten columns that begin with a number are CoNLL-U or CoNLL-X. */
const TREEBANK_ROW = /^\d+(?:\t[^\t\n]*){9}$/m;

/** What is gathered until a document ends. */
interface Draft {
  readonly forms: Form[];
  readonly tags: string[];
  readonly breaks: Set<number>;
  readonly line: number;
  /** Labels by the words that stand for them. */
  readonly names: ReadonlyMap<string, string>;
}

function draft(line: number, head = ''): Draft {
  return { forms: [], tags: [], breaks: new Set(), line, names: namesInTable(head) };
}

/** `word|POS|tag` for each word of a sentence, all on one line. */
function onOneLine(content: string): readonly (readonly string[])[] | undefined {
  const words = content.trim().split(/[ \t]+/);
  const cut = words.map((word) => [
    word.slice(0, word.indexOf('|')),
    word.slice(word.lastIndexOf('|') + 1),
  ]);
  const isCut = words.every((word) => word.includes('|', 1));
  return isCut && cut.every(([, tag = '']) => TAG.test(tag)) ? cut : undefined;
}

/** Rows of a line, or why there are none. @param width columns of the rows before, 0 at first */
function rowsOf(content: string, width: number): readonly (readonly string[])[] | string {
  const sentence = onOneLine(content);
  if (sentence !== undefined) return sentence;
  const columns = content.trim().split(/[ \t]+/);
  const tag = columns.at(-1) ?? '';
  if (columns.length < 2) return 'a word and its tag were expected, with a blank between';
  if (width !== 0 && columns.length !== width) {
    return `this row has ${columns.length} columns, the rows before have ${width}`;
  }
  if (!TAG.test(tag)) return `“${tag.slice(0, 40)}” is no tag such as O, B-X or I-X`;
  return [columns];
}

function endSentence({ forms, breaks }: Draft): void {
  const last = forms.at(-1);
  if (last === undefined) return;
  forms[forms.length - 1] = { ...last, after: '\n' };
  breaks.add(forms.length);
}

function add({ forms, tags }: Draft, rows: readonly (readonly string[])[]): void {
  for (const row of rows) {
    forms.push({ text: row[0] ?? '', after: ' ' });
    tags.push(row.at(-1) ?? 'O');
  }
}

/** A problem, or a document that has ended. */
type Step = { readonly problem: ReadProblem } | { readonly done: Draft };

function* documents(lines: Iterable<string>): Generator<Step, void> {
  let open = draft(1);
  let width = 0;
  let line = 0;
  for (const content of lines) {
    line += 1;
    if (content.startsWith('-DOCSTART-')) {
      if (open.forms.length > 0) yield { done: open };
      open = draft(line, content);
      continue;
    }
    if (content.trim() === '') {
      endSentence(open);
      continue;
    }
    const rows = rowsOf(content, width);
    if (typeof rows === 'string') {
      yield { problem: { line, column: 1, message: rows } };
      return;
    }
    if (rows.length === 1) width = rows[0]?.length ?? 0;
    add(open, rows);
    if (onOneLine(content) !== undefined) endSentence(open);
  }
  if (open.forms.length > 0) yield { done: open };
  else if (line === 0) yield { problem: { line: 1, message: 'there is no word in it' } };
}

const readConll: Reader = function* ({ main }, options) {
  const file = main.path === '' ? {} : { file: main.path };
  for (const step of documents(main.lines())) {
    if ('problem' in step) {
      yield err({ ...file, ...step.problem });
      continue;
    }
    const { forms, tags, breaks, line, names } = step.done;
    const last = forms.at(-1);
    if (last !== undefined) forms[forms.length - 1] = { ...last, after: '' };
    const ranges = readTags(tags, breaks).map(({ range, label }) => ({
      range,
      label: names.get(label) ?? label,
    }));
    yield readArticleValue(tokensValue(forms, ranges), { ...file, line }, options);
  }
};

/** True for a file whose ending names the format: what is wrong in it is told, not read as prose. */
function isNamed(sample: string, name: string): boolean {
  const isOther = TREEBANK_ROW.test(sample) || sample.startsWith('#FORMAT=');
  return /\.(?:conll|iob2?|bioes)$/i.test(name) && !isOther;
}

/** True for a file of rows by its ending and its first lines, the last of which may be cut. */
function looksTagged(sample: string, name: string): boolean {
  const lines = sample.split(/\r?\n/).filter((line) => line.trim() !== '');
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  return (
    name.toLowerCase().endsWith('.bio') &&
    whole.length > 0 &&
    whole.every((line) => line.startsWith('-DOCSTART-') || typeof rowsOf(line, 0) !== 'string') &&
    whole.some((line) => ROW.test(line)) &&
    !TREEBANK_ROW.test(sample)
  );
}

/**
 * CoNLL-2003 (Tjong Kim Sang and De Meulder 2003, §2): `word POS chunk tag`, a blank line after each
 * sentence, `-DOCSTART-` before each document. Written in IOB2 or, as the option `scheme`, BIOES;
 * read in IOB1, IOB2, BIOES and BILOU, with any number of columns of which the last is the tag, or
 * as `word|tag` with a sentence on a line. It holds words and one label each, and no text: what
 * stood between words is lost, and so is the shorter of two annotations that overlap. A label of
 * several words is one word in tags; what it is called stands in the `-DOCSTART-` line, in a column
 * that other tools pass over.
 */
export const conll2003: Format = {
  id: 'conll-2003',
  label: 'CoNLL-2003',
  extensions: ['.conll', '.iob', '.bio'],
  layout: 'file',
  hasScheme: true,
  offsetUnit: 'utf16',
  can: CAN,
  sniff: (sample, name) =>
    /^\ufeff?-DOCSTART-[ \t]/.test(sample) ||
    isNamed(sample, name) ||
    looksTagged(sample.replace(/^\ufeff/, ''), name),
  read: readConll,
  write: writeConll,
};
