import { textWidth } from './fit-text.ts';
import { CHIP, type LabelLook, type Mark, type Picture, words } from './picture.ts';

const ROW = 22;
const SWATCH = 22;
const NAME_AT = SWATCH + 4 + CHIP + 6;
const GAP = 20;
const ABOVE = 8;

/** The picture with a line below it, or a few, that says which label looks how. */
export function withLegend(picture: Picture, looks: readonly LabelLook[]): Picture {
  if (looks.length === 0) return picture;
  const marks: Mark[] = [];
  let x = 0;
  let y = picture.height + ABOVE;
  for (const look of looks) {
    const width = NAME_AT + Math.ceil(textWidth(look.name, 12));
    if (x > 0 && x + width > picture.width) {
      x = 0;
      y += ROW;
    }
    marks.push({ kind: 'rect', x: x + 0.5, y: y + 0.5, width: SWATCH, height: CHIP, fill: look });
    marks.push({ kind: 'chip', x: x + SWATCH + 4, y, look });
    marks.push(words(look.name, x + NAME_AT, y + 11));
    x += width + GAP;
  }
  return { ...picture, height: y + ROW, marks: [...picture.marks, ...marks] };
}
