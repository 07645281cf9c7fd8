import type { Furniture } from '../../core/model/article.ts';
import { findFurniture } from '../../core/text/furniture.ts';
import type { MetadataHints } from '../../core/text/metadata.ts';
import { readMetadata } from '../../core/text/metadata.ts';
import type { ArticleDraft } from './draft.ts';

/**
 * An article from Markdown. The text stays as it is written, markup included; only a front matter
 * block is recognised, as furniture and for what it says of the article.
 */
export function draftMarkdown(text: string, fileName: string): ArticleDraft {
  const matter = frontMatter(text);
  const known: Furniture[] = matter === null ? [] : [{ start: 0, end: matter.end, kind: 'markup' }];
  const furniture = findFurniture(text, known);
  const hints = { ...headingHint(text, matter?.end ?? 0), ...matter?.hints };
  return {
    text,
    furniture,
    metadata: readMetadata(text, furniture, fileName, hints),
    warnings: [],
  };
}

interface FrontMatter {
  /** Offset after the closing line's last character. */
  readonly end: number;
  readonly hints: MetadataHints;
}

const FIELDS: Readonly<Record<string, keyof MetadataHints>> = {
  title: 'title',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  date: 'date',
  published: 'date',
  lang: 'language',
  language: 'language',
  outlet: 'outlet',
  publisher: 'outlet',
  site: 'outlet',
};

function frontMatter(text: string): FrontMatter | null {
  const match = /^(---|\+\+\+)[ \t]*\n([\s\S]{0,20000}?)\n(?:\1|\.\.\.)[ \t]*(?=\n|$)/.exec(text);
  if (match === null || !/^[\w-]+[ \t]*[:=]/m.test(match[2] ?? '')) {
    return null;
  }
  const hints: { -readonly [K in keyof MetadataHints]: MetadataHints[K] } = {};
  for (const line of (match[2] ?? '').split('\n')) {
    const pair = /^([\w-]{1,40})[ \t]*[:=][ \t]*(\S.*)$/.exec(line);
    const field = FIELDS[(pair?.[1] ?? '').toLowerCase()];
    if (field !== undefined && hints[field] === undefined) {
      hints[field] = unquote(pair?.[2] ?? '');
    }
  }
  return { end: match[0].length, hints };
}

function unquote(value: string): string {
  const trimmed = value.trim().replace(/^\[(.*)\]$/, '$1');
  return trimmed.replaceAll(/^["']|["']$/g, '').trim();
}

/** The first heading, `# like this` or underlined, without its marks. */
function headingHint(text: string, from: number): MetadataHints {
  const head = text.slice(from, from + 20_000);
  const match =
    /^#{1,2}[ \t]+(\S.*?)[ \t]*#*$/m.exec(head) ?? /^(\S[^\n]{0,200})\n=+[ \t]*$/m.exec(head);
  return match?.[1] === undefined ? {} : { title: match[1] };
}
