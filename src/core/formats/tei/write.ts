import type { Json } from '../../model/json.ts';
import { offsetConverter } from '../../text/offsets.ts';
import { canonical, jsonLine } from '../canonical-json.ts';
import type { Capabilities } from '../capabilities.ts';
import type { ExportArticle, Writer } from '../format.ts';
import type { LossLog } from '../loss.ts';
import { annotationFields, articleFields } from '../native-fields.ts';
import { type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { loseUnsupported } from '../unsupported.ts';
import { attributesLine, relationsAmong, type WriteContext } from '../write-parts.ts';
import { element, escapeText, XML_HEAD, xmlText } from '../xml.ts';

/** What a TEI file with stand-off annotations holds. */
export const TEI_CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: true,
  relations: true,
  attributes: true,
  analysts: true,
  documentLabels: false,
};

/** Type of what is Verbale's own in a file. */
export const OWN_TYPE = 'verbale';

function json(fields: Json): string {
  return escapeText(jsonLine(canonical(fields)));
}

/** Ids for names of one kind: `w1`, `w2` and so on. */
function numbered(letter: string) {
  const ids = new Map<string, string>();
  return {
    of: (name: string): string => {
      const id = ids.get(name) ?? `${letter}${ids.size + 1}`;
      ids.set(name, id);
      return id;
    },
    each: (write: (id: string, name: string) => string): string =>
      Array.from(ids, ([name, id]) => write(id, name)).join('\n'),
  };
}

type Numbered = ReturnType<typeof numbered>;

interface Parts {
  readonly people: Numbered;
  readonly labels: Numbered;
  readonly structures: string[];
  readonly groups: Map<string, string[]>;
  /** Id of an annotation's first span, by analyst and id. */
  readonly spans: Map<string, string>;
}

function addAnnotation(placed: PlacedAnnotation, parts: Parts, context: WriteContext): void {
  const { annotation, spans } = placed;
  const { from } = context;
  const fields: Json = {
    ...(annotationFields(annotation, from.analystName) as Record<string, Json>),
    attributes: attributesLine(annotation, context),
    note: annotation.note,
  };
  const structure = `f${parts.structures.length + 1}`;
  const value = element('f', { name: 'fields' }, element('string', {}, json(fields)));
  parts.structures.push(element('fs', { 'xml:id': structure, type: OWN_TYPE }, value));
  const label = parts.labels.of(from.labelName(annotation.label));
  const group = parts.people.of(from.analystName(annotation.analyst));
  const list = parts.groups.get(group) ?? [];
  parts.groups.set(group, list);
  const base = `s${parts.structures.length}`;
  parts.spans.set(JSON.stringify([annotation.analyst, annotation.id]), base);
  for (const [index, [start, end]] of spans.entries()) {
    const attributes = {
      'xml:id': index === 0 ? base : `${base}.${index}`,
      from: `#p${start}`,
      to: `#p${end}`,
      ana: `#${label} #${structure}`,
      prev: index === 0 ? undefined : `#${base}`,
    };
    list.push(element('span', attributes, escapeText(annotation.note)));
  }
}

function header({ article }: ExportArticle, { people, labels }: Parts, replaced: string): string {
  const text = (name: string, value: string): string => element(name, {}, escapeText(value));
  const respond = people.each((id, name) =>
    element('respStmt', { 'xml:id': id }, `<resp>annotation</resp>${text('name', name)}`),
  );
  const categories = labels.each((id, name) =>
    element('category', { 'xml:id': id }, text('catDesc', name)),
  );
  const about = [article.outlet, article.byline, article.date].filter((one) => one !== '');
  const known = { ...articleFields(article), ...(replaced === '' ? {} : { replaced }) };
  const taxonomy =
    categories === ''
      ? ''
      : element('encodingDesc', {}, element('classDecl', {}, element('taxonomy', {}, categories)));
  const file = [
    element('titleStmt', {}, `${element('title', {}, escapeText(article.title))}${respond}`),
    '<publicationStmt><p>Annotated dataset</p></publicationStmt>',
    element('notesStmt', {}, element('note', { type: OWN_TYPE }, json(known))),
    element('sourceDesc', {}, text('p', about.join(', '))),
  ];
  return element('teiHeader', {}, `${element('fileDesc', {}, file.join('\n'))}${taxonomy}`);
}

function textXml(text: string, placed: readonly PlacedAnnotation[]): string {
  const edges = new Set(placed.flatMap(({ spans }) => spans.flat()));
  const offsets = [...edges].toSorted((a, b) => a - b);
  const pieces = offsets.map((offset, index) => {
    const next = offsets[index + 1] ?? text.length;
    return `${element('anchor', { 'xml:id': `p${offset}` })}${escapeText(text.slice(offset, next))}`;
  });
  const before = escapeText(text.slice(0, offsets[0] ?? text.length));
  const block = element('ab', { 'xml:space': 'preserve' }, `${before}${pieces.join('')}`);
  return element('text', {}, element('body', {}, block));
}

function standOff(parts: Parts, links: readonly string[]): string {
  const groups = Array.from(parts.groups, ([person, spans]) =>
    element('spanGrp', { type: 'annotations', resp: `#${person}` }, `\n${spans.join('\n')}\n`),
  );
  const grouped =
    links.length === 0 ? [] : [element('linkGrp', { type: 'relations' }, links.join('\n'))];
  const all = [...groups, ...grouped, ...parts.structures];
  return all.length === 0 ? '' : `${element('standOff', {}, `\n${all.join('\n')}\n`)}\n`;
}

function teiOf(from: ExportArticle, losses: LossLog): string {
  const converter = offsetConverter(from.text, 'utf16');
  const context = { from, converter, losses };
  const legal = xmlText(from.text);
  if (legal.count > 0) {
    const what = 'characters that XML cannot hold, written as U+FFFD';
    losses.lost(what, `${from.article.id}: ${legal.count} in its text`);
  }
  const parts: Parts = {
    people: numbered('w'),
    labels: numbered('c'),
    structures: [],
    groups: new Map(),
    spans: new Map(),
  };
  const placed = from.annotations.flatMap(
    (one) => placeAnnotation(one, from.text, converter, losses) ?? [],
  );
  for (const one of placed) {
    addAnnotation(one, parts, context);
    losses.wrote();
  }
  const links = relationsAmong(placed, context).map((relation) => {
    const { articleId: _article, analyst, from: source, to, ...rest } = relation;
    const [start, end] = [source, to].map((id) => parts.spans.get(JSON.stringify([analyst, id])));
    const fields = json({ ...rest, analyst: from.analystName(analyst) });
    const structure = `r${parts.structures.length + 1}`;
    const value = element('f', { name: 'fields' }, element('string', {}, fields));
    parts.structures.push(element('fs', { 'xml:id': structure, type: OWN_TYPE }, value));
    return element('link', { target: `#${start} #${end}`, ana: `#${structure}` });
  });
  const inside = `\n${header(from, parts, legal.replaced)}\n${standOff(parts, links)}${textXml(legal.text, placed)}\n`;
  return `${XML_HEAD}${element('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' }, inside)}\n`;
}

/** Writes a TEI file for each article. */
export const writeTei: Writer = (_facts, _options, losses) => ({
  *article(from) {
    const keeps = {
      articlesWithoutAnnotations: true,
      notes: true,
      confidence: true,
      relationNotes: true,
    };
    loseUnsupported(from, TEI_CAN, keeps, losses);
    yield { path: `${from.article.id}.xml`, data: teiOf(from, losses) };
  },
  end: () => [],
});
