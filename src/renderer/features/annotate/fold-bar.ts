import { t } from '../../words/words.ts';
import type { FurnitureGroup } from './furniture-groups.ts';
import { furnitureWords, kindName, lineCount } from './furniture-words.ts';
import styles from './text.module.css';

const SVG = 'http://www.w3.org/2000/svg';
const STEM = ['M12 22v-6', 'M12 8V2', 'M4 12H2', 'M10 12H8', 'M16 12h-2', 'M22 12h-2'];
/** Lucide's `unfold-vertical` and `fold-vertical`. */
const UNFOLD = [...STEM, 'm15 19-3 3-3-3', 'm15 5-3-3-3 3'];
const FOLD = [...STEM, 'm15 19-3-3-3 3', 'm15 5-3 3-3-3'];

function icon(paths: readonly string[]): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = { viewBox: '0 0 24 24', width: '14', height: '14', 'aria-hidden': 'true' };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

/** The line that stands for folded furniture, and above furniture that is open. */
export interface FoldBar {
  readonly element: HTMLElement;
  readonly setFolded: (folded: boolean) => void;
}

/** @param showKey true on the first bar of an article only */
export function createFoldBar(
  group: FurnitureGroup,
  showKey: boolean,
  onPress: () => void,
): FoldBar {
  const element = document.createElement('div');
  element.className = styles['fold'] ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = styles['foldButton'] ?? '';
  button.addEventListener('click', onPress);
  // The bar stands where the article's lines begin; its words are the window's.
  const words = document.createElement('bdi');
  button.append(icon(UNFOLD), words);
  if (showKey) {
    const key = document.createElement('kbd');
    key.className = styles['key'] ?? '';
    key.ariaHidden = 'true';
    key.append('F');
    button.append(key);
  }
  element.append(button);
  return {
    element,
    setFolded(folded) {
      // What it is stands beside each stretch as soon as one sees them.
      words.textContent = folded
        ? t('annotate.furnitureFolded', { words: furnitureWords(group.stretches, group.lines) })
        : t('annotate.furnitureOpen', { lines: lineCount(group.lines) });
      button.firstChild?.replaceWith(icon(folded ? UNFOLD : FOLD));
      button.ariaExpanded = String(!folded);
      element.dataset['folded'] = String(folded);
    },
  };
}

/** The kind of a stretch of furniture at its end; a press makes it text of the article. */
export function createKindButton(
  stretch: FurnitureGroup['stretches'][number],
  onPress: () => void,
): HTMLElement {
  const place = document.createElement('div');
  place.className = styles['kindPlace'] ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = styles['kind'] ?? '';
  const name = kindName(stretch.kind);
  button.ariaLabel = t('marking.notFurnitureOf', { words: name });
  button.title = t('annotate.notFurniture');
  const words = document.createElement('bdi');
  words.append(name);
  button.append(words);
  button.addEventListener('click', onPress);
  place.append(button);
  return place;
}
