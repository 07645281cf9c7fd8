import { z } from 'zod';
import { codebookSchema } from '../core/codebook/codebook-schema.ts';
import { FURNITURE_KINDS } from '../core/model/article.ts';
import { COMMENT_ACTIONS } from '../core/model/comment.ts';
import { isForbiddenName } from '../core/model/forbidden-name.ts';
import { LAYER_STATES } from '../core/model/layer-document.ts';
import { isJson, type JsonValue } from './json-value.ts';
import { commandIdSchema, keysSchema } from './keys-schema.ts';
import { LIMITS } from './limits.ts';
import { isLayerView, isRecordView, type LayerView, type RecordView } from './records-check.ts';

/** JSON Schema pieces that several methods share. Every object is strict: unknown keys are refused. */

/** A field name or id that is safe as an object key. */
export const keySchema = z
  .string()
  .min(1)
  .max(200)
  .refine((key) => !isForbiddenName(key), 'This name is not allowed.');

/** Ids become file names, so they are plain. */
export const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/u);

/** `<article id>/<own id>` in layers, a plain id in the project channel. */
export const recordIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}(\/[A-Za-z0-9][A-Za-z0-9._-]{0,79})?$/u);

const channelSchema = z.string().regex(/^(project|layer\.[A-Za-z0-9][A-Za-z0-9._-]{0,79})$/u);

/** Any JSON value. Depth is bounded by the border's size cap and checked before parsing. */
export const jsonSchema = z.custom<JsonValue>(isJson);

/** An edit as the window proposes it. */
export const draftSchema = z.strictObject({
  c: channelSchema,
  k: z.enum([
    'annotation',
    'relation',
    'comment',
    'document',
    'article',
    'analyst',
    'label',
    'project',
  ]),
  r: recordIdSchema,
  p: z.record(keySchema, jsonSchema),
});

/** An op as it comes back once it is on disk. */
export const opSchema = z.strictObject({
  v: z.literal(1),
  a: z.string(),
  u: z.string(),
  c: z.string(),
  s: z.number().int().positive(),
  t: z.string(),
  k: z.string(),
  r: z.string(),
  p: z.record(z.string(), jsonSchema),
  b: z.record(z.string(), z.array(z.string())).optional(),
  g: z.tuple([z.string(), z.number().int()]),
  m: z
    .strictObject({
      label: z.string(),
      undoes: z.string().optional(),
      redoes: z.string().optional(),
      undoable: z.boolean().optional(),
    })
    .optional(),
  h: z.string(),
});

/** A record: field → register, each with its value, its stamp, and what lost against it. */
export const recordSchema = z.custom<RecordView>(isRecordView);

/** A whole layer: record kind → record id → record, each as {@link recordSchema}. */
export const layerSchema = z.custom<LayerView>(isLayerView);

/** A stretch of furniture, `[start, end)` in UTF-16 code units. */
export const furnitureSchema = z.strictObject({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  kind: z.enum(FURNITURE_KINDS),
});

/** Annotation counts of an article: analyst id → label id → number. */
export const countsSchema = z.record(z.string(), z.record(z.string(), z.number().int()));

/** How far each analyst is with an article: analyst id → what their layer says. */
export const layersSchema = z.record(
  z.string(),
  z.strictObject({
    relations: z.number().int(),
    /** Absent where the analyst said nothing: what is annotated tells then. */
    state: z.enum(LAYER_STATES).optional(),
    /** How far the text was read, in UTF-16 code units. */
    seen: z.number().int().nonnegative().optional(),
    /** Annotations that the analyst is unsure of; absent where there are none. */
    unsure: z.number().int().positive().optional(),
    /** Ids of the labels of the whole article; absent where there are none. */
    documentLabels: z.array(z.string()).optional(),
  }),
);

/** A row of the articles list. */
export const articleRowSchema = z.strictObject({
  id: idSchema,
  record: recordSchema,
  counts: countsSchema,
  layers: layersSchema,
  /** Threads that whoever looks can see and that are not resolved; absent where there are none. */
  openThreads: z.number().int().positive().optional(),
});

/** Something the person should know that did not stop the work. */
export const noticeSchema = z.strictObject({
  kind: z.string(),
  message: z.string(),
  file: z.string().optional(),
});

/** An analyst of the project. */
export const analystSchema = z.strictObject({ id: idSchema, name: z.string() });

/** What somebody said about an annotation or an article; `Comment` of core/model. */
export const commentSchema = z.strictObject({
  id: z.string(),
  articleId: idSchema,
  analyst: z.string(),
  target: z.string(),
  targetAnalyst: z.string(),
  quote: z.string().optional(),
  thread: z.string(),
  text: z.string(),
  action: z.enum(COMMENT_ACTIONS),
  createdAt: z.string(),
  updatedAt: z.string(),
});

/** What undo and redo would do next, in words; absent where there is nothing. */
export const historySchema = z.strictObject({
  undo: z.string().optional(),
  redo: z.string().optional(),
});

/** An open project, without its texts and layers. */
export const projectSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  readOnly: z.boolean(),
  me: analystSchema,
  analysts: z.array(analystSchema),
  /** Whole, so that the window can offer and check attributes without asking. */
  codebook: codebookSchema,
  articles: z.array(articleRowSchema),
  /** The article that was open last on this computer; empty where none was. */
  lastArticle: z.string(),
  history: historySchema,
  notices: z.array(noticeSchema),
});

/** What a person chose to keep across starts, in `<userData>/settings.json`. */
export const settingsSchema = z.strictObject({
  /** Of the interface; articles have their own. */
  language: z.enum(['system', 'en', 'ar']),
  theme: z.enum(['system', 'light', 'sepia', 'dark', 'high-contrast']),
  snap: z.enum(['character', 'word', 'sentence']),
  /** Reading size in CSS pixels. */
  textSize: z.number().int().min(15).max(26),
  /** Faces of articles; scripts that a face lacks come from the bundled Noto. */
  textFont: z.enum(['serif', 'sans', 'mono']),
  /** Greatest length of a line of an article, in widths of the digit 0. */
  lineWidth: z.number().int().min(45).max(95),
  /** From line to line of an article: 1.6, 1.84 or 2.2 times the type's size. */
  lineSpacing: z.enum(['close', 'normal', 'wide']),
  /** Room between the letters and words of an article. */
  letterSpacing: z.enum(['normal', 'wide']),
  furniture: z.enum(['folded', 'open']),
  /** What is numbered in the margin of the text. */
  numbers: z.enum(['paragraphs', 'sentences', 'none']),
  /** A label given by its key puts the first attribute under the fingers. */
  attributesAfterTagging: z.boolean(),
  analystName: z.string().max(LIMITS.nameLength),
  /** Command id → the keys a person gave it; commands that are not listed have their own. */
  keys: keysSchema,
  /** Command ids, the last used first. */
  recentCommands: z.array(commandIdSchema).max(LIMITS.recentCommands),
});

/** A project opened before. */
export const recentSchema = z.strictObject({
  folder: z.string(),
  name: z.string(),
  articles: z.number().int(),
  annotations: z.number().int(),
  /** ISO-8601 UTC. */
  openedAt: z.string(),
  analyst: z.string(),
  /** The article that was open last; empty where none was. */
  articleId: z.string().default(''),
  reachable: z.boolean(),
});

/** A column of a table, and what it is of an article. */
export const columnSchema = z.strictObject({
  name: z.string().max(1000),
  as: z.enum(['text', 'title', 'outlet', 'byline', 'date', 'url', 'language', 'id', 'none']),
});

/** One file of an import, as the preview lists it. */
export const importItemSchema = z.strictObject({
  key: z.string(),
  file: z.string(),
  state: z.enum(['waiting', 'reading', 'ready', 'duplicate', 'failed']),
  kind: z.string(),
  charset: z.string(),
  /** Proportion 0–1; 1 where the file says so itself. */
  charsetConfidence: z.number().min(0).max(1),
  title: z.string(),
  outlet: z.string(),
  byline: z.string(),
  date: z.string(),
  language: z.string(),
  /** UTF-16 code units of the text as it would be stored. */
  characters: z.number().int(),
  /** How many articles the file holds; what is recognised is of all of them, where it is one. */
  articles: z.number().int(),
  /** Of a file whose articles stand in columns. */
  columns: z.array(z.strictObject({ ...columnSchema.shape, sample: z.string() })),
  annotations: z.number().int(),
  relations: z.number().int(),
  /** What a person has to decide before it comes in. */
  warnings: z.array(z.string()),
  /** What was noticed and is dealt with already. */
  notes: z.array(z.string()),
  /** Why it cannot come in, or which article it repeats. */
  reason: z.string(),
  /** Where each recognised field came from: `page`, `text`, `file name`. */
  recognised: z.record(z.string(), z.string()),
  /**
   * What its offsets are taken to count, where the file does not say and it matters; empty where
   * nobody has to be asked.
   */
  offsetUnit: z.enum(['', 'codePoint', 'utf16', 'utf8', 'grapheme']),
  /** How many names of labels, attributes and relations a dataset uses. */
  names: z.number().int(),
  /** Its labels for words that the codebook has nothing like. */
  unmatched: z.array(z.string()),
});

/** What an import did: the JSON of `verbale import --json` (DESIGN §9). */
export const importResultSchema = z.strictObject({
  imported: z.array(
    z.strictObject({
      articleId: z.string(),
      title: z.string(),
      characters: z.number().int(),
      annotations: z.number().int(),
      relations: z.number().int(),
      warnings: z.array(z.string()),
    }),
  ),
  skipped: z.array(z.strictObject({ file: z.string(), reason: z.string(), articleId: z.string() })),
  failed: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
});
