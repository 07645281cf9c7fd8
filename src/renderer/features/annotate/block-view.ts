import { backgroundOf, extraHeight, groundOf } from './lane-css.ts';
import type { BlockPaint, Piece } from './paint-plan.ts';
import styles from './text.module.css';

function chipsOf(piece: Piece): HTMLElement[] {
  return piece.chips.map(({ id, hue, letter }, index) => {
    // The letter is drawn by the style sheet: it is no text, is not selected and not copied.
    const chip = document.createElement('b');
    chip.className = styles['chip'] ?? '';
    chip.ariaHidden = 'true';
    chip.dataset['hue'] = hue;
    chip.dataset['letter'] = letter;
    chip.dataset['chip'] = id;
    if (index > 0) chip.style.setProperty('--place', String(index));
    return chip;
  });
}

function markOf(piece: Piece, words: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.className = styles['mark'] ?? '';
  mark.style.background = backgroundOf(piece);
  if (piece.chips.length > 0) mark.dataset['chips'] = '';
  if (piece.opens) mark.dataset['opens'] = '';
  if (piece.closes) mark.dataset['closes'] = '';
  if (piece.furniture) mark.dataset['furniture'] = '';
  mark.append(...chipsOf(piece), words);
  return mark;
}

function dimmed(words: string): HTMLElement {
  const span = document.createElement('span');
  span.dataset['furniture'] = '';
  span.append(words);
  return span;
}

function setTone(mark: HTMLElement, { fill, selected }: Piece): void {
  mark.style.setProperty('--fill', groundOf(fill));
  if (selected === undefined) delete mark.dataset['selected'];
  else mark.dataset['selected'] = '';
  const strong = selected === undefined ? '' : `var(--label-${selected}-fill-strong)`;
  mark.style.setProperty('--fill-selected', strong);
}

/** Brings the tones of a painted block up to date, without touching its nodes. */
export function showTones(element: HTMLElement, paint: BlockPaint): void {
  const marked = paint.pieces.filter((piece) => piece.lanes.length > 0);
  for (const [index, mark] of [...element.getElementsByTagName('mark')].entries()) {
    const piece = marked[index];
    if (piece !== undefined) setTone(mark, piece);
  }
}

/** Puts a block's text into its element, undecorated. */
export function showPlain(element: HTMLElement, words: string): void {
  element.replaceChildren(words);
  element.style.removeProperty('--extra');
}

/** Puts a block's text into its element, decorated. */
export function showPainted(element: HTMLElement, text: string, paint: BlockPaint): void {
  const nodes = paint.pieces.map((piece): Node | string => {
    const words = text.slice(piece.start, piece.end);
    if (piece.lanes.length > 0) return markOf(piece, words);
    return piece.furniture ? dimmed(words) : words;
  });
  element.replaceChildren(...nodes);
  showTones(element, paint);
  const extra = extraHeight(paint.lanes);
  if (extra > 0) element.style.setProperty('--extra', `${String(extra)}px`);
  else element.style.removeProperty('--extra');
}
