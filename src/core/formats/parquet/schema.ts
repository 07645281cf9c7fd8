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

const COLUMNS: readonly (readonly SchemaNode[])[] = [
  ...['article_id', 'title', 'outlet', 'byline', 'date', 'language', 'added_at', 'sha256'].map(
    text,
  ),
  text('text'),
  list('entities', ENTITY),
  list('relations', RELATION),
  list('tokens', text('element')),
  list('ner_tags', text('element')),
  list('tags', text('element')),
  text('document_labels'),
];

/** Names of the columns, in order. */
export const COLUMN_NAMES: readonly string[] = COLUMNS.map(([column]) => column?.name ?? '');

/** The whole schema, its root first. */
export const SCHEMA: readonly SchemaNode[] = [
  { name: 'schema', num_children: COLUMNS.length },
  ...COLUMNS.flat(),
];
