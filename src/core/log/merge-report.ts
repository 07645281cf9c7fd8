import type { Json } from '../model/json.ts';
import { isSameJson } from '../model/same-json.ts';
import { stampIso, stampReplica } from './hlc.ts';
import { type Channel, DELETED, type Op, type Stamp } from './op.ts';
import { applyOp, isDeleted, type RecordState } from './record.ts';

/** A value and where it comes from. */
export interface ReportedValue {
  readonly value: Json;
  /** Replica that set it. */
  readonly replica: string;
  /** ISO-8601 UTC, by the clock of that replica. */
  readonly at: string;
}

/** A field that several people set without having seen each other; all values are kept. */
export interface Conflict {
  readonly channel: Channel;
  readonly kind: string;
  readonly record: string;
  /** `_del` where somebody deleted what somebody else edited: it is there again. */
  readonly field: string;
  readonly shown: ReportedValue;
  readonly others: readonly ReportedValue[];
}

/** What becomes of one stream of a bundle, in numbers of ops. */
export interface StreamReport {
  readonly replica: string;
  readonly channel: Channel;
  readonly held: number;
  readonly new: number;
  readonly waiting: number;
  readonly forked: number;
}

/** Ops that cannot be used yet. */
export interface Waiting {
  readonly replica: string;
  readonly channel: Channel;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** Ops whose numbers are taken by others: two copies of one folder wrote under one name. */
export interface Fork {
  readonly replica: string;
  readonly channel: Channel;
  readonly from: number;
  readonly to: number;
}

/**
 * A text that differs here and there. Both are kept, as two articles; annotations stay on the text
 * that they were made on.
 */
export interface ChangedText {
  /** Article id of the text in the bundle, and of the text here. */
  readonly article: string;
  readonly here: string;
  readonly title: string;
  /** The author’s annotations whose words the text here has in one place. */
  readonly found: number;
  /** Quotes of the others. */
  readonly lost: readonly string[];
}

/** What a merge does, or would do. */
export interface MergeReport {
  readonly from: {
    readonly analyst: string;
    readonly name: string;
    readonly replica: string;
    /** Fingerprint. */
    readonly key: string;
    /** Whether this project knew the key; `accepted` where a person said so. */
    readonly trust: 'known' | 'first' | 'accepted';
    /** ISO-8601 UTC; empty where the bundle holds no ops. */
    readonly asOf: string;
  };
  /** Ops that were here already, and ops that are new. */
  readonly held: number;
  readonly new: number;
  readonly streams: readonly StreamReport[];
  readonly newArticles: readonly string[];
  readonly waiting: readonly Waiting[];
  readonly conflicts: readonly Conflict[];
  /** Articles that are named, and whose text is neither here nor in the bundle. */
  readonly missing: readonly string[];
  readonly forked: readonly Fork[];
  /** Articles of one source whose text here is another. */
  readonly changedTexts: readonly ChangedText[];
  /** Edits by the bundle's author in the layers of others, by analyst: imports, publications. */
  readonly inOthersLayers: Readonly<Record<string, number>>;
}

/** The record that an op concerns, as it is before the merge. */
export type Before = (op: Pick<Op, 'c' | 'k' | 'r'>) => RecordState | undefined;

function reported({ value, stamp }: { value: Json; stamp: Stamp }): ReportedValue {
  return { value, replica: stampReplica(stamp), at: stampIso(stamp) };
}

function fieldConflict(
  before: RecordState | undefined,
  after: RecordState,
  field: string,
): Pick<Conflict, 'shown' | 'others'> | undefined {
  const register = after[field];
  const others = (register?.losers ?? []).filter(
    ({ value }) => !isSameJson(value, register?.value ?? null),
  );
  if (register === undefined || others.length === 0) return undefined;
  const old = before?.[field];
  const known = new Set([old?.stamp, ...(old?.losers ?? []).map((one) => one.stamp)]);
  const isNew = [register, ...others].some(({ stamp }) => !known.has(stamp));
  return isNew ? { shown: reported(register), others: others.map(reported) } : undefined;
}

/** Somebody deleted it, somebody else edited it meanwhile: it is there, and that is worth saying. */
function revival(
  before: RecordState | undefined,
  after: RecordState,
): Pick<Conflict, 'shown' | 'others'> | undefined {
  const mark = after[DELETED];
  if (!Array.isArray(mark?.value) || isDeleted(after)) return undefined;
  const wasSo = Array.isArray(before?.[DELETED]?.value) && !isDeleted(before);
  return wasSo ? undefined : { shown: reported(mark), others: [] };
}

function conflictsOf(op: Op, before: RecordState | undefined, after: RecordState): Conflict[] {
  const place = { channel: op.c, kind: op.k, record: op.r };
  const found: Conflict[] = [];
  for (const field of Object.keys(after).sort()) {
    const conflict =
      field === DELETED ? revival(before, after) : fieldConflict(before, after, field);
    if (conflict !== undefined) found.push({ ...place, field, ...conflict });
  }
  return found;
}

/** The conflicts that ops bring about, in the order of the records' names. */
export function findConflicts(ops: readonly Op[], before: Before): readonly Conflict[] {
  const touched = new Map<string, { readonly op: Op; state: RecordState }>();
  for (const op of ops) {
    const key = `${op.c}\n${op.k}\n${op.r}`;
    const known = touched.get(key);
    if (known === undefined) touched.set(key, { op, state: applyOp(before(op), op) });
    else known.state = applyOp(known.state, op);
  }
  return [...touched]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { op, state }]) => conflictsOf(op, before(op), state));
}
