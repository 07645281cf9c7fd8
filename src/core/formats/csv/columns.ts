/** Columns of the annotations, in order. */
export const ANNOTATION_COLUMNS = [
  'article_id',
  'title',
  'outlet',
  'date',
  'annotation_id',
  'label',
  'start',
  'end',
  'offset_unit',
  'quote',
  'spans',
  'analyst',
  'note',
  'attributes',
  'created_at',
  'updated_at',
  'sha256',
  'confidence',
  'codebook_version',
  'origin',
  'byline',
  'language',
  'tags',
] as const;

/** Columns of the articles, in a table beside the annotations. */
export const ARTICLE_COLUMNS = [
  'article_id',
  'title',
  'outlet',
  'byline',
  'date',
  'language',
  'tags',
  'added_at',
  'sha256',
  'document_labels',
  'text',
] as const;

/** Columns of the relations, in a table beside the annotations. */
export const RELATION_COLUMNS = [
  'article_id',
  'relation_id',
  'type',
  'from',
  'to',
  'analyst',
  'note',
  'codebook_version',
  'created_at',
  'updated_at',
] as const;

/** The tables beside that of the annotations: `x.csv` has `x.articles.csv`. */
export const ARTICLES_FILE = 'articles.csv';
/** As {@link ARTICLES_FILE}; there only where there are relations. */
export const RELATIONS_FILE = 'relations.csv';

/** The last column of tables whose text is guarded against spreadsheets, and what it says. */
export const GUARD_COLUMN = 'guard';
/** As {@link GUARD_COLUMN}: what stands before guarded text. */
export const GUARD_NAME = 'apostrophe';

/** What stands between the quotes of an annotation in several parts. */
export const GAP = ' … ';
