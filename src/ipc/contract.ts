import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { agreementEvent, agreementMethods } from './methods/agreement.ts';
import { bundleMethods } from './methods/bundles.ts';
import { codebookMethods } from './methods/codebook.ts';
import { commentMethods } from './methods/comments.ts';
import { countsMethods } from './methods/counts.ts';
import { exportMethods } from './methods/export.ts';
import {
  articleFieldsShape,
  articleWishSchema,
  importArticlesMethods,
} from './methods/import-articles.ts';
import { importNamesMethods, nameChoicesSchema } from './methods/import-names.ts';
import { keysMethods } from './methods/keys.ts';
import { layerMethods } from './methods/layers.ts';
import { menuMethods } from './methods/menu.ts';
import { reviewEvent, reviewMethods } from './methods/review.ts';
import { searchEvent, searchIndexEvent, searchMethods } from './methods/search.ts';
import { secondLookMethods } from './methods/second-look.ts';
import { shellWordsMethods } from './methods/shell-words.ts';
import { statisticsEvent, statisticsMethods } from './methods/statistics.ts';
import { teamMethods } from './methods/team.ts';
import {
  analystSchema,
  articleRowSchema,
  columnSchema,
  commentSchema,
  draftSchema,
  historySchema,
  idSchema,
  importItemSchema,
  importResultSchema,
  layerSchema,
  noticeSchema,
  opSchema,
  projectSchema,
  recentSchema,
  settingsSchema,
} from './schemas.ts';

const nothing = z.strictObject({});
const path = z.string().min(1).max(4096);
const name = z.string().trim().min(1).max(LIMITS.nameLength);

/** A dialog that was closed without a choice. */
const cancelled = z.strictObject({ cancelled: z.literal(true) });

const opened = z.union([z.strictObject({ project: projectSchema }), cancelled]);

const written = z.strictObject({
  ops: z.array(opSchema),
  history: historySchema,
});

const undone = z.strictObject({
  ops: z.array(opSchema),
  history: historySchema,
  /** What was taken back or done again, in words; empty where there was nothing. */
  label: z.string(),
  /** The article to show, where the change was in one. */
  articleId: z.string().optional(),
});

/**
 * Every method that crosses from the window to the main process: its input and output. Both are
 * checked on every call. Adding a method is one entry here and one handler in `main/service`.
 */
export const contract = {
  /** First call of a window: what to show. */
  'app.start': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      electron: z.string(),
      platform: z.string(),
      settings: settingsSchema,
      recent: z.array(recentSchema),
      project: projectSchema.optional(),
      /** Why the project asked for on the command line could not be opened. */
      problem: z
        .strictObject({ kind: z.string(), message: z.string(), folder: z.string() })
        .optional(),
    }),
  },
  /** The first complete picture is on screen. */
  'app.painted': { input: nothing, output: nothing },
  'settings.write': { input: settingsSchema.partial(), output: settingsSchema },
  /** Opens a folder; without one, a dialog asks. `takeOver` after the holder on another machine is gone. */
  'project.open': {
    input: z.strictObject({ folder: path.optional(), takeOver: z.boolean().optional() }),
    output: opened,
  },
  /** Whether a folder, or what has this path, is a project. */
  'project.isAt': {
    input: z.strictObject({ folder: path }),
    output: z.strictObject({ isProject: z.boolean() }),
  },
  'project.openSample': { input: nothing, output: opened },
  /** Makes an empty project; a dialog asks where. */
  'project.create': { input: z.strictObject({ name: name.optional() }), output: opened },
  /**
   * Makes a project with the codebook and the people of another one, and its articles where asked,
   * never annotations, and opens it. From the open project; where none is open, a dialog asks for one.
   */
  'project.createFrom': {
    input: z.strictObject({ name, articles: z.boolean() }),
    output: opened,
  },
  'project.close': { input: nothing, output: nothing },
  'project.rename': { input: z.strictObject({ name }), output: written },
  /** Act as the analyst with this name; enters them in the roster where they are new. */
  'analyst.actAs': {
    input: z.strictObject({ name }),
    output: z.strictObject({ project: projectSchema }),
  },
  /** The text and one's own layer of an article. */
  'article.read': {
    input: z.strictObject({ articleId: idSchema }),
    output: z.strictObject({
      articleId: idSchema,
      text: z.string(),
      analyst: analystSchema,
      layer: layerSchema,
      /** Of the comments of others, those that this analyst sees. */
      comments: z.array(commentSchema),
      notices: z.array(noticeSchema),
    }),
  },
  /** Makes edits last. Answers once they are on disk. */
  commit: {
    input: z.strictObject({
      label: z.string().min(1).max(200),
      drafts: z.array(draftSchema).min(1).max(LIMITS.draftsPerCommit),
    }),
    output: written,
  },
  'history.undo': { input: nothing, output: undone },
  'history.redo': { input: nothing, output: undone },
  /** Asks for files or a folder to import. */
  'import.choose': {
    input: z.strictObject({ what: z.enum(['files', 'folder']) }),
    output: z.union([z.strictObject({ paths: z.array(path) }), cancelled]),
  },
  /** Begins to read files and folders; items arrive as `import` events. Nothing is added yet. */
  'import.read': {
    input: z.strictObject({ paths: z.array(path).min(1).max(LIMITS.pathsPerImport) }),
    output: z.strictObject({ batch: idSchema, items: z.array(importItemSchema) }),
  },
  'import.paste': {
    input: z.strictObject({ text: z.string().max(LIMITS.pasteLength) }),
    output: z.strictObject({ batch: idSchema, items: z.array(importItemSchema) }),
  },
  /** Reads one file again with a charset, or columns, of the person's choice. */
  'import.reread': {
    input: z.strictObject({
      batch: idSchema,
      key: z.string(),
      charset: z.string().max(40).optional(),
      columns: z.array(columnSchema).max(LIMITS.columns).optional(),
    }),
    output: z.strictObject({ item: importItemSchema }),
  },
  /** Adds what is ready, as one step that undo takes back. */
  'import.apply': {
    input: z.strictObject({
      batch: idSchema,
      items: z.array(
        z.strictObject({
          key: z.string(),
          ...articleFieldsShape,
          /** Of a file with several articles: what was said of some of them; the rest come in as read. */
          articles: z.array(articleWishSchema).optional(),
        }),
      ),
      /** What becomes of foreign names, in all files; where it is absent, missing labels are made. */
      names: nameChoicesSchema.optional(),
    }),
    output: z.strictObject({
      result: importResultSchema,
      articles: z.array(articleRowSchema),
      project: projectSchema,
      history: historySchema,
    }),
  },
  'import.cancel': { input: z.strictObject({ batch: idSchema }), output: nothing },
  /** Keeps work that could not be saved: writes it to a file the person chooses. */
  'unsaved.export': {
    input: z.strictObject({ text: z.string().max(LIMITS.messageLength) }),
    output: z.union([z.strictObject({ file: z.string() }), cancelled]),
  },
  'clipboard.write': {
    input: z.strictObject({ text: z.string().max(LIMITS.messageLength) }),
    output: nothing,
  },
  ...agreementMethods,
  ...codebookMethods,
  ...secondLookMethods,
  ...commentMethods,
  ...countsMethods,
  ...bundleMethods,
  ...layerMethods,
  ...reviewMethods,
  ...searchMethods,
  ...shellWordsMethods,
  ...statisticsMethods,
  ...teamMethods,
  ...exportMethods,
  ...importArticlesMethods,
  ...importNamesMethods,
  ...keysMethods,
  ...menuMethods,
} as const;

/** The contract's type. */
export type Contract = typeof contract;
/** The name of a method. */
export type Method = keyof Contract;
/** What a method takes. */
export type Input<M extends Method> = z.input<Contract[M]['input']>;
/** What a method answers. */
export type Output<M extends Method> = z.output<Contract[M]['output']>;

/** What the main process tells a window unasked. */
export const eventSchema = z.discriminatedUnion('type', [
  /** A line of the menu was chosen; `byKey` by its key, which the window has seen already. */
  z.strictObject({ type: z.literal('command'), command: z.string(), byKey: z.boolean() }),
  z.strictObject({
    type: z.literal('import'),
    batch: z.string(),
    items: z.array(importItemSchema),
    done: z.number().int(),
    total: z.number().int(),
    finished: z.boolean(),
  }),
  z.strictObject({ type: z.literal('notice'), notice: noticeSchema }),
  searchEvent,
  searchIndexEvent,
  statisticsEvent,
  reviewEvent,
  agreementEvent,
  z.strictObject({ type: z.literal('quitting') }),
]);

/** An event from the main process. */
export type AppEvent = z.output<typeof eventSchema>;
