import { broken } from './broken.ts';

const NAME = /^[A-Za-z0-9_-]+$/;
/** What Python's `splitlines` takes for the end of a line, and so do brat's readers; but `\n`. */
const LINE_ENDS = /[\r\u000b\f\u001c-\u001e\u0085\u2028\u2029]/u;

interface Standoff {
  readonly text: readonly string[];
  readonly ids: Set<string>;
  readonly types: ReadonlySet<string>;
  /** Values of attributes that have some. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly problems: string[];
}

/** Names that an `annotation.conf` declares, of all sections. */
function declared(conf: string): ReadonlySet<string> {
  const lines = conf.split('\n').filter((line) => /^[^#[]/.test(line.trim()));
  return new Set(lines.map((line) => line.trim().split(/[\t ]/)[0] ?? ''));
}

/** Values that an `annotation.conf` offers for attributes. */
function offered(conf: string): ReadonlyMap<string, readonly string[]> {
  const found = conf.matchAll(/^(\S+)\tArg:<ENTITY>, Value:(\S+)$/gm);
  return new Map(Array.from(found, ([, name = '', values = '']) => [name, values.split('|')]));
}

function textBound(line: string, [place = '', ...quote]: readonly string[], into: Standoff): void {
  const { text, problems, types } = into;
  const [, type = '', offsets = ''] = /^(\S+) (.+)$/.exec(place) ?? [];
  if (!NAME.test(type) || !types.has(type)) problems.push(`type of ${line}`);
  let last = 0;
  const parts = offsets.split(';').map((one) => {
    const [, start = '-1', end = '-1'] = /^(\d+) (\d+)$/.exec(one) ?? [];
    if (Number(start) < last || Number(end) < Number(start) || Number(end) > text.length)
      problems.push(`offsets of ${line}`);
    last = Number(end);
    return text.slice(Number(start), Number(end)).join('');
  });
  if (parts.join(' ') !== quote.join('\t')) problems.push(`text of ${line}`);
}

function relation(line: string, [said = '', ...rest]: readonly string[], into: Standoff): void {
  const [, type = '', first = '', second = ''] = /^(\S+) Arg1:(\S+) Arg2:(\S+)$/.exec(said) ?? [];
  if (!into.types.has(type) || rest.some((one) => one !== '')) into.problems.push(line);
  for (const id of [first, second]) if (!into.ids.has(id)) into.problems.push(`${id} in ${line}`);
}

function attributeProblems(line: string, said: string, { values, types, ids }: Standoff): string[] {
  const [, name = '', target = '', value = ''] = /^(\S+) (\S+)(?: (\S+))?$/.exec(said) ?? [];
  const may = values.get(name) ?? [''];
  return broken(
    [!types.has(name), `attribute of ${line}`],
    [!may.includes(value), `value of ${line}`],
    [!ids.has(target), `target of ${line}`],
  );
}

function checkLine(line: string, into: Standoff): void {
  const [id = '', ...rest] = line.split('\t');
  const [said = ''] = rest;
  if (/^T\d+$/.test(id)) textBound(line, rest, into);
  else if (/^R\d+$/.test(id)) relation(line, rest, into);
  else if (/^[AM]\d+$/.test(id)) into.problems.push(...attributeProblems(line, said, into));
  else if (/^#\d+$/.test(id)) {
    const [, target = ''] = /^\S+ (\S+)$/.exec(said) ?? [];
    if (!into.ids.has(target) || rest.length !== 2) into.problems.push(line);
  } else into.problems.push(`no line of brat: ${line}`);
}

/**
 * What is wrong with a pair of files by the rules of brat's own parser (`server/src/annotation.py`):
 * ids are unique and what is pointed to is there; offsets are code points, the end exclusive; the text
 * is the document's, parts joined by one blank; no line holds another end of a line; every type is
 * declared in `annotation.conf`.
 */
export function bratProblems(text: string, ann: string, conf: string): readonly string[] {
  const lines = ann.split('\n');
  const problems = lines.pop() === '' ? [] : ['no end of the last line'];
  const all = lines.map((line) => line.split('\t')[0] ?? '');
  const ids = new Set(all);
  const [types, values] = [declared(conf), offered(conf)];
  const into = { text: Array.from(text), ids, types, values, problems };
  if (ids.size !== all.length) problems.push('an id twice');
  for (const line of lines) {
    if (LINE_ENDS.test(line)) problems.push(`end of line in ${line}`);
    checkLine(line, into);
  }
  return problems;
}
