import type { Conflict, MergeReport, ReportedValue } from '../../../core/log/merge-report.ts';
import { layerAnalyst } from '../../../core/log/op.ts';
import { fieldValue, type RecordState } from '../../../core/log/record.ts';
import type { Json } from '../../../core/model/json.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Output } from '../../../ipc/contract.ts';
import { REPORT_LINES } from '../../../ipc/methods/bundles.ts';
import type { Store } from '../../store/store.ts';
import { type MergePlan, planMerge } from './plan-merge.ts';
import { openBundle } from './sealed-bundle.ts';

type Looked = Extract<Output<'bundle.look'>['looked'][number], { state: 'ready' }>;

/** A report as people read it. */
export type ShownReport = Looked['report'];

/** Who looks, and what is known of whose. */
export interface Reader {
  readonly store: Store;
  /** Analyst id. */
  readonly me: string;
}

const LONGEST_VALUE = 300;

function nameOf(record: RecordState | undefined, fallback: string): string {
  if (record === undefined) return fallback;
  const name = fieldValue(record, 'title') ?? fieldValue(record, 'name');
  return typeof name === 'string' && name !== '' ? name : fallback;
}

function valueText(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** Replica → name of whoever wrote there what the bundle brings. */
type Writers = ReadonlyMap<string, string>;

function writersIn({ store }: Reader, { from }: MergeReport, { streams }: MergePlan): Writers {
  const nameOfWriter = (analyst: string): string =>
    analyst === from.analyst ? from.name : nameOfAnalyst(store, analyst);
  return new Map(
    streams.flatMap(({ use }) => use.map(({ op }) => [op.a, nameOfWriter(op.u)] as const)),
  );
}

function shownValue(
  { value, replica, at }: ReportedValue,
  own: string,
  writers: Writers,
): ShownReport['conflicts'][number]['shown'] {
  const from = replica === own ? '' : (writers.get(replica) ?? replica);
  return { text: valueText(value), from, at };
}

/** True where the reader may see the values: a layer of somebody else is theirs. */
function mayShow({ channel }: Conflict, me: string): boolean {
  const analyst = layerAnalyst(channel);
  return analyst === undefined || analyst === me;
}

function conflictsOf(
  reader: Reader,
  report: MergeReport,
  plan: MergePlan,
): ShownReport['conflicts'] {
  const { store, me } = reader;
  const writers = writersIn(reader, report, plan);
  return report.conflicts
    .filter((one) => mayShow(one, me))
    .slice(0, REPORT_LINES)
    .map(({ kind, record, channel, field, shown, others }) => {
      const known = channel === 'project' ? store.projectRecords(kind).get(record) : undefined;
      return {
        kind,
        name: nameOf(known, record),
        field,
        shown: shownValue(shown, store.replica, writers),
        others: others.map((one) => shownValue(one, store.replica, writers)),
      };
    });
}

function nameOfAnalyst(store: Store, id: string): string {
  return nameOf(store.projectRecords('analyst').get(id), id);
}

/** Titles of articles: as the bundle says, or as they are here already. */
function titles(store: Store, report: MergeReport, plan: MergePlan): string[] {
  const told = new Map<string, string>();
  for (const { use } of plan.streams) {
    for (const { op } of use) {
      const title = op.p['title'];
      if (op.k === 'article' && typeof title === 'string') told.set(op.r, title);
    }
  }
  const known = store.projectRecords('article');
  return report.newArticles
    .slice(0, REPORT_LINES)
    .map((id) => told.get(id) ?? nameOf(known.get(id), id));
}

/** A merge report as the window shows it to somebody. */
export function shownReport(reader: Reader, plan: MergePlan): ShownReport {
  const { report } = plan;
  const { store } = reader;
  const { from, held, newArticles, conflicts, missing, forked } = report;
  return {
    from: { name: from.name, key: from.key, trust: from.trust, asOf: from.asOf },
    held,
    new: report.new,
    newArticles: titles(store, report, plan),
    newArticleCount: newArticles.length,
    waiting: report.waiting
      .slice(0, REPORT_LINES)
      .map(({ from: first, to, reason }) => ({ edits: to - first + 1, reason })),
    conflicts: conflictsOf(reader, report, plan),
    conflictCount: conflicts.length,
    missing: missing.slice(0, REPORT_LINES),
    forked: forked
      .slice(0, REPORT_LINES)
      .map(({ replica, from: first, to }) => ({ from: replica, edits: to - first + 1 })),
    changedTexts: report.changedTexts
      .slice(0, REPORT_LINES)
      .map(({ title, found, lost }) => ({ title, found, lost: lost.slice(0, REPORT_LINES) })),
    inOthersLayers: Object.entries(report.inOthersLayers).map(([analyst, edits]) => ({
      name: nameOfAnalyst(store, analyst),
      edits,
    })),
  };
}

/** What taking in a bundle would do; changes nothing. Keys are vouched for later. The error is in words. */
export async function lookAtBundle(
  reader: Reader,
  bytes: Uint8Array,
): Promise<Result<ShownReport, string>> {
  const opened = await openBundle(bytes);
  if (!opened.ok) return err(opened.error);
  await reader.store.drain();
  const plan = await planMerge(reader.store, opened.value, () => true);
  return plan.ok ? ok(shownReport(reader, plan.value)) : err(plan.error);
}
