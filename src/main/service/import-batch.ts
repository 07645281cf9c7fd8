import type { ReadArticle } from '../../core/formats/format.ts';
import { matchOf } from '../../core/formats/mapping/match-names.ts';
import type { Furniture } from '../../core/model/article.ts';
import type { Codebook } from '../../core/model/codebook.ts';
import type { OffsetUnit } from '../../core/text/offsets.ts';
import type { Output } from '../../ipc/contract.ts';
import {
  type FileArticles,
  type ImportedArticle,
  questionsAndNotes,
} from '../importers/imported-article.ts';
import { type Dataset, placeOf, refusedInWords } from './read-dataset.ts';

/** A file of an import as the preview lists it. */
export type ImportItem = Output<'import.read'>['items'][number];

/** What a file turned out to be. */
export type ReadFile =
  | { readonly kind: 'articles'; readonly read: FileArticles }
  | ({ readonly kind: 'dataset' } & Dataset);

/** One file of a batch. */
export interface BatchEntry {
  item: ImportItem;
  content?: ReadFile;
  /** The text of an article that was pasted rather than read from a file. */
  readonly pasted?: string;
}

/** An item before anything is known about its file. */
export function waitingItem(key: string, file: string): ImportItem {
  return {
    key,
    file,
    state: 'waiting',
    kind: '',
    charset: '',
    charsetConfidence: 0,
    title: '',
    outlet: '',
    byline: '',
    date: '',
    language: '',
    articles: 0,
    characters: 0,
    columns: [],
    annotations: 0,
    relations: 0,
    warnings: [],
    notes: [],
    reason: '',
    recognised: {},
    offsetUnit: '',
    names: 0,
    unmatched: [],
  };
}

/** An item whose file was refused. */
export function failedItem(item: ImportItem, reason: string): ImportItem {
  return { ...item, state: 'failed', reason };
}

/** An item whose file was read as an article. @param heldAs title of the article that has the same text */
export function articleItem(
  item: ImportItem,
  read: ImportedArticle,
  heldAs: string | undefined,
): ImportItem {
  const { charset } = read;
  const { questions, notes } = questionsAndNotes(read.warnings);
  return {
    ...item,
    state: heldAs === undefined ? 'ready' : 'duplicate',
    kind: read.kind,
    charset: charset.name,
    charsetConfidence: charset.confidence,
    title: read.title,
    outlet: read.outlet,
    byline: read.byline,
    date: read.date,
    language: read.language,
    articles: 1,
    characters: read.text.length,
    warnings: questions,
    notes,
    reason: heldAs === undefined ? '' : `The same text is here already: “${heldAs}”.`,
    recognised: { ...read.recognised },
  };
}

/** What all of some values are; empty where they differ. */
function common(values: readonly string[]): string {
  const [first = ''] = values;
  return values.every((value) => value === first) ? first : '';
}

/**
 * An item whose file was read as articles: often one, and then its own.
 * @param heldAs title of what has the same text, by article, where something has
 */
export function articlesItem(
  item: ImportItem,
  { articles, problems, columns = [] }: FileArticles,
  heldAs: readonly (string | undefined)[],
): ImportItem {
  const [first] = articles;
  const shown: ImportItem = { ...item, columns: columns.map((one) => ({ ...one })) };
  if (first === undefined) return failedItem(shown, shortened(problems));
  if (articles.length === 1) {
    const one = articleItem(shown, first, heldAs[0]);
    return { ...one, warnings: [...problems, ...one.warnings] };
  }
  const { questions, notes } = questionsAndNotes(articles.flatMap((one) => one.warnings));
  const isHere = heldAs.every((title) => title !== undefined);
  return {
    ...shown,
    state: isHere ? 'duplicate' : 'ready',
    kind: common(articles.map((one) => one.kind)),
    charset: common(articles.map((one) => one.charset.name)),
    charsetConfidence: Math.min(...articles.map((one) => one.charset.confidence)),
    title: `${articles.length} articles`,
    outlet: common(articles.map((one) => one.outlet)),
    byline: common(articles.map((one) => one.byline)),
    date: common(articles.map((one) => one.date)),
    language: common(articles.map((one) => one.language)),
    articles: articles.length,
    characters: articles.reduce((sum, one) => sum + one.text.length, 0),
    warnings: [...problems, ...questions],
    notes,
    reason: isHere ? 'All of its articles are here already.' : '',
  };
}

/** A log of edits, say, has a reason for each of its lines. */
const MOST_REASONS = 3;

/** The first of many reasons; the others are alike more often than not. */
function shortened(problems: readonly string[]): string {
  const rest = problems.length - MOST_REASONS;
  const more = rest === 1 ? 'One more line was refused.' : `${rest} more lines were refused.`;
  return [...problems.slice(0, MOST_REASONS), ...(rest > 0 ? [more] : [])].join(' ');
}

/** The unit that was taken where the file does not say, as the reader puts it. */
function unitAsked(reads: readonly ReadArticle[]): OffsetUnit | undefined {
  for (const { warnings } of reads) {
    const assumed = warnings.find(({ kind }) => kind === 'unit-assumed');
    if (assumed !== undefined) return assumed.message.includes('UTF-16') ? 'utf16' : 'codePoint';
  }
  return undefined;
}

function warningsOf(read: ReadArticle): string[] {
  return read.warnings.map(({ message }) => `${placeOf(read)}: ${message}`);
}

/** An item whose file was read as annotated articles. @param codebook to find its labels in */
export function datasetItem(item: ImportItem, dataset: Dataset, codebook: Codebook): ImportItem {
  const { format, reads, problems, names } = dataset;
  const first = reads[0];
  if (first === undefined) return failedItem(item, shortened(problems));
  const title = reads.length === 1 ? first.article.title : `${reads.length} annotated articles`;
  const refused = reads.flatMap((read) =>
    read.refused.map((one) => `${refusedInWords(placeOf(read), one)}. It will be left out.`),
  );
  return {
    ...item,
    state: 'ready',
    kind: format,
    charset: 'utf-8',
    charsetConfidence: 1,
    title,
    outlet: common(reads.map((one) => one.article.outlet)),
    byline: common(reads.map((one) => one.article.byline)),
    date: common(reads.map((one) => one.article.date)),
    language: common(reads.map((one) => one.article.language)),
    articles: reads.length,
    characters: reads.reduce((sum, { text }) => sum + text.length, 0),
    annotations: reads.reduce((sum, { annotations }) => sum + annotations.length, 0),
    relations: reads.reduce((sum, { relations }) => sum + relations.length, 0),
    warnings: [...problems, ...refused],
    notes: [...new Set(reads.flatMap(warningsOf))],
    offsetUnit: unitAsked(reads) ?? item.offsetUnit,
    names: names.length,
    unmatched: names
      .filter((name) => name.kind === 'label' && matchOf(name, codebook) === undefined)
      .map(({ name }) => name),
  };
}

/** The text and furniture that the preview shows of one article of a file. @param index from 0 */
export function previewOf(
  { content }: BatchEntry,
  index: number,
): { text: string; furniture: Furniture[] } | undefined {
  if (content?.kind === 'dataset') {
    const read = content.reads[index];
    return read && { text: read.text, furniture: copied(read.article.furniture) };
  }
  const read = content?.read.articles[index];
  return read && { text: read.text, furniture: copied(read.furniture) };
}

function copied(furniture: readonly Furniture[]): Furniture[] {
  return furniture.map((one) => ({ ...one }));
}
