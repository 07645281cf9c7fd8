import type { Segment } from './pdf-segments.ts';

/** A page as far as its edges are looked at. */
export interface PageLines {
  readonly segments: readonly Segment[];
  /** Of the page, in points. */
  readonly height: number;
}

/** Share of a page's height at its head and its foot in which running titles stand. */
const MARGIN = 0.12;
/** How far the same running title may stand from where it stands elsewhere, in points. */
const NEAR = 6;
const LONGEST_NUMBER = 40;
const PAGE_NUMBER =
  /^[-–—\s|]*(?:(?:page|seite|p\.|стр\.|페이지|صفحة)\s*)?\d{1,4}(?:\s*(?:of|von|de|из|\/)\s*\d{1,4})?[-–—\s|]*$/iu;

function keyOf({ text, y }: Segment): string {
  return `${Math.round(y / NEAR)} ${text.replaceAll(/\d+/gu, '#').toLowerCase()}`;
}

function isAtEdge({ y }: Segment, { height }: PageLines): boolean {
  return y < height * MARGIN || y > height * (1 - MARGIN);
}

/**
 * Tells running titles and page numbers, which are furniture: a page number alone at the head or the
 * foot of a page; and what stands there on at least two pages, and on two of five.
 */
export function edgeTeller(
  pages: readonly PageLines[],
): (segment: Segment, page: PageLines) => boolean {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.segments.filter((one) => isAtEdge(one, page)).map(keyOf));
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.ceil(pages.length * 0.4));
  return (segment, page) => {
    if (!isAtEdge(segment, page)) return false;
    return (
      PAGE_NUMBER.test(segment.text.slice(0, LONGEST_NUMBER)) ||
      (seen.get(keyOf(segment)) ?? 0) >= enough
    );
  };
}
