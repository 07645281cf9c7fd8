import { kindsInWords, linesInWords } from './furniture-words.ts';
import type { FurnitureBlock, Line } from './layout.ts';
import styles from './surface.module.css';

/** Pixels a line of the column takes, and the characters that fit in it: only for a first guess. */
const LINE_HEIGHT = 35;
const LINE_LENGTH = 68;

/** A section; until it is laid out it takes the height its text is likely to have. */
export function sectionElement(characters: number): HTMLElement {
  const element = document.createElement('div');
  element.className = styles['section'] ?? '';
  const height = Math.max(1, Math.ceil(characters / LINE_LENGTH)) * LINE_HEIGHT;
  element.style.setProperty('contain-intrinsic-size', `auto none auto ${height}px`);
  return element;
}

/** A stored line. `data-start` is what places in the page are turned into offsets by. */
export function lineElement(line: Line): HTMLElement {
  const element = document.createElement(line.isTitle ? 'h1' : 'p');
  element.dir = 'auto';
  element.dataset['start'] = String(line.start);
  if (line.blank) element.className = styles['blank'] ?? '';
  else if (line.isTitle) element.className = styles['title'] ?? '';
  else element.className = styles['line'] ?? '';
  if (line.number > 0) element.dataset['number'] = String(line.number);
  return element;
}

/** Furniture: one line that tells what it is while folded, hatched lines while open. */
export function furnitureBlock(
  block: FurnitureBlock,
  lines: readonly HTMLElement[],
  onToggle: () => void,
): HTMLElement {
  const element = document.createElement('div');
  element.className = styles['furniture'] ?? '';
  element.dataset['from'] = String(block.start);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = styles['fold'] ?? '';
  const kinds = kindsInWords(block.kinds);
  button.dataset['words'] = `Furniture folded: ${kinds}, ${linesInWords(block)}`;
  button.dataset['kind'] = `${kinds}, ${linesInWords(block)}`;
  button.ariaLabel = `Furniture: ${kinds}, ${linesInWords(block)}`;
  button.addEventListener('click', onToggle);
  const body = document.createElement('div');
  body.className = styles['body'] ?? '';
  body.append(...lines);
  element.append(button, body);
  return element;
}
