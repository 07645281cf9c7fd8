import type { Article } from '../../../../core/model/article.ts';
import type { ArticleRow } from '../../../state/project.ts';

/** An article for tests of the list. */
export function anArticle(id: string, fields: Partial<Article> = {}): Article {
  return {
    id,
    title: id,
    outlet: '',
    byline: '',
    date: '',
    language: 'en',
    sha256: '',
    characters: 1,
    furniture: [],
    source: {},
    addedAt: '',
    tags: [],
    assigned: [],
    ...fields,
  };
}

/** A row for tests of the list. */
export function aRow(
  id: string,
  fields: Partial<Article> = {},
  layer: Partial<Omit<ArticleRow, 'article'>> = {},
): ArticleRow {
  return {
    article: anArticle(id, fields),
    counts: {},
    relations: 0,
    state: 'new',
    seen: 0,
    unsure: 0,
    openThreads: 0,
    documentLabels: [],
    others: [],
    ...layer,
  };
}
