import type { Json, JsonObject } from '../../model/json.ts';
import type { Span } from '../../model/span.ts';
import { offsetConverter } from '../../text/offsets.ts';
import { canonical, jsonLine } from '../canonical-json.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Writer } from '../format.ts';
import { annotationFields, articleFields, valueAsText } from '../native-fields.ts';
import { annotationExample, type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { loseUnsupported } from '../unsupported.ts';
import { attributesLine, relationsAmong, type WriteContext } from '../write-parts.ts';
import { annotationConf, nameCodebook, visualConf } from './conf.ts';
import { mapFile } from './map.ts';
import { type BratNames, bratNames } from './names.ts';
import { type BratValues, bratValues } from './values.ts';

/** What brat's files hold by themselves. */
export const BRAT_CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: true,
  relations: true,
  attributes: true,
  analysts: false,
  documentLabels: false,
};

/** What ends a line for brat, which cuts its files as Python's `splitlines` does. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const LINE_ENDS = /[\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]+/g;

interface Context extends WriteContext {
  readonly names: BratNames;
  readonly values: BratValues;
}

/** A span without the line ends in it: the stretches between them. UTF-16 code units. */
function aroundLineEnds(text: string, [start, end]: Span): Span[] {
  if (start === end) return [[start, end]];
  const parts: Span[] = [];
  let from = start;
  for (const { index, 0: found } of text.slice(start, end).matchAll(LINE_ENDS)) {
    if (start + index > from) parts.push([from, start + index]);
    from = start + index + found.length;
  }
  if (from < end) parts.push([from, end]);
  return parts;
}

interface Written {
  readonly id: string;
  readonly placed: PlacedAnnotation;
  /** In code points. */
  readonly fragments: readonly Span[];
  readonly line: string;
}

function writeSpan(id: string, placed: PlacedAnnotation, context: Context): Written | undefined {
  const { from, names, converter, losses } = context;
  const { annotation } = placed;
  const parts = placed.spans
    .map((span) => converter.spanToUtf16(span))
    .flatMap((span) => (span.ok ? aroundLineEnds(from.text, span.value) : []));
  if (parts.length === 0) {
    losses.lost('annotations on line ends only', annotationExample(annotation));
    return undefined;
  }
  if (parts.length !== placed.spans.length) {
    const what = 'annotations over a line end, written in parts around it';
    losses.lost(what, annotationExample(annotation));
  }
  const fragments = parts.flatMap((part) => {
    const span = converter.spanFromUtf16(part);
    return span.ok ? [span.value] : [];
  });
  const words = parts.map((part) => from.text.slice(...part)).join(' ');
  const places = fragments.map((span) => span.join(' ')).join(';');
  const type = names.of('label', from.labelName(annotation.label));
  return { id, placed, fragments, line: `${id}\t${type} ${places}\t${words}\n` };
}

/** Lines about annotations, each with the next free number of its kind. */
function remarkLines({ names, values }: Pick<Context, 'names' | 'values'>) {
  const lines: string[] = [];
  let attributes = 0;
  let notes = 0;
  return {
    lines,
    note: (type: string, target: string, value: Json): void => {
      notes += 1;
      const raw = typeof value === 'string' ? value : undefined;
      const text = raw?.search(LINE_ENDS) === -1 ? valueAsText(raw) : jsonLine(canonical(value));
      lines.push(`#${notes}\t${type} ${target}\t${text}\n`);
    },
    attribute(target: string, name: string, value: Json): void {
      const type = names.of('attribute', name);
      if (!values.take(name, value)) {
        this.note(type, target, value);
        return;
      }
      attributes += 1;
      lines.push(
        `A${attributes}\t${type} ${target}${typeof value === 'string' ? ` ${value}` : ''}\n`,
      );
    },
  };
}

type Remarks = ReturnType<typeof remarkLines>;

function writeRelations(
  written: readonly Written[],
  remarks: Remarks,
  { from, names, losses }: Context,
): { readonly lines: readonly string[]; readonly record: JsonObject } {
  const key = (analyst: string, id: string): string => JSON.stringify([analyst, id]);
  const ids = new Map(
    written.map(({ id, placed: { annotation } }) => [key(annotation.analyst, annotation.id), id]),
  );
  const record: [string, Json][] = [];
  const placed = written.map((one) => one.placed);
  const lines = relationsAmong(placed, { from, losses }).map((relation) => {
    const id = `R${record.length + 1}`;
    const {
      articleId: _article,
      analyst,
      from: source,
      to: target,
      type,
      note = '',
      ...rest
    } = relation;
    record.push([id, { ...rest, analyst: from.analystName(analyst) }]);
    if (note !== '') remarks.note('AnnotatorNotes', id, note);
    const [start, end] = [source, target].map((one) => ids.get(key(analyst, one)));
    return `${id}\t${names.of('relation', type)} Arg1:${start} Arg2:${end}\t\n`;
  });
  return { lines, record: Object.fromEntries(record) };
}

function documentFiles(context: Context): { readonly ann: string; readonly map: object } {
  const { from, converter, losses } = context;
  const written: Written[] = [];
  for (const annotation of from.annotations) {
    const placed = placeAnnotation(annotation, from.text, converter, losses);
    const line =
      placed === undefined ? undefined : writeSpan(`T${written.length + 1}`, placed, context);
    if (line !== undefined) written.push(line);
  }
  const remarks = remarkLines(context);
  for (const { id, placed } of written) {
    const { annotation } = placed;
    for (const [name, value] of Object.entries(attributesLine(annotation, context))) {
      remarks.attribute(id, name, value);
    }
    if (annotation.note !== '') remarks.note('AnnotatorNotes', id, annotation.note);
    losses.wrote();
  }
  const relations = writeRelations(written, remarks, context);
  const ann = [...written.map(({ line }) => line), ...relations.lines, ...remarks.lines].join('');
  const annotations = written.map(({ id, placed, fragments }): [string, Json] => [
    id,
    {
      ...annotationFields(placed.annotation, from.analystName),
      written: fragments,
      spans: placed.spans,
    },
  ]);
  return {
    ann,
    map: {
      article: articleFields(from.article),
      annotations: Object.fromEntries(annotations),
      relations: relations.record,
    },
  };
}

/** Writes a brat collection: for each article a text and its annotations, and how to show them. */
export const writeBrat: Writer = ({ codebook }, _options, losses) => {
  const names = bratNames();
  nameCodebook(codebook, names);
  const values = bratValues(codebook.attributes);
  return {
    *article(from) {
      loseUnsupported(
        from,
        BRAT_CAN,
        { articlesWithoutAnnotations: true, notes: true, confidence: true, relationNotes: true },
        losses,
      );
      const converter = offsetConverter(from.text, 'codePoint');
      const { ann, map } = documentFiles({ from, names, values, converter, losses });
      yield { path: `${from.article.id}.txt`, data: from.text };
      yield { path: `${from.article.id}.ann`, data: ann };
      yield { path: mapFile(from.article.id), data: `${jsonLine(map)}\n` };
    },
    *end() {
      yield { path: 'annotation.conf', data: annotationConf(codebook, names, values) };
      yield { path: 'visual.conf', data: visualConf(codebook, names) };
    },
  };
};
