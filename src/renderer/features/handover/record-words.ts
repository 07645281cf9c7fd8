import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

const KINDS: Readonly<Record<string, PlainKey>> = {
  article: 'handover.kindArticle',
  label: 'handover.kindLabel',
  attribute: 'handover.kindAttribute',
  analyst: 'handover.kindAnalyst',
  project: 'handover.kindProject',
  annotation: 'handover.kindAnnotation',
};

const FIELDS: Readonly<Record<string, PlainKey>> = {
  title: 'handover.fieldTitle',
  name: 'handover.fieldName',
  outlet: 'handover.fieldOutlet',
  byline: 'handover.fieldByline',
  date: 'handover.fieldDate',
  language: 'handover.fieldLanguage',
  tags: 'handover.fieldTags',
  assigned: 'handover.fieldAssigned',
  furniture: 'handover.fieldFurniture',
  note: 'handover.fieldNote',
  label: 'handover.fieldLabel',
  _del: 'handover.fieldDeleted',
};

/** What a record is, in a word; as it is in the log where nobody has a word for it. */
export function kindName(kind: string): string {
  const key = KINDS[kind];
  return key === undefined ? kind : t(key);
}

/** What a field is, in a word; as it is in the log where nobody has a word for it. */
export function fieldName(field: string): string {
  const key = FIELDS[field];
  return key === undefined ? field : t(key);
}
