import type { Json } from '../model/json.ts';

/**
 * A hybrid logical clock reading, `<ms, 9 × base 36><counter, 4 × base 36>.<replica>`. Stamps
 * order as strings.
 */
export type Stamp = string;

/** `project`, `layer.<analyst id>`, `review.<session id>` or `gold`. */
export type Channel = string;

/** What a record is. Unknown kinds are kept and re-exported untouched. */
export type RecordKind = string;

/** The field that holds a tombstone: the stamps a delete saw, or `false` once it is taken back. */
export const DELETED = '_del';

/**
 * One edit, the only form in which anything changes. Identified by `a`/`c`/`s`.
 * Record ids are `<article id>/<own id>` in layer channels, so that an op tells which file it
 * concerns without looking anything up.
 */
export interface Op {
  /** Version of the op's form. */
  readonly v: 1;
  /** Replica: the installation that wrote it. */
  readonly a: string;
  /** Analyst id: the person who did it. */
  readonly u: string;
  readonly c: Channel;
  /** Sequence number in (`a`, `c`), from 1, without gaps. */
  readonly s: number;
  readonly t: Stamp;
  readonly k: RecordKind;
  readonly r: string;
  /** Field → new value. */
  readonly p: { readonly [field: string]: Json };
  /** Field → the stamps its author saw, which this value replaces. */
  readonly b?: { readonly [field: string]: readonly Stamp[] } | undefined;
  /** The commit it belongs to: `[commit id, number of ops in it over all channels]`. */
  readonly g: readonly [id: string, size: number];
  /** On the first op of a commit: what was done, in words, and which commit it undoes or redoes. */
  readonly m?: CommitNote | undefined;
  /** First 22 characters of the base64url SHA-256 of the previous line's op text in (`a`, `c`), of the log's header for the first. */
  readonly h: string;
}

/** What a commit was, for the history menu. */
export interface CommitNote {
  readonly label: string;
  /** Commit id that this one takes back. */
  readonly undoes?: string | undefined;
  /** Commit id of the undo that this one takes back. */
  readonly redoes?: string | undefined;
  /** False for what undo must not touch, such as creating the project. */
  readonly undoable?: boolean | undefined;
}

/** An op as it is proposed, before the store gives it sequence, stamp and hash. */
export interface OpDraft {
  readonly c: Channel;
  readonly k: RecordKind;
  readonly r: string;
  readonly p: { readonly [field: string]: Json };
}

/** The channel an analyst writes annotations to. */
export function layerChannel(analyst: string): Channel {
  return `layer.${analyst}`;
}

/** The analyst whose layer a channel is, or `undefined` for other channels. */
export function layerAnalyst(channel: Channel): string | undefined {
  return channel.startsWith('layer.') ? channel.slice('layer.'.length) : undefined;
}

/** Splits a layer record id into article id and own id. */
export function splitRecordId(record: string): { articleId: string; id: string } | undefined {
  const slash = record.indexOf('/');
  return slash <= 0
    ? undefined
    : { articleId: record.slice(0, slash), id: record.slice(slash + 1) };
}

/** The article an op concerns: the record itself for article records, its prefix in layers. */
export function articleOfOp(op: Pick<OpDraft, 'c' | 'k' | 'r'>): string | undefined {
  if (op.c === 'project') return op.k === 'article' ? op.r : undefined;
  return splitRecordId(op.r)?.articleId;
}
