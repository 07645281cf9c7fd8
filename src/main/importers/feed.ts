import { childElement, childElements, textIn, type XmlElement } from '../../core/formats/xml.ts';
import { ok, type Result } from '../../core/result.ts';
import { articleBook } from './article-book.ts';
import { type ImportResult, refuse } from './failure.ts';
import { foundIn } from './finish-article.ts';
import { plainLine } from './fragment.ts';
import type { FileArticles, ImportWarning } from './imported-article.ts';
import type { ImportLimits } from './limits.ts';
import { firstOf } from './news-words.ts';
import type { SourceFile } from './source-file.ts';
import {
  anyBody,
  type BodyText,
  finishStated,
  htmlBody,
  type StatedArticle,
} from './stated-article.ts';
import { innerMarkup } from './xml-markup.ts';
import { readXmlSource } from './xml-source.ts';

const CONTENT = 'http://purl.org/rss/1.0/modules/content/';
const DC = 'http://purl.org/dc/elements/1.1/';
const MEDIA = 'http://search.yahoo.com/mrss/';
/** Namespaces of modules, whose elements may have the names of a feed's own. */
const MODULES = new Set([MEDIA, 'http://www.itunes.com/dtds/podcast-1.0.dtd']);

const ONLY_A_SUMMARY: ImportWarning = {
  kind: 'only-a-summary',
  message: 'The feed has only a summary of it. Import the page itself for the whole text.',
};

/** The first child of this name that is no module's; of a namespace, where one is given. */
function child(parent: XmlElement, local: string, uri?: string): XmlElement | undefined {
  return childElements(parent, local).find((one) =>
    uri === undefined ? !MODULES.has(one.uri) : one.uri === uri,
  );
}

function line(parent: XmlElement, local: string, limits: ImportLimits, uri?: string): string {
  const found = child(parent, local, uri);
  return found === undefined ? '' : plainLine(textIn(found), limits);
}

/** What is around the items: a feed's own facts, which hold for each of them. */
interface Channel {
  readonly title: string;
  readonly language: string;
  readonly author: string;
}

/** The part of a feed that is one article. */
type Reading = (
  item: XmlElement,
  channel: Channel,
  limits: ImportLimits,
) => Result<StatedArticle, string>;

/** The body of an item, the fullest first; of what is only a summary this is said. */
function bodyOf(
  full: Result<BodyText, string> | undefined,
  summary: Result<BodyText, string> | undefined,
): Result<BodyText, string> {
  if (full !== undefined && (!full.ok || full.value.text.trim() !== '')) return full;
  if (summary === undefined) return ok({ text: '', furniture: [], warnings: [] });
  if (!summary.ok) return summary;
  return ok({ ...summary.value, warnings: [...summary.value.warnings, ONLY_A_SUMMARY] });
}

function bodyIn(
  element: XmlElement | undefined,
  limits: ImportLimits,
): Result<BodyText, string> | undefined {
  return element === undefined ? undefined : anyBody(textIn(element).trim(), limits);
}

/** `ana@example.org (Ana Lima)` is Ana Lima (RSS 2.0, author). */
function personOf(author: string): string {
  return /^\S+@\S+\s+\((.+)\)$/u.exec(author)?.[1] ?? author;
}

const rssItem: Reading = (item, channel, limits) => {
  const full = bodyIn(child(item, 'encoded', CONTENT), limits);
  const body = bodyOf(full, bodyIn(child(item, 'description'), limits));
  if (!body.ok) return body;
  const { text, furniture, warnings } = body.value;
  const get = (local: string, uri?: string): string => line(item, local, limits, uri);
  const author = firstOf(get('creator', DC), personOf(get('author')));
  const published = firstOf(get('pubDate'), get('date', DC));
  return ok({
    text,
    furniture,
    warnings,
    hints: {
      title: get('title'),
      byline: firstOf(author, channel.author),
      date: published,
      outlet: channel.title,
      language: firstOf(get('language', DC), channel.language),
    },
    extras: {
      url: firstOf(get('link'), item.attributes.get('rdf:about')),
      id: get('guid'),
      published,
      keywords: [...childElements(item, 'category'), ...childElements(item, 'subject')].map((one) =>
        textIn(one).trim(),
      ),
    },
  });
};

/** Text of an Atom construct: its `type` says what it is (RFC 4287 §3.1, §4.1.3). */
function atomBody(
  element: XmlElement | undefined,
  limits: ImportLimits,
): Result<BodyText, string> | undefined {
  if (element === undefined || element.attributes.has('src')) return undefined;
  const type = element.attributes.get('type') ?? 'text';
  if (type === 'xhtml' || type.endsWith('xml')) return htmlBody(innerMarkup(element), limits);
  if (type === 'html' || type === 'text/html') return htmlBody(textIn(element), limits);
  // Many feeds write HTML and do not say so.
  return anyBody(textIn(element).trim(), limits);
}

function atomLine(parent: XmlElement, local: string, limits: ImportLimits): string {
  const read = atomBody(childElement(parent, local), limits);
  return read?.ok === true ? read.value.text.replaceAll(/\s+/gu, ' ').trim() : '';
}

function atomAuthors(parent: XmlElement, limits: ImportLimits): string {
  const names = childElements(parent, 'author').map((one) => line(one, 'name', limits));
  return names.filter((name) => name !== '').join(', ');
}

const atomEntry: Reading = (entry, channel, limits) => {
  const full = atomBody(childElement(entry, 'content'), limits);
  const body = bodyOf(full, atomBody(childElement(entry, 'summary'), limits));
  if (!body.ok) return body;
  const { text, furniture, warnings } = body.value;
  const links = childElements(entry, 'link');
  const link =
    links.find((one) => (one.attributes.get('rel') ?? 'alternate') === 'alternate') ?? links[0];
  const get = (local: string): string => line(entry, local, limits);
  const source = childElement(entry, 'source');
  const published = firstOf(...['published', 'issued', 'updated', 'modified'].map(get));
  return ok({
    text,
    furniture,
    warnings,
    hints: {
      title: atomLine(entry, 'title', limits),
      byline: firstOf(atomAuthors(entry, limits), channel.author),
      date: published,
      outlet: firstOf(source && atomLine(source, 'title', limits), channel.title),
      language: entry.attributes.get('xml:lang') ?? channel.language,
    },
    extras: {
      url: link?.attributes.get('href'),
      id: get('id'),
      published,
      updated: get('updated'),
      keywords: childElements(entry, 'category').map(
        ({ attributes }) => attributes.get('label') ?? attributes.get('term') ?? '',
      ),
    },
  });
};

interface Feed {
  readonly items: readonly XmlElement[];
  readonly channel: Channel;
  readonly read: Reading;
}

function feedIn(root: XmlElement, limits: ImportLimits): Feed {
  if (root.local === 'feed') {
    const language = root.attributes.get('xml:lang') ?? '';
    const author = atomAuthors(root, limits);
    const channel = { title: atomLine(root, 'title', limits), language, author };
    return { items: childElements(root, 'entry'), channel, read: atomEntry };
  }
  const about = childElement(root, 'channel') ?? root;
  const channel = {
    title: line(about, 'title', limits),
    language: firstOf(line(about, 'language', limits), line(about, 'language', limits, DC)),
    author: '',
  };
  // RSS 1.0 has its items beside the channel, RSS 2.0 in it.
  const items = [...childElements(about, 'item'), ...childElements(root, 'item')];
  return { items, channel, read: rssItem };
}

/**
 * Reads a feed: each item is an article, or a problem that names it (RSS 2.0, RSS 1.0 with the
 * modules content and dc, Atom 1.0 of RFC 4287).
 */
export async function readFeed(source: SourceFile): Promise<ImportResult<FileArticles>> {
  const { path, bytes, limits } = source;
  const xml = readXmlSource(source);
  if (!xml.ok) return xml;
  const { root, decoded, declared } = xml.value;
  const { items, channel, read } = feedIn(root, limits);
  if (items.length === 0) return refuse(path, 'empty', 'It is a feed without an item in it.');
  const file = foundIn(path, bytes);
  const book = articleBook(path, limits);
  for (const [index, item] of items.entries()) {
    const place = `item ${index + 1} (line ${item.line})`;
    if (book.isFull(place)) break;
    const stated = read(item, channel, limits);
    if (!stated.ok) book.tell(place, stated.error);
    else if (stated.value.text.trim() === '') book.tell(place, 'It has no text, only a link.');
    else
      book.add(place, finishStated({ file, kind: 'feed', decoded, declared }, stated.value, place));
    await source.alive();
  }
  return book.all();
}
