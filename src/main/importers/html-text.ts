/** A piece of visible text and where it came from. Offsets are UTF-16 units of the page's text. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  /** The element that holds it. */
  readonly element: Element;
}

/** What a reader of the page sees, in reading order. */
export interface VisibleText {
  readonly text: string;
  readonly runs: readonly TextRun[];
}

const SKIPPED = new Set(
  'script style template noscript title meta link head object iframe svg canvas audio video map datalist select textarea rp noframes applet embed param'.split(
    ' ',
  ),
);
/** Elements that stand in a paragraph of their own: a blank line before and after. */
const PARAGRAPHS = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure article section main header footer nav aside form fieldset hgroup'.split(
    ' ',
  ),
);
/** Elements that stand on a line of their own. */
const LINES = new Set(
  'div li dt dd tr caption figcaption address details summary center hr legend dialog search menu thead tbody tfoot option optgroup'.split(
    ' ',
  ),
);
const BLANKS = /[ \t\n\r\f]+/g;

/** Walks a page without recursion and writes its visible text, one line per line of the page. */
export function visibleText(root: Element): VisibleText {
  const writer = new TextWriter();
  let node: Node | null = root;
  let preformatted = 0;
  while (node !== null) {
    const element = asElement(node);
    if (element === null) {
      writeText(writer, node, preformatted > 0);
    } else if (!isHidden(element)) {
      preformatted += element.localName === 'pre' ? 1 : 0;
      writer.breakFor(element);
      if (element.firstChild !== null) {
        node = element.firstChild;
        continue;
      }
    }
    node = nextAfter(node, root, (left) => {
      preformatted -= left.localName === 'pre' && !isHidden(left) ? 1 : 0;
      writer.breakFor(left);
    });
  }
  return { text: writer.text(), runs: writer.runs };
}

/** The node after a whole subtree; `leave` sees every element whose end is passed. */
function nextAfter(from: Node, root: Element, leave: (element: Element) => void): Node | null {
  let node: Node | null = from;
  const own = asElement(from);
  if (own !== null && own !== root && !isHidden(own)) {
    leave(own);
  }
  while (node !== null && node !== root) {
    if (node.nextSibling !== null) {
      return node.nextSibling;
    }
    node = node.parentNode;
    const parent = node === null ? null : asElement(node);
    if (parent !== null && parent !== root) {
      leave(parent);
    }
  }
  return null;
}

function writeText(writer: TextWriter, node: Node, verbatim: boolean): void {
  const parent = node.parentNode;
  const element = parent === null ? null : asElement(parent);
  if (node.nodeType === 3 && element !== null) {
    writer.write(node.nodeValue ?? '', element, verbatim);
  }
}

function asElement(node: Node): Element | null {
  return node.nodeType === 1 ? (node as Element) : null;
}

function isHidden(element: Element): boolean {
  const name = element.localName;
  if (SKIPPED.has(name) || element.hasAttribute('hidden')) {
    return true;
  }
  const style = element.getAttribute('style');
  return (
    (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) ||
    (name === 'dialog' && !element.hasAttribute('open'))
  );
}

/** Collects text as a browser would lay it out: blanks collapse, blocks stand apart. */
class TextWriter {
  readonly runs: TextRun[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  #breaks = 0;
  #lineBreaks = 0;
  #blank = false;
  #tab = false;

  text(): string {
    return this.#pieces.join('');
  }

  /** Called at an element's start and at its end. */
  breakFor(element: Element): void {
    const name = element.localName;
    if (PARAGRAPHS.has(name)) {
      this.#breaks = 2;
    } else if (LINES.has(name)) {
      this.#breaks = Math.max(this.#breaks, 1);
    } else if (name === 'br') {
      // Once at its start and once at its end.
      this.#lineBreaks += 0.5;
    } else if (name === 'td' || name === 'th') {
      this.#tab = true;
    }
  }

  write(raw: string, element: Element, verbatim: boolean): void {
    const content = verbatim ? raw : raw.replaceAll(BLANKS, ' ');
    const core = verbatim ? content.replace(/^\n/, '') : content.replaceAll(/^ | $/g, '');
    if (core === '') {
      this.#blank ||= content !== '';
      return;
    }
    this.#blank ||= !verbatim && content.startsWith(' ');
    this.#push(this.#separator());
    const start = this.#length;
    this.#push(core);
    this.runs.push({ start, end: this.#length, element });
    this.#blank = !verbatim && content.endsWith(' ');
  }

  #separator(): string {
    const lines = Math.max(this.#breaks, Math.ceil(this.#lineBreaks));
    const gap = lines > 0 ? '\n'.repeat(lines) : this.#tab ? '\t' : this.#blank ? ' ' : '';
    this.#breaks = 0;
    this.#lineBreaks = 0;
    this.#blank = false;
    this.#tab = false;
    return this.#length === 0 ? '' : gap;
  }

  #push(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }
}
