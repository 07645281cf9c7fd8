import type { Palette } from './palette.ts';
import type { Picture } from './picture.ts';
import { pictureElements, type SvgElement } from './picture-elements.ts';

/** Characters that XML 1.0 §2.2 does not allow, whatever stands in a name. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '\ufffd')
    .replaceAll(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? '');
}

function written({ tag, attributes, children }: SvgElement): string {
  const list = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  const inside = children
    .map((child) => (typeof child === 'string' ? escaped(child) : written(child)))
    .join('');
  return inside === '' ? `<${tag}${list}/>` : `<${tag}${list}>${inside}</${tag}>`;
}

/** Pixels of paper around a picture in a file. */
export const MARGIN = 24;
/** Height of the title above it. */
export const TITLE = 36;

/** A picture as an SVG file that stands alone: its title, its colours, its fonts by name. */
export function svgFile(picture: Picture, palette: Palette): string {
  const width = picture.width + 2 * MARGIN;
  const height = picture.height + 2 * MARGIN + TITLE;
  const title: SvgElement = {
    tag: 'text',
    attributes: {
      x: MARGIN,
      y: MARGIN + 14,
      'font-size': 16,
      'font-weight': 600,
      fill: palette.ink('ink'),
    },
    children: [picture.title],
  };
  const root: SvgElement = {
    tag: 'svg',
    attributes: {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': palette.sans,
    },
    children: [
      { tag: 'title', attributes: {}, children: [picture.title] },
      { tag: 'rect', attributes: { width, height, fill: palette.paper }, children: [] },
      title,
      {
        tag: 'g',
        attributes: { transform: `translate(${MARGIN} ${MARGIN + TITLE})` },
        children: pictureElements(picture, palette, 'texture'),
      },
    ],
  };
  return `${written(root)}\n`;
}
