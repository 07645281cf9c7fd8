import type { Span } from '../../../core/model/span.ts';
import { language, t } from '../../words/words.ts';
import { cutAtBlanks, keptBlanks } from './kept-blanks.ts';
import { backgroundOf, extraHeight, groundOf } from './lane-css.ts';
import { classOfLook } from './looks.ts';
import type { BlockPaint, Chip, Piece } from './paint-plan.ts';
import styles from './text.module.css';
import { letterWidth } from './type-measures.ts';

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
/** Width of a chip as in the style sheet. */
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

/** Words of the style sheet that are spoken and not seen. CSS escapes nothing but these in strings. */
function spoken(words: string): string {
  return `" ${words.replaceAll(/["\\\n]/gu, ' ')} "`;
}

/** The class of a mark in which annotations end: their ends are spoken, and take no room. */
function endClass({ ends }: Piece): string {
  if (ends.length === 0) return '';
  const words = ends.map((name) => t('ui.markEnd', { name })).join(', ');
  const rule = (selector: string): string[] => [
    `${selector}::after{content:"" / ${spoken(words)}}`,
  ];
  return ` ${classOfLook(`ends ${words}`, rule)}`;
}

/** A grey chip is an outline, so that helper labels stay in the background; doubt is a dotted one. */
function groundOfChip({ hue, unsure }: Chip): string {
  if (unsure) {
    return `var(--paper);outline:1.5px dotted var(--label-${hue}-mark);outline-offset:-1px`;
  }
  return hue === 'grey'
    ? 'var(--paper);box-shadow:inset 0 0 0 1px var(--label-grey-mark)'
    : `var(--label-${hue}-chip)`;
}

function chipRules(selector: string, chip: Chip, index: number): string[] {
  const { hue, letter, name, unsure } = chip;
  const ground = groundOfChip(chip);
  const shift = index * CHIP_STEP;
  const side = Math.max(0, (CHIP_WIDTH - (letterWidth(letter) ?? CHIP_WIDTH)) / 2);
  const ink = hue === 'grey' || unsure ? `var(--label-${hue}-text)` : 'var(--label-chip-ink)';
  return [
    `${selector}::before{content:"${CSS.escape(letter)}" / ${spoken(t('ui.markStart', { name }))};color:${ink};background:${ground};` +
      `padding-inline:${side.toFixed(2)}px;` +
      `margin-inline:${String(shift)}px ${String(-CHIP_WIDTH - shift)}px}`,
  ];
}

function makeChip(look: string, of: Chip, index: number): HTMLElement {
  // The letter is drawn by the style sheet: it is no text, is not selected and not copied.
  const own = classOfLook(look, (selector) => chipRules(selector, of, index));
  const chip = document.createElement('b');
  chip.className = `${styles['chip'] ?? ''} ${own}`;
  return chip;
}

function chipsOf(piece: Piece): HTMLElement[] {
  return piece.chips.map((one, index) => {
    const { id, hue, letter, name, unsure } = one;
    const look = `chip ${hue} ${letter} ${unsure ? '?' : ''} ${String(index)} ${name} ${language()}`;
    const chip = copyOf(look, () => makeChip(look, one, index));
    chip.dataset['chip'] = id;
    if (unsure) chip.dataset['unsure'] = '';
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

/** True where the annotation that a piece shows is selected or hovered. */
function isPicked({ fill, selected }: Piece): boolean {
  return selected !== undefined || fill?.strong === true;
}

/** All that a mark's own rules depend on, while it is not picked. */
function lookOf({ lanes, opens, closes, fill }: Piece): string {
  const lines = lanes.map((line) => `${String(line.lane)}${line.hue}${line.pattern}`).join(' ');
  return `${lines} ${opens ? '(' : ''}${closes ? ')' : ''} ${groundOf(fill)}`;
}

/** The classes of a mark; what is picked has its ground from elsewhere. */
function classOf(piece: Piece): string {
  const mark = `${styles['mark'] ?? ''}${endClass(piece)}`;
  if (isPicked(piece)) return mark;
  const own = classOfLook(lookOf(piece), (selector) => [
    `${selector}{background:${backgroundOf(piece, groundOf(piece.fill))}}`,
  ]);
  return `${mark} ${own}`;
}

function makeMark(piece: Piece): HTMLElement {
  const mark = document.createElement('mark');
  mark.className = classOf(piece);
  if (piece.chips.length > 0) mark.dataset['chips'] = '';
  if (piece.opens) mark.dataset['opens'] = '';
  if (piece.closes) mark.dataset['closes'] = '';
  if (piece.aside) mark.dataset['aside'] = '';
  if (piece.furniture) mark.dataset['furniture'] = '';
  return mark;
}

function markOf(piece: Piece, words: readonly (Node | string)[]): HTMLElement {
  const flags = [piece.chips.length > 0, piece.furniture, piece.aside].map(Number).join('');
  const ends = piece.ends.join('|');
  const mark = isPicked(piece)
    ? makeMark(piece)
    : copyOf(`${lookOf(piece)} ${flags} ${ends} ${language()}`, () => makeMark(piece));
  if (isPicked(piece)) setTone(mark, piece);
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

/**
 * The few marks that are picked get their ground as styles of their own: a look for each would
 * change the style sheet, and so the whole page, with every step from one annotation to the next.
 */
function setTone(mark: HTMLElement, piece: Piece): void {
  const { fill, selected } = piece;
  const picked = isPicked(piece);
  mark.className = classOf(piece);
  mark.toggleAttribute('data-picked', picked);
  mark.toggleAttribute('data-selected', selected !== undefined);
  if (picked) {
    const strong = selected === undefined ? fill : ({ hue: selected, strong: true } as const);
    mark.style.setProperty('--fill', groundOf(fill));
    mark.style.setProperty('--fill-selected', groundOf(strong));
    mark.style.background = backgroundOf(piece, 'var(--ground)');
  } else {
    for (const name of ['--fill', '--fill-selected', 'background']) mark.style.removeProperty(name);
  }
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

/** The nodes that show one piece of a block. */
interface Run {
  readonly key: string;
  readonly nodes: readonly Node[];
}

/** What stands in each decorated block, in order. */
const runsIn = new WeakMap<Element, readonly Run[]>();

/** Puts a block's text into its element, undecorated. */
export function showPlain(element: HTMLElement, text: string, block: Span): void {
  const kept = keptBlanks(text, block);
  runsIn.delete(element);
  if (kept.length === 0) element.textContent = text.slice(...block);
  else element.replaceChildren(...nodesOf(text, block, kept));
  showExtra(element, 0);
}

/** How many runs, counted from one end, show what they are to show already. */
function countSame(before: readonly Run[], keys: readonly string[], most: number, end: 1 | -1) {
  const at = (count: number): number => (end === 1 ? count : -1 - count);
  let count = 0;
  while (count < most && before.at(at(count))?.key === keys.at(at(count))) count += 1;
  return count;
}

function nodesOfPiece(piece: Piece, text: string, kept: readonly Span[]): readonly Node[] {
  if (piece.point !== undefined) return [pointOf(piece)];
  const words = nodesOf(text, [piece.start, piece.end], kept);
  const number = piece.sentence === undefined ? [] : [numberOf(piece.sentence)];
  if (piece.lanes.length > 0) return [...number, markOf(piece, words)];
  const shownWords = piece.furniture ? [dimmed(words)] : words;
  return [...number, ...shownWords].map((node) =>
    typeof node === 'string' ? document.createTextNode(node) : node,
  );
}

/**
 * Puts a block's text into its element, decorated. What is before and after a change stays as it
 * is: one annotation more in a paragraph of a hundred pieces makes three of them anew.
 */
export function showPainted(element: HTMLElement, text: string, paint: BlockPaint): void {
  const { pieces, keys } = paint;
  const before = runsIn.get(element) ?? [];
  const most = Math.min(before.length, pieces.length);
  const head = countSame(before, keys, most, 1);
  const tail = countSame(before, keys, most - head, -1);
  const kept = keptBlanks(text, [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0]);
  const made = pieces.slice(head, pieces.length - tail).map((piece, index): Run => {
    return { key: keys[head + index] ?? '', nodes: nodesOfPiece(piece, text, kept) };
  });
  const after = before.slice(before.length - tail);
  const come = made.flatMap(({ nodes }) => nodes);
  if (head + tail === 0) element.replaceChildren(...come);
  else replaceRuns(element, before.slice(head, before.length - tail), come, after[0]);
  runsIn.set(element, [...before.slice(0, head), ...made, ...after]);
  showTones(element, paint);
  showExtra(element, extraHeight(paint.lanes));
}

function replaceRuns(
  element: HTMLElement,
  gone: readonly Run[],
  come: readonly Node[],
  next: Run | undefined,
): void {
  for (const { nodes } of gone) for (const node of nodes) element.removeChild(node);
  const fragment = document.createDocumentFragment();
  fragment.append(...come);
  element.insertBefore(fragment, next?.nodes[0] ?? null);
}
