import { foldText } from './fold.ts';
import { isBetween } from './parse-date.ts';
import type { DateFilter, Filter, WordFilter } from './query.ts';

/** What filters on articles look at. */
export interface FilteredArticle {
  readonly title: string;
  readonly outlet: string;
  readonly date: string;
  /** BCP 47. */
  readonly language: string;
  readonly tags: readonly string[];
  /** States of the layers that the query may see; `new` where there is none. */
  readonly states: readonly string[];
}

type Compare = (article: FilteredArticle, wanted: string) => boolean;

const holds = (words: string, wanted: string): boolean =>
  foldText(words).includes(foldText(wanted));

const COMPARE: Readonly<Record<'outlet' | 'title' | 'tag' | 'lang' | 'state', Compare>> = {
  outlet: (article, wanted) => holds(article.outlet, wanted),
  title: (article, wanted) => holds(article.title, wanted),
  tag: (article, wanted) => article.tags.some((tag) => foldText(tag) === foldText(wanted)),
  lang: ({ language }, wanted) => {
    const [have, want] = [language.toLowerCase(), wanted.toLowerCase()];
    return have === want || have.startsWith(`${want}-`);
  },
  state: (article, wanted) => article.states.includes(wanted.toLowerCase()),
};

const PRESENT: Readonly<Record<keyof typeof COMPARE, (article: FilteredArticle) => boolean>> = {
  outlet: ({ outlet }) => outlet !== '',
  title: ({ title }) => title !== '',
  tag: ({ tags }) => tags.length > 0,
  lang: ({ language }) => language !== '',
  state: () => true,
};

function isArticleFilter(
  filter: Filter,
): filter is DateFilter | (WordFilter & { readonly kind: keyof typeof COMPARE }) {
  return filter.kind === 'date' || Object.hasOwn(COMPARE, filter.kind);
}

/**
 * True when an article is what the filters on articles ask for. Filters on annotations are left
 * aside. Titles and outlets hold a value as a part of them, tags and states are one of the values,
 * `lang:pt` includes `pt-BR`.
 */
export function articlePasses(article: FilteredArticle, filters: readonly Filter[]): boolean {
  return filters.filter(isArticleFilter).every((filter) => {
    if (filter.kind === 'date') {
      return isBetween(article.date, filter.from, filter.to) !== filter.not;
    }
    const { kind, values, not } = filter;
    const found = values.some((wanted) =>
      wanted === '*' ? PRESENT[kind](article) : COMPARE[kind](article, wanted),
    );
    return found !== not;
  });
}
