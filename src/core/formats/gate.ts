import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { err } from '../result.ts';
import type { Format, Reader } from './format.ts';
import { GATE_CAN, OWN_FEATURE, writeGate } from './gate/write.ts';
import { readArticleValue } from './jsonl-read.ts';
import { plainText, textAsValue } from './native-fields.ts';
import {
  childElement,
  childElements,
  readXml,
  restoreXmlText,
  textIn,
  type XmlElement,
} from './xml.ts';

/** Sets that GATE fills by itself, with the markup of the page. */
const MARKUP = 'Original markups';

/** What the features of an element say; texts of Verbale's own are values again. */
function featuresOf(parent: XmlElement | undefined, isOwn: boolean): ReadonlyMap<string, Json> {
  const all = parent === undefined ? [] : childElements(parent, 'Feature');
  return new Map(
    all.map((one): [string, Json] => {
      const name = childElement(one, 'Name');
      const value = childElement(one, 'Value');
      const text = value === undefined ? '' : textIn(value);
      const kind = value?.attributes.get('className') ?? '';
      const isTyped = isOwn || /\.(?:Integer|Long|Float|Double|Boolean)$/.test(kind);
      return [name === undefined ? '' : textIn(name), isTyped ? textAsValue(text) : text];
    }),
  );
}

/** The text, and where in it each node stands. */
function textOf(content: XmlElement): {
  readonly text: string;
  readonly nodes: ReadonlyMap<string, number>;
} {
  const nodes = new Map<string, number>();
  let text = '';
  for (const child of content.children) {
    if (typeof child === 'string') text += child;
    else nodes.set(child.attributes.get('id') ?? '', text.length);
  }
  return { text, nodes };
}

/** Features that are fields of the native line, and those that are attributes. */
function apart(features: ReadonlyMap<string, Json>): {
  readonly fields: Record<string, Json>;
  readonly attributes: JsonObject;
} {
  const isOwn = ([name]: readonly [string, Json]): boolean => name.startsWith(OWN_FEATURE);
  const fields = [...features].filter(isOwn).map(([name, value]): [string, Json] => {
    const field = name.slice(OWN_FEATURE.length);
    return [field, field === 'codebookVersion' ? Number(value) : plainText(value)];
  });
  const attributes = [...features].filter((one) => !isOwn(one));
  return { fields: Object.fromEntries(fields), attributes: Object.fromEntries(attributes) };
}

interface Found {
  readonly value: JsonObject;
  readonly spans: [number, number][];
}

/** The annotations of all sets but GATE's own, parts together; and their ids by number. */
function annotationsOf(root: XmlElement, nodes: ReadonlyMap<string, number>, isOwn: boolean) {
  const found = new Map<string, Found>();
  const idOf = new Map<string, string>();
  for (const set of childElements(root, 'AnnotationSet')) {
    const analyst = set.attributes.get('Name') ?? '';
    if (analyst === MARKUP) continue;
    for (const one of childElements(set, 'Annotation')) {
      const number = one.attributes.get('Id') ?? '';
      const { fields, attributes } = apart(featuresOf(one, isOwn));
      const { part: _part, ...known } = fields;
      const id = plainText(known['id'] ?? `gate-${number}`);
      idOf.set(number, id);
      const label = one.attributes.get('Type') ?? '';
      const whose = analyst === '' ? {} : { analyst };
      const key = JSON.stringify([analyst, id]);
      const before = found.get(key) ?? {
        value: { ...known, id, label, ...whose, attributes },
        spans: [],
      };
      const place = (name: string): number =>
        nodes.get(one.attributes.get(name) ?? '') ?? Number.MAX_SAFE_INTEGER;
      before.spans.push([place('StartNode'), place('EndNode')]);
      found.set(key, before);
    }
  }
  const annotations = [...found.values()].map(({ value, spans }) => ({ ...value, spans }));
  return { annotations, idOf };
}

function relationsOf(root: XmlElement, idOf: ReadonlyMap<string, string>, isOwn: boolean): Json[] {
  return childElements(root, 'RelationSet')
    .flatMap((set) => childElements(set, 'Relation'))
    .flatMap((one): Json[] => {
      const [from, to] = (one.attributes.get('Members') ?? '').split(';').map((id) => idOf.get(id));
      if (from === undefined || to === undefined) return [];
      const { fields } = apart(featuresOf(one, isOwn));
      const id = fields['id'] ?? `gate-${one.attributes.get('Id') ?? ''}`;
      return [{ ...fields, id, type: one.attributes.get('Type') ?? 'relation', from, to }];
    });
}

function documentValue(root: XmlElement, content: XmlElement, title: string): Json {
  const features = featuresOf(childElement(root, 'GateDocumentFeatures'), true);
  const known = features.get(`${OWN_FEATURE}article`);
  const isOwn = isJsonObject(known);
  const { text, nodes } = textOf(content);
  const replaced = plainText(features.get(`${OWN_FEATURE}replaced`));
  const { annotations, idOf } = annotationsOf(root, nodes, isOwn);
  const rest = [...features].filter(([name]) => !name.startsWith(OWN_FEATURE));
  return {
    title,
    ...(isOwn ? known : { gate: Object.fromEntries(rest) }),
    text: restoreXmlText(text, replaced),
    offsetUnit: 'utf16',
    annotations,
    relations: relationsOf(root, idOf, isOwn),
  };
}

const readGate: Reader = function* ({ main, files }, options) {
  const all = files.filter(({ path }) => path.endsWith('.xml'));
  for (const file of all.length === 0 ? [main] : all) {
    const place = { file: file.path, line: 1 };
    const root = readXml(file.text());
    if (!root.ok) {
      yield err({ ...place, ...root.error });
      continue;
    }
    const content = childElement(root.value, 'TextWithNodes');
    const title = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.xml$/, '');
    yield content === undefined
      ? err({ ...place, message: 'this XML is no GATE document: it has no TextWithNodes' })
      : readArticleValue(documentValue(root.value, content, title), place, options);
  }
};

/**
 * GATE XML (GATE user guide, "GATE XML format"), one document for each article; node ids are UTF-16
 * code units, the end exclusive. Analysts are annotation sets; attributes, notes and ids features;
 * the parts of an annotation are annotations with the same `verbale.id`; relations stand in a
 * `RelationSet`, as GATE 8 has it. Characters that XML cannot hold become U+FFFD and are counted.
 */
export const gate: Format = {
  id: 'gate',
  label: 'GATE XML',
  extensions: ['.xml'],
  layout: 'folder',
  offsetUnit: 'utf16',
  can: GATE_CAN,
  sniff: (sample) => /^[^<]{0,3}(?:<\?xml[^>]*>)?\s*<GateDocument[\s>]/.test(sample),
  read: readGate,
  write: writeGate,
};
