import { basename } from 'node:path';
import type { Furniture } from '../../core/model/article.ts';
import { ok } from '../../core/result.ts';
import { findFurniture } from '../../core/text/furniture.ts';
import type { MetadataHints } from '../../core/text/metadata.ts';
import { readMetadata } from '../../core/text/metadata.ts';
import type { ArticleDraft } from './draft.ts';
import type { ImportResult } from './failure.ts';
import { refuse } from './failure.ts';
import { elementsOf, findArticle, parsePage } from './html-article.ts';
import { structuralFurniture } from './html-furniture.ts';
import { type MendedHtml, mendHtml } from './html-mend.ts';
import { readPageMetadata } from './html-metadata.ts';
import { prepareHtml, refuseHtml } from './html-source.ts';
import type { VisibleText } from './html-text.ts';
import { visibleText } from './html-text.ts';
import type { ImportWarning } from './imported-article.ts';
import type { ImportLimits } from './limits.ts';

/** What is known of a page besides its source. */
export interface PageContext {
  /** What the file around it states; wins over the page. */
  readonly stated?: MetadataHints;
  /** Elements that hold furniture, whatever they look like; a list for `closest`. */
  readonly furniture?: string;
}

/**
 * An article from a page: all of its visible text in reading order. What is not of the article is
 * furniture, found by Readability, by the page's structure, and by the rules for plain text.
 */
export function draftHtml(
  html: string,
  path: string,
  limits: ImportLimits,
  context: PageContext = {},
): ImportResult<ArticleDraft> {
  const mended: MendedHtml =
    html.length > limits.htmlCharacters ? { html, warnings: [] } : mendHtml(html);
  const refusal = refuseHtml(mended.html, limits);
  if (refusal !== null) {
    return refuse(path, 'too-large', refusal);
  }
  const source = prepareHtml(mended.html, limits);
  const document = parsePage(source.html);
  const page = visibleText(document.body);
  const elements = elementsOf(document);
  const order = new Map(elements.map((element, index) => [element, index]));
  const simple =
    source.tags <= limits.readabilityTags &&
    source.pieces <= limits.readabilityPieces &&
    depthOf(elements) <= limits.readabilityDepth;
  const article = simple ? findArticle(source.html) : null;
  const { hints, headline } = readPageMetadata(document, source.language);
  const structural = structuralFurniture(page, order, article, headline);
  const marked = markedFurniture(page, context.furniture);
  const known = [...marked, ...structural].toSorted((a, b) => a.start - b.start);
  const furniture = findFurniture(page.text, known);
  return ok({
    text: page.text,
    furniture,
    metadata: readMetadata(page.text, furniture, basename(path), mergeHints(context, hints)),
    warnings: [...mended.warnings, ...warningsOf(source.dropped)],
  });
}

function mergeHints({ stated = {} }: PageContext, page: MetadataHints): MetadataHints {
  const given = Object.entries(stated).filter(([, value]) => (value ?? '').trim() !== '');
  return { ...page, ...Object.fromEntries(given) };
}

/** The runs inside the elements that are furniture; none where nothing else would be left. */
function markedFurniture(page: VisibleText, selector: string | undefined): Furniture[] {
  if (selector === undefined) return [];
  const marked = page.runs.filter(({ element }) => element.closest(selector) !== null);
  if (marked.length === page.runs.length) return [];
  return marked.map(({ start, end }) => ({ start, end, kind: 'other' }));
}

/** The deepest level; parents come before their children. */
function depthOf(elements: readonly Element[]): number {
  const depths = new Map<Element | null, number>();
  let deepest = 0;
  for (const element of elements) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1;
    depths.set(element, depth);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function warningsOf(dropped: number): ImportWarning[] {
  return dropped === 0
    ? []
    : [
        {
          kind: 'deep-nesting',
          message: `${dropped.toLocaleString('en')} tags were nested too deeply and were left out. Their text was kept.`,
        },
      ];
}
