import type { Furniture, FurnitureKind } from '../../core/model/article.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { parsePage } from './html-article.ts';
import { prepareHtml, refuseHtml } from './html-source.ts';
import { type TextRun, visibleText } from './html-text.ts';
import type { ImportLimits } from './limits.ts';

/** The text of a piece of HTML. */
export interface FragmentText {
  readonly text: string;
  /** What of it stands in elements that are furniture. */
  readonly furniture: readonly Furniture[];
  /** Tags that were left out because they were nested too deeply. */
  readonly dropped: number;
}

/** Elements that hold furniture in the body of an article. */
const KINDS: readonly (readonly [selector: string, kind: FurnitureKind])[] = [
  ['figure, figcaption', 'caption'],
  ['address', 'byline'],
  ['footer', 'copyright'],
];

function kindOf({ element }: TextRun): FurnitureKind | undefined {
  return KINDS.find(([selector]) => element.closest(selector) !== null)?.[1];
}

/**
 * What a reader of a piece of HTML sees. A piece is of an article already, so that article and page
 * need not be told apart. The error says in words why it is not read.
 */
export function readFragment(html: string, limits: ImportLimits): Result<FragmentText, string> {
  const refusal = refuseHtml(html, limits);
  if (refusal !== null) return err(refusal);
  const source = prepareHtml(html, limits);
  const { text, runs } = visibleText(parsePage(source.html).body);
  const furniture = runs.flatMap((run): Furniture[] => {
    const kind = kindOf(run);
    return kind === undefined ? [] : [{ start: run.start, end: run.end, kind }];
  });
  return ok({ text, furniture, dropped: source.dropped });
}

const MARKUP =
  /<(?:p|br|div|h[1-6]|ul|ol|li|a|b|i|em|strong|span|article|section|blockquote|table|img)\b[^<>]*>/iu;
const REFERENCE = /&(?:[a-z]{2,31}|#\d{1,7}|#x[0-9a-f]{1,6});/iu;

/** True for text that has tags or character references of HTML in it. */
export function looksLikeHtml(text: string): boolean {
  return MARKUP.test(text) || REFERENCE.test(text);
}

/** A line of text that may have been written as HTML, such as a title: without tags, on one line. */
export function plainLine(text: string, limits: ImportLimits): string {
  const read = looksLikeHtml(text) ? readFragment(text, limits) : ok({ text });
  return (read.ok ? read.value.text : text).replaceAll(/\s+/gu, ' ').trim();
}
