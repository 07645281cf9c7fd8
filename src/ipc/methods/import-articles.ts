import { z } from 'zod';
import { furnitureSchema, idSchema } from '../schemas.ts';

/** Which article of a file: its place in the list of `import.articles`, from 0. */
const articleIndex = z.number().int().min(0);

/** What a person may correct of an article before it comes in. */
export const articleFieldsShape = {
  title: z.string().max(1000).optional(),
  outlet: z.string().max(500).optional(),
  byline: z.string().max(500).optional(),
  date: z.string().max(100).optional(),
  furniture: z.array(furnitureSchema).optional(),
};

/** What is to become of one article of a file that holds several. */
export const articleWishSchema = z.strictObject({
  article: articleIndex,
  leftOut: z.boolean().optional(),
  ...articleFieldsShape,
});

/** The articles of one file of an import. */
export const importArticlesMethods = {
  /** What was recognised in each article of a file, in their order. */
  'import.articles': {
    input: z.strictObject({ batch: idSchema, key: z.string() }),
    output: z.strictObject({
      articles: z.array(
        z.strictObject({
          title: z.string(),
          outlet: z.string(),
          byline: z.string(),
          date: z.string(),
          language: z.string(),
          /** UTF-16 code units of the text as it would be stored. */
          characters: z.number().int(),
          /** Where in the file it stands, for people; may be empty. */
          place: z.string(),
          /** Title of what has the same text already; empty where nothing has. */
          heldAs: z.string(),
          /** Where each recognised field came from. */
          recognised: z.record(z.string(), z.string()),
        }),
      ),
    }),
  },
  /** What one article of a file would look like: the first, where none is named. */
  'import.preview': {
    input: z.strictObject({ batch: idSchema, key: z.string(), article: articleIndex.optional() }),
    output: z.strictObject({ text: z.string(), furniture: z.array(furnitureSchema) }),
  },
} as const;
