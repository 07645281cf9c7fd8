import type { ImportLimits } from './limits.ts';
import { describeBytes } from './limits.ts';

/** A page's source made fit for the parser: one body, bounded depth. */
export interface HtmlSource {
  readonly html: string;
  /** What the page says of its language, as written; empty when it does not. */
  readonly language: string;
  readonly tags: number;
  /** What the parser makes a node of: tags, attributes, and each stretch of text between references. */
  readonly pieces: number;
  /** Tags that were dropped because they were nested too deeply. */
  readonly dropped: number;
}

const DOCUMENT_TAGS =
  /<\/?(?:html|head|body|frameset)(?=[\s>/])[^>]{0,5000}>|<!doctype[^>]{0,5000}>/gi;
const TAG = /<(\/?)([a-z][a-z0-9:-]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*?(\/?)>/gi;
/** Elements that have no end tag, or whose start ends the one before: they do not add depth. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option'.split(
    ' ',
  ),
);
const LANGUAGE = /<html\b[^>]{0,2000}?\slang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})/i;

/** Why a page is not parsed, for people; null when it may be. */
export function refuseHtml(html: string, limits: ImportLimits): string | null {
  if (html.length > limits.htmlCharacters) {
    return (
      `The page is ${describeBytes(html.length)}; a page may have ${describeBytes(limits.htmlCharacters)} at most. ` +
      'Copy the article’s text and paste it, or save the page without its data.'
    );
  }
  if (countPieces(html) > limits.htmlPieces) {
    return `The page has more than ${limits.htmlPieces.toLocaleString('en')} tags, attributes and signs that are written as names. Copy the article’s text and paste it.`;
  }
  const tags = countTags(html);
  return tags > limits.htmlTags
    ? `The page has more than ${limits.htmlTags.toLocaleString('en')} tags. Copy the article’s text and paste it.`
    : null;
}

/**
 * Puts everything into one body. The parser is not an HTML5 parser: without this, a page that has no
 * body, or text outside of it, would lose text. Deeper tags than the limit go, their text stays,
 * because the parser and Readability need time and stack for every level.
 */
export function prepareHtml(html: string, limits: ImportLimits): HtmlSource {
  const inner = html.replaceAll(DOCUMENT_TAGS, '\n');
  const flat = flatten(inner, limits.htmlDepth);
  return {
    html: `<!DOCTYPE html><html><head></head><body>${flat.html}</body></html>`,
    language: LANGUAGE.exec(html.slice(0, 8192))?.[1] ?? '',
    tags: countTags(inner),
    pieces: countPieces(inner),
    dropped: flat.dropped,
  };
}

/** A tag with its attributes, a reference such as `&amp;`, or a `<` that is none; scripts are one. */
const PIECE = /<(script|style)\b|<[a-z][^>]*>?|[&<]/gi;
/** An attribute: what follows a blank in a tag, values in quotes not looked into. */
const ATTRIBUTE = /"[^"]*"|'[^']*'|\s(?=[^\s>/])/g;

/** How many nodes a parser would make of a page, about. In time linear in its length. */
function countPieces(html: string): number {
  let count = 0;
  PIECE.lastIndex = 0;
  for (let found = PIECE.exec(html); found !== null; found = PIECE.exec(html)) {
    count += 1;
    const [piece, raw] = found;
    if (raw !== undefined) {
      const end = new RegExp(`</${raw}`, 'gi');
      end.lastIndex = PIECE.lastIndex;
      if (!end.test(html)) return count;
      PIECE.lastIndex = end.lastIndex;
    } else if (piece.length > 1) {
      count += piece.match(ATTRIBUTE)?.filter((one) => one.length === 1).length ?? 0;
    }
  }
  return count;
}

function countTags(html: string): number {
  return html.match(/<[a-z]/gi)?.length ?? 0;
}

function flatten(html: string, deepest: number): { html: string; dropped: number } {
  let depth = 0;
  let dropped = 0;
  const flat = html.replaceAll(TAG, (tag, slash: string, name: string, closed: string) => {
    if (FLAT.has(name.toLowerCase()) || closed === '/') {
      return tag;
    }
    const level = slash === '' ? (depth += 1) : depth;
    if (slash !== '') {
      depth = Math.max(0, depth - 1);
    }
    if (level <= deepest) {
      return tag;
    }
    dropped += 1;
    return ' ';
  });
  return { html: flat, dropped };
}
