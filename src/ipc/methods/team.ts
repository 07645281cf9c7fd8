import { z } from 'zod';
import { ARTICLE_STATES, MEMBER_STATES } from '../../core/log/article-state.ts';
import { COLOURS, ROLES } from '../../core/log/roster.ts';
import { LIMITS } from '../limits.ts';
import { historySchema, idSchema } from '../schemas.ts';

const nothing = z.strictObject({});
const name = z.string().trim().min(1).max(LIMITS.nameLength);
const history = z.strictObject({ history: historySchema });

const assigned = z.strictObject({
  articleId: idSchema,
  analysts: z.array(idSchema).max(200),
});

/** The people of a project, who gets what, and how far they are. */
export const teamMethods = {
  /** The roster and the progress of all, as far as whoever acts may see it. */
  'team.read': {
    input: nothing,
    output: z.strictObject({
      /** Absent where no team was founded: everybody may do everything. */
      team: z.strictObject({ blind: z.boolean(), founder: idSchema }).optional(),
      members: z.array(
        z.strictObject({
          id: idSchema,
          name: z.string(),
          role: z.enum(ROLES),
          colour: z.enum(COLOURS),
          /** Fingerprints of the keys that sign for them. */
          keys: z.array(z.string()),
        }),
      ),
      /** Analyst ids: the columns of the progress. */
      shown: z.array(idSchema),
      articles: z.array(
        z.strictObject({
          id: idSchema,
          title: z.string(),
          state: z.enum(ARTICLE_STATES),
          revealed: z.boolean(),
          /** In the order of `shown`. */
          states: z.array(z.enum(MEMBER_STATES)),
        }),
      ),
    }),
  },
  /** Founds a team, with oneself as its lead. */
  'team.found': { input: z.strictObject({ blind: z.boolean() }), output: history },
  'team.setBlind': { input: z.strictObject({ blind: z.boolean() }), output: history },
  'team.edit': {
    input: z.strictObject({
      analyst: idSchema,
      name: name.optional(),
      role: z.enum(ROLES).optional(),
      colour: z.enum(COLOURS).optional(),
    }),
    output: history,
  },
  /** Who would get what. Changes nothing. */
  'team.plan': {
    input: z.strictObject({
      articleIds: z.array(idSchema).min(1).max(LIMITS.draftsPerCommit),
      analysts: z.array(idSchema).min(1).max(200),
      how: z.enum(['round-robin', 'overlap']),
      /** Proportion 0–1 of the articles that several get. */
      share: z.number().min(0).max(1),
      each: z.number().int().min(1).max(200),
      seed: z.number().int(),
    }),
    output: z.strictObject({ assigned: z.array(assigned) }),
  },
  /** Assigns articles, as one step that undo takes back. */
  'team.assign': {
    input: z.strictObject({ assigned: z.array(assigned).min(1).max(LIMITS.draftsPerCommit) }),
    output: history,
  },
  /** Hands a layer back to its analyst, or closes it. */
  'team.give': {
    input: z.strictObject({
      articleId: idSchema,
      analyst: idSchema,
      state: z.enum(['returned', 'locked']),
      reason: z.string().trim().min(1).max(1000),
    }),
    output: history,
  },
  /** What was said when a layer was handed in or back. */
  'team.layer': {
    input: z.strictObject({ articleId: idSchema, analyst: idSchema }),
    output: z.strictObject({
      state: z.enum(MEMBER_STATES),
      reason: z.string(),
      digest: z.string(),
    }),
  },
  /** Shows all layers of articles to everybody. Cannot be taken back. */
  'team.reveal': {
    input: z.strictObject({ articleIds: z.array(idSchema).min(1).max(LIMITS.draftsPerCommit) }),
    output: history,
  },
} as const;
