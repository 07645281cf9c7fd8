import type { Furniture } from '../../core/model/article.ts';
import type { JsonObject } from '../../core/model/json.ts';
import type { MetadataField, MetadataSource } from '../../core/text/metadata.ts';
import type { LineEndings, OffsetMap } from './offset-map.ts';
import type { DatasetDone } from './read-datasets.ts';

/** Something a person should look at before the article is added. */
export interface ImportWarning {
  readonly kind:
    | 'charset-guessed'
    | 'charset-mismatch'
    | 'unreadable-characters'
    | 'caption-lines'
    | 'all-furniture'
    | 'deep-nesting'
    | 'unclosed'
    | 'only-a-summary'
    | 'left-out'
    | 'changes'
    | 'taken-from'
    | 'cut-off'
    | 'embargoed'
    | 'ragged';
  /** For people. */
  readonly message: string;
}

/**
 * What only a person can decide. The rest was dealt with on the way: a caption is dimmed, a page that
 * names a charset that it does not have was read as what its bytes are.
 */
const QUESTIONS: ReadonlySet<ImportWarning['kind']> = new Set([
  'charset-guessed',
  'unreadable-characters',
  'all-furniture',
  'unclosed',
  'changes',
  'cut-off',
]);

/** Warnings in words: questions to a person, and notes on what is dealt with already. */
export function questionsAndNotes(warnings: readonly ImportWarning[]): {
  readonly questions: string[];
  readonly notes: string[];
} {
  const words = (wanted: boolean): string[] => [
    ...new Set(
      warnings.filter((one) => QUESTIONS.has(one.kind) === wanted).map((one) => one.message),
    ),
  ];
  return { questions: words(true), notes: words(false) };
}

/** The charset of a file as it was read. */
export interface ImportedCharset {
  readonly name: string;
  /** 0–1. */
  readonly confidence: number;
  /** What the file itself names, when it names one. */
  readonly declared?: string;
}

/** The kinds of text that a file can be. */
export type ArticleKind =
  | 'text'
  | 'markdown'
  | 'html'
  | 'mhtml'
  | 'docx'
  | 'pdf'
  | 'eml'
  | 'mbox'
  | 'warc'
  | 'feed'
  | 'nitf'
  | 'newsml-g2'
  | 'ninjs'
  | 'table'
  | 'json'
  | 'parquet';

/** A file as an article, before anything is stored: what the preview shows. JSON only. */
export interface ImportedArticle {
  /** The path as given, or the name of what was pasted. */
  readonly file: string;
  readonly kind: ArticleKind;
  /** Where in the file it stands, such as `line 3`; absent where the file is the article. */
  readonly place?: string;
  readonly text: string;
  readonly title: string;
  readonly outlet: string;
  readonly byline: string;
  /** ISO-8601 date, or empty. */
  readonly date: string;
  /** BCP 47, or empty. */
  readonly language: string;
  readonly furniture: readonly Furniture[];
  readonly charset: ImportedCharset;
  readonly bom: boolean;
  readonly lineEndings: LineEndings;
  /** What was taken out of the decoded source; of HTML, of the page's source. */
  readonly removed: OffsetMap;
  readonly warnings: readonly ImportWarning[];
  /** Where each known field was found. */
  readonly recognised: { readonly [field in MetadataField]?: MetadataSource };
  /** What the file says of it that an article has no field for: its address, keywords, columns. */
  readonly extras?: JsonObject;
  /** Of the stored text in UTF-8, lower-case hex. */
  readonly sha256: string;
  /** Of the file's bytes, lower-case hex. */
  readonly originalSha256: string;
  /** Size of the file. */
  readonly bytes: number;
}

/** What a column of a table, or a field of JSON lines, can be of an article. */
export const COLUMN_ROLES = [
  'text',
  'title',
  'outlet',
  'byline',
  'date',
  'url',
  'language',
  'id',
] as const;

/** What a column is of an article. */
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** A column and what it is taken for. */
export interface TableColumn {
  readonly name: string;
  /** What it is of the article; `none` for what is kept beside it. */
  readonly as: ColumnRole | 'none';
  /** The beginning of its first value that is not empty, for people. */
  readonly sample: string;
}

/** What a person says of columns. Those that are not named are guessed where none is named here. */
export type ColumnChoice = readonly Pick<TableColumn, 'name' | 'as'>[];

/** A file as articles: often only one. JSON only. */
export interface FileArticles {
  readonly articles: readonly ImportedArticle[];
  /** Places that gave no article, each in words that name the place and say why. */
  readonly problems: readonly string[];
  /** Of a file of annotated articles, which come in pieces before. */
  readonly dataset?: DatasetDone;
  /** Of a file whose articles stand in columns. */
  readonly columns?: readonly TableColumn[];
}
