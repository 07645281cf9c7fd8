import { changesState, type FrozenLayer, frozenIn, frozenWords } from '../../core/log/frozen.ts';
import type { CommitNote, OpDraft } from '../../core/log/op.ts';
import { fieldValue } from '../../core/log/record.ts';
import { isFileName } from '../../core/log/schema.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Planned } from './build.ts';
import { useDocument } from './documents.ts';
import type { Engine } from './engine.ts';
import { fromFault, refuse, type StoreError } from './errors.ts';
import { useHistory } from './histories.ts';
import { inParallel } from './in-parallel.ts';
import { documentOf, LOG_FOLDER, layerKey, PROJECT_CHANNEL } from './layout.ts';
import { analystNameFault, draftNameFault, readyNames } from './names.ts';
import { newPace } from './pace.ts';
import { recordOf } from './record-of.ts';
import { roleFault } from './roles.ts';
import { hiddenLayers, mayOpenLayers } from './undone-layers.ts';

/** What a caller asks to be made durable, of what is done here. */
export type Request =
  | {
      readonly type: 'commit';
      readonly analyst: string;
      readonly drafts: readonly OpDraft[];
      readonly note: CommitNote;
    }
  | { readonly type: 'undo' | 'redo'; readonly analyst: string };

/**
 * True for a request that waits until everything before it is done, and that what follows waits
 * for: an undo depends on what came before, and whether a layer is submitted on what is said of it.
 */
export function goesAlone(request: Request): boolean {
  return request.type !== 'commit' || request.drafts.some(changesState);
}

/** Project records whose ids become names of files or folders. */
const NAMED_KINDS: ReadonlySet<string> = new Set(['article', 'analyst']);

function draftFault(draft: OpDraft): string | undefined {
  if (documentOf(draft) === undefined) {
    return `“${draft.r}” in “${draft.c}” cannot be stored: an id in it cannot be a file name.`;
  }
  const named = draft.c === PROJECT_CHANNEL && NAMED_KINDS.has(draft.k);
  if (named && !isFileName(draft.r)) return `“${draft.r}” cannot be a file name.`;
  if (draft.k === '' || draft.r === '') return 'A record has no kind or no id.';
  return Object.hasOwn(draft.p, '__proto__') ? 'A field is called “__proto__”.' : undefined;
}

async function checkDrafts(
  engine: Engine,
  analyst: string,
  drafts: readonly OpDraft[],
): Promise<Result<void, StoreError>> {
  if (!isFileName(analyst)) return refuse('name', `“${analyst}” cannot be an analyst's id.`);
  await readyNames(engine);
  const taken = analystNameFault(engine, analyst);
  if (taken !== undefined) return refuse('name', taken);
  const turn = newPace();
  for (const draft of drafts) {
    const fault = draftFault(draft) ?? draftNameFault(engine, draft);
    if (fault !== undefined) return refuse('name', fault);
    const pause = turn();
    if (pause !== undefined) await pause;
  }
  return ok(undefined);
}

/** Why an op of another installation cannot be stored, if so. Names have to be ready. */
export function incomingFault(engine: Engine, op: OpDraft): string | undefined {
  return draftFault(op) ?? draftNameFault(engine, op);
}

/** How many documents are read at once. */
const AT_A_TIME = 8;

/** Loads what the drafts change and keeps it in memory until the batch is done. */
async function pinDocuments(
  engine: Engine,
  drafts: readonly OpDraft[],
): Promise<Result<void, StoreError>> {
  let refused: Result<never, StoreError> | undefined;
  const pace = newPace();
  const keys = new Set<string>();
  for (const draft of drafts) {
    keys.add(documentOf(draft) ?? '');
    const turn = pace();
    if (turn !== undefined) await turn;
  }
  for (const key of keys) engine.pinned.add(key);
  await inParallel([...keys], AT_A_TIME, async (key) => {
    const loaded = refused === undefined ? await useDocument(engine, key) : refused;
    if (!loaded.ok) refused ??= loaded;
  });
  return refused ?? ok(undefined);
}

async function planFromHistory(
  engine: Engine,
  analyst: string,
  type: 'undo' | 'redo',
): Promise<Result<Planned | undefined, StoreError>> {
  const state = await useHistory(engine, analyst);
  if (!state.ok) return state;
  const entry = state.value.history[type].at(-1);
  if (entry === undefined) return ok(undefined);
  const of = type === 'undo' ? { undoes: entry.id } : { redoes: entry.id };
  return ok({ analyst, drafts: entry.inverse, note: { label: entry.label, ...of } });
}

/** The submitted layers that a plan whose documents are in memory must leave alone, and does not. */
async function frozenLayers(
  engine: Engine,
  { analyst, drafts, note }: Planned,
): Promise<FrozenLayer[]> {
  const undone = note.undoes ?? note.redoes;
  const mayOpen = await mayOpenLayers(engine, analyst, drafts, undone);
  const changed = frozenIn(drafts, (draft) => recordOf(engine, draft), mayOpen);
  const hidden = undone === undefined ? [] : hiddenLayers(engine, analyst, drafts, mayOpen);
  const known = new Set(changed.map((one) => layerKey(one.articleId, one.analyst)));
  return [...changed, ...hidden.filter((one) => !known.has(layerKey(one.articleId, one.analyst)))];
}

/** Says which layers are submitted, with the names that people know. */
function frozenFault(engine: Engine, analyst: string, layers: readonly FrozenLayer[]): string {
  const named = (kind: string, id: string, field: string): string => {
    const record = recordOf(engine, { c: PROJECT_CHANNEL, k: kind, r: id });
    const value = record === undefined ? undefined : fieldValue(record, field);
    return typeof value === 'string' ? value : id;
  };
  return frozenWords(
    layers,
    analyst,
    (id) => named('article', id, 'title'),
    (id) => named('analyst', id, 'name'),
  );
}

/**
 * What is to be committed for a request: checked, and with its documents and history in memory.
 * `undefined` where there is nothing to undo or redo.
 */
export async function plan(
  engine: Engine,
  request: Request,
): Promise<Result<Planned | undefined, StoreError>> {
  const planned =
    request.type === 'commit'
      ? ok<Planned | undefined>(request)
      : await planFromHistory(engine, request.analyst, request.type);
  if (!planned.ok || planned.value === undefined) return planned;
  const { analyst, drafts, note } = planned.value;
  const checked = await checkDrafts(engine, analyst, drafts);
  if (!checked.ok) return checked;
  const forbidden = roleFault(engine, analyst, drafts);
  if (forbidden !== undefined) return refuse('role', forbidden);
  const history = await useHistory(engine, analyst);
  if (!history.ok) return err(history.error);
  const pinned = await pinDocuments(engine, drafts);
  if (!pinned.ok) return pinned;
  try {
    const frozen = await frozenLayers(engine, planned.value);
    return frozen.length === 0
      ? ok({ analyst, drafts, note })
      : refuse('frozen', frozenFault(engine, analyst, frozen));
  } catch (fault) {
    return err(fromFault(fault, LOG_FOLDER));
  }
}
