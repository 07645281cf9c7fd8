import type { Article } from '../../../core/model/article.ts';

/** What lists look at in an article, made once for each. */
export interface ArticleWords {
  /** Title, outlet, byline, date and tags without case and marks. */
  readonly found: string;
  /** Orders titles as a person would: without case and marks, numbers by size. */
  readonly title: string;
  /** The day, `YYYY-MM-DD`; empty where the date is not known or is no date. */
  readonly day: string;
  /** True where the import had a question. */
  readonly asks: boolean;
}

const ASCII = /^[\x20-\x7e]*$/u;
const MARKS = /\p{M}/gu;
const DIGITS = /\d+/gu;
const DAY = /^\d{4}-\d\d-\d\d/u;
const BEGINS = /^[\p{L}\p{N}]/u;
const BEFORE = /^[^\p{L}\p{N}]+/u;
/** Digits to which a number in a title is filled up; longer ones are years of nobody's news. */
const NUMBER_WIDTH = 12;

/** Letters without case and marks, so that “Sao” finds “São”. */
export function plain(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

/** @param key a title without case and marks */
function titleKey(key: string): string {
  // Most titles need neither: to look is cheaper than to replace.
  const begun = BEGINS.test(key) ? key : key.replace(BEFORE, '');
  return begun.search(DIGITS) === -1
    ? begun
    : begun.replace(DIGITS, (digits) => digits.padStart(NUMBER_WIDTH, '0'));
}

function make(article: Article): ArticleWords {
  const { title, outlet, byline, date, tags, source } = article;
  const asked = source['warnings'];
  const name = plain(title);
  return {
    found: `${name} ${plain(`${outlet} ${byline} ${date} ${tags.join(' ')}`)}`,
    title: titleKey(name),
    day: DAY.test(date) ? date.slice(0, 10) : '',
    asks: Array.isArray(asked) && asked.length > 0,
  };
}

const known = new WeakMap<Article, ArticleWords>();

/** What lists look at in an article. */
export function wordsOf(article: Article): ArticleWords {
  let words = known.get(article);
  if (words === undefined) {
    words = make(article);
    known.set(article, words);
  }
  return words;
}
