import { describe, expect, it } from 'vitest';
import { editAnnotation } from '../../core/log/annotation-ops.ts';
import { EMPTY_HISTORY } from '../../core/log/history.ts';
import type { OpDraft } from '../../core/log/op.ts';
import { buildBatch } from './build.ts';
import type { Store } from './store.ts';
import { ANA, annotation, create, mark, must, open, withFolder } from './testing/project.ts';
import { turnsDuring } from './testing/turns.ts';
import { view } from './testing/view.ts';
import { verifyProject } from './verify.ts';

const AT = '2026-11-22T08:00:00.000Z';
const ANALYSTS = [ANA, 'ben-2', 'cy-3'];
const IDS = Array.from({ length: 60 }, (_, index) => `a${index}`);

function inLayer(analyst: string, draft: OpDraft): OpDraft {
  return { ...draft, c: `layer.${analyst}` };
}

/** One draft for each annotation: 60 articles, 3 layers, 10 annotations. */
function everywhere(make: (articleId: string, id: string) => OpDraft): readonly OpDraft[] {
  return IDS.flatMap((articleId) =>
    ANALYSTS.flatMap((analyst) =>
      Array.from({ length: 10 }, (_, n) => inLayer(analyst, make(articleId, `x${n}`))),
    ),
  );
}

/** What a change of the codebook comes to: records of the project, and fields in every layer. */
function codebookChange(): readonly OpDraft[] {
  return [
    { c: 'project', k: 'codebook', r: 'codebook', p: { version: 2, migration: ['rename'] } },
    { c: 'project', k: 'codebookVersion', r: '2', p: { at: AT, by: ANA } },
    { c: 'project', k: 'attribute', r: 'certainty', p: { values: ['high', 'low'] } },
    { c: 'project', k: 'rule', r: 'r1', p: { if: 'claim' } },
    ...everywhere((articleId, id) =>
      editAnnotation(annotation(articleId, id), { label: 'threat', note: 'bulk' }, AT),
    ),
    inLayer('ben-2', { c: '', k: 'comment', r: 'a1/c1', p: { on: 'x1', text: 'why?' } }),
    { c: 'gold', k: 'gold', r: 'a1/g1', p: { from: ['x1'] } },
  ];
}

/** Everything that can be seen, kinds that the store knows nothing of included. */
async function all(store: Store): Promise<unknown> {
  const kinds = ['codebook', 'codebookVersion', 'attribute', 'rule', 'relationType'];
  const gold = must(await store.records('gold', 'a1'));
  return {
    view: await view(store),
    project: kinds.map((kind) =>
      [...store.projectRecords(kind)].map(([id, record]) => [id, Object.keys(record)]),
    ),
    gold: [...gold].map(([kind, byId]) => [kind, [...byId.keys()]]),
    counts: IDS.map((id) => [...store.counts(id)]),
  };
}

async function filled(dir: string): Promise<Store> {
  const store = await create(dir);
  must(await store.commit(ANA, everywhere(mark), { label: 'Add' }));
  return store;
}

describe('building a batch', () => {
  it('lets others have their turns', { timeout: 60_000 }, async () => {
    const one = { replica: 'r', channel: '', s: 0, h: '', offset: 0, lines: 0, exists: false };
    const drafts = Array.from({ length: 4 }, () => everywhere(mark)).flat();
    let ops = 0;
    const turns = await turnsDuring(async () => {
      const input = {
        project: 'p',
        replica: 'r',
        clock: Date.now,
        stamp: '',
        record: () => undefined,
        stream: (channel: string) => ({ ...one, channel }),
        history: () => EMPTY_HISTORY,
      };
      const note = { label: 'Add' };
      const batch = await buildBatch(input, [{ analyst: ANA, drafts, note }]);
      ops = batch.commits[0]?.length ?? 0;
    });
    expect(ops).toBe(drafts.length);
    expect(turns).toBeGreaterThan(5);
  });
});

describe('a commit over many layers', () => {
  it(
    'is one act: there, undone and redone in one step, across restarts',
    {
      timeout: 60_000,
    },
    () =>
      withFolder(async (dir) => {
        let store = await filled(`${dir}/p`);
        const before = await view(store);
        const ops = must(await store.commit(ANA, codebookChange(), { label: 'Codebook' }));
        expect(new Set(ops.map(({ c }) => c))).toEqual(
          new Set(['project', 'gold', ...ANALYSTS.map((analyst) => `layer.${analyst}`)]),
        );
        expect(new Set(ops.map(({ g }) => g.join(' '))).size).toBe(1);
        expect(ops[0]?.g[1]).toBe(ops.length);
        const after = await all(store);
        expect(store.counts('a1').get('ben-2')).toMatchObject({ byLabel: { threat: 10 } });
        must(await store.close());
        store = await open(`${dir}/p`);
        expect(await all(store)).toEqual(after);
        must(await store.undo(ANA));
        expect(await view(store)).toEqual(before);
        expect(store.history(ANA)).toEqual({ undo: 'Add', redo: 'Codebook' });
        must(await store.close());
        expect(must(await verifyProject(`${dir}/p`)).problems).toEqual([]);
        store = await open(`${dir}/p`);
        must(await store.redo(ANA));
        expect(await view(store)).toEqual((after as { readonly view: unknown }).view);
        must(await store.close());
        expect(must(await verifyProject(`${dir}/p`)).problems).toEqual([]);
      }),
  );

  it('is never seen by halves, although others have their turns', { timeout: 60_000 }, () =>
    withFolder(async (dir) => {
      const store = await filled(`${dir}/p`);
      const count = () =>
        IDS.flatMap((id) => [...store.counts(id).values()]).reduce(
          (sum, { byLabel }) => sum + (byLabel['threat'] ?? 0),
          0,
        );
      const seen: number[] = [];
      let running = true;
      const look = (): void => {
        seen.push(count());
        if (running) setImmediate(look);
      };
      setImmediate(look);
      must(await store.commit(ANA, codebookChange(), { label: 'Codebook' }));
      running = false;
      expect([...new Set([...seen, count()])]).toEqual([0, 1800]);
      must(await store.close());
    }),
  );
});
