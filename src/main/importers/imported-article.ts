import type { Furniture } from '../../core/model/article.ts';
import type { MetadataField, MetadataSource } from '../../core/text/metadata.ts';
import type { LineEndings, OffsetMap } from './offset-map.ts';

/** Something a person should look at before the article is added. */
export interface ImportWarning {
  readonly kind:
    | 'charset-guessed'
    | 'charset-mismatch'
    | 'unreadable-characters'
    | 'caption-lines'
    | 'all-furniture'
    | 'deep-nesting'
    | 'unclosed';
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

/** A file as an article, before anything is stored: what the preview shows. JSON only. */
export interface ImportedArticle {
  /** The path as given, or the name of what was pasted. */
  readonly file: string;
  readonly kind: 'text' | 'markdown' | 'html' | 'mhtml';
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
  /** Of the stored text in UTF-8, lower-case hex. */
  readonly sha256: string;
  /** Of the file's bytes, lower-case hex. */
  readonly originalSha256: string;
  /** Size of the file. */
  readonly bytes: number;
}
