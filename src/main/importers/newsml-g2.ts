import {
  childElement,
  childElements,
  elementsIn,
  textIn,
  type XmlElement,
} from '../../core/formats/xml.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { MetadataHints } from '../../core/text/metadata.ts';
import { articleBook } from './article-book.ts';
import { type ImportResult, refuse } from './failure.ts';
import { foundIn } from './finish-article.ts';
import type { FileArticles } from './imported-article.ts';
import type { ImportLimits } from './limits.ts';
import { embargo, firstOf } from './news-words.ts';
import { readNitf } from './nitf.ts';
import type { SourceFile } from './source-file.ts';
import { anyBody, finishStated, htmlBody, type StatedArticle } from './stated-article.ts';
import { innerMarkup, markupOf } from './xml-markup.ts';
import { readXmlSource } from './xml-source.ts';

type Body = Pick<StatedArticle, 'text' | 'furniture' | 'warnings'> & Partial<StatedArticle>;

function words(element: XmlElement | undefined): string {
  return element === undefined ? '' : textIn(element).replaceAll(/\s+/gu, ' ').trim();
}

/** The children of this name, those without a role or with the main one first. */
function byRole(parent: XmlElement | undefined, local: string): readonly XmlElement[] {
  const all = parent === undefined ? [] : childElements(parent, local);
  const isMain = ({ attributes }: XmlElement): boolean =>
    /^(?:.*:main)?$/u.test(attributes.get('role') ?? '');
  return [...all.filter(isMain), ...all.filter((one) => !isMain(one))];
}

function first(parent: XmlElement | undefined, local: string): string {
  return words(byRole(parent, local)[0]);
}

/** What a concept is called: its name, else its literal, else its code without the scheme. */
function named(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const code = element.attributes.get('qcode') ?? '';
  return firstOf(
    words(childElement(element, 'name')),
    element.attributes.get('literal'),
    code.slice(code.indexOf(':') + 1),
  );
}

function inlineXml(element: XmlElement, limits: ImportLimits): Result<Body, string> {
  const [root] = childElements(element);
  if (root === undefined) return err('It has no text: its inlineXML is empty.');
  if (root.local === 'nitf') return readNitf(root, limits);
  const body = root.local === 'html' ? childElement(root, 'body') : undefined;
  return htmlBody(body === undefined ? markupOf(root) : innerMarkup(body), limits);
}

function bodyOf(item: XmlElement, limits: ImportLimits): Result<Body, string> {
  const content = childElement(item, 'contentSet');
  const parts = content === undefined ? [] : childElements(content);
  const xml = parts.find(({ local }) => local === 'inlineXML');
  if (xml !== undefined) return inlineXml(xml, limits);
  const data = parts.find(({ local }) => local === 'inlineData');
  if (data !== undefined) {
    if (data.attributes.has('encoding')) return err('Its text is encoded data, which is not read.');
    return anyBody(textIn(data).trim(), limits);
  }
  return err(
    parts.some(({ local }) => local === 'remoteContent')
      ? 'It has no text: its content is in another file.'
      : 'It has no text: it has no contentSet with an inlineXML or inlineData.',
  );
}

function problemOf(item: XmlElement): string | undefined {
  if (item.local === 'packageItem')
    return 'It is a list of other items, without a text of its own.';
  if (item.local !== 'newsItem') return `It is a ${item.local}, not a newsItem.`;
  const meta = childElement(item, 'itemMeta');
  const kind = meta && childElement(meta, 'itemClass')?.attributes.get('qcode');
  return kind === undefined || /:(?:text|composite)$/u.test(kind)
    ? undefined
    : `It is not of text, but of the class ${kind}.`;
}

/** The children of this name, each as `words` makes it. */
function all(
  parent: XmlElement | undefined,
  local: string,
  say: (element: XmlElement) => string,
): readonly string[] {
  const found = parent === undefined ? [] : childElements(parent, local);
  return found.map(say).filter((one) => one !== '');
}

function createdAt(item: XmlElement): string {
  const meta = childElement(item, 'itemMeta');
  return firstOf(
    first(childElement(item, 'contentMeta'), 'contentCreated'),
    first(meta, 'firstCreated'),
    first(meta, 'versionCreated'),
  );
}

/** What the item says of its content; what it does not say, the content may. */
function hintsOf(item: XmlElement, inner: MetadataHints): MetadataHints {
  const meta = childElement(item, 'itemMeta');
  const content = childElement(item, 'contentMeta');
  const language = content && childElement(content, 'language')?.attributes.get('tag');
  return {
    title: firstOf(first(content, 'headline'), inner.title),
    byline: firstOf(first(content, 'by'), all(content, 'creator', named).join(', '), inner.byline),
    date: firstOf(createdAt(item), inner.date),
    outlet: firstOf(
      named(meta && childElement(meta, 'provider')),
      named(content && childElement(content, 'infoSource')),
      inner.outlet,
    ),
    language: firstOf(language, item.attributes.get('xml:lang'), inner.language),
  };
}

function extrasOf(item: XmlElement, inner: StatedArticle['extras']): StatedArticle['extras'] {
  const content = childElement(item, 'contentMeta');
  const own: StatedArticle['extras'] = {
    id: item.attributes.get('guid'),
    version: item.attributes.get('version'),
    published: createdAt(item),
    embargoed: first(childElement(item, 'itemMeta'), 'embargoed'),
    dateline: first(content, 'dateline'),
    slug: first(content, 'slugline'),
    keywords: all(content, 'keyword', words),
    subjects: all(content, 'subject', named),
  };
  const said = Object.entries(own).filter(
    ([, value]) =>
      value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return { ...inner, ...Object.fromEntries(said) };
}

function statedOf(item: XmlElement, limits: ImportLimits): Result<StatedArticle, string> {
  const problem = problemOf(item);
  if (problem !== undefined) return err(problem);
  const body = bodyOf(item, limits);
  if (!body.ok) return body;
  const { text, furniture = [], warnings, hints = {}, extras = {} } = body.value;
  return ok({
    text,
    furniture,
    warnings: [...warnings, ...embargo(first(childElement(item, 'itemMeta'), 'embargoed'))],
    hints: hintsOf(item, hints),
    extras: extrasOf(item, extras),
  });
}

/** The items of a file; one in another, as in a package, counts by itself. */
function itemsIn(root: XmlElement): readonly XmlElement[] {
  if (root.local !== 'newsMessage') return [root];
  return [...elementsIn(root)]
    .filter(({ local }) => local === 'itemSet')
    .flatMap((set) => childElements(set));
}

/** Reads NewsML-G2: each news item is an article, or a problem that names it (NewsML-G2 2.x). */
export async function readNewsMl(source: SourceFile): Promise<ImportResult<FileArticles>> {
  const { path, bytes, limits } = source;
  const xml = readXmlSource(source);
  if (!xml.ok) return xml;
  const { root, decoded, declared } = xml.value;
  const items = itemsIn(root);
  if (items.length === 0) return refuse(path, 'empty', 'It is a message without an item in it.');
  const file = foundIn(path, bytes);
  const book = articleBook(path, limits);
  for (const [index, item] of items.entries()) {
    const place = `item ${index + 1} (line ${item.line})`;
    if (book.isFull(place)) break;
    const stated = statedOf(item, limits);
    const named = items.length === 1 ? undefined : place;
    if (!stated.ok) book.tell(place, stated.error);
    else
      book.add(
        place,
        finishStated({ file, kind: 'newsml-g2', decoded, declared }, stated.value, named),
      );
    await source.alive();
  }
  return book.all();
}
