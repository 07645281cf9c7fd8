import type { MetadataHints } from '../../core/text/metadata.ts';

const LONGEST_SCRIPT = 500_000;
const ARTICLE = /Article$|^(?:BlogPosting|Report|LiveBlogPosting)$/;

/** What a page's JSON-LD says of the article it holds. Broken or foreign data says nothing. */
export function readLinkedData(document: Document): MetadataHints {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent;
    const article = source.length <= LONGEST_SCRIPT ? findArticleIn(parse(source)) : null;
    if (article !== null) {
      return {
        title: text(article['headline']),
        outlet: nameOf(article['publisher']),
        byline: nameOf(article['author']),
        date: text(article['datePublished']),
      };
    }
  }
  return {};
}

type Fields = Readonly<Record<string, unknown>>;

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

/** Looks at the value, the values of a list, and those of `@graph`: never deeper. */
function findArticleIn(value: unknown): Fields | null {
  const items = asList(value).flatMap((item) =>
    isFields(item) ? [item, ...asList(item['@graph'])] : [],
  );
  return items.filter(isFields).find(isArticle) ?? null;
}

function isArticle(item: Fields): boolean {
  return asList(item['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type));
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function nameOf(value: unknown): string | undefined {
  const names = asList(value)
    .map((item) => (isFields(item) ? text(item['name']) : text(item)))
    .filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names.join(', ');
}
