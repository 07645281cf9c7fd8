import type { Json } from '../../model/json.ts';
import { offsetConverter } from '../../text/offsets.ts';
import type { Capabilities } from '../capabilities.ts';
import type { ExportArticle, Writer } from '../format.ts';
import type { LossLog } from '../loss.ts';
import { annotationFields, articleFields, plainText, valueAsText } from '../native-fields.ts';
import { type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { loseUnsupported } from '../unsupported.ts';
import { attributesLine, relationsAmong, type WriteContext } from '../write-parts.ts';
import { element, escapeText, XML_HEAD, type XmlText, xmlText } from '../xml.ts';

/** What a GATE document holds. */
export const GATE_CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: true,
  relations: true,
  attributes: true,
  analysts: true,
  documentLabels: true,
};

/** Before the names of features that are fields of Verbale's and no attributes. */
export const OWN_FEATURE = 'verbale.';

function feature(name: string, value: string): string {
  const string = { className: 'java.lang.String' };
  return `<Feature>${element('Name', string, escapeText(name))}${element('Value', string, escapeText(value))}</Feature>`;
}

function features(all: readonly (readonly [name: string, value: Json])[]): string {
  return all.map(([name, value]) => feature(name, valueAsText(value))).join('');
}

/** An annotation's elements, one for each part, and the number that stands for it. */
function annotationXml(
  { annotation, spans }: PlacedAnnotation,
  next: () => number,
  context: WriteContext,
): { readonly id: number; readonly xml: string } {
  const { from } = context;
  const own = Object.entries(annotationFields(annotation, from.analystName))
    .filter(([name]) => name !== 'analyst')
    .map(([name, value]): [string, Json] => [`${OWN_FEATURE}${name}`, plainText(value)]);
  const note: [string, Json][] =
    annotation.note === '' ? [] : [[`${OWN_FEATURE}note`, annotation.note]];
  const said = [...Object.entries(attributesLine(annotation, context)), ...own, ...note];
  const ids = spans.map(next);
  const xml = spans.map(([StartNode, EndNode], part) =>
    element(
      'Annotation',
      { Id: ids[part], Type: from.labelName(annotation.label), StartNode, EndNode },
      features(spans.length === 1 ? said : [...said, [`${OWN_FEATURE}part`, `${part + 1}`]]),
    ),
  );
  return { id: ids[0] ?? 0, xml: `${xml.join('\n')}\n` };
}

/** The text with a node wherever an annotation begins or ends. Ids are offsets in UTF-16. */
function textXml({ text }: XmlText, placed: readonly PlacedAnnotation[]): string {
  const nodes = new Set([0, text.length, ...placed.flatMap(({ spans }) => spans.flat())]);
  const offsets = [...nodes].toSorted((a, b) => a - b);
  const parts = offsets.map((offset, index) => {
    const node = element('Node', { id: offset });
    return `${node}${escapeText(text.slice(offset, offsets[index + 1] ?? offset))}`;
  });
  return element('TextWithNodes', {}, parts.join(''));
}

function documentFeatures(
  { article, documentLabels, analystName }: ExportArticle,
  { replaced }: XmlText,
): string {
  const labels = documentLabels.map(({ analyst, labels: own }) => [analystName(analyst), own]);
  const known = { ...articleFields(article), documentLabels: Object.fromEntries(labels) as Json };
  const all: [string, Json][] = [
    ['gate.SourceURL', article.title],
    ['MimeType', 'text/plain'],
    [`${OWN_FEATURE}article`, known],
    ...(replaced === '' ? [] : [[`${OWN_FEATURE}replaced`, replaced] as [string, Json]]),
  ];
  return element('GateDocumentFeatures', {}, features(all));
}

function relationsXml(
  placed: readonly PlacedAnnotation[],
  ids: ReadonlyMap<string, number>,
  next: () => number,
  context: WriteContext,
): string {
  const lines = relationsAmong(placed, context).map((relation) => {
    const { articleId: _article, analyst, type, from, to, ...rest } = relation;
    const members = [from, to].map((end) => ids.get(JSON.stringify([analyst, end]))).join(';');
    const own = { ...rest, analyst: context.from.analystName(analyst) };
    const said = Object.entries(own).map(([name, value]): [string, Json] => [
      `${OWN_FEATURE}${name}`,
      plainText(value),
    ]);
    return element('Relation', { Id: next(), Type: type, Members: members }, features(said));
  });
  return lines.length === 0 ? '' : `${element('RelationSet', {}, `\n${lines.join('\n')}\n`)}\n`;
}

function documentXml(from: ExportArticle, losses: LossLog): string {
  const converter = offsetConverter(from.text, 'utf16');
  const context = { from, converter, losses };
  const legal = xmlText(from.text);
  if (legal.count > 0) {
    const what = 'characters that XML cannot hold, written as U+FFFD';
    losses.lost(what, `${from.article.id}: ${legal.count} in its text`);
  }
  const placed = from.annotations.flatMap(
    (one) => placeAnnotation(one, from.text, converter, losses) ?? [],
  );
  let last = 0;
  const next = (): number => {
    last += 1;
    return last;
  };
  const ids = new Map<string, number>();
  const sets = new Map<string, string>();
  for (const one of placed) {
    const { analyst, id } = one.annotation;
    const written = annotationXml(one, next, context);
    ids.set(JSON.stringify([analyst, id]), written.id);
    sets.set(analyst, `${sets.get(analyst) ?? ''}${written.xml}`);
    losses.wrote();
  }
  const setsXml = Array.from(sets, ([analyst, xml]) =>
    element('AnnotationSet', { Name: from.analystName(analyst) }, `\n${xml}`),
  );
  const inside = [
    documentFeatures(from, legal),
    textXml(legal, placed),
    '<AnnotationSet/>',
    ...setsXml,
    relationsXml(placed, ids, next, context),
  ];
  return `${XML_HEAD}${element('GateDocument', { version: '3' }, `\n${inside.join('\n')}`)}\n`;
}

/** Writes a GATE document for each article. */
export const writeGate: Writer = (_facts, _options, losses) => ({
  *article(from) {
    const keeps = {
      articlesWithoutAnnotations: true,
      notes: true,
      confidence: true,
      relationNotes: true,
    };
    loseUnsupported(from, GATE_CAN, keeps, losses);
    yield { path: `${from.article.id}.xml`, data: documentXml(from, losses) };
  },
  end: () => [],
});
