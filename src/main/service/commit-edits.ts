import { checkDrafts } from '../../core/log/draft-check.ts';
import { textField } from '../../core/log/fields.ts';
import {
  articleOfOp,
  layerAnalyst,
  layerChannel,
  type OpDraft,
  splitRecordId,
} from '../../core/log/op.ts';
import { analystFrom, articleFrom } from '../../core/log/project-ops.ts';
import type { RecordState } from '../../core/log/record.ts';
import type { ThreadPlace } from '../../core/model/comment.ts';
import { ok } from '../../core/result.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Layer, Store } from '../store/store.ts';
import { codebookOf } from './codebook-view.ts';
import { fromStore, refuse } from './problems.ts';
import type { Workspace } from './workspace.ts';

/** The articles and layers that some drafts concern, read once before they are checked. */
interface Surroundings {
  /** Article id → text; empty where no draft needs it. */
  readonly texts: Map<string, string>;
  readonly layers: Map<string, Layer>;
}

function hasArticle(store: Store, articleId: string): boolean {
  const record = store.projectRecords('article').get(articleId);
  return record !== undefined && articleFrom(articleId, record) !== undefined;
}

function hasAnalyst(store: Store, id: string): boolean {
  const record = store.projectRecords('analyst').get(id);
  return record !== undefined && analystFrom(id, record) !== undefined;
}

/**
 * The layers a draft is checked against: its own, for a comment the one it speaks about, and for an
 * answer all of the article, for its thread may have begun in any of them.
 */
function analystsOf(store: Store, { c, k, r, p }: OpDraft): readonly string[] {
  const own = layerAnalyst(c);
  if (own === undefined) return [];
  const { articleId, id } = splitRecordId(r) ?? { articleId: '', id: '' };
  if (k === 'comment' && p['thread'] !== undefined && p['thread'] !== id) {
    return [...new Set([own, ...store.layerAnalysts(articleId)])];
  }
  const other = p['targetAnalyst'];
  if (k !== 'comment' || typeof other !== 'string' || other === own) return [own];
  return hasAnalyst(store, other) ? [own, other] : [own];
}

/** Tags, assignments and states say nothing about the text: a hundred thousand need not be read. */
function needsText({ c, k, p }: OpDraft): boolean {
  if (c === 'project') return p['furniture'] !== undefined;
  return k !== 'document' || p['seen'] !== undefined;
}

/** Takes note of an article: its text where that is needed, otherwise only that it is there. */
async function readArticle(
  store: Store,
  articleId: string,
  withText: boolean,
  into: Surroundings,
): Promise<Reply<void>> {
  if (!hasArticle(store, articleId)) return { ok: true, value: undefined };
  const text = withText ? await store.text(articleId) : ok('');
  if (!text.ok) return { ok: false, error: fromStore(text.error) };
  into.texts.set(articleId, text.value);
  return { ok: true, value: undefined };
}

async function readSurroundings(
  store: Store,
  drafts: readonly OpDraft[],
): Promise<Reply<Surroundings>> {
  const found: Surroundings = { texts: new Map(), layers: new Map() };
  const readToo = new Set(drafts.filter(needsText).map(articleOfOp));
  for (const draft of drafts) {
    const articleId = articleOfOp(draft);
    if (articleId === undefined) continue;
    if (!found.texts.has(articleId)) {
      const read = await readArticle(store, articleId, readToo.has(articleId), found);
      if (!read.ok) return read;
    }
    for (const analyst of found.texts.has(articleId) ? analystsOf(store, draft) : []) {
      const key = `${articleId} ${layerChannel(analyst)}`;
      if (found.layers.has(key)) continue;
      const layer = await store.layer(articleId, analyst);
      if (!layer.ok) return { ok: false, error: fromStore(layer.error) };
      found.layers.set(key, layer.value);
    }
  }
  return { ok: true, value: found };
}

type RecordKey = Pick<OpDraft, 'c' | 'k' | 'r'>;

function recordOf(store: Store, found: Surroundings, draft: RecordKey): RecordState | undefined {
  if (draft.c === 'project') return store.projectRecords('article').get(draft.r);
  const articleId = articleOfOp(draft) ?? '';
  return found.layers.get(`${articleId} ${draft.c}`)?.get(draft.k)?.get(draft.r);
}

/** What a thread is about: its first comment says so or, where that one is not known, an answer. */
function threadIn(found: Surroundings, articleId: string, id: string): ThreadPlace | undefined {
  const comments = [...found.layers].flatMap(([key, layer]) =>
    key.startsWith(`${articleId} `) ? [...(layer.get('comment') ?? [])] : [],
  );
  const first = comments.find(([recordId]) => recordId === `${articleId}/${id}`);
  const [, known] = first ?? comments.find(([, one]) => textField(one, 'thread') === id) ?? [];
  if (known === undefined) return undefined;
  return { target: textField(known, 'target'), targetAnalyst: textField(known, 'targetAnalyst') };
}

/** Checks edits that the window proposes and makes them last. Answers once they are on disk. */
export async function commitEdits(
  { store, me }: Workspace,
  label: string,
  drafts: readonly OpDraft[],
): Promise<Reply<Output<'commit'>>> {
  const found = await readSurroundings(store, drafts);
  if (!found.ok) return found;
  const codebook = codebookOf(store);
  const checked = checkDrafts(drafts, {
    analyst: me.id,
    labels: new Map(codebook.labels.map((one) => [one.id, one] as const)),
    attributes: new Map(codebook.attributes.map((one) => [one.id, one] as const)),
    hasAnalyst: (id) => hasAnalyst(store, id),
    hasArticle: (id) => hasArticle(store, id),
    record: (draft) => recordOf(store, found.value, draft),
    thread: (articleId, id) => threadIn(found.value, articleId, id),
    text: (articleId) => found.value.texts.get(articleId),
  });
  if (!checked.ok) return refuse('refused', checked.error);
  const written = await store.commit(me.id, drafts, { label });
  if (!written.ok) return { ok: false, error: fromStore(written.error) };
  const ops = written.value as Output<'commit'>['ops'];
  return { ok: true, value: { ops, history: { ...store.history(me.id) } } };
}
