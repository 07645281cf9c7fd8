import type { Furniture } from '../model/article.ts';
import { readCredits } from './metadata-credits.ts';
import { findDate } from './metadata-date.ts';
import { guessLanguage } from './metadata-language.ts';
import { titleOf } from './metadata-title.ts';

/** What an article's record says besides its text. */
export type MetadataField = 'title' | 'outlet' | 'byline' | 'date' | 'language';

/** Where a field was found: stated by the page, read from the text, or taken from the file's name. */
export type MetadataSource = 'page' | 'text' | 'file name';

/** What a page or a front matter block states. */
export type MetadataHints = { readonly [field in MetadataField]?: string | undefined };

/** The fields of an article, and where each that is not empty was found. */
export interface Metadata {
  readonly values: { readonly [field in MetadataField]: string };
  readonly recognised: { readonly [field in MetadataField]?: MetadataSource };
}

/**
 * Finds title, outlet, byline, date and language. What a page states wins over what the text shows.
 * The title is never empty; the others are, when nothing says them.
 *
 * @param fileName the last resort for a title, with or without extension
 */
export function readMetadata(
  text: string,
  furniture: readonly Furniture[],
  fileName: string,
  hints: MetadataHints = {},
): Metadata {
  const credits = readCredits(text, furniture);
  const found: Record<MetadataField, string> = {
    title: titleOf(text, furniture),
    outlet: credits.outlet,
    byline: credits.byline,
    date: credits.date,
    language: guessLanguage(withoutFurniture(text, furniture)),
  };
  const stated: Record<MetadataField, string> = {
    title: plain(hints.title),
    outlet: plain(hints.outlet),
    byline: plain(hints.byline).replace(/^by\s+/iu, ''),
    date: statedDate(plain(hints.date)),
    language: statedLanguage(plain(hints.language), found.language),
  };
  return combine(stated, found, fileName);
}

function combine(
  stated: Record<MetadataField, string>,
  found: Record<MetadataField, string>,
  fileName: string,
): Metadata {
  const recognised: { [field in MetadataField]?: MetadataSource } = {};
  const values = { ...found };
  for (const field of ['title', 'outlet', 'byline', 'date', 'language'] as const) {
    if (stated[field] !== '') {
      values[field] = stated[field];
      recognised[field] = 'page';
    } else if (found[field] !== '') {
      recognised[field] = 'text';
    }
  }
  if (values.title === '') {
    values.title = fileName === '' ? 'Untitled' : fileName.replace(/(?!^)\.[\p{L}\d]{1,8}$/u, '');
    recognised.title = 'file name';
  }
  return { values, recognised };
}

/** ISO where it can be read one way only, else as it is stated. */
function statedDate(date: string): string {
  const iso = /^\d{4}-\d{2}-\d{2}(?=T|\s|$)/u.exec(date)?.[0];
  return iso ?? findDate(date)?.iso ?? date;
}

/** A page's `lang` is often a template's; it is believed unless the text's script contradicts it. */
function statedLanguage(tag: string, seen: string): string {
  const match = /^([a-z]{2,3})(?:[-_][a-z\d]{2,8})*$/iu.exec(tag);
  const language = match?.[1]?.toLowerCase() ?? '';
  return seen !== '' && language !== seen ? '' : language;
}

function plain(value: string | undefined): string {
  return (value ?? '').replaceAll(/\s+/gu, ' ').trim();
}

function withoutFurniture(text: string, furniture: readonly Furniture[]): string {
  let at = 0;
  const kept: string[] = [];
  for (const part of furniture) {
    kept.push(text.slice(at, part.start));
    at = part.end;
  }
  kept.push(text.slice(at));
  return kept.join(' ');
}
