import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '../result.ts';

/** An element of a small XML file, with where it stood. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** Without its prefix. */
  readonly local: string;
  /** Namespace; empty where there is none. */
  readonly uri: string;
  /** By name as written. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and text in order; neighbouring text is one string. */
  readonly children: readonly (XmlElement | string)[];
  /** Of the end of its start tag, from 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** Why a file is no XML that can be read. */
export interface XmlProblem {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly message: string;
}

/** Nothing that tools exchange is nested deeper. */
const MOST_DEPTH = 200;
/** More elements than any file of annotations of one article. */
const MOST_ELEMENTS = 5_000_000;

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

function addText(element: Open | undefined, text: string): void {
  if (element === undefined) return;
  const last = element.children.length - 1;
  const before = element.children[last];
  if (typeof before === 'string') element.children[last] = before + text;
  else element.children.push(text);
}

/** saxes puts `line:column: ` before what it says. */
function inWords(reason: unknown): string {
  const said = reason instanceof Error ? reason.message : '';
  return `this is not XML: ${said.replace(/^(?:\d+:\d+: )?/, '').replace(/\.$/, '')}`;
}

/** A DOCTYPE is harmless when it declares nothing; no entity is ever expanded, no file fetched. */
function doctypeProblem(doctype: string): string | undefined {
  return /[[]/.test(doctype) || /\b(?:SYSTEM|PUBLIC)\b/.test(doctype)
    ? 'its DOCTYPE declares entities or points to another file, which is not read from files of others'
    : undefined;
}

/** Stops saxes, which goes on after an error that is handled. */
class Stopped extends Error {}

function listen(parser: SaxesParser<{ xmlns: true }>): () => XmlElement | undefined {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  parser.on('doctype', (doctype) => {
    const problem = doctypeProblem(doctype);
    if (problem !== undefined) throw new Stopped(problem);
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (open.length >= MOST_DEPTH) {
      throw new Stopped(`it is nested deeper than ${MOST_DEPTH} elements`);
    }
    if (elements > MOST_ELEMENTS) throw new Stopped(`it has more than ${MOST_ELEMENTS} elements`);
    const element: Open = {
      name: tag.name,
      local: tag.local,
      uri: tag.uri,
      attributes: new Map(Object.values(tag.attributes).map(({ name, value }) => [name, value])),
      children: [],
      line: parser.line,
      column: Math.max(1, parser.columnIndex),
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => addText(open.at(-1), text));
  parser.on('cdata', (text) => addText(open.at(-1), text));
  return () => root;
}

/**
 * Reads an XML 1.0 file into a tree, strictly: well-formed, namespaces declared, at most 200
 * elements deep. A DOCTYPE that declares or fetches anything is refused, so no entity but the five
 * of XML and character references exists. Comments and processing instructions are passed over.
 * Line ends become `\n`, as XML 1.0 §2.11 demands.
 */
export function readXml(content: string): Result<XmlElement, XmlProblem> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const root = listen(parser);
  try {
    parser.write(content.replace(/^\ufeff/, '')).close();
  } catch (reason) {
    const message = reason instanceof Stopped ? reason.message : inWords(reason);
    return err({ line: parser.line, column: Math.max(1, parser.columnIndex), message });
  }
  const found = root();
  return found === undefined
    ? err({ line: 1, column: 1, message: 'this is not XML: it has no element' })
    : ok(found);
}

/** The child elements, those with this local name where one is given. */
export function childElements(parent: XmlElement, local?: string): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (local === undefined || child.local === local),
  );
}

/** The first child element with this local name. */
export function childElement(parent: XmlElement, local: string): XmlElement | undefined {
  return childElements(parent, local)[0];
}

/** All text inside an element, markup left out. */
export function textIn(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textIn(child)))
    .join('');
}

/** Every element inside one, itself first, in document order. */
export function* elementsIn(element: XmlElement): Generator<XmlElement, void> {
  yield element;
  for (const child of element.children) {
    if (typeof child !== 'string') yield* elementsIn(child);
  }
}

/** What XML 1.0 §2.2 has no place for, not even as a reference; and halves of surrogate pairs. */
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as XML can hold it. */
export interface XmlText {
  /** Of the same length in UTF-16 code units, so that offsets stay. */
  readonly text: string;
  /** `offset:hex` of each replaced character, with blanks between: enough to put them back. */
  readonly replaced: string;
  /** How many characters were replaced. */
  readonly count: number;
}

/** Replaces each character that XML 1.0 cannot hold by U+FFFD. */
export function xmlText(text: string): XmlText {
  const replaced: string[] = [];
  const legal = text.replaceAll(ILLEGAL, (character, offset: number) => {
    replaced.push(`${offset}:${character.charCodeAt(0).toString(16)}`);
    return '\ufffd';
  });
  return { text: legal, replaced: replaced.join(' '), count: replaced.length };
}

/** Puts back what {@link xmlText} replaced; what does not fit is left as it stands. */
export function restoreXmlText(text: string, replaced: string): string {
  const at = new Map<number, string>();
  for (const [, offset, code] of replaced.matchAll(/(\d{1,9}):([0-9a-f]{1,4})(?: |$)/g)) {
    at.set(Number(offset), String.fromCharCode(Number.parseInt(code ?? '', 16)));
  }
  if (at.size === 0) return text;
  const parts: string[] = [];
  let last = 0;
  for (const [offset, character] of [...at].toSorted(([a], [b]) => a - b)) {
    if (text.charAt(offset) !== '\ufffd') continue;
    parts.push(text.slice(last, offset), character);
    last = offset + 1;
  }
  return parts.join('') + text.slice(last);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * Text between tags. What XML cannot hold becomes U+FFFD; `\r` is written as a reference, because
 * a reader turns it into `\n` otherwise, and so is U+0085 and U+2028 for readers of XML 1.1.
 */
export function escapeText(text: string): string {
  return xmlText(text)
    .text.replaceAll(/[&<>\r]/g, (character) => ESCAPES[character] ?? character)
    .replaceAll('\u0085', '&#133;')
    .replaceAll('\u2028', '&#8232;');
}

/** Text of an attribute between `"`; tabs and line ends as references, or they would be blanks. */
export function escapeAttribute(text: string): string {
  return xmlText(text)
    .text.replaceAll(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character)
    .replaceAll('\u0085', '&#133;')
    .replaceAll('\u2028', '&#8232;');
}

/** Attributes of an element to write; those that are `undefined` are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** A start tag, or a whole empty element with `/` as `close`. */
export function startTag(
  name: string,
  attributes: XmlAttributes = {},
  close: '' | '/' = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`);
  return `<${name}${written.join('')}${close}>`;
}

/** A whole element. @param content already XML: escaped text or elements; none for an empty one */
export function element(name: string, attributes: XmlAttributes = {}, content?: string): string {
  return content === undefined || content === ''
    ? startTag(name, attributes, '/')
    : `${startTag(name, attributes)}${content}</${name}>`;
}

/** What every XML file begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
