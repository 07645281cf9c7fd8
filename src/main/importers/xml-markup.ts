import { escapeAttribute, escapeText, type XmlElement } from '../../core/formats/xml.ts';

/** Elements of NITF 3.6 whose HTML goes by another name; what is not here keeps its own. */
const NAMES: Readonly<Record<string, string>> = {
  hedline: 'header',
  hl1: 'h1',
  hl2: 'h2',
  byline: 'address',
  distributor: 'footer',
  dateline: 'p',
  abstract: 'section',
  tagline: 'p',
  block: 'div',
  bq: 'blockquote',
  credit: 'p',
  fn: 'p',
  media: 'figure',
  'media-caption': 'figcaption',
  'media-producer': 'figcaption',
  'media-reference': 'script',
  'media-object': 'script',
  'media-metadata': 'script',
  datasource: 'p',
  nitfcol: 'colgroup',
};
const VOID = new Set(['br', 'hr', 'img', 'col', 'wbr']);
const NAME = /^[a-z][a-z0-9]*$/u;

function nameOf({ local }: XmlElement): string {
  const lower = local.toLowerCase();
  const name = NAMES[lower] ?? lower;
  return NAME.test(name) ? name : 'span';
}

/**
 * XHTML or NITF as HTML that the house's parser reads: text, structure, and what hides an element.
 * The tree is at most as deep as `readXml` lets it be.
 */
export function markupOf(element: XmlElement): string {
  const name = nameOf(element);
  const hidden = ['style', 'hidden'].flatMap((attribute) => {
    const value = element.attributes.get(attribute);
    return value === undefined ? [] : [` ${attribute}="${escapeAttribute(value)}"`];
  });
  const start = `<${name}${hidden.join('')}>`;
  return VOID.has(name) ? start : `${start}${innerMarkup(element)}</${name}>`;
}

/** The same for what is inside an element. */
export function innerMarkup(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escapeText(child) : markupOf(child)))
    .join('');
}
