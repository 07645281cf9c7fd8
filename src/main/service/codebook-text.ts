import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  parseDocument,
  stringify,
  visit,
  type YAMLMap,
} from 'yaml';
import type { CodebookProblem } from '../../core/codebook/check-codebook.ts';
import { codebookFromFile, codebookToFile } from '../../core/codebook/codebook-file.ts';
import type { CodebookContent } from '../../core/model/codebook.ts';
import { err, ok, type Result } from '../../core/result.ts';

/** The forms a codebook can be written in. */
export type CodebookForm = 'yaml' | 'json';

/** Why a file is no codebook: where, as a person finds it, and what. */
export interface TextProblem {
  /** From 1; 0 where it concerns the whole file. */
  readonly line: number;
  /** `labels › 2 › letter`, with entries counted from 1; empty for the whole file. */
  readonly field: string;
  readonly message: string;
}

/** Characters of a codebook file; the default codebook has some 60,000. */
const MOST_CHARACTERS = 2 * 1024 * 1024;
const MOST_DEPTH = 32;
const MOST_PROBLEMS = 100;
const TOO_DEEP = 'It is nested too deeply.';

/** A codebook as a text that people can read and edit. */
export function codebookText(content: CodebookContent, form: CodebookForm): string {
  const file = codebookToFile(content);
  if (form === 'json') return `${JSON.stringify(file, null, 2)}\n`;
  // Anchors would be written for lists that two entries share, and are not read back.
  return stringify(file, { aliasDuplicateObjects: false, lineWidth: 100 });
}

type Document = ReturnType<typeof parseDocument>;

function fieldOf(path: CodebookProblem['path']): string {
  return path.map((step) => (typeof step === 'number' ? step + 1 : step)).join(' › ');
}

/** The line of the deepest part of a path that the file has. */
function lineOf(document: Document, lines: LineCounter, path: CodebookProblem['path']): number {
  let at: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (!isCollection(at)) break;
    const next: unknown = at.get(step, true);
    if (!isNode(next)) break;
    offset = next.range?.[0] ?? offset;
    at = next;
  }
  return lines.linePos(offset).line;
}

function whole(message: string): Result<never, TextProblem[]> {
  return err([{ line: 0, field: '', message }]);
}

/** What makes a mapping more than fields with different names. */
function badKey({
  items,
}: YAMLMap): { readonly node: unknown; readonly message: string } | undefined {
  const seen = new Set<string>();
  for (const { key } of items) {
    if (!isScalar(key) || typeof key.value !== 'string') {
      return { node: key, message: 'The name of a field has to be a word.' };
    }
    if (seen.has(key.value))
      return { node: key, message: `The field “${key.value}” is there twice.` };
    seen.add(key.value);
  }
  return undefined;
}

/** What makes a document more than plain values, and its line. */
function unwanted(document: Document, lines: LineCounter): TextProblem | undefined {
  let found: TextProblem | undefined;
  const refuse = (node: unknown, message: string): symbol => {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    found = { line: lines.linePos(offset).line, field: '', message };
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_key, node) => refuse(node, 'References (“*name”) are not read.'),
    Node: (_key, node, path) => {
      if (path.length > MOST_DEPTH * 2) return refuse(node, TOO_DEEP);
      if (node.tag?.startsWith('!') === true) return refuse(node, 'Tags (“!name”) are not read.');
      const bad = isMap(node) ? badKey(node) : undefined;
      return bad === undefined ? undefined : refuse(bad.node, bad.message);
    },
  });
  return found;
}

/**
 * True where brackets, or list items on one line, nest without end. The parser would find out only
 * after it has used up the stack, many times over; the lexer stops at the first.
 */
function isTooDeep(text: string): boolean {
  let brackets = 0;
  let items = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') brackets += 1;
    else if (token === ']' || token === '}') brackets -= 1;
    else if (token === '-') items += 1;
    else if (token === '\n' || token === '\r\n') items = 0;
    if (brackets > MOST_DEPTH || items > MOST_DEPTH) return true;
  }
  return false;
}

function parse(text: string, lines: LineCounter): Result<Document, TextProblem[]> {
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    prettyErrors: false,
    // Compared here, in one pass: the parser compares each key with each.
    uniqueKeys: false,
  });
  const problems = [...document.errors, ...document.warnings].slice(0, MOST_PROBLEMS);
  if (problems.length > 0) {
    return err(
      problems.map(({ pos, message }) => ({
        line: lines.linePos(pos[0]).line,
        field: '',
        // The parser calls itself for every level, and reports where the stack ended.
        message: message.includes('call stack') ? TOO_DEEP : message,
      })),
    );
  }
  const bad = unwanted(document, lines);
  return bad === undefined ? ok(document) : err([bad]);
}

/**
 * Reads a codebook from YAML or JSON (which YAML contains). Refused: what `codebookFromFile`
 * refuses, more than 2 MB, nesting without end, references, tags, a key given twice. The text is
 * untrusted; nothing in it is run or followed.
 */
export function readCodebookText(text: string): Result<CodebookContent, TextProblem[]> {
  if (text.length > MOST_CHARACTERS) return whole('It is larger than 2 MB.');
  if (isTooDeep(text)) return whole(TOO_DEEP);
  const lines = new LineCounter();
  const parsed = parse(text, lines);
  if (!parsed.ok) return parsed;
  const content = codebookFromFile(parsed.value.toJS({ maxAliasCount: 0 }));
  if (content.ok) return content;
  return err(
    content.error.slice(0, MOST_PROBLEMS).map(({ path, message }) => ({
      line: path.length === 0 ? 0 : lineOf(parsed.value, lines, path),
      field: fieldOf(path),
      message,
    })),
  );
}

/** Problems in words, a line each: `line 12, labels › 2 › letter: is one character`. */
export function problemLines(problems: readonly TextProblem[]): string[] {
  return problems.map(({ line, field, message }) => {
    const place = [line === 0 ? '' : `line ${line}`, field]
      .filter((part) => part !== '')
      .join(', ');
    return place === '' ? message : `${place}: ${message}`;
  });
}
