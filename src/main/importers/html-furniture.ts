import type { Furniture, FurnitureKind } from '../../core/model/article.ts';
import type { ArticleText } from './html-article.ts';
import { compact } from './html-article.ts';
import type { Hint } from './html-hints.ts';
import { hintOf } from './html-hints.ts';
import type { TextRun, VisibleText } from './html-text.ts';

/** Longest text of an element that is furniture inside the article, in UTF-16 units. */
const LONGEST_INSIDE = 600;
/** Less than this share of the page's sentences: Readability found something else than the article. */
const TRUSTED_SHARE = 0.4;
/** A run this long, in UTF-16 units, is running text however it ends. */
const LONG_RUN = 80;
const SENTENCE = /\s\S+\s.*[.!?。！？؟]["'”’»)]*$/su;

interface PageParts {
  readonly page: VisibleText;
  /** Whether each run stands in running text. */
  readonly prose: readonly boolean[];
  /** Readability's verdict for each run; all false when it is not to be trusted. */
  readonly kept: readonly boolean[];
  /** Elements that hold text of the article or its headline. */
  readonly holders: ReadonlySet<Element>;
  /** The deepest element that holds the whole article; null when there is none. */
  readonly container: Element | null;
  /** Elements that hold an `h1`. */
  readonly titled: ReadonlySet<Element>;
  readonly hints: (element: Element) => Hint | null;
  /** The length of the text in every element, in UTF-16 units. */
  readonly lengths: ReadonlyMap<Element, number>;
}

/**
 * What of a page's text is furniture, by the page's structure: what Readability leaves out and what
 * elements say of themselves. Sentences without such a hint stay text, also where Readability
 * dropped them.
 */
export function structuralFurniture(
  page: VisibleText,
  order: ReadonlyMap<Element, number>,
  article: ArticleText | null,
  headline: Element | null,
): Furniture[] {
  const parts = partsOf(page, order, article, headline);
  const found: Furniture[] = [];
  page.runs.forEach((run, index) => {
    const kind = headline?.contains(run.element) === true ? null : kindOf(run, index, parts);
    if (kind !== null) {
      found.push({ start: run.start, end: run.end, kind });
    }
  });
  return joinRuns(page.text, found);
}

function partsOf(
  page: VisibleText,
  order: ReadonlyMap<Element, number>,
  article: ArticleText | null,
  headline: Element | null,
): PageParts {
  const found = page.runs.map((run) => {
    const texts = article?.get(order.get(run.element) ?? -1);
    return texts?.has(compact(page.text.slice(run.start, run.end))) === true;
  });
  const prose = proseRuns(page);
  const trusted = isTrusted(page, found, prose);
  const kept = trusted ? found : found.map(() => false);
  const keptRuns = page.runs.filter((_, index) => kept[index] === true);
  const counts = countHolders(keptRuns);
  const container = deepestHolder(keptRuns[0]?.element ?? null, counts, keptRuns.length);
  const firstHeadings = page.runs
    .map((run) => run.element)
    .filter((element) => element.closest('h1'));
  return {
    page,
    prose,
    kept,
    container,
    holders: new Set([...counts.keys(), ...ancestors(headline === null ? [] : [headline])]),
    titled: ancestors(firstHeadings),
    hints: remember(hintOf),
    lengths: textLengths(page.runs),
  };
}

function ancestors(elements: readonly Element[]): Set<Element> {
  const found = new Set<Element>();
  for (const element of elements) {
    for (let up: Element | null = element; up !== null && !found.has(up); up = up.parentElement) {
      found.add(up);
    }
  }
  return found;
}

function remember(read: (element: Element) => Hint | null): (element: Element) => Hint | null {
  const known = new Map<Element, Hint | null>();
  return (element) => {
    let hint = known.get(element);
    if (hint === undefined) {
      hint = read(element);
      known.set(element, hint);
    }
    return hint;
  };
}

function isTrusted(
  page: VisibleText,
  kept: readonly boolean[],
  prose: readonly boolean[],
): boolean {
  let all = 0;
  let taken = 0;
  page.runs.forEach((run, index) => {
    if (prose[index] === true) {
      all += run.end - run.start;
      taken += kept[index] === true ? run.end - run.start : 0;
    }
  });
  return taken > 0 && taken >= all * TRUSTED_SHARE;
}

function countHolders(runs: readonly TextRun[]): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const run of runs) {
    for (let up: Element | null = run.element; up !== null; up = up.parentElement) {
      counts.set(up, (counts.get(up) ?? 0) + 1);
    }
  }
  return counts;
}

function deepestHolder(
  from: Element | null,
  counts: ReadonlyMap<Element, number>,
  total: number,
): Element | null {
  let up = from;
  while (up !== null && counts.get(up) !== total) {
    up = up.parentElement;
  }
  return up;
}

function textLengths(runs: readonly TextRun[]): Map<Element, number> {
  const lengths = new Map<Element, number>();
  for (const run of runs) {
    for (let up: Element | null = run.element; up !== null; up = up.parentElement) {
      lengths.set(up, (lengths.get(up) ?? 0) + run.end - run.start);
    }
  }
  return lengths;
}

function kindOf(run: TextRun, index: number, parts: PageParts): FurnitureKind | null {
  const kept = parts.kept[index] === true;
  let inContainer = parts.container === null;
  for (let up: Element | null = run.element; up !== null; up = up.parentElement) {
    inContainer ||= up === parts.container;
    const hint = parts.hints(up);
    if (hint !== null && holdsFor(hint, up, kept, parts)) {
      return hint.kind;
    }
  }
  return kept || inContainer || parts.prose[index] === true ? null : otherKind(run);
}

/**
 * A hint on an element that holds the article or the headline says nothing of them. A small caption,
 * byline or form inside the article is furniture although Readability keeps it.
 */
function holdsFor(hint: Hint, element: Element, kept: boolean, parts: PageParts): boolean {
  if (!kept && !parts.holders.has(element)) {
    return true;
  }
  const small = (parts.lengths.get(element) ?? 0) <= LONGEST_INSIDE;
  return hint.inside && small && !parts.titled.has(element);
}

/** Headings are left to the reader: a subhead of an article that Readability cut short is text. */
function otherKind(run: TextRun): FurnitureKind | null {
  return run.element.closest('h1,h2,h3,h4,p,blockquote,em,strong,b,i') === null ? 'other' : null;
}

/**
 * Whether each run stands in a line that reads as running text. The line counts and not the run,
 * because every entity and every inline element begins a new run.
 */
function proseRuns(page: VisibleText): boolean[] {
  const prose: boolean[] = [];
  let lineEnd = -1;
  let current = false;
  for (const run of page.runs) {
    if (run.start >= lineEnd) {
      const lineStart = page.text.lastIndexOf('\n', run.start) + 1;
      const found = page.text.indexOf('\n', run.start);
      lineEnd = found === -1 ? page.text.length : found;
      current = SENTENCE.test(page.text.slice(lineStart, lineEnd).slice(-400).trim());
    }
    prose.push(current || run.end - run.start >= LONG_RUN);
  }
  return prose;
}

/** Neighbouring runs of one kind become one range when only blanks stand between. */
function joinRuns(text: string, parts: readonly Furniture[]): Furniture[] {
  const joined: Furniture[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === part.kind && text.slice(last.end, part.start).trim() === '') {
      joined[joined.length - 1] = { ...last, end: part.end };
    } else {
      joined.push(part);
    }
  }
  return joined;
}
