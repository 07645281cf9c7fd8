import { z } from 'zod';
import { FIELD_LIMITS } from '../../core/model/field-limits.ts';
import { idSchema } from '../schemas.ts';

/** Comments that are being written: which field → its words. */
export const commentDraftsSchema = z.record(
  z.string().max(FIELD_LIMITS.id + 20),
  z.string().max(FIELD_LIMITS.note),
);

/** Comments that are not posted yet. They are kept on this computer and are no part of the project. */
export const commentMethods = {
  /** What the acting analyst was writing in the open project. */
  'comment.drafts': {
    input: z.strictObject({}),
    output: z.strictObject({ drafts: commentDraftsSchema }),
  },
  /** Keeps what is being written in the place of what was; refused where somebody else acts by now. */
  'comment.keepDrafts': {
    input: z.strictObject({ project: z.string(), analyst: idSchema, drafts: commentDraftsSchema }),
    output: z.strictObject({}),
  },
} as const;
