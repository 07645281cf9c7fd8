import { textField } from '../log/fields.ts';
import { DELETED, type OpDraft } from '../log/op.ts';
import { fieldValue, isDeleted, type RecordState } from '../log/record.ts';
import type { Json } from '../model/json.ts';
import type { Recipe } from './choice.ts';
import { recipeBodySchema } from './choice-schema.ts';

/** The kind of record, in the channel `project`, that a recipe is kept in. */
export const RECIPE = 'recipe';

/** A name of a recipe is no longer than this, in UTF-16 code units. */
export const LONGEST_RECIPE_NAME = 80;

/** The draft that keeps a recipe, or keeps it anew under its id. */
export function saveRecipe({ id, name, format, options, choice }: Recipe): OpDraft {
  const p = {
    name,
    format,
    options: { ...options } as Json,
    choice: choice as unknown as Json,
    [DELETED]: false,
  };
  return { c: 'project', k: RECIPE, r: id, p };
}

/** The draft that gives a recipe another name. */
export function renameRecipe(id: string, name: string): OpDraft {
  return { c: 'project', k: RECIPE, r: id, p: { name } };
}

/** The draft that removes a recipe. */
export function removeRecipe(id: string): OpDraft {
  return { c: 'project', k: RECIPE, r: id, p: { [DELETED]: true } };
}

/** A recipe as its record says; `undefined` where it was removed, or a newer version wrote more than this one knows. */
export function recipeFrom(id: string, record: RecordState): Recipe | undefined {
  if (isDeleted(record)) return undefined;
  const body = recipeBodySchema.safeParse({
    format: textField(record, 'format'),
    options: fieldValue(record, 'options'),
    choice: fieldValue(record, 'choice'),
  });
  if (!body.success) return undefined;
  return { id, name: textField(record, 'name'), ...body.data } as Recipe;
}

/** One form for names that people take for the same. */
export function foldedName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
