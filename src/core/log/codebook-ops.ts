import {
  ATTRIBUTE_TYPES,
  type Attribute,
  type AttributeChoice,
  type AttributeType,
  type ShowWhen,
} from '../model/attribute.ts';
import type {
  CodebookContent,
  CodebookVersion,
  Label,
  RelationType,
  Rule,
} from '../model/codebook.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { booleanField, listField, numberField, textField, textsField } from './fields.ts';
import { DELETED, type OpDraft } from './op.ts';
import { fieldValue, isDeleted, type RecordState } from './record.ts';

const PROJECT = 'project';

/** The kinds of record that the lists of a codebook are made of. */
export type CodebookKind = 'label' | 'attribute' | 'relationType' | 'rule';

/** What a codebook's lists hold. */
export type CodebookEntry = Label | Attribute | RelationType | Rule;

/** The draft that adds an entry to the codebook, or brings a removed one back as given. */
export function addEntry(kind: CodebookKind, entry: CodebookEntry): OpDraft {
  const { id, ...fields } = entry;
  const p = { ...(fields as unknown as JsonObject), [DELETED]: false };
  return { c: PROJECT, k: kind, r: id, p };
}

/** The draft that changes some fields of an entry. */
export function editEntry(kind: CodebookKind, id: string, fields: JsonObject): OpDraft {
  return { c: PROJECT, k: kind, r: id, p: fields };
}

/** The draft that removes an entry from the codebook. */
export function removeEntry(kind: CodebookKind, id: string): OpDraft {
  return { c: PROJECT, k: kind, r: id, p: { [DELETED]: true } };
}

/** What the one record `codebook` holds. */
export interface CodebookHead {
  readonly name: string;
  /** Markdown. */
  readonly guidelines: string;
  readonly version: number;
}

/** The draft that sets the codebook's name, guidelines and version. */
export function setCodebookHead(head: CodebookHead): OpDraft {
  const { name, guidelines, version } = head;
  const p = { name, guidelines, version, [DELETED]: false };
  return { c: PROJECT, k: 'codebook', r: 'codebook', p };
}

/** The codebook's name, guidelines and version; version 1 in a project that is older than them. */
export function codebookHeadFrom(record: RecordState | undefined): CodebookHead {
  // The first publication of a project that is older than versions may have been undone.
  if (record === undefined || isDeleted(record)) return { name: '', guidelines: '', version: 1 };
  return {
    name: textField(record, 'name'),
    guidelines: textField(record, 'guidelines'),
    version: numberField(record, 'version', 1),
  };
}

/** The draft that keeps a codebook as it was published. */
export function addCodebookVersion(version: CodebookVersion): OpDraft {
  const p = { ...(version as unknown as JsonObject), [DELETED]: false };
  return { c: PROJECT, k: 'codebookVersion', r: `v${version.number}`, p };
}

/** A published codebook as its record says, or `undefined` where it was taken back. */
export function codebookVersionFrom(record: RecordState): CodebookVersion | undefined {
  const content = fieldValue(record, 'content');
  if (isDeleted(record) || content === undefined || content === null) return undefined;
  return {
    number: numberField(record, 'number'),
    at: textField(record, 'at'),
    by: textField(record, 'by'),
    summary: textField(record, 'summary'),
    content: content as unknown as CodebookContent,
  };
}

function isAttributeType(value: string): value is AttributeType {
  return (ATTRIBUTE_TYPES as readonly string[]).includes(value);
}

function choicesFrom(values: readonly Json[]): readonly AttributeChoice[] {
  return values.flatMap((value) => {
    const { id, name, key, definition } = (value ?? {}) as { readonly [key: string]: Json };
    if (typeof id !== 'string') return [];
    return {
      id,
      name: typeof name === 'string' ? name : id,
      key: typeof key === 'string' ? key : '',
      definition: typeof definition === 'string' ? definition : '',
    };
  });
}

/** An attribute as its record says, or `undefined` where it was removed. */
export function attributeFrom(id: string, record: RecordState): Attribute | undefined {
  if (isDeleted(record)) return undefined;
  const type = textField(record, 'type');
  return {
    id,
    name: textField(record, 'name'),
    // A type that a newer version knows is at least read as words.
    type: isAttributeType(type) ? type : 'text',
    labels: textsField(record, 'labels'),
    values: choicesFrom(listField(record, 'values')),
    required: booleanField(record, 'required'),
    showWhen: (fieldValue(record, 'showWhen') ?? null) as unknown as ShowWhen | null,
    agreement: booleanField(record, 'agreement', true),
    group: textField(record, 'group'),
    definition: textField(record, 'definition'),
    enabled: booleanField(record, 'enabled', true),
    multiple: booleanField(record, 'multiple'),
    order: numberField(record, 'order'),
  };
}

/** A relation type as its record says, or `undefined` where it was removed. */
export function relationTypeFrom(id: string, record: RecordState): RelationType | undefined {
  if (isDeleted(record)) return undefined;
  return {
    id,
    name: textField(record, 'name'),
    from: textsField(record, 'from'),
    to: textsField(record, 'to'),
    sameLabel: booleanField(record, 'sameLabel'),
    definition: textField(record, 'definition'),
    order: numberField(record, 'order'),
  };
}

/** A borderline rule as its record says, or `undefined` where it was removed. */
export function ruleFrom(id: string, record: RecordState): Rule | undefined {
  if (isDeleted(record)) return undefined;
  return {
    id,
    number: numberField(record, 'number'),
    title: textField(record, 'title'),
    text: textField(record, 'text'),
    example: textField(record, 'example'),
    counterExample: textField(record, 'counterExample'),
    labels: textsField(record, 'labels'),
    order: numberField(record, 'order'),
  };
}
