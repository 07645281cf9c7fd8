import type { Json } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Cas, FeatureStructure } from '../cas/structures.ts';
import { splitTsv, unescapeTsv } from './escapes.ts';

/** A layer as the head of a file declares it. */
interface Layer {
  readonly kind: 'T_SP' | 'T_RL' | 'T_CH';
  readonly type: string;
  readonly columns: readonly string[];
}

interface Row {
  readonly line: number;
  readonly address: string;
  readonly begin: number;
  readonly end: number;
  readonly form: string;
  readonly cells: readonly string[];
}

/** Why a file is none. */
export interface TsvProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

interface Sheet {
  readonly layers: readonly Layer[];
  readonly rows: readonly Row[];
  /** Text of each sentence with the offset at which it begins. */
  readonly sentences: readonly { readonly begin: number; readonly text: string }[];
}

function rowFrom(content: string, line: number): Row | undefined {
  const [address = '', place = '', form = '', ...cells] = content.replace(/\t$/, '').split('\t');
  const [, begin, end] = /^(\d{1,15})-(\d{1,15})$/.exec(place) ?? [];
  if (!/^\d+-\d+(?:\.\d+)?$/.test(address) || begin === undefined || end === undefined) {
    return undefined;
  }
  return { line, address, begin: Number(begin), end: Number(end), form: unescapeTsv(form), cells };
}

const NO_HEAD = { column: 1, message: 'this is no WebAnno TSV 3: #FORMAT is missing' };
const NO_ROW = {
  column: 1,
  message: 'a row was expected: address, begin-end, token, with tabs between',
};

function layerFrom(content: string): Layer | undefined {
  const [, kind, declared] = /^#(T_SP|T_RL|T_CH)=(.+)$/.exec(content) ?? [];
  if (kind === undefined || declared === undefined) return undefined;
  const [type = '', ...columns] = declared.split('|');
  return { kind: kind as Layer['kind'], type, columns };
}

/** Takes a file apart. */
function sheetFrom(lines: Iterable<string>): Result<Sheet, TsvProblem> {
  const layers: Layer[] = [];
  const rows: Row[] = [];
  const sentences: { begin: number; text: string }[] = [];
  let texts: string[] = [];
  let line = 0;
  for (const content of lines) {
    line += 1;
    if (line === 1 && !/^#FORMAT=WebAnno TSV 3\.\d+\s*$/.test(content)) {
      return err({ line, ...NO_HEAD });
    }
    if (content.startsWith('#')) {
      const layer = layerFrom(content);
      if (layer !== undefined) layers.push(layer);
      else if (content.startsWith('#Text=')) texts.push(unescapeTsv(content.slice(6)));
      continue;
    }
    if (content.trim() === '') continue;
    const row = rowFrom(content, line);
    if (row === undefined) return err({ line, ...NO_ROW });
    if (texts.length > 0) sentences.push({ begin: row.begin, text: texts.join('\n') });
    texts = [];
    rows.push(row);
  }
  return line === 0 ? err({ line: 1, ...NO_HEAD }) : ok({ layers, rows, sentences });
}

/** Longest gap between two sentences that is filled; a longer one is a damaged offset. */
const MOST_GAP = 100_000;

/** The text of the sentences, with blanks where the file says nothing of what stood between. */
function textFrom({ sentences, rows }: Sheet): Result<string, TsvProblem> {
  let text = '';
  for (const { begin, text: said } of sentences) {
    const gap = begin - text.length;
    if (gap < 0 || gap > MOST_GAP) {
      const line = rows.find((row) => row.begin === begin)?.line ?? 1;
      return err({ line, column: 1, message: `a sentence cannot begin at ${begin}` });
    }
    text += ' '.repeat(gap) + said;
  }
  return ok(text);
}

/** A value and the number after it that tells it apart. */
function numbered(value: string): readonly [value: string, number: string] {
  const [, said, number] = /^((?:[^\\]|\\[^])*?)\[(\d+)\]$/.exec(value) ?? [];
  return said === undefined || number === undefined ? [value, '0'] : [said, number];
}

interface Made extends FeatureStructure {
  readonly features: Record<string, Json>;
  readonly references: Record<string, readonly string[]>;
}

/** The structures of a sheet, by layer, unit and number, so that links find them. */
interface Book {
  readonly all: Map<string, Made>;
  /** Structure by `type address number`. */
  readonly places: Map<string, Made>;
  readonly later: (() => void)[];
}

function structure(book: Book, name: string, type: string, row: Row): Made {
  const before = book.all.get(name);
  if (before !== undefined) {
    before.features['begin'] = Math.min(Number(before.features['begin']), row.begin);
    before.features['end'] = Math.max(Number(before.features['end']), row.end);
    return before;
  }
  const id = String(book.all.size + 1);
  const made: Made = { id, type, features: { begin: row.begin, end: row.end }, references: {} };
  book.all.set(name, made);
  return made;
}

/** An annotation that a target such as `1-2 3` (unit, number) means, whatever layer it is in. */
function targetOf(book: Book, type: string, target: string): string | undefined {
  const exact = book.places.get(`${type} ${target}`);
  if (exact !== undefined) return exact.id;
  for (const [place, one] of book.places) {
    if (place.endsWith(` ${target}`)) return one.id;
  }
  return undefined;
}

/** Slots: roles in one column, their targets in the next. */
function addSlots(book: Book, made: Made, column: string, roles: string, targets: string): void {
  const names = splitTsv(roles, ';').map(unescapeTsv);
  const type = column.slice('ROLE_'.length).split(':')[0] ?? '';
  for (const [index, target] of splitTsv(targets, ';').entries()) {
    const [address, number] = numbered(target);
    const role = names[index] ?? '*';
    const name = role === '*' ? type : role;
    book.later.push(() => {
      const id = targetOf(book, type, `${address} ${number}`);
      if (id !== undefined) made.references[name] = [...(made.references[name] ?? []), id];
    });
  }
}

/** `*` stands for no value, `_` for no annotation. */
function addFeature(made: Made, name: string, said: string): void {
  const [value] = numbered(said);
  if (value !== '*' && value !== '_') made.features[name] = unescapeTsv(value);
}

/** The features of one of those stacked in a row. @param values one for each column */
function addFeatures(
  book: Book,
  made: Made,
  columns: readonly string[],
  values: readonly string[],
): void {
  for (const [index, column] of columns.entries()) {
    if (columns[index - 1]?.startsWith('ROLE_') === true) continue;
    const said = values[index] ?? '*';
    if (column.startsWith('ROLE_')) {
      addSlots(book, made, column, numbered(said)[0], values[index + 1] ?? '');
    } else addFeature(made, column, said);
  }
}

function addSpans(book: Book, { type, columns }: Layer, cells: readonly string[], row: Row): void {
  const stacks = cells.map((cell) => splitTsv(cell, '|'));
  for (const [depth, first] of (stacks[0] ?? []).entries()) {
    const [, number] = numbered(first);
    const name = number === '0' ? `${type} ${row.address} ${depth}` : `${type} ${number}`;
    const made = structure(book, name, type, row);
    book.places.set(`${type} ${row.address} ${number}`, made);
    addFeatures(
      book,
      made,
      columns,
      stacks.map((stack) => stack[depth] ?? '*'),
    );
  }
}

function addLinks(book: Book, { type, columns }: Layer, cells: readonly string[], row: Row): void {
  const stacks = cells.map((cell) => splitTsv(cell, '|'));
  const base = (columns.at(-1) ?? '').replace(/^BT_/, '');
  for (const [depth, target] of (stacks.at(-1) ?? []).entries()) {
    const [, address = '', from = '0', to = '0'] =
      /^([\d.-]+)(?:\[(\d+)_(\d+)\])?$/.exec(target) ?? [];
    if (address === '') continue;
    const made = structure(book, `${type} ${row.address} ${depth} ${target}`, type, row);
    addFeatures(
      book,
      made,
      columns.slice(0, -1),
      stacks.map((stack) => stack[depth] ?? '*'),
    );
    const ends = { Governor: `${address} ${from}`, Dependent: `${row.address} ${to}` };
    book.later.push(() => {
      for (const [name, end] of Object.entries(ends)) {
        const id = targetOf(book, base, end);
        if (id !== undefined) made.references[name] = [id];
      }
    });
  }
}

/** A chain: each link says its label, its number in the chain, and how it goes on. */
function addChain(book: Book, { type }: Layer, cells: readonly string[], row: Row): void {
  const [relations = [], labels = []] = cells.map((cell) => splitTsv(cell, '|'));
  for (const [depth, relation] of relations.entries()) {
    const [, label = '', chain = '', link = ''] = /^([^]*)->(\d+)-(\d+)$/.exec(relation) ?? [];
    if (chain === '') continue;
    const made = structure(book, `${type} ${chain}-${link}`, type, row);
    book.places.set(`${type} ${row.address} ${chain}`, made);
    addFeature(made, 'referenceType', labels[depth] ?? '*');
    addFeature(made, 'referenceRelation', label);
    book.later.push(() => {
      const next = book.all.get(`${type} ${chain}-${Number(link) + 1}`);
      if (next !== undefined) made.references['next'] = [next.id];
    });
  }
}

const ADDS = { T_SP: addSpans, T_RL: addLinks, T_CH: addChain };

/**
 * Reads a file as a CAS. Layers become types, stacked annotations are told apart by their numbers,
 * and what stands on several units under one number is one annotation from the first to the last.
 */
export function tsvCas(lines: Iterable<string>): Result<Cas, TsvProblem> {
  const sheet = sheetFrom(lines);
  if (!sheet.ok) return sheet;
  const text = textFrom(sheet.value);
  if (!text.ok) return text;
  const book: Book = { all: new Map(), places: new Map(), later: [] };
  for (const row of sheet.value.rows) {
    if (text.value.slice(row.begin, row.end) !== row.form) {
      const message = `${row.begin}-${row.end} is not “${row.form.slice(0, 40)}” in the text`;
      return err({ line: row.line, column: 1, message });
    }
    let column = 0;
    for (const layer of sheet.value.layers) {
      const width = Math.max(layer.columns.length, 1);
      const cells = row.cells.slice(column, column + width);
      column += width;
      if ((cells[0] ?? '_') !== '_') ADDS[layer.kind](book, layer, cells, row);
    }
  }
  for (const tie of book.later) tie();
  return ok({ text: text.value, structures: [...book.all.values()] });
}
