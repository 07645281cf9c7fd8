/** A node of a Parquet schema, as `hyparquet-writer` takes it: parents before their children. */
export interface SchemaNode {
  readonly name: string;
  readonly num_children?: number;
  readonly type?: 'BYTE_ARRAY' | 'INT64' | 'INT32';
  readonly converted_type?: 'UTF8' | 'LIST';
  readonly repetition_type?: 'REQUIRED' | 'REPEATED';
}

function text(name: string): SchemaNode[] {
  return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' }];
}

function number(name: string): SchemaNode[] {
  return [{ name, type: 'INT32', repetition_type: 'REQUIRED' }];
}

/** A list in three levels (parquet-format, LogicalTypes.md, “Lists”). */
function list(name: string, element: readonly SchemaNode[]): SchemaNode[] {
  return [
    { name, num_children: 1, converted_type: 'LIST', repetition_type: 'REQUIRED' },
    { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
    ...element,
  ];
}

function struct(fields: readonly (readonly SchemaNode[])[]): SchemaNode[] {
  return [
    { name: 'element', num_children: fields.length, repetition_type: 'REQUIRED' },
    ...fields.flat(),
  ];
}

const PART = struct([number('start'), number('end'), text('text')]);
const ENTITY = struct([
  ...['id', 'label', 'text', 'analyst', 'attributes', 'note', 'confidence', 'origin'].map(text),
  ...['start', 'end', 'codebook_version'].map(number),
  list('parts', PART),
  ...['created_at', 'updated_at'].map(text),
]);
const RELATION = struct([
  ...['id', 'type', 'from', 'to', 'analyst', 'note', 'created_at', 'updated_at'].map(text),
  number('codebook_version'),
]);

/** The columns of a row for each article. @param tags one of `ner_tags` */
function columns(tags: readonly SchemaNode[]): readonly (readonly SchemaNode[])[] {
  return [
    ...['article_id', 'title', 'outlet', 'byline', 'date', 'language', 'added_at', 'sha256'].map(
      text,
    ),
    text('text'),
    list('entities', ENTITY),
    list('relations', RELATION),
    list('tokens', text('element')),
    list('ner_tags', tags),
    list('tags', text('element')),
    text('document_labels'),
  ];
}

/** A whole schema, its root first. */
function whole(all: readonly (readonly SchemaNode[])[]): readonly SchemaNode[] {
  return [{ name: 'schema', num_children: all.length }, ...all.flat()];
}

const NAMED = columns(text('element'));

/** Names of the columns, in order. */
export const COLUMN_NAMES: readonly string[] = NAMED.map(([column]) => column?.name ?? '');

/** The schema with `ner_tags` by name. */
export const SCHEMA = whole(NAMED);

/** The schema with `ner_tags` as numbers of classes that a card tells of. */
export const CLASS_SCHEMA = whole(columns(number('element')));
