import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const MARK = 'data-verbale';

/** Parses a page. No script runs and nothing is fetched: the parser has no network. */
export function parsePage(html: string): Document {
  return parseHTML(html).document;
}

/** Elements in document order; two parses of one source give the same order. */
export function elementsOf(document: Document): Element[] {
  return [...document.querySelectorAll('*')];
}

/** What Readability takes for the article: for each element (by its number), the texts it kept. */
export type ArticleText = ReadonlyMap<number, ReadonlySet<string>>;

/**
 * Runs Readability on a parse of its own, whose elements are numbered, and reads back which texts
 * of which elements it kept. Null when it finds no article or fails on the page.
 */
export function findArticle(html: string): ArticleText | null {
  try {
    const document = parsePage(html);
    elementsOf(document).forEach((element, index) => {
      element.setAttribute(MARK, String(index));
    });
    const article = new Readability<Node>(document, {
      serializer: (node) => node,
      keepClasses: true,
    }).parse();
    const content = article?.content;
    return content === null || content === undefined ? null : keptTexts(content);
  } catch {
    return null;
  }
}

function keptTexts(root: Node): ArticleText {
  const kept = new Map<number, Set<string>>();
  let node: Node | null = root;
  while (node !== null) {
    if (node.nodeType === 3) {
      keep(kept, node);
    }
    node = node.firstChild ?? following(node, root);
  }
  return kept;
}

function following(from: Node, root: Node): Node | null {
  let node: Node | null = from;
  while (node !== null && node !== root) {
    if (node.nextSibling !== null) {
      return node.nextSibling;
    }
    node = node.parentNode;
  }
  return null;
}

function keep(kept: Map<number, Set<string>>, node: Node): void {
  const text = compact(node.nodeValue ?? '');
  let parent = node.parentNode;
  while (parent !== null && text !== '') {
    const mark = parent.nodeType === 1 ? (parent as Element).getAttribute(MARK) : null;
    if (mark !== null) {
      const texts = kept.get(Number(mark)) ?? new Set();
      texts.add(text);
      kept.set(Number(mark), texts);
      return;
    }
    parent = parent.parentNode;
  }
}

/** A text as both parses are compared: without blanks of the source. */
export function compact(text: string): string {
  return text.replaceAll(/[ \t\n\r\f]+/g, ' ').trim();
}
