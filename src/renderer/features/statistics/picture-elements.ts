import type { Palette } from './palette.ts';
import { CHIP, type Fill, type LabelLook, type Mark, type Picture } from './picture.ts';
import { DOT, TEXTURES } from './textures.ts';

/** An SVG element as a value: React and files are made from the same. */
export interface SvgElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgElement | string)[];
}

type Attributes = SvgElement['attributes'];

function element(
  tag: string,
  attributes: Attributes,
  children: SvgElement['children'] = [],
): SvgElement {
  return { tag, attributes, children };
}

/** Two decimals are more than a screen can show. */
const px = (length: number): number => Math.round(length * 100) / 100;

interface Drawing {
  /** Before every id, so that two pictures in one page do not meet. */
  readonly prefix: string;
  readonly palette: Palette;
}

const textureId = ({ prefix }: Drawing, { hue, pattern }: LabelLook): string =>
  `${prefix}-${hue}-${pattern}`;

function texture(drawing: Drawing, look: LabelLook): SvgElement {
  const { palette } = drawing;
  const { width, height, thickness, strokes, dots } = TEXTURES[look.pattern];
  const ink = palette.hue(look.hue, 'mark');
  return element(
    'pattern',
    { id: textureId(drawing, look), patternUnits: 'userSpaceOnUse', width, height },
    [
      element('rect', { width, height, fill: palette.hue(look.hue, 'fill-strong') }),
      ...strokes.map(([x1, x2, y]) =>
        element('line', { x1, x2, y1: y, y2: y, stroke: ink, 'stroke-width': thickness }),
      ),
      ...dots.map(([cx, cy]) => element('circle', { cx, cy, r: DOT, fill: ink })),
    ],
  );
}

function fillOf(drawing: Drawing, fill: Fill): Attributes {
  if (typeof fill === 'string') return { fill: drawing.palette.ink(fill) };
  return {
    fill: `url(#${textureId(drawing, fill)})`,
    stroke: drawing.palette.hue(fill.hue, 'mark'),
    'stroke-width': 1,
  };
}

function chip({ palette }: Drawing, x: number, y: number, look: LabelLook): SvgElement {
  const outlined = look.hue === 'grey';
  const square = outlined
    ? { fill: palette.paper, stroke: palette.hue(look.hue, 'mark'), 'stroke-width': 1.5 }
    : { fill: palette.hue(look.hue, 'chip') };
  return element('g', {}, [
    element('rect', { x: px(x), y: px(y), width: CHIP, height: CHIP, rx: 3, ...square }),
    element(
      'text',
      {
        x: px(x + CHIP / 2),
        y: px(y + CHIP - 3.5),
        'font-size': 10,
        'font-weight': 700,
        'text-anchor': 'middle',
        fill: outlined ? palette.hue(look.hue, 'text') : palette.chipInk,
      },
      [look.letter],
    ),
  ]);
}

function markElement(drawing: Drawing, mark: Mark): SvgElement {
  switch (mark.kind) {
    case 'rect':
      return element('rect', {
        x: px(mark.x),
        y: px(mark.y),
        width: px(mark.width),
        height: px(mark.height),
        ...fillOf(drawing, mark.fill),
      });
    case 'line':
      return element('polyline', {
        points: mark.points.map(([x, y]) => `${px(x)},${px(y)}`).join(' '),
        fill: 'none',
        stroke: drawing.palette.ink(mark.ink),
        'stroke-width': mark.width,
        ...(mark.dashed === true ? { 'stroke-dasharray': '4 4' } : {}),
      });
    case 'text':
      return element(
        'text',
        {
          x: px(mark.x),
          y: px(mark.y),
          'font-size': mark.size,
          'font-weight': mark.strong === true ? 600 : 400,
          'text-anchor': mark.anchor,
          fill: drawing.palette.ink(mark.ink),
          ...(mark.serif === true ? { 'font-family': drawing.palette.serif } : {}),
        },
        [mark.text],
      );
    case 'chip':
      return chip(drawing, mark.x, mark.y, mark.look);
  }
}

/** The label looks that fill an area, each texture once. */
function looksIn(marks: readonly Mark[]): readonly LabelLook[] {
  const looks = new Map<string, LabelLook>();
  for (const mark of marks) {
    if (mark.kind !== 'rect' || typeof mark.fill === 'string') continue;
    looks.set(`${mark.fill.hue} ${mark.fill.pattern}`, mark.fill);
  }
  return [...looks.values()];
}

/** The content of a picture's `<svg>`: textures, then marks in order. */
export function pictureElements(
  picture: Picture,
  palette: Palette,
  prefix: string,
): readonly SvgElement[] {
  const drawing = { prefix, palette };
  const textures = looksIn(picture.marks).map((look) => texture(drawing, look));
  return [
    element('defs', {}, textures),
    ...picture.marks.map((mark) => markElement(drawing, mark)),
  ];
}
