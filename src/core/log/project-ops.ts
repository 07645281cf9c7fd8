import type { Analyst } from '../model/analyst.ts';
import type { Article, Furniture } from '../model/article.ts';
import type { Label } from '../model/codebook.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { booleanField, numberField, textField, textsField } from './fields.ts';
import { DELETED, type OpDraft } from './op.ts';
import { fieldValue, isDeleted, type RecordState } from './record.ts';

const PROJECT = 'project';

/** The draft that adds an article (or brings a removed one back as given). */
export function addArticle(article: Article): OpDraft {
  const { id, ...fields } = article;
  return {
    c: PROJECT,
    k: 'article',
    r: id,
    p: { ...(fields as unknown as JsonObject), [DELETED]: false },
  };
}

/** The fields of an article that a person may correct. */
export type ArticleEdit = Partial<
  Pick<
    Article,
    'title' | 'outlet' | 'byline' | 'date' | 'language' | 'furniture' | 'tags' | 'assigned'
  >
>;

/** The draft that corrects what is known about an article. Its text never changes. */
export function editArticle(articleId: string, edit: ArticleEdit): OpDraft {
  return { c: PROJECT, k: 'article', r: articleId, p: edit as unknown as JsonObject };
}

/** The draft that removes an article from the project. Its files stay where they are. */
export function removeArticle(articleId: string): OpDraft {
  return { c: PROJECT, k: 'article', r: articleId, p: { [DELETED]: true } };
}

/** The draft that enters an analyst in the roster. */
export function addAnalyst(analyst: Analyst): OpDraft {
  return { c: PROJECT, k: 'analyst', r: analyst.id, p: { name: analyst.name, [DELETED]: false } };
}

/** The draft that adds a label to the codebook. */
export function addLabel(label: Label): OpDraft {
  const { id, ...fields } = label;
  return {
    c: PROJECT,
    k: 'label',
    r: id,
    p: { ...(fields as unknown as JsonObject), [DELETED]: false },
  };
}

/** The draft that names the project. */
export function nameProject(name: string): OpDraft {
  return { c: PROJECT, k: 'project', r: PROJECT, p: { name } };
}

/** An article as its record says, or `undefined` where it was removed. */
export function articleFrom(id: string, record: RecordState): Article | undefined {
  if (isDeleted(record)) return undefined;
  return {
    id,
    title: textField(record, 'title'),
    outlet: textField(record, 'outlet'),
    byline: textField(record, 'byline'),
    date: textField(record, 'date'),
    language: textField(record, 'language'),
    sha256: textField(record, 'sha256'),
    characters: numberField(record, 'characters'),
    furniture: (fieldValue(record, 'furniture') ?? []) as unknown as readonly Furniture[],
    source: (fieldValue(record, 'source') ?? {}) as JsonObject,
    addedAt: textField(record, 'addedAt'),
    tags: textsField(record, 'tags'),
    assigned: textsField(record, 'assigned'),
  };
}

/** An analyst as the roster says, or `undefined` where the entry was removed. */
export function analystFrom(id: string, record: RecordState): Analyst | undefined {
  return isDeleted(record) ? undefined : { id, name: textField(record, 'name') };
}

/** A label as its record says, or `undefined` where it was removed. */
export function labelFrom(id: string, record: RecordState): Label | undefined {
  if (isDeleted(record)) return undefined;
  const fields = Object.fromEntries(
    Object.entries(record).map(([field, register]): [string, Json] => [field, register.value]),
  );
  return {
    id,
    name: textField(record, 'name'),
    letter: textField(record, 'letter'),
    hue: fields['hue'] as Label['hue'],
    pattern: fields['pattern'] as Label['pattern'],
    shortcut: textField(record, 'shortcut'),
    definition: textField(record, 'definition'),
    order: numberField(record, 'order'),
    guideline: textField(record, 'guideline'),
    zeroWidth: booleanField(record, 'zeroWidth'),
    // Projects made before the field existed have the one helper label of the default codebook.
    helper: booleanField(record, 'helper', id === 'actor'),
    retired: booleanField(record, 'retired'),
    ...(booleanField(record, 'document') ? { document: true } : {}),
  };
}
