import type { Json, JsonObject } from '../../model/json.ts';
import type { Span } from '../../model/span.ts';
import { err, ok, type Result } from '../../result.ts';
import type { DatasetInput, InputFile, Reader, ReadOptions } from '../format.ts';
import { readArticleValue } from '../jsonl-read.ts';
import {
  childElement,
  childElements,
  elementsIn,
  readXml,
  textIn,
  type XmlElement,
  xmlText,
} from '../xml.ts';
import { DESCRIPTION } from './write.ts';

function bare(guid: string | undefined): string {
  return (guid ?? '').replaceAll(/[{}]/g, '').toUpperCase();
}

/** Names by GUID, of users and codes; nested codes too. */
function namesIn(root: XmlElement, local: string): ReadonlyMap<string, string> {
  const found = [...elementsIn(root)].filter((one) => one.local === local);
  return new Map(
    found.map(({ attributes }) => [bare(attributes.get('guid')), attributes.get('name') ?? '']),
  );
}

/** What Verbale keeps in a description; nothing where somebody else wrote it. */
function fieldsOf(parent: XmlElement): JsonObject {
  const described = childElement(parent, 'Description');
  const text = described === undefined ? '' : textIn(described);
  if (!text.startsWith(DESCRIPTION)) return {};
  try {
    const value = JSON.parse(text.slice(DESCRIPTION.length)) as Json;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : {};
  } catch {
    return {};
  }
}

/** The text of a source, a BOM with it where the file has one. */
function textOf(source: XmlElement, { files }: DatasetInput): Result<string, string> {
  const content = childElement(source, 'PlainTextContent');
  if (content !== undefined) return ok(textIn(content));
  const said = source.attributes.get('plainTextPath') ?? '';
  const name = said.replace(/^(?:internal|relative):\/\/\/?/, '').toLowerCase();
  const file: InputFile | undefined =
    name === ''
      ? undefined
      : files.find(
          ({ path }) => path.toLowerCase() === name || path.toLowerCase().endsWith(`/${name}`),
        );
  if (file === undefined) {
    const which = source.attributes.get('name') ?? said;
    return err(`the plain text of “${which}” is not in the project`);
  }
  const [first, second, third] = file.bytes();
  const hasBom = first === 0xef && second === 0xbb && third === 0xbf;
  return ok(`${hasBom ? '\ufeff' : ''}${file.text()}`);
}

/** How a tool may have counted: with a BOM or without, a Windows line end as one or as two. */
const COUNTINGS = [
  { bom: true, pairs: true },
  { bom: false, pairs: true },
  { bom: true, pairs: false },
  { bom: false, pairs: false },
];

/** The offset in UTF-16 of each position as a tool counts them. */
function positions(text: string, { bom, pairs }: (typeof COUNTINGS)[number]): readonly number[] {
  const at: number[] = [];
  let offset = 0;
  for (const character of text) {
    const isBom = offset === 0 && character === '\ufeff' && !bom;
    const isPair = !pairs && character === '\n' && text.charAt(offset - 1) === '\r';
    if (!isBom && !isPair) at.push(offset);
    offset += character.length;
  }
  return [...at, offset];
}

interface Selection {
  readonly element: XmlElement;
  readonly start: number;
  readonly end: number;
  /** Its words, where its name is as long as they are. */
  readonly words: string | undefined;
}

function selectionsIn(source: XmlElement): readonly Selection[] {
  return childElements(source, 'PlainTextSelection').map((element) => {
    const start = Number(element.attributes.get('startPosition') ?? Number.NaN);
    const end = Number(element.attributes.get('endPosition') ?? Number.NaN);
    const name = element.attributes.get('name') ?? '';
    const isWhole = Array.from(name).length === end - start && name !== '';
    return { element, start, end, words: isWhole ? name : undefined };
  });
}

/** The counting by which most names are the words at their place; the plainest where several are. */
function bestPositions(text: string, selections: readonly Selection[]): readonly number[] {
  const tried = COUNTINGS.map((counting) => {
    const at = positions(text, counting);
    const fits = selections.filter(
      ({ start, end, words }) => words !== undefined && text.slice(at[start], at[end]) === words,
    );
    return { at, score: fits.length };
  });
  const best = Math.max(...tried.map(({ score }) => score));
  return tried.find(({ score }) => score === best)?.at ?? [];
}

/** An offset that no text has: what stands there is refused by its place. */
const NOWHERE = Number.MAX_SAFE_INTEGER;

interface Names {
  readonly users: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, string>;
}

function noteOf(element: XmlElement, { notes }: Names): string {
  return childElements(element, 'NoteRef')
    .map((one) => notes.get(bare(one.attributes.get('targetGUID'))) ?? '')
    .join('\n');
}

function attributeOf(element: XmlElement, name: string): JsonObject {
  const value = element.attributes.get(name) ?? '';
  return value === '' ? {} : { [name === 'creationDateTime' ? 'createdAt' : 'updatedAt']: value };
}

/** What a coding of a selection says, in native words. */
function fieldsOfCoding(
  element: XmlElement,
  coding: XmlElement,
  names: Names,
): JsonObject & { readonly id: string } {
  const { part: _part, ...known } = fieldsOf(element);
  const ref = bare(childElement(coding, 'CodeRef')?.attributes.get('targetGUID'));
  const by = coding.attributes.get('creatingUser') ?? element.attributes.get('creatingUser');
  const analyst = names.users.get(bare(by)) ?? '';
  const shown = noteOf(element, names);
  const own = typeof known['note'] === 'string' ? known['note'] : '';
  // What XML cannot hold of a note stands whole in the description, unless the note was changed since.
  const note = own !== '' && xmlText(own).text === shown ? own : shown;
  return {
    ...attributeOf(element, 'creationDateTime'),
    ...attributeOf(element, 'modifiedDateTime'),
    ...known,
    id: typeof known['id'] === 'string' ? known['id'] : bare(coding.attributes.get('guid')),
    label: names.codes.get(ref) ?? ref,
    ...(analyst === '' ? {} : { analyst }),
    ...(note === '' ? {} : { note }),
  };
}

interface Found {
  readonly fields: JsonObject;
  readonly spans: Span[];
  readonly quote: (string | undefined)[];
}

/** Annotations of a source: one for each coding, the parts of one of Verbale's together again. */
function annotationsOf(
  selections: readonly Selection[],
  at: readonly number[],
  names: Names,
): { readonly annotations: readonly Json[]; readonly idOf: ReadonlyMap<string, string> } {
  const found = new Map<string, Found>();
  const idOf = new Map<string, string>();
  for (const { element, start, end, words } of selections) {
    const guid = bare(element.attributes.get('guid'));
    for (const coding of childElements(element, 'Coding')) {
      const fields = fieldsOfCoding(element, coding, names);
      const key = JSON.stringify([fields['analyst'] ?? '', fields.id]);
      const one = found.get(key) ?? { fields, spans: [], quote: [] };
      if (!found.has(key) && !idOf.has(guid)) idOf.set(guid, fields.id);
      one.spans.push([at[start] ?? NOWHERE, at[end] ?? NOWHERE]);
      one.quote.push(words);
      found.set(key, one);
    }
  }
  const annotations = [...found.values()].map(({ fields, spans, quote }): Json => {
    const isQuoted = quote.every((words) => words !== undefined);
    return { ...fields, spans, ...(isQuoted ? { quote } : {}) };
  });
  return { annotations, idOf };
}

function linksOf(root: XmlElement, idOf: ReadonlyMap<string, string>): readonly Json[] {
  const all = childElement(root, 'Links');
  return (all === undefined ? [] : childElements(all, 'Link')).flatMap(({ attributes }): Json[] => {
    const from = idOf.get(bare(attributes.get('originGUID')));
    const to = idOf.get(bare(attributes.get('targetGUID')));
    if (from === undefined || to === undefined) return [];
    const name = attributes.get('name') ?? '';
    return [{ id: bare(attributes.get('guid')), type: name === '' ? 'link' : name, from, to }];
  });
}

/** Codes on the whole source are labels of the document. */
function wholeLabels(source: XmlElement, names: Names, options: ReadOptions): JsonObject {
  const labels = childElements(source, 'Coding').map((coding): [string, JsonObject] => {
    const analyst = names.users.get(bare(coding.attributes.get('creatingUser'))) ?? options.analyst;
    const ref = bare(childElement(coding, 'CodeRef')?.attributes.get('targetGUID'));
    return [analyst, { [names.codes.get(ref) ?? ref]: true }];
  });
  const byAnalyst = new Map<string, JsonObject>();
  for (const [analyst, label] of labels) {
    byAnalyst.set(analyst, { ...byAnalyst.get(analyst), ...label });
  }
  return Object.fromEntries(byAnalyst);
}

function sourceValue(
  source: XmlElement,
  stored: string,
  root: XmlElement,
  names: Names,
  options: ReadOptions,
): Json {
  const known = fieldsOf(source);
  const selections = selectionsIn(source);
  const at = bestPositions(stored, selections);
  // A BOM is of the file and not of the text, unless Verbale itself wrote it.
  const cut = known['sha256'] === undefined && stored.startsWith('\ufeff') ? 1 : 0;
  const moved = at.map((offset) => Math.max(0, offset - cut));
  const { annotations, idOf } = annotationsOf(selections, moved, names);
  const labels = wholeLabels(source, names, options);
  const name = source.attributes.get('name') ?? '';
  return {
    ...(name === '' ? {} : { title: name }),
    ...known,
    text: stored.slice(cut),
    offsetUnit: 'utf16',
    annotations,
    relations: linksOf(root, idOf),
    documentLabels: labels,
  };
}

/** Reads the texts of a project with what is coded in them. */
export const readRefiQda: Reader = function* (input, options) {
  const file = input.files.find(({ path }) => path.endsWith('.qde')) ?? input.main;
  const root = readXml(file.text());
  if (!root.ok) {
    yield err({ file: file.path, ...root.error });
    return;
  }
  const notes = childElement(root.value, 'Notes');
  const names: Names = {
    users: namesIn(root.value, 'User'),
    codes: namesIn(root.value, 'Code'),
    notes: new Map(
      (notes === undefined ? [] : childElements(notes, 'Note')).map((one) => {
        const text = textOf(one, input);
        return [bare(one.attributes.get('guid')), text.ok ? text.value : ''];
      }),
    ),
  };
  const sources = [...elementsIn(root.value)].filter(({ local }) =>
    /^(?:TextSource|Representation)$/.test(local),
  );
  if (sources.length === 0) {
    yield err({
      file: file.path,
      line: root.value.line,
      message: 'there is no text in this project',
    });
  }
  for (const source of sources) {
    const place = { file: file.path, line: source.line };
    const text = textOf(source, input);
    yield text.ok
      ? readArticleValue(
          sourceValue(source, text.value, root.value, names, options),
          place,
          options,
        )
      : err({ ...place, message: text.error });
  }
};
