import styles from './text.module.css';

/** From one height to another, in CSS pixels of the viewport. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** Where the sections of a text are. */
export interface SectionPlaces {
  /** What the sections stand in, for the host. */
  readonly chapters: readonly HTMLElement[];
  /** Where a section stands in the viewport; estimated where the browser has not laid it out. */
  readonly boxOf: (section: number) => Stretch;
  /** Index of the first section that ends below a height of the viewport; their number if none does. */
  readonly firstBelow: (top: number) => number;
}

/** The browser asks of every section where it is: in a far chapter it asks once for all of these. */
const SECTIONS = 16;
const SEEN = { contentVisibilityAuto: true };

interface Chapter {
  readonly element: HTMLElement;
  /** Indices of its sections, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

function sum(heights: readonly number[]): number {
  return heights.reduce((all, one) => all + one, 0);
}

function chapterOf(
  sections: readonly HTMLElement[],
  heights: readonly number[],
  from: number,
): Chapter {
  const to = Math.min(sections.length, from + SECTIONS);
  const height = sum(heights.slice(from, to));
  const element = document.createElement('div');
  element.className = styles['chapter'] ?? '';
  // The first one is in sight when an article is opened: to find that out would be work for nothing.
  if (from > 0) {
    element.dataset['far'] = '';
    element.style.containIntrinsicSize = `auto none auto ${String(height)}px`;
  }
  element.append(...sections.slice(from, to));
  return { element, from, to, height };
}

/** Puts sections into chapters. @param heights about how high each will be, in CSS pixels */
export function placesOf(
  sections: readonly HTMLElement[],
  heights: readonly number[],
): SectionPlaces {
  const chapters: Chapter[] = [];
  for (let from = 0; from < sections.length; from += SECTIONS) {
    chapters.push(chapterOf(sections, heights, from));
  }

  function boxOf(index: number): Stretch {
    const section = sections[index];
    const chapter = chapters[Math.floor(index / SECTIONS)];
    if (section === undefined || chapter === undefined) return { top: 0, bottom: 0 };
    // To ask a section of a far chapter would lay that out.
    if (section.checkVisibility(SEEN)) return section.getBoundingClientRect();
    const { top, height } = chapter.element.getBoundingClientRect();
    const scale = height / Math.max(1, chapter.height);
    const start = top + sum(heights.slice(chapter.from, index)) * scale;
    return { top: start, bottom: start + (heights[index] ?? 0) * scale };
  }

  return {
    chapters: chapters.map(({ element }) => element),
    boxOf,
    firstBelow(top) {
      let low = 0;
      let high = sections.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (boxOf(middle).bottom <= top) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
