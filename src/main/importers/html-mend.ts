import { type OpenElement, OpenElements } from './html-open-elements.ts';
import { type Swallowed, tellSwallowed } from './html-swallowed.ts';
import type { ImportWarning } from './imported-article.ts';

/** A page's source in which nothing that was left open takes the rest of the page with it. */
export interface MendedHtml {
  readonly html: string;
  readonly warnings: readonly ImportWarning[];
}

/** Where a stretch of the source ends, and what stands in its place where that is not itself. */
interface Stretch {
  readonly end: number;
  readonly instead?: string;
}

const COMMENT = '<!--';
const CDATA = '<![CDATA[';
/** Elements whose content the parser takes as it is, up to their own end tag. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'xmp']);
const NAME = /^<(\/?)([a-z][a-z0-9:-]*)/i;
/** Where code that was left open gives way to the page again. */
const PAGE_AGAIN =
  /<(?:\/head|body|main|article|section|header|footer|nav|div|p|h[1-6]|ul|ol|table|figure|blockquote|form|link|meta)(?=[\s>/])/i;
const LONGEST_TITLE = 1000;
/** In a title: the next element of the page. */
const NEXT_ELEMENT =
  /<(?:\/head|body|base|link|meta|script|style|main|article|section|header|nav|div|p|h[1-6])(?=[\s>/])/i;
/** A stroke at the end of a tag, and not of a value without quotes. */
const SELF_CLOSED = /(?:["'\s]|^<[a-z][a-z0-9:-]*)\/>$/i;
/**
 * Closes what a page leaves open and what would swallow text with it: a comment, a script, a style, a
 * title, a text box, a value in quotes, an element that is not shown. The text after it is kept; code
 * is left out up to where the page goes on. Each kind is told once, with its first line. In time linear
 * in the page's length.
 */
export function mendHtml(html: string): MendedHtml {
  return new Mender(html).mend();
}

class Mender {
  readonly #html: string;
  readonly #swallowed: Swallowed[] = [];
  /** Searched for and not found: what is nowhere after one place is nowhere after a later one. */
  readonly #nowhere = new Set<string>();
  readonly #open: OpenElements;
  readonly #cuts: (Stretch & { readonly start: number })[] = [];

  constructor(html: string) {
    this.#html = html;
    this.#open = new OpenElements(html);
  }

  mend(): MendedHtml {
    let at = this.#html.indexOf('<');
    while (at >= 0) {
      const stretch = this.#stretch(at);
      if (stretch.instead !== undefined) {
        this.#cuts.push({ start: at, end: stretch.end, instead: stretch.instead });
      }
      at = this.#html.indexOf('<', stretch.end);
    }
    this.#cutUnseen(this.#open.atEnd(), this.#html.length);
    return { html: this.#joined(), warnings: tellSwallowed(this.#html, this.#swallowed) };
  }

  #joined(): string {
    const cuts = this.#cuts.toSorted((one, other) => one.start - other.start);
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, instead } of cuts) {
      if (start < at) continue;
      pieces.push(this.#html.slice(at, start), instead ?? '');
      at = end;
    }
    pieces.push(this.#html.slice(at));
    return pieces.join('');
  }

  #find(what: string, from: number): number {
    if (this.#nowhere.has(what)) return -1;
    const at = this.#html.indexOf(what, from);
    if (at < 0) this.#nowhere.add(what);
    return at;
  }

  #stretch(at: number): Stretch {
    if (this.#html.startsWith(COMMENT, at)) return this.#comment(at);
    if (this.#html.startsWith(CDATA, at)) return this.#cdata(at);
    const [opening = '', slash, written = ''] = NAME.exec(this.#html.slice(at, at + 64)) ?? [];
    if (opening === '') return { end: at + 1 };
    const tag = this.#tag(at, at + opening.length);
    return tag.instead === undefined ? this.#element(written.toLowerCase(), slash, at, tag) : tag;
  }

  #element(name: string, slash: string | undefined, at: number, tag: Stretch): Stretch {
    const closed = SELF_CLOSED.test(this.#html.slice(Math.max(at, tag.end - 40), tag.end));
    if (slash !== '') this.#cutUnseen(this.#open.close(name), at);
    else if (RAW.has(name)) return closed ? tag : this.#raw(name, at, tag.end);
    else if (!(closed && this.#open.isDrawing(name))) this.#open.open(name, at, tag.end);
    return tag;
  }

  #comment(at: number): Stretch {
    const inner = at + COMMENT.length;
    if (this.#html.startsWith('>', inner)) return { end: inner + 1 };
    const close = this.#find('-->', at + 2);
    if (close < 0) {
      this.#swallowed.push({
        kind: 'comment',
        at,
        from: inner,
        end: this.#html.length,
        kept: true,
      });
      return { end: inner, instead: '' };
    }
    const next = this.#html.slice(inner, close).indexOf(COMMENT);
    if (next >= 0 && close > inner + next + COMMENT.length) {
      this.#swallowed.push({
        kind: 'comment-in-comment',
        at,
        from: inner,
        end: close,
        kept: false,
      });
    }
    return { end: close + 3 };
  }

  #cdata(at: number): Stretch {
    const close = this.#find(']]>', at);
    if (close >= 0) return { end: close + 3 };
    this.#swallowed.push({
      kind: 'cdata',
      at,
      from: at + CDATA.length,
      end: this.#html.length,
      kept: true,
    });
    return { end: at + CDATA.length, instead: '' };
  }

  /** A tag's end; where a quote was left open, what the tag is without it. */
  #tag(at: number, from: number): Stretch {
    const sign = /["'<>]/g;
    sign.lastIndex = from;
    for (let found = sign.exec(this.#html); found !== null; found = sign.exec(this.#html)) {
      const [quote] = found;
      if (quote === '>') return { end: found.index + 1 };
      if (quote === '<') return this.#unended(at, from, found.index);
      if (!/=\s*$/.test(this.#html.slice(Math.max(from, found.index - 8), found.index))) continue;
      const close = this.#find(quote, found.index + 1);
      if (this.#isLeftOpen(found.index, close)) return this.#unquoted(at, found.index, close);
      sign.lastIndex = close + 1;
    }
    return this.#unended(at, from, this.#html.length);
  }

  /** A value that runs over the end of its tag and into another value's quotes, or to the page's end. */
  #isLeftOpen(quote: number, close: number): boolean {
    if (close < 0) return true;
    const value = this.#html.slice(quote + 1, close);
    const ends = value.indexOf('>');
    if (ends < 0 || value.lastIndexOf('<') < ends) return false;
    return /=\s{0,9}$/.test(value.slice(-10)) && !/[\s>/]/.test(this.#html.charAt(close + 1));
  }

  #unquoted(at: number, quote: number, close: number): Stretch {
    const end = this.#find('>', quote);
    const last = close < 0 ? this.#html.length : close;
    this.#swallowed.push({
      kind: 'quote',
      at,
      from: end < 0 ? quote : end,
      end: last,
      kept: end >= 0,
    });
    const [, , name = ''] = NAME.exec(this.#html.slice(at, at + 64)) ?? [];
    if (end < 0) return { end: this.#html.length, instead: '' };
    // The tag without its attributes: which of them were meant is not known.
    return { end: end + 1, instead: RAW.has(name.toLowerCase()) ? '' : `<${name}>` };
  }

  /** A tag in which the next begins, or the page ends. Words without a sign of attributes are text. */
  #unended(at: number, from: number, end: number): Stretch {
    const rest = this.#html.slice(from, end);
    const kept = !rest.includes('=');
    if (rest.trim() !== '') this.#swallowed.push({ kind: 'tag', at, from, end, kept });
    const [, slash, name = ''] = NAME.exec(this.#html.slice(at, at + 64)) ?? [];
    return {
      end,
      instead: RAW.has(name.toLowerCase()) ? '' : `<${slash ?? ''}${name}>${kept ? rest : ''}`,
    };
  }

  #raw(name: string, at: number, from: number): Stretch {
    const close = this.#rawEnd(name, from);
    const end = close < 0 ? this.#html.length : close;
    if (name === 'title') return this.#title(at, from, end, close < 0);
    if (close >= 0) return { end: close };
    const code = name === 'script' || name === 'style';
    const again = code ? PAGE_AGAIN.exec(this.#html.slice(from)) : null;
    const goesOn = again === null ? (code ? end : from) : from + again.index;
    const kind = name === 'script' || name === 'style' ? name : 'box';
    this.#swallowed.push({
      kind,
      at,
      from,
      end,
      kept: goesOn < end,
      ...(code ? { cut: goesOn } : {}),
    });
    return { end: goesOn, instead: '' };
  }

  #rawEnd(name: string, from: number): number {
    if (this.#nowhere.has(`</${name}`)) return -1;
    const close = new RegExp(`</${name}(?=[\\s>/])`, 'gi');
    close.lastIndex = from;
    const at = close.exec(this.#html)?.index ?? -1;
    if (at < 0) this.#nowhere.add(`</${name}`);
    return at;
  }

  /** A title holds no element: where one begins, the title was left open. */
  #title(at: number, from: number, end: number, open: boolean): Stretch {
    const next = this.#nextElement(from, end);
    if (next < 0 && !open) return { end };
    const written = this.#html.slice(from, from + LONGEST_TITLE);
    const line = written.indexOf('\n', written.search(/\S/));
    const stop = next < 0 ? from + Math.max(0, line) : next;
    this.#swallowed.push({ kind: 'title', at, from: stop, end, kept: true });
    const title = this.#html.slice(from, stop);
    return { end: stop, instead: title === '' ? '' : `<title>${title}</title>` };
  }

  /** Where in a title an element begins, or -1. */
  #nextElement(from: number, end: number): number {
    if (this.#nowhere.has('element')) return -1;
    const at = this.#html.slice(from, end).search(NEXT_ELEMENT);
    if (at < 0 && end === this.#html.length) this.#nowhere.add('element');
    return at < 0 ? -1 : from + at;
  }

  /** Elements that nobody closed, and that are not shown, lose their opening tag. */
  #cutUnseen(unseen: readonly OpenElement[], end: number): void {
    for (const { name, start: at, end: from } of unseen) {
      this.#swallowed.push({ kind: 'unseen', at, from, end, kept: true, name });
      this.#cuts.push({ start: at, end: from, instead: '' });
    }
  }
}
