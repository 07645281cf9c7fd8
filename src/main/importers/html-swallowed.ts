import type { ImportWarning } from './imported-article.ts';

/** Something in a page's source that swallows what follows it. Offsets are UTF-16 units of the source. */
export interface Swallowed {
  readonly kind:
    | 'comment'
    | 'comment-in-comment'
    | 'cdata'
    | 'quote'
    | 'tag'
    | 'script'
    | 'style'
    | 'title'
    | 'box'
    | 'unseen';
  readonly at: number;
  /** Where that begins which is swallowed. */
  readonly from: number;
  /** Where it would have ended. */
  readonly end: number;
  /** True where the text in it was kept. */
  readonly kept: boolean;
  /** Of code: where the page goes on, and what is kept begins. */
  readonly cut?: number;
  /** The element, where the kind does not say it. */
  readonly name?: string;
}

const WHAT: { readonly [kind in Swallowed['kind']]: string } = {
  comment: 'a comment is opened and never closed',
  'comment-in-comment': 'a comment is opened in which another begins before it is closed',
  cdata: 'a CDATA section is opened and never closed',
  quote: 'a quotation mark in a tag is never closed',
  tag: 'a tag is never closed',
  script: 'a script is never closed',
  style: 'a style sheet is never closed',
  title: 'the title is never closed',
  box: 'a text box is never closed',
  unseen: 'an element that is not shown is never closed',
};

/** Warnings, one for each kind: where it happens first, how much it takes, and what was done. */
export function tellSwallowed(html: string, swallowed: readonly Swallowed[]): ImportWarning[] {
  const kinds = new Map<Swallowed['kind'], Swallowed[]>();
  for (const one of swallowed) {
    const alike = kinds.get(one.kind);
    if (alike === undefined) kinds.set(one.kind, [one]);
    else alike.push(one);
  }
  return [...kinds.values()].flatMap((alike) => {
    const message = tell(html, alike);
    return message === undefined ? [] : [{ kind: 'unclosed' as const, message }];
  });
}

function tell(html: string, alike: readonly Swallowed[]): string | undefined {
  const first = alike.reduce((one, other) => (other.at < one.at ? other : one));
  const { kind, at, from, end, kept, cut } = first;
  const lost = cut === undefined ? 0 : characters(html.slice(from, cut));
  const all = characters(html.slice(from, end));
  if (all === 0) return undefined;
  const line = html.slice(0, at).split('\n').length;
  const what = first.name === undefined ? WHAT[kind] : `${WHAT[kind]} (“${first.name}”)`;
  const again = alike.length === 1 ? '' : ` (and ${alike.length - 1} more of this kind)`;
  return `The page is broken: on line ${line} of its source ${what}${again}. ${fate(kept, all, lost)}`;
}

function fate(kept: boolean, all: number, lost: number): string {
  const about = (count: number): string => `About ${count.toLocaleString('en')} characters`;
  if (!kept)
    return `${about(all)} that follow it were left out. Look at the page, and paste what is missing.`;
  if (lost === 0) return `${about(all)} that it would have swallowed were kept. Check the text.`;
  return `${about(lost)} of code were left out, and about ${(all - lost).toLocaleString('en')} characters after it were kept. Check the text.`;
}

/** How many characters a stretch of the source would show, about. */
function characters(source: string): number {
  return source
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim().length;
}
