import type { Span } from '../../../core/model/span.ts';
import { cutAtBlanks, keptBlanks } from './kept-blanks.ts';
import { backgroundOf, extraHeight, groundOf } from './lane-css.ts';
import { classOfLook } from './looks.ts';
import type { BlockPaint, Piece } from './paint-plan.ts';
import styles from './text.module.css';

/** What each mark in the page shows. */
const shown = new WeakMap<Element, Piece>();

/** Ids of the annotations over a mark's words, innermost first; `undefined` for other elements. */
export function idsOfMark(mark: Element): readonly string[] | undefined {
  return shown.get(mark)?.ids;
}

/** Elements that look alike are copies of one: to copy costs a tenth of setting them up. */
const masters = new Map<string, HTMLElement>();
/** From one of several chips at the same place to the next, in CSS pixels. */
const CHIP_STEP = 14.5;
/** As in the style sheet. */
const CHIP_WIDTH = 13;
/** More different looks than this are not kept; a text has some dozens. */
const MOST_MASTERS = 1000;

function copyOf(look: string, make: () => HTMLElement): HTMLElement {
  let master = masters.get(look);
  if (master === undefined) {
    if (masters.size >= MOST_MASTERS) masters.clear();
    master = make();
    masters.set(look, master);
  }
  return master.cloneNode() as HTMLElement;
}

/** A grey chip is an outline, so that helper labels stay in the background. */
function chipRules(selector: string, hue: string, letter: string, index: number): string[] {
  const ground =
    hue === 'grey'
      ? 'var(--paper);box-shadow:inset 0 0 0 1px var(--label-grey-mark)'
      : `var(--label-${hue}-chip)`;
  const shift = index * CHIP_STEP;
  const ink = hue === 'grey' ? 'var(--label-grey-text)' : 'var(--label-chip-ink)';
  return [
    `${selector}::before{content:"${CSS.escape(letter)}" / "";color:${ink};background:${ground};` +
      `margin-inline:${String(shift)}px ${String(-CHIP_WIDTH - shift)}px}`,
  ];
}

function makeChip(look: string, hue: string, letter: string, index: number): HTMLElement {
  // The letter is drawn by the style sheet: it is no text, is not selected and not copied.
  const own = classOfLook(look, (selector) => chipRules(selector, hue, letter, index));
  const chip = document.createElement('b');
  chip.className = `${styles['chip'] ?? ''} ${own}`;
  chip.ariaHidden = 'true';
  return chip;
}

function chipsOf(piece: Piece): HTMLElement[] {
  return piece.chips.map(({ id, hue, letter }, index) => {
    const look = `chip ${hue} ${letter} ${String(index)}`;
    const chip = copyOf(look, () => makeChip(look, hue, letter, index));
    chip.dataset['chip'] = id;
    return chip;
  });
}

/** A run of the text as nodes; only unusual blanks need elements of their own. */
function nodesOf(text: string, span: Span, kept: readonly Span[]): (Node | string)[] {
  if (kept.length === 0) return [text.slice(...span)];
  return cutAtBlanks(text, span, kept).map((run) => {
    if (!run.kept) return run.words;
    const element = document.createElement('span');
    element.className = styles['blanks'] ?? '';
    element.append(run.words);
    return element;
  });
}

/** All that a mark's own rules depend on. */
function lookOf({ lanes, opens, closes, fill, selected }: Piece): string {
  const lines = lanes.map((line) => `${String(line.lane)}${line.hue}${line.pattern}`).join(' ');
  return `${lines} ${opens ? '(' : ''}${closes ? ')' : ''} ${groundOf(fill)} ${selected ?? ''}`;
}

/** In high contrast, grounds are drawn for what is picked only, over everything that lies in it. */
function markRules(selector: string, piece: Piece): string[] {
  const { fill, selected } = piece;
  const rule = `${selector}{background:${backgroundOf(piece, groundOf(fill))}}`;
  if (selected === undefined) return [rule];
  const strong = backgroundOf(piece, groundOf({ hue: selected, strong: true }));
  return [rule, `:root[data-theme="high-contrast"] ${selector}{background:${strong}}`];
}

function classOf(piece: Piece, look: string): string {
  const own = classOfLook(look, (selector) => markRules(selector, piece));
  return `${styles['mark'] ?? ''} ${own}`;
}

function makeMark(piece: Piece, look: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.className = classOf(piece, look);
  if (piece.chips.length > 0) mark.dataset['chips'] = '';
  if (piece.opens) mark.dataset['opens'] = '';
  if (piece.closes) mark.dataset['closes'] = '';
  if (piece.joined) mark.dataset['joined'] = '';
  if (piece.furniture) mark.dataset['furniture'] = '';
  if (piece.selected !== undefined) mark.dataset['selected'] = '';
  return mark;
}

function markOf(piece: Piece, words: readonly (Node | string)[]): HTMLElement {
  const look = lookOf(piece);
  const flags = [piece.chips.length > 0, piece.furniture, piece.joined].map(Number).join('');
  const mark = copyOf(`${look} ${flags}`, () => makeMark(piece, look));
  shown.set(mark, piece);
  mark.append(...chipsOf(piece), ...words);
  return mark;
}

/** A place between two characters: a bar and its chip, without words and without width. */
function pointOf(piece: Piece): HTMLElement {
  const point = document.createElement('span');
  point.className = styles['mark'] ?? '';
  point.dataset['point'] = '';
  point.dataset['hue'] = piece.point ?? '';
  point.dataset['chips'] = '';
  if (piece.selected !== undefined) point.dataset['selected'] = '';
  point.append(...chipsOf(piece));
  return point;
}

/** The number of a sentence: it stands in the margin and is no text. */
function numberOf(sentence: string): HTMLElement {
  const number = document.createElement('i');
  number.className = styles['sentence'] ?? '';
  number.ariaHidden = 'true';
  number.dataset['sentence'] = sentence;
  return number;
}

function dimmed(words: readonly (Node | string)[]): HTMLElement {
  const span = document.createElement('span');
  span.dataset['furniture'] = '';
  span.append(...words);
  return span;
}

function setTone(mark: HTMLElement, piece: Piece): void {
  mark.className = classOf(piece, lookOf(piece));
  if (piece.selected === undefined) delete mark.dataset['selected'];
  else mark.dataset['selected'] = '';
}

function sameTone(a: Piece | undefined, b: Piece): boolean {
  return a?.selected === b.selected && groundOf(a?.fill) === groundOf(b.fill);
}

/** Brings the tones of a painted block up to date, without touching its nodes. */
export function showTones(element: HTMLElement, paint: BlockPaint): void {
  const marked = paint.pieces.filter((piece) => piece.lanes.length > 0);
  for (const [index, mark] of [...element.getElementsByTagName('mark')].entries()) {
    const piece = marked[index];
    if (piece === undefined) continue;
    if (!sameTone(shown.get(mark), piece)) setTone(mark, piece);
    shown.set(mark, piece);
  }
}

function showExtra(element: HTMLElement, extra: number): void {
  if (extra > 0) element.style.setProperty('--extra', `${String(extra)}px`);
  else if (element.hasAttribute('style')) element.style.removeProperty('--extra');
}

/** Puts a block's text into its element, undecorated. */
export function showPlain(element: HTMLElement, text: string, block: Span): void {
  const kept = keptBlanks(text, block);
  if (kept.length === 0) element.textContent = text.slice(...block);
  else element.replaceChildren(...nodesOf(text, block, kept));
  showExtra(element, 0);
}

/** Puts a block's text into its element, decorated. */
export function showPainted(element: HTMLElement, text: string, paint: BlockPaint): void {
  const kept = keptBlanks(text, [paint.pieces[0]?.start ?? 0, paint.pieces.at(-1)?.end ?? 0]);
  const nodes = paint.pieces.flatMap((piece): (Node | string)[] => {
    if (piece.point !== undefined) return [pointOf(piece)];
    const words = nodesOf(text, [piece.start, piece.end], kept);
    const number = piece.sentence === undefined ? [] : [numberOf(piece.sentence)];
    if (piece.lanes.length > 0) return [...number, markOf(piece, words)];
    return [...number, ...(piece.furniture ? [dimmed(words)] : words)];
  });
  element.replaceChildren(...nodes);
  showExtra(element, extraHeight(paint.lanes));
}
