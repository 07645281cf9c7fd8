import type { FurnitureKind } from '../../core/model/article.ts';

/** What an element's name, role, class or id says of what it holds. */
export interface Hint {
  readonly kind: FurnitureKind;
  /** Holds also for text that looks like the article: captions and bylines stand inside of it. */
  readonly inside: boolean;
}

const BY_TAG = new Map<string, FurnitureKind>([
  ['nav', 'navigation'],
  ['menu', 'navigation'],
  ['header', 'navigation'],
  ['dialog', 'navigation'],
  ['button', 'navigation'],
  ['search', 'navigation'],
  ['aside', 'related'],
  ['footer', 'copyright'],
  ['figcaption', 'caption'],
  ['form', 'comments'],
  ['label', 'comments'],
]);

const BY_ROLE = new Map<string, FurnitureKind>([
  ['navigation', 'navigation'],
  ['banner', 'navigation'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['search', 'navigation'],
  ['dialog', 'navigation'],
  ['alertdialog', 'navigation'],
  ['complementary', 'related'],
  ['contentinfo', 'copyright'],
]);

/** Words of class names and ids, the more telling first. */
const BY_WORD: readonly (readonly [words: RegExp, kind: FurnitureKind])[] = [
  [/^(?:comment|comments|disqus|respond|replies|commentlist|livefyre|talkback)$/, 'comments'],
  [/^(?:caption|figcaption|credit|credits|photocredit)$/, 'caption'],
  [/^(?:copyright|footer|colophon|imprint|footnotes?bar)$/, 'copyright'],
  [
    /^(?:ad|ads|advert|adverts|advertisement|advertising|adsense|sponsor|sponsored|promo|promotion|newsletter|subscribe|subscription|signup|paywall|donate|donation|dfp|outbrain|taboola)$/,
    'advertisement',
  ],
  [
    /^(?:related|recommended|recommendations|recirc|trending|popular|mostread|mostpopular|sidebar|sidebox|teaser|teasers|readmore|morestories|widget|widgets)$/,
    'related',
  ],
  [
    /^(?:nav|navbar|navigation|menu|menus|breadcrumb|breadcrumbs|share|sharing|sharebar|sharedaddy|social|cookie|cookies|consent|gdpr|toolbar|masthead|skip|skiplink|pagination|pager|topbar|header|siteheader|tags|taglist|tagcloud|search|login|hidden)$/,
    'navigation',
  ],
  [
    /^(?:byline|author|authors|dateline|timestamp|postinfo|postmeta|pubdate|publishdate|entrymeta)$/,
    'byline',
  ],
];

/** Pairs of words that mean one thing when a dash stands between them. */
const JOINED =
  /(?:post|entry|article)[-_](?:info|meta|date|author)|most[-_](?:read|popular|viewed)|read[-_]more|more[-_]stories|skip[-_]link|pub[-_]date|photo[-_]credit/g;

/** Reads an element's hint; null when it says nothing. */
export function hintOf(element: Element): Hint | null {
  const name = element.localName;
  const tag = name === 'button' && element.closest('form') !== null ? 'comments' : BY_TAG.get(name);
  const role = BY_ROLE.get(element.getAttribute('role')?.toLowerCase() ?? '');
  const kind = role ?? wordHint(element) ?? (isSearch(element) ? 'navigation' : tag);
  return kind === undefined ? null : { kind, inside: isInside(kind) };
}

function isInside(kind: FurnitureKind): boolean {
  return kind === 'caption' || kind === 'byline' || kind === 'advertisement' || kind === 'comments';
}

function wordHint(element: Element): FurnitureKind | undefined {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (names.trim() === '' || names.length > 2000) {
    return undefined;
  }
  const words = names
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(JOINED, (pair) => pair.replaceAll(/[-_]/g, ''))
    .split(/[^a-z0-9]+/);
  return BY_WORD.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1];
}

function isSearch(element: Element): boolean {
  return element.localName === 'form' && element.querySelector('input[type=search]') !== null;
}
