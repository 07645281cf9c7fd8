import { isHandedIn } from '../model/layer-document.ts';
import { DOCUMENT } from './document-ops.ts';
import type { RecordLookup } from './invert.ts';
import { DELETED, layerAnalyst, type OpDraft, splitRecordId } from './op.ts';
import { fieldValue, isDeleted, type RecordState } from './record.ts';

/** A layer that was submitted, and that drafts would change. */
export interface FrozenLayer {
  readonly articleId: string;
  /** Analyst id: the owner of the layer. */
  readonly analyst: string;
}

/** Records that are the work an analyst submits. Comments go on, also about what is submitted. */
const WORK: ReadonlySet<string> = new Set(['annotation', 'relation', DOCUMENT]);

/** What may be said about a submitted layer: how far one is with it, and how far one has read. */
const PROGRESS: ReadonlySet<string> = new Set(['state', 'reason', 'digest', 'seen', DELETED]);

/** True where a document record says that its layer is submitted, or locked since. */
export function isFrozen(document: RecordState | undefined): boolean {
  return (
    document !== undefined && !isDeleted(document) && isHandedIn(fieldValue(document, 'state'))
  );
}

/** True for a draft that says how far its layer is, or takes back that anything was said. */
export function changesState({ k, p }: OpDraft): boolean {
  return k === DOCUMENT && (p['state'] !== undefined || p[DELETED] === true);
}

/** True for a draft that changes what is submitted with a layer. */
function changesWork({ k, p }: OpDraft): boolean {
  if (!WORK.has(k)) return false;
  return k !== DOCUMENT || Object.keys(p).some((field) => !PROGRESS.has(field));
}

/** A publication of a codebook, or what takes one back. */
function publishes(drafts: readonly OpDraft[]): boolean {
  return drafts.some(({ c, k }) => c === 'project' && k === 'codebook');
}

function layerKey({ c, r }: OpDraft): string {
  return `${c} ${splitRecordId(r)?.articleId ?? ''}`;
}

/**
 * The submitted layers that a commit would change: it is to be refused where there are any. A
 * commit that opens a layer again may change it too. The publication of a codebook converts
 * submitted layers like all others, and so does what takes it back, for a label that is gone must
 * not be left anywhere (decision 0011); they stay submitted.
 * @param lookup gives the records as they are before the commit
 * @param mayOpen whether a draft that changes a layer's state may do so
 */
export function frozenIn(
  drafts: readonly OpDraft[],
  lookup: RecordLookup,
  mayOpen: (draft: OpDraft) => boolean,
): FrozenLayer[] {
  if (publishes(drafts)) return [];
  const opened = new Set(
    drafts
      .filter((one) => changesState(one) && !isHandedIn(one.p['state']) && mayOpen(one))
      .map(layerKey),
  );
  const known = new Map<string, FrozenLayer | undefined>();
  for (const draft of drafts) {
    const analyst = layerAnalyst(draft.c);
    const articleId = splitRecordId(draft.r)?.articleId;
    const key = layerKey(draft);
    if (analyst === undefined || articleId === undefined) continue;
    if (!changesWork(draft) && !(changesState(draft) && !mayOpen(draft))) continue;
    if (known.has(key) || opened.has(key)) continue;
    const document = lookup({ c: draft.c, k: DOCUMENT, r: `${articleId}/${DOCUMENT}` });
    known.set(key, isFrozen(document) ? { articleId, analyst } : undefined);
  }
  return [...known.values()].flatMap((layer) => layer ?? []);
}

/** Characters of a title in a message. */
const TITLE_LENGTH = 80;

function shortTitle(title: string): string {
  return title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH)}…` : title;
}

/** What a refused commit says: what happened, what was kept, what to do. Names as people know them. */
export function frozenWords(
  layers: readonly FrozenLayer[],
  actor: string,
  titleOf: (articleId: string) => string,
  nameOf: (analyst: string) => string,
): string {
  const [first] = layers;
  if (first === undefined) return '';
  const whose = first.analyst === actor ? 'Your' : `${nameOf(first.analyst)}’s`;
  const more = layers.length === 1 ? '' : ` and ${String(layers.length - 1)} more`;
  return `${whose} layer of “${shortTitle(titleOf(first.articleId))}”${more} is submitted and was kept as it is. Nothing was changed. “Take back” opens a submitted layer for changes again.`;
}
