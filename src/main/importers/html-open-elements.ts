/** Elements whose content no reader sees: left open, they would hide what follows. */
const UNSEEN = new Set(
  'noscript template object iframe svg canvas audio video map datalist select noframes applet'.split(
    ' ',
  ),
);
/** Elements that have no end tag, or need none. */
const ENDLESS = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr thead tbody option optgroup html head body'.split(
    ' ',
  ),
);
const HIDDEN =
  /\shidden(?=[\s=>/])|\sstyle\s*=[^>]{0,500}?(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** An element that is open. Offsets are of its opening tag, UTF-16 units of the source. */
export interface OpenElement {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The elements that are open at one place of a page's source. An end tag ends all within its element, as in the parser. */
export class OpenElements {
  readonly #html: string;
  readonly #stack: OpenElement[] = [];
  readonly #counts = new Map<string, number>();

  constructor(html: string) {
    this.#html = html;
  }

  open(name: string, start: number, end: number): void {
    if (ENDLESS.has(name)) return;
    this.#stack.push({ name, start, end });
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Only in drawings and formulas does a stroke at its end close a tag. */
  isDrawing(name: string): boolean {
    const within = (one: string): boolean => name === one || (this.#counts.get(one) ?? 0) > 0;
    return within('svg') || within('math');
  }

  /** @returns elements in it that are not shown and had no end tag of their own */
  close(name: string): readonly OpenElement[] {
    if ((this.#counts.get(name) ?? 0) === 0) return [];
    const unseen: OpenElement[] = [];
    for (let open = this.#pop(); open !== undefined && open.name !== name; open = this.#pop()) {
      if (UNSEEN.has(open.name)) unseen.push(open);
    }
    return unseen;
  }

  /** @returns elements that are not shown, and are open where the page ends */
  atEnd(): readonly OpenElement[] {
    return this.#stack.filter(({ name, start, end }) => {
      const tag = this.#html.slice(start, Math.min(end, start + 2000));
      return UNSEEN.has(name) || HIDDEN.test(tag);
    });
  }

  #pop(): OpenElement | undefined {
    const open = this.#stack.pop();
    if (open !== undefined) this.#counts.set(open.name, (this.#counts.get(open.name) ?? 1) - 1);
    return open;
  }
}
