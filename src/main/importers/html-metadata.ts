import type { MetadataHints } from '../../core/text/metadata.ts';
import { compact } from './html-article.ts';
import { readLinkedData } from './linked-data.ts';

/** What a page states of itself, and the heading that is its headline. */
export interface PageMetadata {
  readonly hints: MetadataHints;
  /** The heading in the page that shows the title; it is not furniture. */
  readonly headline: Element | null;
}

const SEPARATOR = /\s+[|–—·»:-]\s+/u;

type Meta = (names: readonly string[]) => string | undefined;

const TITLE = ['og:title', 'twitter:title', 'dc.title'];
const OUTLET = ['og:site_name', 'application-name', 'dc.publisher'];
const AUTHOR = ['author', 'article:author', 'byl', 'dc.creator', 'parsely-author'];
const DATE =
  'article:published_time og:published_time datepublished date dc.date pubdate parsely-pub-date dc.date.issued'.split(
    ' ',
  );
const LANGUAGE = ['og:locale', 'content-language'];

/** Reads title, outlet, byline, date and language from a page's head, its data and its headings. */
export function readPageMetadata(document: Document, language: string): PageMetadata {
  const meta = metaOf(document);
  const data = readLinkedData(document);
  const pageTitle = compact(document.querySelector('title')?.textContent ?? '');
  const stated = meta(TITLE) ?? data.title;
  const outlet = meta(OUTLET) ?? data.outlet;
  const headline = findHeadline(document, stated ?? pageTitle);
  const title = stated ?? shownTitle(headline, pageTitle, outlet);
  return {
    headline,
    hints: {
      title,
      outlet: outlet ?? outletInTitle(pageTitle, title),
      byline: notAddress(meta(AUTHOR)) ?? data.byline,
      date: meta(DATE) ?? data.date ?? shownDate(document),
      language: language === '' ? meta(LANGUAGE) : language,
    },
  };
}

function shownTitle(
  headline: Element | null,
  pageTitle: string,
  outlet: string | undefined,
): string {
  const shown = headline === null ? '' : compact(headline.textContent);
  return shown === '' ? cutOutlet(pageTitle, outlet) : shown;
}

function metaOf(document: Document): Meta {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop') ??
      element.getAttribute('http-equiv');
    const content = compact(element.getAttribute('content') ?? '');
    const key = name?.toLowerCase() ?? '';
    if (key !== '' && content !== '' && content.length <= 1000 && !values.has(key)) {
      values.set(key, content);
    }
  }
  return (names) => names.map((name) => values.get(name)).find((value) => value !== undefined);
}

/** Some pages give a link to the author's profile instead of a name. */
function notAddress(author: string | undefined): string | undefined {
  return author === undefined || /^https?:\/\//i.test(author) ? undefined : author;
}

function shownDate(document: Document): string | undefined {
  const time = document.querySelector(
    'article time[datetime], header time[datetime], time[datetime]',
  );
  return time?.getAttribute('datetime') ?? undefined;
}

/** The heading whose text the title holds: the longest, of equals the first; else the first `h1`. */
function findHeadline(document: Document, title: string): Element | null {
  const wanted = comparable(title);
  let best: Element | null = null;
  let longest = 0;
  for (const heading of document.querySelectorAll('h1,h2,h3')) {
    const text = comparable(compact(heading.textContent));
    if (text.length > longest && wanted.includes(text)) {
      best = heading;
      longest = text.length;
    }
  }
  return longest >= 8 ? best : document.querySelector('h1');
}

function comparable(text: string): string {
  return text
    .replaceAll(/[\u2018\u2019\u201c\u201d'"\s\u00a0]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function cutOutlet(pageTitle: string, outlet: string | undefined): string {
  const parts = pageTitle.split(SEPARATOR);
  if (parts.length < 2) {
    return pageTitle;
  }
  const rest = parts.filter((part) => part !== outlet);
  return rest.length < parts.length
    ? (rest.toSorted((a, b) => b.length - a.length)[0] ?? pageTitle)
    : pageTitle;
}

/** `Moscow says the hurry is on the other side – Ring Road Gazette`: what is left of the title. */
function outletInTitle(pageTitle: string, title: string): string | undefined {
  const rest = pageTitle.startsWith(title) ? pageTitle.slice(title.length) : '';
  const match = /^\s*[|–—·»-]\s+(\S.{1,60})$/u.exec(rest);
  return match?.[1];
}
