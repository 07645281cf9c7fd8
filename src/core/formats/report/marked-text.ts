import type { LabelHue } from '../../model/codebook.ts';
import { offsetConverter } from '../../text/offsets.ts';
import { segmentsOf } from '../../text/segments.ts';
import type { Capabilities } from '../capabilities.ts';
import type { DatasetFacts, ExportArticle } from '../format.ts';
import type { LossLog } from '../loss.ts';
import { valueAsText } from '../native-fields.ts';
import { type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { loseUnsupported } from '../unsupported.ts';
import { attributesLine, relationsAmong } from '../write-parts.ts';

/** What a report shows. It is for people: nothing reads it back. */
export const REPORT_CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: true,
  relations: true,
  attributes: true,
  analysts: true,
  documentLabels: true,
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\u0000': '\ufffd',
};

/** Text or the value of an attribute in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"'\r\u0000]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** One annotation as a report lists it. */
export interface ReportRow {
  /** From 1, in order of place. */
  readonly number: number;
  readonly label: string;
  readonly hue: LabelHue;
  readonly quote: string;
  readonly analyst: string;
  /** Name and value, in words. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly note: string;
}

/** An article as a report shows it. */
export interface ReportArticle {
  readonly rows: readonly ReportRow[];
  /** In words: which annotation, what it does, to which. */
  readonly relations: readonly string[];
  /** Labels of the whole article: whose, name, value. */
  readonly documentLabels: readonly (readonly [analyst: string, name: string, value: string])[];
  /** The text with its annotations, as HTML without line breaks of its own. */
  readonly html: string;
}

function rowOf(
  { annotation, quote }: PlacedAnnotation,
  number: number,
  attributes: readonly (readonly [string, string])[],
  from: ExportArticle,
  { codebook }: DatasetFacts,
): ReportRow {
  const sure: [string, string][] =
    annotation.confidence === undefined ? [] : [['confidence', annotation.confidence]];
  return {
    number,
    label: from.labelName(annotation.label),
    hue: codebook.labels.find(({ id }) => id === annotation.label)?.hue ?? 'grey',
    quote: quote.join(' … '),
    analyst: from.analystName(annotation.analyst),
    attributes: [...attributes, ...sure],
    note: annotation.note,
  };
}

/**
 * The text as HTML: cut at every edge, each run under its annotations one element, so that spans
 * that nest or cross never make elements that do. A run under several shows the first one's colour
 * and the numbers of all that begin there.
 */
function textHtml(
  text: string,
  placed: readonly PlacedAnnotation[],
  rows: readonly ReportRow[],
  hueStyle: (hue: LabelHue) => string,
): string {
  const marked = placed.map(({ spans }, index) => ({ id: String(index), spans }));
  const begun = new Set<string>();
  const runs = segmentsOf([0, text.length], marked).map(({ start, end, ids }) => {
    const words = escapeHtml(text.slice(start, end)).replaceAll('\n', '<br>');
    const there = ids.flatMap((id) => rows[Number(id)] ?? []);
    const [first] = there;
    if (first === undefined) return words;
    const fresh = ids.filter((id) => !begun.has(id));
    for (const id of fresh) begun.add(id);
    const numbers = fresh.map((id) => rows[Number(id)]?.number ?? '').join(' ');
    const title = escapeHtml(there.map((row) => `${row.number} ${row.label}`).join(' · '));
    const sign = numbers === '' ? '' : `<sup>${numbers}</sup>`;
    return `${sign}<mark ${hueStyle(first.hue)} title="${title}">${words}</mark>`;
  });
  return runs.join('');
}

/** What of an article a report shows; the rest is counted. */
export function reportArticle(
  from: ExportArticle,
  facts: DatasetFacts,
  losses: LossLog,
  hueStyle: (hue: LabelHue) => string,
): ReportArticle {
  const keeps = { articlesWithoutAnnotations: true, notes: true, confidence: true };
  loseUnsupported(from, REPORT_CAN, keeps, losses);
  const context = { from, converter: offsetConverter(from.text, 'utf16'), losses };
  const placed = from.annotations
    .flatMap((one) => placeAnnotation(one, from.text, context.converter, losses) ?? [])
    .toSorted((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0));
  const rows = placed.map((one, index) => {
    losses.wrote();
    const attributes = Object.entries(attributesLine(one.annotation, context)).map(
      ([id, value]): [string, string] => [
        facts.codebook.attributes.find((attribute) => attribute.id === id)?.name ?? id,
        valueAsText(value),
      ],
    );
    return rowOf(one, index + 1, attributes, from, facts);
  });
  const numbers = new Map(
    placed.map(({ annotation: { analyst, id } }, index) => [
      JSON.stringify([analyst, id]),
      index + 1,
    ]),
  );
  const relations = relationsAmong(placed, context).map(({ analyst, from: source, to, type }) => {
    const [start, end] = [source, to].map((one) => numbers.get(JSON.stringify([analyst, one])));
    const name = facts.codebook.relationTypes.find(({ id }) => id === type)?.name ?? type;
    return `${start} → ${end}: ${name}`;
  });
  const documentLabels = from.documentLabels.flatMap(({ analyst, labels }) =>
    Object.entries(labels).map(([name, value]): [string, string, string] => [
      from.analystName(analyst),
      name,
      valueAsText(value),
    ]),
  );
  return { rows, relations, documentLabels, html: textHtml(from.text, placed, rows, hueStyle) };
}
