import type { Json, JsonObject } from '../../model/json.ts';
import type { Span } from '../../model/span.ts';
import { err } from '../../result.ts';
import { type OffsetConverter, offsetConverter } from '../../text/offsets.ts';
import type { InputFile, Reader } from '../format.ts';
import { readArticleValue } from '../jsonl-read.ts';
import { textAsValue } from '../native-fields.ts';
import { type BratLines, type BratRemark, bratLines, type TextBound } from './lines.ts';
import { type MappedDocument, mapFile, readMap } from './map.ts';
import { namesIn } from './names.ts';
import { LINE_ENDS } from './write.ts';

/** Most lines of one file that are told of one by one. */
const MOST_TOLD = 50;

type Names = ReadonlyMap<string, string>;

function object(value: Json | undefined): JsonObject {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonObject) : {};
}

/** What the words of a line say each span holds, where it can be told apart. */
function quotesOf({ spans, words }: TextBound, slices: readonly (string | undefined)[]): Json {
  if (words === undefined || (words === '' && spans.length > 0)) return null;
  // Older versions of brat write a blank for each line end.
  const plain = (text: string): string =>
    text.replaceAll(LINE_ENDS, (ends) => ' '.repeat(ends.length));
  if (slices.every((slice) => slice !== undefined) && plain(slices.join(' ')) === plain(words)) {
    return slices;
  }
  if (spans.length === 1) return [words];
  // The text says something else: cut by the lengths that the offsets give.
  const characters = Array.from(words);
  let at = 0;
  return spans.map(([start, end]) => {
    const piece = characters.slice(at, at + end - start).join('');
    at += end - start + 1;
    return piece;
  });
}

function sliceOf(text: string, span: Span, converter: OffsetConverter): string | undefined {
  const there = span[0] <= span[1] ? converter.spanToUtf16(span) : undefined;
  return there?.ok === true ? text.slice(...there.value) : undefined;
}

/** What is known of an annotation from the map, if it is still where it was. */
function knownOf(one: TextBound, document: MappedDocument | undefined): JsonObject {
  const { written, ...known } = object(document?.annotations[one.id]);
  if (written === undefined) return {};
  if (JSON.stringify(written) === JSON.stringify(one.spans)) return known;
  const { spans: _moved, ...rest } = known;
  const was = written as unknown as readonly Span[];
  const touches = one.spans.some(([start, end]) =>
    was.some(([from, to]) => start <= to && from <= end),
  );
  return touches ? rest : {};
}

/** Several values of one name become a list. */
function addTo(attributes: Record<string, Json>, name: string, value: Json): void {
  const before = attributes[name];
  if (before === undefined) attributes[name] = value;
  else attributes[name] = Array.isArray(before) ? [...(before as Json[]), value] : [before, value];
}

function remarksOf(remarks: readonly BratRemark[], names: Names): JsonObject {
  const attributes: Record<string, Json> = {};
  const notes: string[] = [];
  for (const { kind, type, value } of remarks) {
    const said = kind === 'note' ? textAsValue(value ?? '') : (value ?? true);
    if (kind === 'note' && type === 'AnnotatorNotes') {
      notes.push(typeof said === 'string' ? said : (value ?? ''));
    } else addTo(attributes, names.get(type) ?? type, said);
  }
  return {
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    ...(notes.length === 0 ? {} : { note: notes.join('\n') }),
  };
}

/** Everything that `.ann` lines say of one target, an event's at its trigger. */
function byTarget(lines: BratLines, triggers: Names): ReadonlyMap<string, readonly BratRemark[]> {
  const found = new Map<string, BratRemark[]>();
  for (const remark of lines.remarks) {
    const target = triggers.get(remark.target) ?? remark.target;
    found.set(target, [...(found.get(target) ?? []), remark]);
  }
  return found;
}

interface Ann {
  readonly text: string;
  readonly lines: BratLines;
  readonly names: Names;
  readonly document: MappedDocument | undefined;
}

/** The native line that an `.ann` file and its text amount to. */
function articleValue({ text, lines, names, document }: Ann, title: string): Json {
  const converter = offsetConverter(text, 'codePoint');
  const triggers = new Map(lines.events.map(({ id, trigger }) => [id, trigger]));
  const remarks = byTarget(lines, triggers);
  const idOf = new Map<string, string>();
  const annotations = lines.textBounds.map((one): Json => {
    const known = knownOf(one, document);
    const slices = one.spans.map((span) => sliceOf(text, span, converter));
    const quote = quotesOf(one, slices);
    const id = typeof known['id'] === 'string' ? known['id'] : one.id;
    idOf.set(one.id, id);
    const isWhole = JSON.stringify(known['spans'] ?? one.spans) === JSON.stringify(one.spans);
    return {
      spans: one.spans,
      ...(quote === null || !isWhole ? {} : { quote }),
      ...known,
      id,
      label: names.get(one.type) ?? one.type,
      ...remarksOf(remarks.get(one.id) ?? [], names),
    };
  });
  const end = (id: string): string => idOf.get(triggers.get(id) ?? id) ?? id;
  const relations = lines.relations.map(({ id, type, from, to }): Json => {
    const { note } = remarksOf(remarks.get(id) ?? [], names);
    const known = object(document?.relations[id]);
    const said = note === undefined ? {} : { note };
    return { id, ...known, ...said, type: names.get(type) ?? type, from: end(from), to: end(to) };
  });
  const roles = lines.events.flatMap(({ id, trigger, roles: players }) =>
    players.map(
      ([role, target]): Json => ({
        id: `${id}-${role}`,
        type: names.get(role) ?? role,
        from: end(trigger),
        to: end(target),
      }),
    ),
  );
  const taken = new Set([...lines.textBounds, ...lines.relations].map(({ id }) => id));
  const loose = [...remarks].flatMap(([target, said]) => (taken.has(target) ? [] : said));
  return {
    title,
    ...document?.article,
    text,
    offsetUnit: 'codePoint',
    annotations,
    relations: [...relations, ...roles],
    ...(loose.length === 0 ? {} : { brat: loose as unknown as Json }),
  };
}

/** A BOM counts for brat, and `text()` leaves it out. */
function textWithBom(file: InputFile): string {
  const [first, second, third] = file.bytes();
  const hasBom = first === 0xef && second === 0xbb && third === 0xbf;
  return `${hasBom ? '\ufeff' : ''}${file.text()}`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The file with this name in the folder of another, or in one above it. */
function fileNear(
  files: ReadonlyMap<string, InputFile>,
  path: string,
  name: string,
): InputFile | undefined {
  let folder = folderOf(path);
  for (;;) {
    const found = files.get(`${folder}${name}`);
    if (found !== undefined || folder === '') return found;
    folder = folderOf(folder.slice(0, -1));
  }
}

/**
 * Reads brat collections: each `.ann` with the `.txt` beside it. An event is the annotation of its
 * trigger with a relation for each role; equivalences are relations from the first to each other
 * member; notes of other types than `AnnotatorNotes`, and references, are attributes. A line of no
 * known shape is told with its number, and the rest of the file is read.
 */
export const readBrat: Reader = function* (input, options) {
  const byPath = new Map(input.files.map((file) => [file.path, file]));
  const anns = input.files.filter(({ path }) => path.endsWith('.ann'));
  for (const ann of anns.length === 0 ? [input.main] : anns) {
    const stem = ann.path.replace(/\.ann$/, '');
    const base = stem.slice(folderOf(ann.path).length);
    const [txt, map] = [byPath.get(`${stem}.txt`), byPath.get(mapFile(stem))];
    if (txt === undefined) {
      const message = `the text ${base}.txt is not beside it, and without it annotations have no place`;
      yield err({ file: ann.path, line: 1, message });
      continue;
    }
    const lines = bratLines(ann.lines());
    for (const { line, content } of lines.unread.slice(0, MOST_TOLD)) {
      const message = `this is no line of brat's: ${JSON.stringify(content.slice(0, 60))}`;
      yield err({ file: ann.path, line, column: 1, message });
    }
    const conf = fileNear(byPath, ann.path, 'annotation.conf');
    const value = articleValue(
      {
        text: textWithBom(txt),
        lines,
        names: conf === undefined ? new Map<string, string>() : namesIn(conf.lines()),
        document: readMap(map),
      },
      base,
    );
    yield readArticleValue(value, { line: 1, file: ann.path }, options);
  }
};
