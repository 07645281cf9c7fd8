import { FIELD_LIMITS } from '../core/model/field-limits.ts';

/** Sizes the border refuses to pass. */
export const LIMITS = {
  /** Characters of one call's JSON, either way: enough for the largest article with its layer. */
  messageLength: 256 * 1024 * 1024,
  /** Drafts in one commit. */
  draftsPerCommit: 200_000,
  /** Characters of a name. */
  nameLength: FIELD_LIMITS.name,
  /** Characters of a pasted article. */
  pasteLength: 64 * 1024 * 1024,
  pathsPerImport: 100_000,
  /** Columns of a table of articles. */
  columns: 1000,
  /** Commands with keys of a person's own; many times what there is, for those of other versions. */
  commandsWithKeys: 2000,
  keysPerCommand: 8,
  recentCommands: 20,
  /** Names of labels, attributes and relations about which something is said in one import. */
  namesPerImport: 10_000,
  /** Characters of a page that is saved as HTML. */
  paperLength: 4 * 1024 * 1024,
} as const;
