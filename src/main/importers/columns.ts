import {
  COLUMN_ROLES,
  type ColumnChoice,
  type ColumnRole,
  type TableColumn,
} from './imported-article.ts';
import { TEXT_NAMES } from './sniff-several.ts';

/** Names of columns by what they are, in lower case and without blanks and signs; the likeliest first. */
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  text: [
    ...TEXT_NAMES,
    'contents',
    'texte',
    'texto',
    'testo',
    'tekst',
    'inhalt',
    'cuerpo',
    'النص',
    'نص',
    'текст',
  ],
  title: [
    'title',
    'headline',
    'heading',
    'hed',
    'subject',
    'titel',
    'titre',
    'título',
    'titulo',
    'titolo',
    'العنوان',
    'عنوان',
    'заголовок',
  ],
  outlet: [
    'outlet',
    'source',
    'publisher',
    'publication',
    'newspaper',
    'site',
    'sitename',
    'domain',
    'sourcename',
    'provider',
    'medium',
    'quelle',
    'fuente',
    'المصدر',
    'источник',
  ],
  byline: [
    'byline',
    'author',
    'authors',
    'by',
    'creator',
    'writer',
    'journalist',
    'autor',
    'auteur',
    'الكاتب',
    'автор',
  ],
  date: [
    'date',
    'published',
    'publishedat',
    'publicationdate',
    'publishdate',
    'publisheddate',
    'pubdate',
    'datepublished',
    'datetime',
    'timestamp',
    'datum',
    'fecha',
    'التاريخ',
    'дата',
  ],
  url: ['url', 'link', 'href', 'uri', 'permalink', 'weburl', 'address', 'الرابط'],
  language: ['language', 'lang', 'locale', 'sprache', 'idioma', 'langue', 'اللغة', 'язык'],
  id: ['id', 'articleid', 'docid', 'documentid', 'uid', 'uuid', 'guid', 'key'],
};

/** As names are compared: `Full_Text` and `full text` are `fulltext`. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** A name that says nothing else; one of a field in a field, such as `source.name`, by its end too. */
function rank(name: string, role: ColumnRole): number {
  const wanted = NAMES[role].map(plain);
  const whole = wanted.indexOf(plain(name));
  if (whole !== -1) return whole;
  const end = /\.(?<last>[^.]+)$/u.exec(name)?.groups?.['last'];
  const inner = end === undefined ? -1 : wanted.indexOf(plain(end));
  if (inner !== -1) return wanted.length + inner;
  const outer = /^(?<head>[^.]+)\.name$/u.exec(name)?.groups?.['head'];
  const named = outer === undefined ? -1 : wanted.indexOf(plain(outer));
  return named === -1 ? Number.POSITIVE_INFINITY : wanted.length + named;
}

/** Shortest mean length of a text in a column whose name does not say that it holds texts. */
const SHORT = 40;

/** The column with the longest values, where they are long enough for a text. */
function longest(
  names: readonly string[],
  rows: readonly ReadonlyMap<string, string>[],
): string | undefined {
  const lengths = names.map((name) => {
    const values = rows.map((row) => row.get(name) ?? '').filter((value) => value !== '');
    const sum = values.reduce((total, value) => total + value.length, 0);
    return { name, mean: values.length === 0 ? 0 : sum / values.length };
  });
  const best = lengths.toSorted((a, b) => b.mean - a.mean)[0];
  return best === undefined || (best.mean < SHORT && names.length > 1) ? undefined : best.name;
}

function guess(
  names: readonly string[],
  rows: readonly ReadonlyMap<string, string>[],
): Map<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>();
  for (const role of COLUMN_ROLES) {
    const ranked = names
      .filter((name) => !roles.has(name))
      .map((name) => ({ name, rank: rank(name, role) }))
      .filter((one) => one.rank < Number.POSITIVE_INFINITY)
      .toSorted((a, b) => a.rank - b.rank);
    const found = ranked[0]?.name;
    if (found !== undefined) roles.set(found, role);
  }
  if (![...roles.values()].includes('text')) {
    const free = names.filter((name) => !roles.has(name));
    const found = longest(free, rows);
    if (found !== undefined) roles.set(found, 'text');
  }
  return roles;
}

/** What a person says goes before what is guessed; a role that they gave is of no other column. */
function withChoice(
  guessed: Map<string, ColumnRole>,
  choice: ColumnChoice,
): Map<string, ColumnRole> {
  const chosen = new Set(choice.map(({ as }) => as));
  const roles = new Map([...guessed].filter(([, role]) => !chosen.has(role)));
  for (const { name, as } of choice) {
    if (as === 'none') roles.delete(name);
    else roles.set(name, as);
  }
  return roles;
}

const SAMPLE_LENGTH = 80;

/**
 * What each column is: as a person says, else by its name, else, for the text, by its length.
 * @param rows the first rows, by name of column
 */
export function columnsOf(
  names: readonly string[],
  rows: readonly ReadonlyMap<string, string>[],
  choice: ColumnChoice = [],
): readonly TableColumn[] {
  const roles = withChoice(guess(names, rows), choice);
  return names.map((name) => {
    const value = rows.map((row) => row.get(name) ?? '').find((one) => one.trim() !== '') ?? '';
    const words = value
      .slice(0, 4 * SAMPLE_LENGTH)
      .replaceAll(/\s+/gu, ' ')
      .trim();
    const sample = Array.from(words).slice(0, SAMPLE_LENGTH).join('');
    return { name, as: roles.get(name) ?? 'none', sample };
  });
}

/** True for names of which one says what it holds: then they are a head, and no row of values. */
export function isHead(names: readonly string[]): boolean {
  return names.some((name) =>
    COLUMN_ROLES.some((role) => rank(name, role) < Number.POSITIVE_INFINITY),
  );
}
