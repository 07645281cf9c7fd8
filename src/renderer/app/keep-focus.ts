/** What takes the focus without taking the keys: a field would swallow the keys of the commands. */
const FOCUSABLE =
  '[tabindex="0"]:not(input, textarea), a[href], button:enabled:not([tabindex="-1"]), [role="radio"][tabindex="0"]';

/** What lists things: whoever removes one of them is still there. */
const LIST = '[role="list"], [role="listbox"], [role="grid"], ul, ol';

/** Where the focus is at home on a page: the text of the article carries this. */
const HOME = '[data-focus-home]';

function isSeen(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}

/** The element and all around it, up to the body and without it. */
function chainOf(element: Element): readonly Element[] {
  const chain: Element[] = [];
  for (let one: Element | null = element; one !== null && one !== document.body; ) {
    chain.push(one);
    one = one.parentElement;
  }
  return chain;
}

function firstIn(element: Element | undefined): HTMLElement | undefined {
  if (element === undefined || !isSeen(element)) return undefined;
  return [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isSeen);
}

/** Where the focus goes from what is gone: to its dialog, its list, the text, or what is nearest. */
function placeAfter(chain: readonly Element[]): HTMLElement | undefined {
  const dialog = firstIn(chain.find((one) => isSeen(one) && one.matches('[role="dialog"]')));
  if (dialog !== undefined) return dialog;
  const list = firstIn(chain.find((one) => isSeen(one) && one.matches(LIST)));
  if (list !== undefined) return list;
  const home = [...document.querySelectorAll<HTMLElement>(HOME)].find(isSeen);
  if (home !== undefined) return home;
  for (const one of [...chain.slice(1), document.querySelector('main') ?? document.body]) {
    const found = firstIn(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isBare(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/**
 * Keeps the focus in the window: when what has it is removed, hidden or switched off, it goes to
 * the nearest place that makes sense, and not to the page, where Tab would begin from the top and a
 * screen reader would be lost. Whoever leaves a field with the mouse is left alone.
 * @returns how to stop
 */
export function keepFocus(): () => void {
  let chain: readonly Element[] = [];
  let waiting = 0;
  const onFocus = (event: FocusEvent): void => {
    if (event.target instanceof Element) chain = chainOf(event.target);
  };
  const look = (): void => {
    waiting = 0;
    const [last] = chain;
    if (last === undefined || !isBare()) return;
    if (isSeen(last) && !last.matches(':disabled')) return;
    placeAfter(chain)?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    if (waiting !== 0 || !isBare()) return;
    // After whoever changed the page has had the time to put the focus where it belongs.
    waiting = requestAnimationFrame(look);
  });
  document.addEventListener('focusin', onFocus);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'hidden'],
  });
  return () => {
    document.removeEventListener('focusin', onFocus);
    observer.disconnect();
    cancelAnimationFrame(waiting);
  };
}
