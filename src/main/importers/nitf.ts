import {
  childElement,
  childElements,
  elementsIn,
  textIn,
  type XmlElement,
} from '../../core/formats/xml.ts';
import { ok, type Result } from '../../core/result.ts';
import { type ImportResult, refuse } from './failure.ts';
import { foundIn } from './finish-article.ts';
import type { FileArticles } from './imported-article.ts';
import type { ImportLimits } from './limits.ts';
import { embargo, firstOf, isoDate } from './news-words.ts';
import type { SourceFile } from './source-file.ts';
import { finishStated, htmlBody, type StatedArticle } from './stated-article.ts';
import { markupOf } from './xml-markup.ts';
import { readXmlSource } from './xml-source.ts';

/** The first element of this name anywhere inside. */
function find(root: XmlElement, local: string): XmlElement | undefined {
  for (const element of elementsIn(root)) if (element.local === local) return element;
  return undefined;
}

function words(root: XmlElement, local: string): string {
  const found = find(root, local);
  return found === undefined ? '' : textIn(found).replaceAll(/\s+/gu, ' ').trim();
}

function attribute(root: XmlElement, local: string, name: string): string {
  return find(root, local)?.attributes.get(name)?.trim() ?? '';
}

/** The time before which it must not be published; empty where there is none. */
function releaseAfterIssue(root: XmlElement): string {
  const issue = attribute(root, 'date.issue', 'norm');
  const release = attribute(root, 'date.release', 'norm');
  return issue !== '' && release > issue ? isoDate(release) : '';
}

/** The parts of `body` in order, each once, as one piece of HTML. */
function bodyMarkup(body: XmlElement): string {
  return childElements(body)
    .flatMap((part) => (part.local.startsWith('body.') ? childElements(part) : [part]))
    .map(markupOf)
    .join('\n');
}

/**
 * One NITF document as an article: headline, byline, dateline and paragraphs as they stand in its
 * body (NITF 3.6). The error says in words why it is none.
 */
export function readNitf(root: XmlElement, limits: ImportLimits): Result<StatedArticle, string> {
  const body = childElement(root, 'body');
  const read = htmlBody(body === undefined ? '' : bodyMarkup(body), limits);
  if (!read.ok) return read;
  const at = (name: string, key: string): string => attribute(root, name, key);
  const issued = isoDate(
    firstOf(at('date.issue', 'norm'), at('date.release', 'norm'), at('story.date', 'norm')),
  );
  const keywords = [...elementsIn(root)].filter(({ local }) => local === 'keyword');
  const embargoed = embargo(releaseAfterIssue(root));
  return ok({
    text: read.value.text,
    furniture: read.value.furniture,
    warnings: [...read.value.warnings, ...embargoed],
    hints: {
      title: firstOf(words(root, 'hl1'), words(root, 'hedline'), words(root, 'title')),
      byline: firstOf(words(root, 'person'), words(root, 'byline')),
      date: issued,
      outlet: firstOf(
        at('pubdata', 'name'),
        words(root, 'distributor'),
        at('doc.copyright', 'holder'),
        words(root, 'copyright.holder'),
      ),
      language: firstOf(root.attributes.get('xml:lang'), body?.attributes.get('xml:lang')),
    },
    extras: {
      id: at('doc-id', 'id-string'),
      url: at('pubdata', 'ex-ref'),
      published: issued,
      dateline: words(root, 'dateline'),
      slug: firstOf(at('du-key', 'key'), at('fixture', 'fix-id')),
      urgency: at('urgency', 'ed-urg'),
      keywords: keywords.map(({ attributes }) => attributes.get('key') ?? ''),
    },
  });
}

/** Reads a file of NITF, which is one article. */
export function readNitfFile(source: SourceFile): ImportResult<FileArticles> {
  const xml = readXmlSource(source);
  if (!xml.ok) return xml;
  const { root, decoded, declared } = xml.value;
  const stated = readNitf(root, source.limits);
  if (!stated.ok) return refuse(source.path, 'too-large', stated.error);
  const file = foundIn(source.path, source.bytes);
  const read = finishStated({ file, kind: 'nitf', decoded, declared }, stated.value);
  return read.ok ? ok({ articles: [read.value], problems: [] }) : read;
}
