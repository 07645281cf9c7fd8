import {
  childElement,
  childElements,
  elementsIn,
  readXml,
  textIn,
  type XmlElement,
} from '../../formats/xml.ts';
import { broken } from './broken.ts';

/** The root of what must be XML. */
function rootOf(content: string): XmlElement {
  const read = readXml(content);
  if (!read.ok) throw new Error(`${read.error.line}:${read.error.column} ${read.error.message}`);
  return read.value;
}

const attribute = (one: XmlElement, name: string): string => one.attributes.get(name) ?? '';

/** Types of a type system with their features, those of the types above them too. */
function typesIn(system: string): ReadonlyMap<string, ReadonlySet<string>> {
  const said = new Map<string, { above: string; own: string[] }>();
  for (const one of elementsIn(rootOf(system))) {
    if (one.local !== 'typeDescription') continue;
    const word = (from: XmlElement, name: string): string => {
      const found = childElement(from, name);
      return found === undefined ? '' : textIn(found);
    };
    const features = childElement(one, 'features');
    const own = features === undefined ? [] : childElements(features).map((f) => word(f, 'name'));
    said.set(word(one, 'name'), { above: word(one, 'supertypeName'), own });
  }
  const all = (name: string): string[] => {
    const found = said.get(name);
    return found === undefined ? [] : [...found.own, ...all(found.above)];
  };
  return new Map(Array.from(said.keys(), (name) => [name, new Set(all(name))]));
}

/** `http:///custom.ecore` + `Annotation` → `custom.Annotation`. */
function typeName({ uri, local }: XmlElement): string {
  const path = uri.replace(/^http:\/\/\//, '').replace(/\.ecore$/, '');
  return `${path.replaceAll('/', '.')}.${local}`;
}

const OF_UIMA = new Set(['xmi:id', 'sofa', 'begin', 'end', 'language']);

function featureProblems(one: XmlElement, features: ReadonlySet<string> | undefined): string[] {
  if (features === undefined) return [`type ${typeName(one)} is in no type system`];
  const names = [...one.attributes.keys()].filter((name) => !OF_UIMA.has(name));
  return names.filter((name) => !features.has(name)).map((name) => `${typeName(one)}.${name}`);
}

/**
 * What is wrong with a CAS in XMI (UIMA references, §8): ids are unique; sofas, references and members
 * are there; offsets lie in the text in UTF-16; the type system has every type and feature.
 */
export function xmiProblems(content: string, system: string, text: string): readonly string[] {
  const root = rootOf(content);
  const types = typesIn(system);
  const all = childElements(root);
  const ids = all.map((one) => attribute(one, 'xmi:id')).filter((id) => id !== '');
  const problems = new Set(ids).size === ids.length ? [] : ['an id twice'];
  const sofa = all.find(({ local }) => local === 'Sofa');
  if (sofa === undefined || attribute(sofa, 'sofaString') !== text) problems.push('sofaString');
  for (const one of all) {
    const pointed = ['sofa', 'members', 'Governor', 'Dependent'].flatMap((name) =>
      attribute(one, name).split(' ').filter(Boolean),
    );
    for (const id of pointed) if (!ids.includes(id)) problems.push(`${one.name} → ${id}`);
    if (one.uri === 'http:///uima/cas.ecore') continue;
    problems.push(...featureProblems(one, types.get(typeName(one))));
    const [begin, end] = [Number(attribute(one, 'begin')), Number(attribute(one, 'end'))];
    if (!(begin >= 0 && begin <= end && end <= text.length)) problems.push(`place of ${one.name}`);
  }
  return problems;
}

/** Text of an element, and how many code units stand before each element in it, by its id. */
function placesIn(parent: XmlElement, id: string): { text: string; at: Map<string, number> } {
  const at = new Map<string, number>();
  let text = '';
  for (const child of parent.children) {
    if (typeof child === 'string') text += child;
    else at.set(attribute(child, id), text.length);
  }
  return { text, at };
}

/**
 * What is wrong with a document of GATE (GATE's user guide, §5.5.2): nodes are numbered by the UTF-16
 * units before them, go up, and are where annotations begin and end; ids of annotations are unique.
 */
export function gateProblems(content: string, text: string): readonly string[] {
  const root = rootOf(content);
  const words = childElement(root, 'TextWithNodes');
  if (words === undefined) return ['no TextWithNodes'];
  const { text: said, at } = placesIn(words, 'id');
  const wrong = [...at].filter(([id, place]) => id !== String(place)).map(([id]) => `node ${id}`);
  const all = childElements(root, 'AnnotationSet').flatMap((set) =>
    childElements(set, 'Annotation'),
  );
  const ids = all.map((one) => attribute(one, 'Id'));
  const ends = all.flatMap((one) => [attribute(one, 'StartNode'), attribute(one, 'EndNode')]);
  return [
    ...wrong,
    ...ends.filter((id) => !at.has(id)).map((id) => `no node ${id}`),
    ...broken(
      [said !== text, `text ${JSON.stringify(said)}`],
      [ids.some((id) => !/^\d+$/.test(id)) || new Set(ids).size !== ids.length, 'ids'],
    ),
  ];
}

const TEI = 'http://www.tei-c.org/ns/1.0';

/**
 * What is wrong with a TEI document (P5, chapters 2, 16 and 17): its namespace, the order of its parts,
 * ids that are names and unique, and pointers into the file that lead somewhere.
 */
export function teiProblems(content: string): readonly string[] {
  const root = rootOf(content);
  const all = [...elementsIn(root)];
  const problems = all.filter(({ uri }) => uri !== TEI).map(({ name }) => `namespace of ${name}`);
  const parts = childElements(root)
    .map(({ local }) => local)
    .join(' ');
  if (!/^teiHeader(?: standOff)? text$/.test(parts)) problems.push(`parts ${parts}`);
  const ids = all.map((one) => attribute(one, 'xml:id')).filter((id) => id !== '');
  if (new Set(ids).size !== ids.length) problems.push('an id twice');
  problems.push(...ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id)).map((id) => `id ${id}`));
  const pointers = all.flatMap((one) =>
    ['from', 'to', 'target', 'ana', 'resp', 'corresp'].flatMap((name) =>
      attribute(one, name)
        .split(/\s+/)
        .filter((to) => to.startsWith('#')),
    ),
  );
  return [...problems, ...pointers.filter((to) => !ids.includes(to.slice(1)))];
}

const GUID = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;

function sourceProblems(source: XmlElement, sources: ReadonlyMap<string, string>): string[] {
  const path = attribute(source, 'plainTextPath');
  const text = sources.get(path.replace('internal://', 'sources/'));
  if (text === undefined) return [`no file for ${path}`];
  const { length } = Array.from(text);
  return childElements(source, 'PlainTextSelection').flatMap((selection) => {
    const start = Number(attribute(selection, 'startPosition'));
    const end = Number(attribute(selection, 'endPosition'));
    const isIn = start >= 0 && end >= start && end <= length;
    return isIn ? [] : [`selection ${start}–${end} of ${length}`];
  });
}

/**
 * What is wrong with a REFI-QDA project beyond its schema (specification 1.5): GUIDs are unique and those
 * pointed to are there; each text source has its file; selections lie in it, in code points.
 */
export function refiProblems(
  project: string,
  sources: ReadonlyMap<string, string>,
): readonly string[] {
  const all = [...elementsIn(rootOf(project))];
  const guids = all.map((one) => attribute(one, 'guid')).filter((id) => id !== '');
  const pointed = all.flatMap((one) =>
    ['targetGUID', 'creatingUser', 'modifyingUser', 'sourceGUID'].map((to) => attribute(one, to)),
  );
  return [
    ...guids.filter((id) => !GUID.test(id)),
    ...pointed.filter((to) => to !== '' && !guids.includes(to)),
    ...all
      .filter(({ local }) => local === 'TextSource')
      .flatMap((source) => sourceProblems(source, sources)),
    ...broken([new Set(guids).size !== guids.length, 'a GUID twice']),
  ];
}
