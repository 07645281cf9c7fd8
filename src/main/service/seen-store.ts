import { mayReadGold, mayReadLayer } from '../../core/log/blind.ts';
import { articleOfOp, layerAnalyst, type Op } from '../../core/log/op.ts';
import { ok } from '../../core/result.ts';
import type { Layer, Store } from '../store/store.ts';
import { blindProjectOf, teamOf } from './team-view.ts';

const GOLD = 'gold';

const EMPTY: Layer = new Map();

/** What a viewer may read of a store, asked anew each time: a reveal counts at once. */
interface Sight {
  readonly layer: (articleId: string, owner: string) => boolean;
  readonly gold: (articleId: string) => boolean;
}

function sightOf(whole: Store, viewer: string): Sight {
  return {
    layer: (articleId, owner) => mayReadLayer(blindProjectOf(whole), viewer, articleId, owner),
    gold: (articleId) => mayReadGold({ team: teamOf(whole) }, viewer, articleId),
  };
}

function maySee(sight: Sight, op: Op): boolean {
  const articleId = articleOfOp(op) ?? '';
  const owner = layerAnalyst(op.c);
  if (owner !== undefined) return sight.layer(articleId, owner);
  return op.c !== GOLD || sight.gold(articleId);
}

type Reading = Pick<Store, 'counts' | 'layerAnalysts' | 'annotatedArticles' | 'layer' | 'records'>;

function reading(whole: Store, sight: Sight): Reading {
  const analysts = (articleId: string): string[] =>
    whole.layerAnalysts(articleId).filter((owner) => sight.layer(articleId, owner));
  return {
    layerAnalysts: analysts,
    annotatedArticles: () => whole.annotatedArticles().filter((id) => analysts(id).length > 0),
    counts(articleId) {
      const all = whole.counts(articleId);
      return new Map([...all].filter(([owner]) => sight.layer(articleId, owner)));
    },
    layer: (articleId, owner) =>
      sight.layer(articleId, owner) ? whole.layer(articleId, owner) : Promise.resolve(ok(EMPTY)),
    records(channel, articleId = '-') {
      const owner = layerAnalyst(channel);
      const may =
        owner === undefined
          ? channel !== GOLD || sight.gold(articleId)
          : sight.layer(articleId, owner);
      return may ? whole.records(channel, articleId) : Promise.resolve(ok(EMPTY));
    },
  };
}

type Writing = Pick<Store, 'commit' | 'undo' | 'redo' | 'onOps'>;

function writing(whole: Store, sight: Sight): Writing {
  const seen = (ops: readonly Op[]): readonly Op[] => ops.filter((op) => maySee(sight, op));
  const travelled = async (
    going: ReturnType<Store['undo']>,
  ): Promise<Awaited<ReturnType<Store['undo']>>> => {
    const done = await going;
    return done.ok && done.value !== undefined
      ? ok({ ...done.value, ops: seen(done.value.ops) })
      : done;
  };
  return {
    async commit(analyst, drafts, note) {
      const done = await whole.commit(analyst, drafts, note);
      return done.ok ? ok(seen(done.value)) : done;
    },
    undo: (analyst) => travelled(whole.undo(analyst)),
    redo: (analyst) => travelled(whole.redo(analyst)),
    onOps: (listener) => whole.onOps((ops) => listener(seen(ops))),
  };
}

/**
 * A store as one analyst may read it: layers that the rule of blindness hides from them are not
 * there, in no list, count or answer. All that answers a window or a command reads through this;
 * what must know everything (publishing a codebook, merging, checking) takes the whole store.
 * @param viewer analyst id
 */
export function storeSeenBy(whole: Store, viewer: string): Store {
  const sight = sightOf(whole, viewer);
  // The rest, and what changes while it is open, is the whole store's.
  return Object.assign(Object.create(whole) as Store, {
    ...reading(whole, sight),
    ...writing(whole, sight),
  });
}
