import { column, type Technique } from './technique.ts';

/** Puts the paragraphs of a text into an element, without any marks. */
export function showParagraphs(
  into: HTMLElement,
  text: string,
  paragraphs: readonly (readonly [number, number])[],
): HTMLElement[] {
  const elements = paragraphs.map(([start, end]) => {
    const element = document.createElement('p');
    element.textContent = text.slice(start, end);
    return element;
  });
  into.append(...elements);
  return elements;
}

/** The limit: the text alone, all of it in the page. */
export function createTechnique(): Technique {
  let scroller: Element = document.body;
  return {
    mount(host, { text, paragraphs }) {
      scroller = host;
      showParagraphs(column(host), text, paragraphs);
    },
    scroller: () => scroller,
  };
}
