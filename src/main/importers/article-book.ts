import { ok } from '../../core/result.ts';
import type { ImportFailure, ImportResult } from './failure.ts';
import { refuse } from './failure.ts';
import type { FileArticles, ImportedArticle, ImportWarning } from './imported-article.ts';
import type { ImportLimits } from './limits.ts';
import { describeBytes } from './limits.ts';

/** Collects what a file of several articles holds, up to the limits. */
export interface ArticleBook {
  /** Takes an article, or why its place gave none. */
  add(place: string, read: ImportResult<ImportedArticle>): void;
  /** Tells why a place gave no article. @param reason a sentence */
  tell(place: string, reason: string): void;
  /** True when no more is taken; said once, with the place that is reached. */
  isFull(place: string): boolean;
  /** @param remarks what is to be said of the file as a whole */
  all(remarks?: readonly ImportWarning[]): ImportResult<FileArticles>;
}

const MOST_REASONS = 3;

/** An empty book for one file. */
export function articleBook(path: string, limits: ImportLimits): ArticleBook {
  const articles: ImportedArticle[] = [];
  const problems: string[] = [];
  let characters = 0;
  const tell = (place: string, reason: string): void => {
    problems.push(`${place}: ${reason} It did not come in.`);
  };
  return {
    tell,
    add(place, read) {
      if (!read.ok) {
        tell(place, withoutName(read.error));
        return;
      }
      characters += read.value.text.length;
      articles.push(read.value);
    },
    isFull(place) {
      const many = articles.length >= limits.fileArticles;
      if (!many && characters <= limits.fileCharacters) return false;
      problems.push(
        `${place}: No more is taken from one file than ${limits.fileArticles.toLocaleString('en')} articles or ${describeBytes(limits.fileCharacters)} of text. Split the file to import the rest.`,
      );
      return true;
    },
    all(remarks = []) {
      const [first, ...others] = articles;
      if (first === undefined) return refuseAll(path, problems, remarks);
      const told = { ...first, warnings: [...first.warnings, ...remarks] };
      return ok({ articles: [told, ...others], problems });
    },
  };
}

function refuseAll(
  path: string,
  problems: readonly string[],
  remarks: readonly ImportWarning[],
): ReturnType<typeof refuse> {
  const reasons = [...problems.slice(0, MOST_REASONS), ...remarks.map(({ message }) => message)];
  const all =
    reasons.length === 0 ? 'There is nothing in it that can be imported.' : reasons.join(' ');
  return refuse(path, 'unsupported', all);
}

/** A refusal without its first sentence, which names the file. */
function withoutName({ message }: ImportFailure): string {
  return message.replace(/^“[^”]*” was not imported\. /u, '');
}
