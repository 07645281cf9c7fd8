import type { Json } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import { buildCas, CAS_CAN, featureNames } from './cas/build.ts';
import { casValue } from './cas/read.ts';
import { type Cas, type FeatureStructure, OWN, SOFA } from './cas/structures.ts';
import { typeSystemXml } from './cas/type-system.ts';
import type { Format, Reader, Writer } from './format.ts';
import { readArticleValue } from './jsonl-read.ts';
import type { LossLog } from './loss.ts';
import { plainText } from './native-fields.ts';
import {
  childElements,
  element,
  readXml,
  restoreXmlText,
  startTag,
  textIn,
  XML_HEAD,
  type XmlElement,
  xmlText,
} from './xml.ts';

const TYPE_SYSTEM = 'TypeSystem.xml';
const XMI = 'http://www.omg.org/XMI';
const CANNOT = 'characters that XML cannot hold, written as U+FFFD (CAS JSON holds them)';

/** Prefix and namespace of the types that are written. */
const PREFIXES: Readonly<Record<string, string>> = {
  cas: 'http:///uima/cas.ecore',
  custom: 'http:///custom.ecore',
  metadata: 'http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore',
};

/** Namespace and name of a type (OASIS XMI, as UIMA maps packages to it). */
function elementName(type: string): string {
  const dot = type.lastIndexOf('.');
  const uri = `http:///${type.slice(0, dot).replaceAll('.', '/')}.ecore`;
  const [prefix = ''] = Object.entries(PREFIXES).find(([, one]) => one === uri) ?? [];
  return `${prefix}:${type.slice(dot + 1)}`;
}

function structureXml(
  { id, type, features, references }: FeatureStructure,
  losses: LossLog,
): string {
  const attributes: Record<string, string> = { 'xmi:id': id };
  for (const [name, ids] of Object.entries(references)) attributes[name] = ids.join(' ');
  for (const [name, value] of Object.entries(features)) {
    const text = plainText(value);
    const { count } = name === 'sofaString' ? { count: 0 } : xmlText(text);
    if (count > 0) losses.lost(CANNOT, `${type} ${name}: ${text.slice(0, 40)}`);
    attributes[name] = text;
  }
  return element(elementName(type), attributes);
}

const writeCasXmi: Writer = (_facts, _options, losses) => {
  const names = featureNames();
  return {
    *article(from) {
      const legal = xmlText(from.text);
      if (legal.count > 0) losses.lost(CANNOT, `${from.article.id}: ${legal.count} in its text`);
      const more: Record<string, string> = legal.count === 0 ? {} : { replaced: legal.replaced };
      const structures = buildCas(from, names, losses, { sofaString: legal.text, more });
      const members = structures.filter(({ type }) => type !== SOFA).map(({ id }) => id);
      const prefixes = Object.entries(PREFIXES).map(([prefix, uri]) => [`xmlns:${prefix}`, uri]);
      const root = {
        'xmlns:xmi': XMI,
        ...(Object.fromEntries(prefixes) as Record<string, string>),
        'xmi:version': '2.0',
      };
      const lines = [
        startTag('xmi:XMI', root),
        element('cas:NULL', { 'xmi:id': 0 }),
        ...structures.map((one) => structureXml(one, losses)),
        element('cas:View', { sofa: 1, members: members.join(' ') }),
        '</xmi:XMI>',
      ];
      yield { path: `${from.article.id}.xmi`, data: `${XML_HEAD}${lines.join('\n')}\n` };
    },
    *end() {
      yield { path: TYPE_SYSTEM, data: typeSystemXml(Object.keys(names.all())) };
    },
  };
};

/** Features that point to other structures, whatever the type system calls their range. */
const POINTERS = new Set(['sofa', 'Governor', 'Dependent', 'source', 'target', 'next', 'first']);
const IDS = /^\d{1,12}(?: \d{1,12})*$/;

/** Texts of child elements, which hold lists, by name. */
function listsIn(one: XmlElement): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const child of childElements(one)) {
    lists.set(child.local, [...(lists.get(child.local) ?? []), textIn(child)]);
  }
  return lists;
}

/** `http:///a/b.ecore` is the package `a.b`; a type without one is in `noNamespace`. */
function typeName({ uri, local }: XmlElement): string {
  const path = uri.replace(/^http:\/\/\//, '').replace(/\.ecore$/, '');
  return `${path.replaceAll('/', '.')}.${local}`.replace(/^(?:uima\.)?noNamespace\./, '');
}

function structureFrom(one: XmlElement, isLink: (id: string) => boolean): FeatureStructure {
  const features: [string, Json][] = [...listsIn(one)];
  const references: [string, readonly string[]][] = [];
  for (const [name, value] of one.attributes) {
    if (name.includes(':') || name === 'xmlns') continue;
    const ids = IDS.test(value) ? value.split(' ') : undefined;
    if (ids !== undefined && (POINTERS.has(name) || ids.every(isLink)))
      references.push([name, ids]);
    else features.push([name, name === 'begin' || name === 'end' ? Number(value) : value]);
  }
  return {
    id: one.attributes.get('xmi:id') ?? '',
    type: typeName(one),
    features: Object.fromEntries(features),
    references: Object.fromEntries(references),
  };
}

/** The CAS that an XMI file holds, or why it holds none. */
export function casOfXmi(root: XmlElement): Result<Cas, string> {
  if (root.uri !== XMI) return err('this XML is no XMI: its root is not xmi:XMI');
  const elements = childElements(root);
  /** Slots point to structures that are no annotations and lead to one. */
  const links = new Set(
    elements
      .filter(({ attributes }) => attributes.has('target') && !attributes.has('begin'))
      .map(({ attributes }) => attributes.get('xmi:id') ?? ''),
  );
  const all = elements.map((one) => structureFrom(one, (id) => links.has(id)));
  const sofas = all.filter(
    ({ type, features }) => type === SOFA && typeof features['sofaString'] === 'string',
  );
  const sofa = sofas.find(({ features }) => features['sofaID'] === '_InitialView') ?? sofas[0];
  if (sofa === undefined) return err('this CAS holds no text (no sofa with a sofaString)');
  const structures = all.filter(
    ({ type, references }) =>
      !/^uima\.cas\.(?:NULL|View)$/.test(type) &&
      (references['sofa'] === undefined || references['sofa'][0] === sofa.id),
  );
  const article = structures.find(({ type }) => type === OWN.article);
  const replaced = plainText(article?.features['replaced']);
  return ok({ text: restoreXmlText(plainText(sofa.features['sofaString']), replaced), structures });
}

const readCasXmi: Reader = function* ({ main, files }, options) {
  const all = files.filter(({ path }) => path.endsWith('.xmi'));
  for (const file of all.length === 0 ? [main] : all) {
    const place = { line: 1, file: file.path };
    const root = readXml(file.text());
    if (!root.ok) {
      yield err({ ...place, ...root.error });
      continue;
    }
    const cas = casOfXmi(root.value);
    const title = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.xmi$/, '');
    yield cas.ok
      ? readArticleValue(casValue(cas.value, title), place, options)
      : err({ ...place, message: cas.error });
  }
};

/**
 * UIMA CAS XMI (UIMA reference, "XMI CAS Serialization Reference"): for each article an `.xmi`, and
 * one `TypeSystem.xml` that other tools need to read them. Offsets are UTF-16 code units. The same
 * types as in CAS JSON. Characters that XML cannot hold are written as U+FFFD, counted, and put
 * back when Verbale reads its own file.
 */
export const casXmi: Format = {
  id: 'cas-xmi',
  label: 'UIMA CAS XMI with type system',
  extensions: ['.xmi'],
  layout: 'folder',
  offsetUnit: 'utf16',
  can: CAS_CAN,
  sniff: (sample) => /^[^<]*(?:<\?xml[^>]*>)?\s*<xmi:XMI[\s>]/.test(sample.replace(/^\ufeff/, '')),
  companions: (name) => [TYPE_SYSTEM, 'typesystem.xml', name.replace(/\.xmi$/, '.typesystem.xml')],
  read: readCasXmi,
  write: writeCasXmi,
};
