import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { err } from '../result.ts';
import type { Format, Reader } from './format.ts';
import { readArticleValue } from './jsonl-read.ts';
import { plainText } from './native-fields.ts';
import { OWN_TYPE, TEI_CAN, writeTei } from './tei/write.ts';
import {
  childElements,
  elementsIn,
  readXml,
  restoreXmlText,
  textIn,
  type XmlElement,
} from './xml.ts';

const ID = 'xml:id';

/** The text of an element, and where in it each element with an id stands. */
function placesIn(root: XmlElement): { text: string; places: ReadonlyMap<string, Span> } {
  const places = new Map<string, Span>();
  let text = '';
  const walk = (one: XmlElement): void => {
    const start = text.length;
    for (const child of one.children) {
      if (typeof child === 'string') text += child;
      else walk(child);
    }
    const id = one.attributes.get(ID);
    if (id !== undefined) places.set(id, [start, text.length]);
  };
  walk(root);
  return { text, places };
}

/** Ids that a list of pointers into the same file names. */
function pointers(value: string | undefined): readonly string[] {
  return (value ?? '').split(/\s+/).flatMap((one) => (one.startsWith('#') ? [one.slice(1)] : []));
}

function parsed(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as Json;
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

interface Tei {
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly places: ReadonlyMap<string, Span>;
  readonly text: string;
}

/** Features of a structure: Verbale's own as fields, those of others as attributes. */
function fieldsOf(structure: XmlElement): JsonObject {
  if (structure.attributes.get('type') === OWN_TYPE) return parsed(textIn(structure));
  const features = childElements(structure, 'f').map((one): [string, Json] => {
    const [value] = childElements(one);
    const said = value?.attributes.get('value') ?? textIn(one).trim();
    return [one.attributes.get('name') ?? 'f', said];
  });
  return { attributes: Object.fromEntries(features) };
}

/** Where a span stands: from one place to another, or each target, neighbours together. */
function spansOf(span: XmlElement, { places, text }: Tei): readonly Span[] {
  const [from] = pointers(span.attributes.get('from'));
  const [to] = pointers(span.attributes.get('to') ?? span.attributes.get('from'));
  const start = places.get(from ?? '');
  const end = places.get(to ?? '');
  if (start !== undefined && end !== undefined) return [[start[0], end[1]]];
  const spans: Span[] = [];
  for (const target of pointers(span.attributes.get('target'))) {
    const there = places.get(target);
    if (there === undefined) continue;
    const last = spans.at(-1);
    if (last !== undefined && last[1] <= there[0] && text.slice(last[1], there[0]).trim() === '') {
      spans[spans.length - 1] = [last[0], there[1]];
    } else spans.push(there);
  }
  return spans;
}

function analystOf(group: XmlElement, { byId }: Tei): JsonObject {
  const [who] = pointers(group.attributes.get('resp'));
  const person = byId.get(who ?? '');
  const name =
    person === undefined
      ? []
      : [...elementsIn(person)].filter(({ local }) => local.endsWith('ame'));
  const [first] = name;
  return first === undefined ? {} : { analyst: textIn(first) };
}

interface Found {
  readonly fields: JsonObject;
  readonly spans: Span[];
}

function annotationOf(span: XmlElement, group: XmlElement, number: number, tei: Tei): JsonObject {
  const said = pointers(span.attributes.get('ana')).flatMap((id) => tei.byId.get(id) ?? []);
  const category = said.find(({ local }) => local === 'category');
  const structure = said.find(({ local }) => local === 'fs');
  const fields = structure === undefined ? {} : fieldsOf(structure);
  const note = textIn(span).trim();
  return {
    ...analystOf(group, tei),
    ...(note === '' ? {} : { note }),
    id: span.attributes.get(ID) ?? `span-${number}`,
    ...fields,
    label:
      category === undefined ? (group.attributes.get('type') ?? 'span') : textIn(category).trim(),
  };
}

/** Spans of all groups; one that follows another (`prev`) is a part of it. */
function annotationsOf(root: XmlElement, tei: Tei): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  const groups = [...elementsIn(root)].filter(({ local }) => local === 'spanGrp');
  for (const group of groups) {
    for (const span of childElements(group, 'span')) {
      const [previous = ''] = pointers(span.attributes.get('prev'));
      const spans = spansOf(span, tei);
      const whole = found.get(previous);
      if (whole !== undefined) {
        whole.spans.push(...spans);
        continue;
      }
      if (spans.length === 0) continue;
      const number = found.size + 1;
      const key = span.attributes.get(ID) ?? `span-${number}`;
      found.set(key, { fields: annotationOf(span, group, number, tei), spans: [...spans] });
    }
  }
  return found;
}

function relationsOf(root: XmlElement, found: ReadonlyMap<string, Found>, { byId }: Tei): Json[] {
  const links = [...elementsIn(root)].filter(({ local }) => local === 'link');
  return links.flatMap((link): Json[] => {
    const [from, to] = pointers(link.attributes.get('target')).map(
      (id) => found.get(id)?.fields['id'],
    );
    if (from === undefined || to === undefined) return [];
    const [structure] = pointers(link.attributes.get('ana')).flatMap((id) => byId.get(id) ?? []);
    const fields = structure === undefined ? {} : fieldsOf(structure);
    return [{ type: link.attributes.get('type') ?? 'link', ...fields, from, to }];
  });
}

function teiValue(root: XmlElement, body: XmlElement, title: string): Json {
  const all = [...elementsIn(root)];
  const own = all.find(
    ({ local, attributes }) => local === 'note' && attributes.get('type') === OWN_TYPE,
  );
  const { replaced, ...known } = own === undefined ? {} : parsed(textIn(own));
  const heading = all.find(({ local }) => local === 'title');
  const byId = new Map(all.map((one) => [one.attributes.get(ID) ?? '', one]));
  const { text, places } = placesIn(body);
  const found = annotationsOf(root, { byId, places, text });
  return {
    title: heading === undefined ? title : textIn(heading),
    ...known,
    text: restoreXmlText(text, plainText(replaced)),
    offsetUnit: 'utf16',
    annotations: Array.from(found.values(), ({ fields, spans }) => ({ ...fields, spans })),
    relations: relationsOf(root, found, { byId, places, text }),
  };
}

const readTei: Reader = function* ({ main, files }, options) {
  const all = files.filter(({ path }) => path.endsWith('.xml'));
  for (const file of all.length === 0 ? [main] : all) {
    const place = { file: file.path, line: 1 };
    const root = readXml(file.text());
    if (!root.ok) {
      yield err({ ...place, ...root.error });
      continue;
    }
    const text = [...elementsIn(root.value)].find(({ local }) => local === 'text');
    const title = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.xml$/, '');
    yield text === undefined
      ? err({ ...place, message: 'this TEI has no text, so its annotations have no place' })
      : readArticleValue(teiValue(root.value, text, title), place, options);
  }
};

/**
 * TEI P5 with stand-off annotations (TEI Guidelines, `standOff`, `spanGrp`, `span`): one file for
 * each article, the text in one `ab` with an `anchor` at each edge. Labels are categories, analysts
 * `respStmt`, the parts of an annotation spans tied by `prev`, relations links; ids, times and
 * attributes stand as JSON in a feature structure. Of others, spans over words or anchors are read.
 * Characters that XML cannot hold become U+FFFD and are counted.
 */
export const tei: Format = {
  id: 'tei',
  label: 'TEI P5 with stand-off annotations',
  extensions: ['.xml', '.tei'],
  layout: 'folder',
  offsetUnit: 'utf16',
  can: TEI_CAN,
  sniff: (sample) =>
    /^[^<]{0,3}(?:<\?xml[^>]*>)?\s*<(?:TEI|annotation)\b[^>]*http:\/\/www\.tei-c\.org\/ns\/1\.0/.test(
      sample,
    ),
  read: readTei,
  write: writeTei,
};
