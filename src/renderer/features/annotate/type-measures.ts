/**
 * Measures type on a canvas. To ask an element would lay out the page, in the midst of opening an
 * article; the canvas rounds ascent and descent just as a line box does.
 */

/** The type of a chip's letter, as in the style sheet. */
const CHIP_TYPE = '700 9.5px';

let canvas: OffscreenCanvasRenderingContext2D | null | undefined;
let sans: string | undefined;
const widths = new Map<string, number>();

function measured(font: string, words: string): TextMetrics | undefined {
  if (canvas === undefined) canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (canvas === null) return undefined;
  canvas.font = font;
  return canvas.measureText(words);
}

/** How wide a letter is in a chip, in CSS pixels; `undefined` where that cannot be told. */
export function letterWidth(letter: string): number | undefined {
  const known = widths.get(letter);
  if (known !== undefined) return known;
  sans ??= getComputedStyle(document.documentElement).getPropertyValue('--sans');
  const width = measured(`${CHIP_TYPE} ${sans}`, letter)?.width;
  if (width !== undefined) widths.set(letter, width);
  return width;
}

/** Measures of the words of a line. */
export interface WordMeasures {
  readonly height: number;
  readonly rise: number;
}

/**
 * How high the words of a line are, in CSS pixels, and how far their middle stands above their
 * baseline, as a part of their size.
 * @param element has the type of the words
 */
export function measureWords(element: Element): WordMeasures {
  const { fontSize, fontFamily, fontWeight } = getComputedStyle(element);
  const size = Number.parseFloat(fontSize);
  const metrics = measured(`${fontWeight} ${fontSize} ${fontFamily}`, 'x');
  const ascent = Math.round(metrics?.fontBoundingBoxAscent ?? size);
  const descent = Math.round(metrics?.fontBoundingBoxDescent ?? size / 3);
  return { height: ascent + descent, rise: (ascent - descent) / 2 / size };
}
