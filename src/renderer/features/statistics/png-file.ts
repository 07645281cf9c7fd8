import type { Palette } from './palette.ts';
import { CHIP, type Fill, type Mark, type Picture } from './picture.ts';
import { MARGIN, TITLE } from './svg-file.ts';
import { DOT, TEXTURES } from './textures.ts';

type Canvas = OffscreenCanvasRenderingContext2D;

/** Pixels of the file for each pixel of the picture, so that it can be printed. */
const DENSITY = 2;

interface Drawing {
  readonly canvas: Canvas;
  readonly palette: Palette;
}

function context(width: number, height: number): Canvas {
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  if (canvas === null) throw new Error('This computer gives no canvas to draw on.');
  return canvas;
}

function texture(
  { canvas, palette }: Drawing,
  fill: Exclude<Fill, string>,
): CanvasPattern | string {
  const { width, height, thickness, strokes, dots } = TEXTURES[fill.pattern];
  const tile = context(width * DENSITY, height * DENSITY);
  tile.scale(DENSITY, DENSITY);
  tile.fillStyle = palette.hue(fill.hue, 'fill-strong');
  tile.fillRect(0, 0, width, height);
  tile.strokeStyle = palette.hue(fill.hue, 'mark');
  tile.fillStyle = palette.hue(fill.hue, 'mark');
  tile.lineWidth = thickness;
  for (const [x1, x2, y] of strokes) {
    tile.beginPath();
    tile.moveTo(x1, y);
    tile.lineTo(x2, y);
    tile.stroke();
  }
  for (const [x, y] of dots) {
    tile.beginPath();
    tile.arc(x, y, DOT, 0, 2 * Math.PI);
    tile.fill();
  }
  const pattern = canvas.createPattern(tile.canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / DENSITY));
  return pattern ?? palette.hue(fill.hue, 'fill-strong');
}

function drawText(
  { canvas, palette }: Drawing,
  { x, y, text, size, strong, serif, anchor, ink }: Extract<Mark, { kind: 'text' }>,
): void {
  const font = serif === true ? palette.serif : palette.sans;
  canvas.font = `${strong === true ? 600 : 400} ${size}px ${font}`;
  canvas.textAlign = anchor === 'middle' ? 'center' : anchor;
  canvas.fillStyle = palette.ink(ink);
  canvas.fillText(text, x, y);
}

function drawChip(
  { canvas, palette }: Drawing,
  { x, y, look }: Extract<Mark, { kind: 'chip' }>,
): void {
  const outlined = look.hue === 'grey';
  canvas.beginPath();
  canvas.roundRect(x, y, CHIP, CHIP, 3);
  canvas.fillStyle = outlined ? palette.paper : palette.hue(look.hue, 'chip');
  canvas.fill();
  if (outlined) {
    canvas.strokeStyle = palette.hue(look.hue, 'mark');
    canvas.lineWidth = 1.5;
    canvas.stroke();
  }
  canvas.font = `700 10px ${palette.sans}`;
  canvas.textAlign = 'center';
  canvas.fillStyle = outlined ? palette.hue(look.hue, 'text') : palette.chipInk;
  canvas.fillText(look.letter, x + CHIP / 2, y + CHIP - 3.5);
}

function drawMark(drawing: Drawing, mark: Mark): void {
  const { canvas, palette } = drawing;
  switch (mark.kind) {
    case 'rect': {
      const { x, y, width, height, fill } = mark;
      canvas.fillStyle = typeof fill === 'string' ? palette.ink(fill) : texture(drawing, fill);
      canvas.fillRect(x, y, width, height);
      if (typeof fill === 'string') return;
      canvas.strokeStyle = palette.hue(fill.hue, 'mark');
      canvas.lineWidth = 1;
      canvas.strokeRect(x, y, width, height);
      return;
    }
    case 'line':
      canvas.strokeStyle = palette.ink(mark.ink);
      canvas.lineWidth = mark.width;
      canvas.setLineDash(mark.dashed === true ? [4, 4] : []);
      canvas.beginPath();
      for (const [x, y] of mark.points) canvas.lineTo(x, y);
      canvas.stroke();
      canvas.setLineDash([]);
      return;
    case 'text':
      drawText(drawing, mark);
      return;
    case 'chip':
      drawChip(drawing, mark);
  }
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}

/**
 * A picture as a PNG file in base64, two pixels for one. It is drawn from its marks: an image made
 * from SVG would need a source that the content policy forbids.
 */
export async function pngFile(picture: Picture, palette: Palette): Promise<string> {
  const width = picture.width + 2 * MARGIN;
  const height = picture.height + 2 * MARGIN + TITLE;
  const canvas = context(Math.ceil(width * DENSITY), Math.ceil(height * DENSITY));
  const drawing = { canvas, palette };
  canvas.scale(DENSITY, DENSITY);
  canvas.fillStyle = palette.paper;
  canvas.fillRect(0, 0, width, height);
  const title = { x: MARGIN, y: MARGIN + 14, text: picture.title, size: 16, strong: true } as const;
  drawText(drawing, { kind: 'text', ...title, ink: 'ink', anchor: 'start' });
  canvas.translate(MARGIN, MARGIN + TITLE);
  for (const mark of picture.marks) drawMark(drawing, mark);
  return base64(await canvas.canvas.convertToBlob({ type: 'image/png' }));
}
