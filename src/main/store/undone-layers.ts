import { changesState, type FrozenLayer } from '../../core/log/frozen.ts';
import { stampReplica } from '../../core/log/hlc.ts';
import { articleOfOp, DELETED, layerAnalyst, type OpDraft, type Stamp } from '../../core/log/op.ts';
import { isHandedIn } from '../../core/model/layer-document.ts';
import type { Engine } from './engine.ts';
import { layerKey, logFile, PROJECT_CHANNEL, type StreamKey, streamKey } from './layout.ts';
import { BEGINNING, scanLog } from './log-scan.ts';
import { recordOf } from './record-of.ts';

/** True for a draft that may open the submitted layer it speaks about. */
export type MayOpen = (draft: OpDraft) => boolean;

/**
 * The stamps that tell who said the state of a draft's layer: the one it was said with and, where
 * the layer's document was brought back since, as a redo does, that one.
 */
function stateStamps(engine: Engine, draft: OpDraft): Stamp[] {
  const record = recordOf(engine, draft);
  const [said, back] = [record?.['state']?.stamp, record?.[DELETED]?.stamp];
  return [said, back].flatMap((stamp) =>
    said !== undefined && stamp !== undefined && stamp >= said ? [stamp] : [],
  );
}

/** Which of some stamps a stream gave to the ops of a commit. Throws the disk's faults. */
async function givenBy(
  engine: Engine,
  key: StreamKey,
  stamps: ReadonlySet<Stamp>,
  commit: string,
): Promise<Stamp[]> {
  const stream = engine.streams.get(key);
  if (stream === undefined || !stream.exists) return [];
  const found: Stamp[] = [];
  const path = `${engine.around.dir}/${logFile(stream.replica, stream.channel)}`;
  await scanLog(engine.around.disk, path, BEGINNING, (op) => {
    if (op.g[0] === commit && stamps.has(op.t)) found.push(op.t);
    return false;
  });
  return found;
}

/**
 * True for a state that its layer's analyst says, but of a locked layer, and for one that is said
 * of it by those who receive layers: whether they may is a question of their role.
 */
function isOpenedBy(engine: Engine, actor: string, draft: OpDraft): boolean {
  const next = draft.p['state'];
  if (next === 'returned' || next === 'locked') return true;
  const now = recordOf(engine, draft)?.['state']?.value;
  return layerAnalyst(draft.c) === actor && now !== 'locked';
}

/**
 * Who may open a layer: its analyst, and whoever takes back the very commit that submitted it, as
 * an import of a colleague's file does. A layer that its analyst has submitted since is theirs: the
 * log tells whose the state is. Throws the disk's faults.
 * @param undone id of the commit that is taken back, if one is
 */
export async function mayOpenLayers(
  engine: Engine,
  actor: string,
  drafts: readonly OpDraft[],
  undone: string | undefined,
): Promise<MayOpen> {
  const asked = new Map<StreamKey, Set<Stamp>>();
  for (const draft of drafts) {
    if (!changesState(draft) || layerAnalyst(draft.c) === actor) continue;
    for (const stamp of stateStamps(engine, draft)) {
      const key = streamKey(stampReplica(stamp), draft.c);
      asked.set(key, (asked.get(key) ?? new Set()).add(stamp));
    }
  }
  const ours = new Set<Stamp>();
  for (const [key, stamps] of undone === undefined ? [] : asked) {
    for (const stamp of await givenBy(engine, key, stamps, undone ?? '')) ours.add(stamp);
  }
  return (draft) =>
    isOpenedBy(engine, actor, draft) || stateStamps(engine, draft).some((stamp) => ours.has(stamp));
}

/**
 * The submitted layers of others that would go out of sight with the articles that an undo takes
 * away, but for those that the same undo takes away as well.
 */
export function hiddenLayers(
  engine: Engine,
  actor: string,
  drafts: readonly OpDraft[],
  mayOpen: MayOpen,
): FrozenLayer[] {
  const opened = new Set(
    drafts
      .filter((draft) => changesState(draft) && mayOpen(draft))
      .map((draft) => layerKey(articleOfOp(draft) ?? '', layerAnalyst(draft.c) ?? '')),
  );
  return drafts
    .filter(({ c, k, p }) => c === PROJECT_CHANNEL && k === 'article' && p[DELETED] === true)
    .flatMap(({ r: articleId }) =>
      [...(engine.analysts.get(articleId) ?? [])]
        .filter((analyst) => analyst !== actor)
        .filter((analyst) => {
          const key = layerKey(articleId, analyst);
          return isHandedIn(engine.index.get(key)?.state) && !opened.has(key);
        })
        .map((analyst) => ({ articleId, analyst })),
    );
}
