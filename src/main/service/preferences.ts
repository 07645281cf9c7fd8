import { z } from 'zod';
import { isSameJson } from '../../core/model/same-json.ts';
import { codebookDraftSchema } from '../../ipc/methods/codebook.ts';
import { commentDraftsSchema } from '../../ipc/methods/comments.ts';
import { recentSchema, settingsSchema } from '../../ipc/schemas.ts';
import type { PreferencesFile } from '../store/preferences-file.ts';

/** What is kept across starts, outside any project. */
export const preferencesSchema = z.object({
  settings: settingsSchema.partial().default({}),
  recent: z.array(recentSchema.omit({ reachable: true })).default([]),
  /** Project id → the draft of its codebook. One that cannot be read costs nothing else. */
  drafts: z.record(z.string(), codebookDraftSchema).catch({}).default({}),
  /** Project id → analyst id → the comments they are writing. */
  comments: z.record(z.string(), z.record(z.string(), commentDraftsSchema)).catch({}).default({}),
});

type Kept = z.output<typeof preferencesSchema>;

/** Settings with every value set. */
export type Settings = z.output<typeof settingsSchema>;

/** A project opened before, without whether it can be reached now. */
export type KeptRecent = Kept['recent'][number];

/** A codebook that is being written. */
export type KeptDraft = Kept['drafts'][string];

/** Which field → the words in it. */
export type CommentDrafts = Readonly<Record<string, string>>;

/** Settings, recent projects, and codebooks that are being written. */
export interface Preferences {
  readonly settings: () => Settings;
  readonly recent: () => readonly KeptRecent[];
  readonly change: (patch: Partial<Settings>) => Promise<Settings>;
  readonly remember: (recent: KeptRecent) => Promise<void>;
  readonly draft: (projectId: string) => KeptDraft | undefined;
  /** Keeps a draft, or lets go of it. */
  readonly keepDraft: (projectId: string, draft: KeptDraft | undefined) => Promise<void>;
  /** The comments an analyst is writing in a project. */
  readonly commentDrafts: (projectId: string, analyst: string) => CommentDrafts;
  /** Keeps them in the place of those that were kept. */
  readonly keepCommentDrafts: (
    projectId: string,
    analyst: string,
    drafts: CommentDrafts,
  ) => Promise<void>;
}

const RECENT = 12;
/** Comments being written that are kept for one analyst; the oldest give way. */
const COMMENTS = 200;

const NOTHING: Kept = { settings: {}, recent: [], drafts: {}, comments: {} };

const DEFAULTS: Settings = {
  language: 'system',
  theme: 'system',
  snap: 'word',
  textSize: 19,
  textFont: 'serif',
  lineWidth: 65,
  lineSpacing: 'normal',
  letterSpacing: 'normal',
  furniture: 'folded',
  numbers: 'paragraphs',
  attributesAfterTagging: true,
  analystName: '',
  keys: {},
  recentCommands: [],
};

function ofAnalyst({ comments }: Kept, projectId: string, analyst: string): CommentDrafts {
  const ofProject = Object.hasOwn(comments, projectId) ? (comments[projectId] ?? {}) : {};
  return Object.hasOwn(ofProject, analyst) ? (ofProject[analyst] ?? {}) : {};
}

/**
 * Reads the preferences. A file that cannot be used means defaults, and the next change writes a
 * good one: nothing in it is work on an article.
 */
export async function loadPreferences(file: PreferencesFile): Promise<Preferences> {
  const parsed = preferencesSchema.safeParse(await file.read());
  let kept: Kept = parsed.success ? parsed.data : NOTHING;
  const settings = (): Settings => ({ ...DEFAULTS, ...kept.settings }) as Settings;
  return {
    settings,
    recent: () => kept.recent,
    async change(patch) {
      kept = { ...kept, settings: { ...kept.settings, ...patch } };
      await file.write(kept);
      return settings();
    },
    async remember(recent) {
      const others = kept.recent.filter((one) => one.folder !== recent.folder);
      kept = { ...kept, recent: [recent, ...others].slice(0, RECENT) };
      await file.write(kept);
    },
    draft: (projectId) =>
      Object.hasOwn(kept.drafts, projectId) ? kept.drafts[projectId] : undefined,
    async keepDraft(projectId, draft) {
      const { [projectId]: before, ...others } = kept.drafts;
      if (before === undefined && draft === undefined) return;
      kept = { ...kept, drafts: draft === undefined ? others : { ...others, [projectId]: draft } };
      await file.write(kept);
    },
    commentDrafts: (projectId, analyst) => ofAnalyst(kept, projectId, analyst),
    async keepCommentDrafts(projectId, analyst, drafts) {
      const newest = Object.fromEntries(Object.entries(drafts).slice(-COMMENTS));
      if (isSameJson(newest, ofAnalyst(kept, projectId, analyst))) return;
      const others = Object.hasOwn(kept.comments, projectId) ? kept.comments[projectId] : {};
      const ofProject = { ...others, [analyst]: newest };
      kept = { ...kept, comments: { ...kept.comments, [projectId]: ofProject } };
      await file.write(kept);
    },
  };
}
