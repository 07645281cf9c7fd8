/**
 * Measures type on a canvas. To ask an element would lay out the page, in the midst of opening an
 * article; the canvas rounds ascent and descent just as a line box does.
 */

/** The type of a chip's letter, as in the style sheet. */
const CHIP_TYPE = '700 9.5px';

let canvas: OffscreenCanvasRenderingContext2D | null | undefined;
const families = new Map<string, string>();
const widths = new Map<string, number>();

function contextWith(type: string, family: '--serif' | '--sans') {
  if (canvas === undefined) canvas = new OffscreenCanvas(1, 1).getContext('2d');
  let names = families.get(family);
  if (names === undefined) {
    names = getComputedStyle(document.documentElement).getPropertyValue(family);
    families.set(family, names);
  }
  if (canvas !== null) canvas.font = `${type} ${names}`;
  return canvas;
}

/** How wide a letter is in a chip, in CSS pixels; `undefined` where that cannot be told. */
export function letterWidth(letter: string): number | undefined {
  const known = widths.get(letter);
  if (known !== undefined) return known;
  const width = contextWith(CHIP_TYPE, '--sans')?.measureText(letter).width;
  if (width !== undefined) widths.set(letter, width);
  return width;
}

/**
 * How high the words of a line are, in CSS pixels, and how far their middle stands above their
 * baseline, as a part of their size.
 * @param size of the type, in CSS pixels
 */
export function measureWords(size: number): { readonly height: number; readonly rise: number } {
  const measured = contextWith(`400 ${String(size)}px`, '--serif')?.measureText('x');
  const ascent = Math.round(measured?.fontBoundingBoxAscent ?? size);
  const descent = Math.round(measured?.fontBoundingBoxDescent ?? size / 3);
  return { height: ascent + descent, rise: (ascent - descent) / 2 / size };
}

/** Does what takes long once, while the window has nothing better to do. */
export function warmUp(): void {
  for (const letter of 'CTS') letterWidth(letter);
  measureWords(19);
}
