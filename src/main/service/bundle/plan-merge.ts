import { analystKeys } from '../../../core/log/analyst-keys.ts';
import { stampIso } from '../../../core/log/hlc.ts';
import {
  findConflicts,
  type MergeReport,
  type StreamReport,
} from '../../../core/log/merge-report.ts';
import { layerAnalyst, type Op, splitRecordId } from '../../../core/log/op.ts';
import { fieldValue, type RecordState } from '../../../core/log/record.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { fingerprint } from '../../store/signing.ts';
import type { Store } from '../../store/store.ts';
import { changedTexts } from './changed-texts.ts';
import { compareStream } from './compare-streams.ts';
import { holdBack, type Usable } from './hold-back.ts';
import { readStreams } from './read-streams.ts';
import type { OpenedBundle } from './sealed-bundle.ts';

/** What a merge is going to do, and what it will say. */
export interface MergePlan {
  readonly bundle: OpenedBundle;
  readonly streams: readonly Usable[];
  readonly report: MergeReport;
}

/** Whether a person vouches for the key with this fingerprint. */
export type Vouched = (fingerprint: string) => boolean;

/** Whether this key may sign for this analyst; see docs/file-format.md, “Who signs for what”. */
function trustIn(
  store: Store,
  { manifest }: OpenedBundle,
  vouched: Vouched,
): Result<MergeReport['from']['trust'], string> {
  const { analyst, name, key } = manifest.from;
  const known = analystKeys(store.projectRecords('analyst').get(analyst));
  if (known.includes(key)) return ok('known');
  if (known.length === 0) return ok('first');
  const print = fingerprint(key);
  if (vouched(print)) return ok('accepted');
  const keys = known.map(fingerprint).join(', ');
  return err(
    `It is signed with the key ${print}, which is not one that ${name} is known by (${keys}). Ask ${name}; where they do have it, accept the key by its name.`,
  );
}

/** An article id that stands for another text here: nothing could be put together. */
function clashes(store: Store, { manifest }: OpenedBundle): readonly string[] {
  const known = store.projectRecords('article');
  return manifest.articles
    .filter(({ id, sha256 }) => {
      const record = known.get(id);
      return record !== undefined && fieldValue(record, 'sha256') !== sha256;
    })
    .map(({ id }) => id);
}

function streamReport({ stream, held, use, fresh, forkedFrom, gapAfter }: Usable): StreamReport {
  const { replica, channel, from, to } = stream;
  const forked = forkedFrom === undefined ? 0 : to - forkedFrom + 1;
  const gap = gapAfter === undefined ? 0 : to - from + 1;
  const waiting = gap + fresh.length - use.length;
  return { replica, channel, held, new: use.length, waiting, forked };
}

function waitingOf({ stream, use, fresh, held, gapAfter, needs }: Usable): MergeReport['waiting'] {
  const { replica, channel, from, to } = stream;
  if (gapAfter !== undefined) {
    const reason = `Edits ${String(gapAfter + 1)} to ${String(from - 1)} are not here yet.`;
    return [{ replica, channel, from, to, reason }];
  }
  if (needs === undefined || use.length === fresh.length) return [];
  const reason = `The article ${needs} is not here yet.`;
  return [{ replica, channel, from: from + held + use.length, to, reason }];
}

/** Records as they are now, of all documents that the ops concern. */
async function recordsBefore(
  store: Store,
  ops: readonly Op[],
): Promise<Result<(op: Pick<Op, 'c' | 'k' | 'r'>) => RecordState | undefined, string>> {
  const found = new Map<string, ReadonlyMap<string, ReadonlyMap<string, RecordState>>>();
  const documentOf = ({ c, r }: Pick<Op, 'c' | 'r'>): string =>
    `${c}\n${c.startsWith('review.') ? '-' : (splitRecordId(r)?.articleId ?? '-')}`;
  for (const op of ops) {
    const key = documentOf(op);
    if (op.c === 'project' || found.has(key)) continue;
    const records = await store.records(op.c, key.slice(op.c.length + 1));
    if (!records.ok) return err(records.error.message);
    found.set(key, records.value);
  }
  return ok((op) =>
    op.c === 'project'
      ? store.projectRecords(op.k).get(op.r)
      : found.get(documentOf(op))?.get(op.k)?.get(op.r),
  );
}

function inOthersLayers(ops: readonly Op[], author: string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { c } of ops) {
    const analyst = layerAnalyst(c);
    if (analyst === undefined || analyst === author) continue;
    counts.set(analyst, (counts.get(analyst) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function reportOn(
  store: Store,
  bundle: OpenedBundle,
  streams: readonly Usable[],
  trust: MergeReport['from']['trust'],
): Promise<Result<MergeReport, string>> {
  const { from, asOf } = bundle.manifest;
  const ops = streams.flatMap(({ use }) => use.map(({ op }) => op));
  const before = await recordsBefore(store, ops);
  if (!before.ok) return before;
  const changed = await changedTexts(store, bundle, ops);
  if (!changed.ok) return changed;
  const articles = store.projectRecords('article');
  const missing = streams.flatMap(({ needs }) => needs ?? []);
  const brought = ops.filter((op) => op.c === 'project' && op.k === 'article').map(({ r }) => r);
  const reports = streams.map(streamReport);
  return ok({
    from: {
      analyst: from.analyst,
      name: from.name,
      replica: from.replica,
      key: fingerprint(from.key),
      trust,
      asOf: asOf === '' ? '' : stampIso(asOf),
    },
    held: reports.reduce((sum, one) => sum + one.held, 0),
    new: ops.length,
    streams: reports,
    newArticles: [...new Set(brought)].filter((id) => !articles.has(id)).sort(),
    waiting: streams.flatMap(waitingOf),
    conflicts: findConflicts(ops, before.value),
    missing: [...new Set(missing)].sort(),
    forked: streams.flatMap(({ stream: { replica, channel, to }, forkedFrom }) =>
      forkedFrom === undefined ? [] : [{ replica, channel, from: forkedFrom, to }],
    ),
    changedTexts: changed.value,
    inOthersLayers: inOthersLayers(ops, from.analyst),
  });
}

/**
 * Looks at an opened bundle beside a project: whose it is, whether every link of its streams holds,
 * what is new. Changes nothing. Refused, in words, where it is not for this project or not to be
 * believed.
 * @param vouched for keys that the project does not know
 */
export async function planMerge(
  store: Store,
  bundle: OpenedBundle,
  vouched: Vouched,
): Promise<Result<MergePlan, string>> {
  const { project, articles } = bundle.manifest;
  if (project.id !== store.id) {
    return err(`It belongs to another project, “${project.name}” (${project.id}).`);
  }
  const read = readStreams(bundle);
  if (!read.ok) return read;
  const trust = trustIn(store, bundle, vouched);
  if (!trust.ok) return trust;
  const compared = [];
  for (const stream of read.value) {
    const one = await compareStream(store, stream);
    if (!one.ok) return one;
    compared.push(one.value);
  }
  const known = store.projectRecords('article');
  const came = new Map(articles.map(({ id, sha256 }) => [id, sha256]));
  const streams = holdBack(compared, {
    isKnown: (id) => known.has(id),
    came: (id, sum) => came.get(id) === sum,
  });
  const [clash] = clashes(store, bundle);
  if (clash !== undefined) {
    return err(
      `The article ${clash} has another text here than there; its annotations cannot be put together.`,
    );
  }
  const report = await reportOn(store, bundle, streams, trust.value);
  if (!report.ok) return report;
  return ok({ bundle, streams, report: report.value });
}
