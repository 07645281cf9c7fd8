import type { Article, Furniture } from '../../core/model/article.ts';

/** What a person corrected of an article in the preview. */
interface Fields {
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly byline?: string | undefined;
  readonly date?: string | undefined;
  readonly furniture?: readonly Furniture[] | undefined;
}

/** What a person said of one article of a file that holds several. */
interface ArticleWish extends Fields {
  /** Its place in the file, from 0. */
  readonly article: number;
  readonly leftOut?: boolean | undefined;
}

/** What a person said of a file: of its only article, or of some of several. */
export interface Corrections extends Fields {
  readonly articles?: readonly ArticleWish[] | undefined;
}

function withFields(article: Article, fields: Fields): Article {
  return {
    ...article,
    title: fields.title ?? article.title,
    outlet: fields.outlet ?? article.outlet,
    byline: fields.byline ?? article.byline,
    date: fields.date ?? article.date,
    furniture: fields.furniture ?? article.furniture,
  };
}

/**
 * The articles of a file as a person wants them, without those that were left out. What is said of
 * the file as such counts only where it holds one article.
 * @param ones in the order of the file
 */
export function corrected<One extends { readonly article: Article }>(
  ones: readonly One[],
  { articles = [], ...own }: Corrections,
): readonly One[] {
  const wishes = new Map(articles.map((wish) => [wish.article, wish]));
  return ones.flatMap((one, index) => {
    const wish = wishes.get(index);
    if (wish?.leftOut === true) return [];
    const fields = wish ?? (ones.length === 1 ? own : {});
    return { ...one, article: withFields(one.article, fields) };
  });
}
