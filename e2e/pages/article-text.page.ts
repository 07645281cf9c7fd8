import { expect, type Locator, type Page } from '@playwright/test';

/** Where words stand in the window, in CSS pixels. */
export interface Place {
  /** Left edge of the first character and the middle of its line. */
  readonly start: { readonly x: number; readonly y: number };
  /** Right edge of the last character and the middle of its line. */
  readonly end: { readonly x: number; readonly y: number };
}

interface Quest {
  readonly quote: string;
  readonly occurrence: number;
}

/** Runs in the page: finds words in the text as it is read, and scrolls them into the middle. */
function findPlace(region: Element, { quote, occurrence }: Quest): Place | undefined {
  const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('[aria-hidden="true"]') === null
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT,
  );
  const nodes: { readonly node: Node; readonly from: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node, from: text.length });
    text += node.nodeValue ?? '';
  }
  let at = -1;
  for (let n = 0; n < occurrence; n += 1) at = text.indexOf(quote, at + 1);
  if (at < 0) return undefined;
  const spot = (offset: number): Range => {
    const found = nodes.findLast(({ from }) => from <= offset);
    const range = document.createRange();
    if (found === undefined) return range;
    range.setStart(found.node, offset - found.from);
    range.setEnd(found.node, offset - found.from + 1);
    return range;
  };
  const first = spot(at);
  first.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  // A paragraph may be taller than the window: the words themselves have to be in sight.
  const window = region.getBoundingClientRect();
  const height = first.getBoundingClientRect().top - window.top;
  if (height < window.height * 0.2 || height > window.height * 0.8) {
    region.scrollTop += height - window.height / 2;
  }
  const a = first.getBoundingClientRect();
  const b = spot(at + quote.length - 1).getBoundingClientRect();
  const rtl = getComputedStyle(first.startContainer.parentElement ?? region).direction === 'rtl';
  return {
    start: { x: rtl ? a.right : a.left, y: a.top + a.height / 2 },
    end: { x: rtl ? b.left : b.right, y: b.top + b.height / 2 },
  };
}

/** Runs in the page: each node of the marked paragraphs, and what is drawn and spoken there. */
function readDrawing(region: Element): string[] {
  const blocks = [...region.querySelectorAll('[data-kind]')];
  const marked = blocks.filter((block) => block.querySelector('mark') !== null);
  return marked.flatMap((block) =>
    Array.from(block.childNodes, (node) => {
      if (!(node instanceof HTMLElement)) return `text: ${node.textContent ?? ''}`;
      // What is selected is another thing after a restart.
      const flags = Object.keys(node.dataset).filter((name) => !/picked|selected/u.test(name));
      const chips = Array.from(node.querySelectorAll('b'), (chip) => chip.dataset['chip'] ?? '');
      const spoken = getComputedStyle(node, '::after').content;
      const lines = getComputedStyle(node).backgroundImage.split('linear').length;
      const rest = [...flags.toSorted(), ...chips, spoken, String(lines)].join(' ');
      return `${node.tagName} ${rest}: ${node.textContent ?? ''}`;
    }),
  );
}

/** Runs in the page: the words that are selected, and what follows the caret. */
export function readCaret(region: Element): { readonly selected: string; readonly after: string } {
  const selection = document.getSelection();
  const rest = document.createRange();
  rest.selectNodeContents(region);
  const { focusNode, focusOffset } = selection ?? { focusNode: null, focusOffset: 0 };
  if (focusNode !== null) rest.setStart(focusNode, focusOffset);
  return { selected: selection?.toString() ?? '', after: rest.toString() };
}

/** The text of the article on the desk. */
export class ArticleTextPage {
  readonly region: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('region', { name: 'Article text' });
  }

  /** What is drawn in the marked paragraphs, node by node. */
  drawing(): Promise<string[]> {
    return this.region.evaluate(readDrawing);
  }

  /** Where words stand, once they are in the middle of the window. */
  async place(quote: string, occurrence = 1): Promise<Place> {
    await expect(this.region).toBeVisible();
    const quest = { quote, occurrence };
    await expect
      .poll(() => this.region.evaluate(findPlace, quest), { message: `“${quote}” in the text` })
      .toBeDefined();
    // Twice: the first look scrolls, and what comes into sight is laid out only then.
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const found = await this.region.evaluate(findPlace, quest);
    if (found === undefined) throw new Error(`“${quote}” went away`);
    return found;
  }

  /** Selects words with the mouse: press before the first, release after the last. */
  async drag(quote: string, occurrence = 1): Promise<void> {
    const { start, end } = await this.place(quote, occurrence);
    await this.page.mouse.move(start.x + 1, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x - 1, end.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Moves something that stands at one place to another, such as the edge of a mark. */
  async move(from: Place['start'], to: Place['start']): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Clicks into the middle of words, once, twice or three times. */
  async click(quote: string, clickCount = 1, modifiers: readonly 'Shift'[] = []): Promise<void> {
    const { start, end } = await this.place(quote);
    const x = start.y === end.y ? (start.x + end.x) / 2 : start.x + 3;
    for (const key of modifiers) await this.page.keyboard.down(key);
    await this.page.mouse.click(x, start.y, { clickCount });
    for (const key of modifiers) await this.page.keyboard.up(key);
  }

  /** Selects words with keys alone: into the text, word by word to the first, and over them. */
  async selectByKeys(quote: string): Promise<void> {
    const { keyboard } = this.page;
    await this.region.focus();
    await keyboard.press('Control+Home');
    const caret = () => this.region.evaluate(readCaret);
    for (let presses = 0; presses < 400; presses += 1) {
      const { after } = await caret();
      if (after.startsWith(quote)) break;
      const near = after.replace(/^[\s\p{P}]+/u, '').startsWith(quote);
      await keyboard.press(near ? 'ArrowRight' : 'Control+ArrowRight');
    }
    for (let presses = 0; presses < quote.length; presses += 1) {
      const { selected } = await caret();
      if (selected === quote) return;
      await keyboard.press(
        quote.startsWith(selected) ? 'Shift+Control+ArrowRight' : 'Shift+ArrowLeft',
      );
    }
    throw new Error(`“${quote}” could not be selected with keys`);
  }
}
