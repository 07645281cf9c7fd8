import { z } from 'zod';
import { recipeBodySchema } from '../../core/datasets/choice-schema.ts';
import { LONGEST_RECIPE_NAME } from '../../core/datasets/recipe.ts';
import { historySchema, idSchema, opSchema } from '../schemas.ts';

const cancelled = z.strictObject({ cancelled: z.literal(true) });
/** Why the filter asks for nothing that can be found, as long as it is half typed. */
const filterUnread = z.strictObject({ filterProblem: z.string() });

/** What goes out, and how. */
const exportAsked = recipeBodySchema.extend({
  /** Name of the recipe that it came from, where nothing was changed since. */
  recipe: z.string().optional(),
});

const leftOut = z.strictObject({
  what: z.string(),
  count: z.number().int(),
  examples: z.array(z.string()),
});

const recipe = recipeBodySchema.extend({ id: idSchema, name: z.string() });
const recipes = z.strictObject({ recipes: z.array(recipe) });
const changed = z.strictObject({
  recipes: z.array(recipe),
  ops: z.array(opSchema),
  history: historySchema,
});
const recipeName = z.string().trim().min(1).max(LONGEST_RECIPE_NAME);

const splitCounts = z.strictObject({ articles: z.number().int(), annotations: z.number().int() });

const loss = z.strictObject({
  what: z.string(),
  count: z.number().int(),
  examples: z.array(z.string()),
  /** Ids of formats that hold it. */
  couldBeHeldBy: z.array(z.string()),
});

/** Datasets out of the window. */
export const exportMethods = {
  /** The formats that can be written, in the order in which they are offered. */
  'export.formats': {
    input: z.strictObject({}),
    output: z.strictObject({
      formats: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          extension: z.string(),
          layout: z.enum(['file', 'folder', 'zip']),
          offsetUnit: z.enum(['codePoint', 'utf16', 'utf8', 'grapheme']),
          /** It tags tokens by a scheme that can be chosen. */
          hasScheme: z.boolean(),
        }),
      ),
    }),
  },
  /** What a dataset would hold and leave out: all is done but the writing. A later call ends it. */
  'export.preview': {
    input: exportAsked,
    output: z.union([
      z.strictObject({
        articles: z.number().int(),
        /** Absent where articles go out as wholes. */
        sentences: z.number().int().optional(),
        /** By split; absent where the dataset is not split. */
        splits: z.record(z.string(), splitCounts).optional(),
        annotations: z.number().int(),
        relations: z.number().int(),
        /** Annotations by label id. */
        byLabel: z.record(z.string(), z.number().int()),
        lost: z.array(loss),
        /** What was not chosen. */
        leftOut: z.array(leftOut),
        /** How it begins, long texts cut; empty where it is no text. */
        example: z.string(),
      }),
      cancelled,
      filterUnread,
    ]),
  },
  /** Writes a dataset; a dialog asks where. */
  'export.write': {
    input: exportAsked,
    output: z.union([
      z.strictObject({
        file: z.string(),
        records: z.number().int(),
        lost: z.array(loss),
        leftOut: z.array(leftOut),
      }),
      cancelled,
      filterUnread,
    ]),
  },
  /** The project's recipes, by name. */
  'recipes.list': { input: z.strictObject({}), output: recipes },
  /** Keeps a recipe; one with the same name is replaced. One step that undo takes back. */
  'recipes.save': { input: recipeBodySchema.extend({ name: recipeName }), output: changed },
  'recipes.rename': { input: z.strictObject({ id: idSchema, name: recipeName }), output: changed },
  'recipes.remove': { input: z.strictObject({ id: idSchema }), output: changed },
} as const;
