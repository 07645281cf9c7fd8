import { describe, expect, it } from 'vitest';
import { editAnnotation } from '../../core/log/annotation-ops.ts';
import { DELETED } from '../../core/log/op.ts';
import { articleFrom } from '../../core/log/project-ops.ts';
import {
  ANA,
  addArticles,
  annotation,
  create,
  mark,
  must,
  open,
  TEXT,
  withFolder,
} from './testing/project.ts';
import { view } from './testing/view.ts';

const AT = '2026-11-22T08:00:00.000Z';

describe('a store', () => {
  it('keeps what was committed across a restart', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      await addArticles(store, ['a1']);
      must(
        await store.commit(ANA, [mark('a1', 'x1'), mark('a1', 'x2', 'threat')], { label: 'Add' }),
      );
      const before = await view(store);
      must(await store.close());
      const again = await open(`${dir}/p`);
      expect(again.notices()).toEqual([]);
      expect(await view(again)).toEqual(before);
      expect([...again.counts('a1')]).toEqual([
        [ANA, { annotations: 2, relations: 0, byLabel: { claim: 1, threat: 1 } }],
      ]);
      expect(must(await again.text('a1'))).toBe(TEXT);
      expect(must(await again.sidecar('a1'))).toEqual({ from: 'test' });
      must(await again.close());
    }));

  it('undoes and redoes edits, deletions and imports, across restarts', () =>
    withFolder(async (dir) => {
      let store = await create(`${dir}/p`);
      const states = [await view(store)];
      const step = async () => {
        states.push(await view(store));
      };
      await addArticles(store, ['a1', 'a2']);
      await step();
      must(await store.commit(ANA, [mark('a1', 'x1')], { label: 'Add Claim' }));
      await step();
      const edit = editAnnotation(annotation('a1', 'x1'), { label: 'threat', note: 'n' }, AT);
      must(await store.commit(ANA, [edit], { label: 'Edit' }));
      await step();
      const gone = { ...edit, p: { [DELETED]: true } };
      must(await store.commit(ANA, [gone], { label: 'Delete' }));
      await step();
      for (let at = states.length - 2; at >= 0; at -= 1) {
        must(await store.close());
        store = await open(`${dir}/p`);
        expect(must(await store.undo(ANA))).toBeDefined();
        expect(await view(store)).toEqual(states[at]);
      }
      expect(store.history(ANA)).toEqual({ redo: 'Import' });
      expect(must(await store.undo(ANA))).toBeUndefined();
      for (const state of states.slice(1)) {
        must(await store.close());
        store = await open(`${dir}/p`);
        expect(must(await store.redo(ANA))).toBeDefined();
        expect(await view(store)).toEqual(state);
      }
      expect(store.history(ANA)).toEqual({ undo: 'Delete' });
      must(await store.close());
    }));

  it('forgets what could be redone once something else is done', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      must(await store.commit(ANA, [mark('a1', 'x1')], { label: 'One' }));
      must(await store.undo(ANA));
      must(await store.commit(ANA, [mark('a1', 'x2')], { label: 'Two' }));
      expect(store.history(ANA)).toEqual({ undo: 'Two' });
      must(await store.close());
    }));

  it('lets each of many commits at once see the one before', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      must(await store.commit(ANA, [mark('a1', 'x1')], { label: 'Add' }));
      const labels = Array.from({ length: 100 }, (_, index) => `label-${index}`);
      const commits = labels.map((label) =>
        store.commit(ANA, [editAnnotation(annotation('a1', 'x1'), { label }, AT)], { label }),
      );
      expect(store.pending()).toBe(100);
      for (const commit of commits) must(await commit);
      const record = must(await store.layer('a1', ANA))
        .get('annotation')
        ?.get('a1/x1');
      expect(record?.['label']).toMatchObject({ value: 'label-99' });
      expect(record?.['label']?.losers).toBeUndefined();
      must(await store.close());
    }));

  it('tells listeners, keeps other channels, and lets go of layers it does not need', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      const told: number[] = [];
      const end = store.onState(({ pending }) => told.push(pending));
      const gold = { c: 'gold', k: 'gold', r: 'a1/g1', p: { from: ['x1'] } };
      const vote = { c: 'review.s1', k: 'vote', r: 'v1', p: { choice: 'x1' } };
      must(await store.commit(ANA, [gold, vote], { label: 'Decide' }));
      await store.drain();
      end();
      expect(told).toEqual([0]);
      const ids = Array.from({ length: 250 }, (_, index) => `a${index}`);
      const drafts = ids.map((id) => mark(id, 'x1'));
      must(await store.commit(ANA, drafts, { label: 'Add' }));
      must(await store.checkpoint());
      for (const id of ids) expect(must(await store.layer(id, ANA)).size).toBe(1);
      must(await store.close());
      const again = await open(`${dir}/p`);
      expect(must(await again.records('gold', 'a1')).get('gold')?.size).toBe(1);
      expect(
        must(await again.records('review.s1'))
          .get('vote')
          ?.has('v1'),
      ).toBe(true);
      expect(await again.records('other', 'a1')).toMatchObject({ error: { kind: 'name' } });
      expect(await again.records('review.../x')).toMatchObject({ error: { kind: 'name' } });
      for (const id of ids) expect(must(await again.layer(id, ANA)).size).toBe(1);
      must(await again.undo(ANA));
      expect(again.counts('a249').get(ANA)?.annotations).toBe(0);
      must(await again.close());
      must(await again.close());
    }));

  it('rejects a draft that is no JSON, and goes on', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      const draft = mark('a1', 'x1');
      const bad = { ...draft, p: { ...draft.p, note: 1n as unknown as string } };
      await expect(store.commit(ANA, [bad], { label: 'Add' })).rejects.toThrow('BigInt');
      must(await store.commit(ANA, [draft], { label: 'Add' }));
      expect(must(await store.commit(ANA, [], { label: 'Nothing' }))).toEqual([]);
      must(await store.close());
    }));

  it('refuses drafts that cannot be ops', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      const good = mark('a1', 'x1');
      const bad = [
        { ...good, k: '' },
        { ...good, r: 'no-article' },
        { ...good, c: 'unknown' },
        { ...good, c: 'layer.' },
        { ...good, p: JSON.parse('{"__proto__":1}') as Record<string, number> },
        { c: 'project', k: 'article', r: '../x', p: {} },
      ];
      for (const draft of bad) {
        const done = await store.commit(ANA, [draft], { label: 'Add' });
        expect(done).toMatchObject({ ok: false, error: { kind: 'name' } });
      }
      expect(await store.commit('../x', [good], { label: 'Add' })).toMatchObject({ ok: false });
      expect(await store.text('nothing')).toMatchObject({ error: { kind: 'missing' } });
      expect(await store.sidecar('../x')).toMatchObject({ error: { kind: 'name' } });
      expect(await store.sidecar('nothing')).toMatchObject({ error: { kind: 'missing' } });
      const half = await store.putArticle('a1', { text: '\ud83d', sidecar: {} });
      expect(half).toMatchObject({ error: { kind: 'name' } });
      const ext = { bytes: new Uint8Array(1), ext: '../x' };
      const original = await store.putArticle('a1', { text: 'x', sidecar: {}, original: ext });
      expect(original).toMatchObject({ error: { kind: 'name' } });
      await expect(create(`${dir}/q`, { replica: '../x' })).rejects.toThrow('no replica id');
      await expect(open(`${dir}/p`, { replica: '' })).rejects.toThrow('no replica id');
      must(await store.close());
    }));

  it('refuses names that cannot be files, and texts that changed', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      for (const bad of ['../x', '.hidden', 'nul', 'a b', 'x'.repeat(81)]) {
        const done = await store.commit(ANA, [mark(bad, 'x1')], { label: 'Add' });
        expect(done).toMatchObject({ ok: false, error: { kind: 'name' } });
        const put = await store.putArticle(bad, { text: 'x', sidecar: {} });
        expect(put).toMatchObject({ ok: false, error: { kind: 'name' } });
      }
      await addArticles(store, ['a1']);
      const other = await store.putArticle('a1', { text: 'other', sidecar: {} });
      expect(other).toMatchObject({ ok: false, error: { kind: 'exists' } });
      expect(articleFrom('a1', store.projectRecords('article').get('a1') ?? {})?.title).toBe(
        'Article a1',
      );
      must(await store.close());
      expect(await store.commit(ANA, [mark('a1', 'x1')], { label: 'Add' })).toMatchObject({
        ok: false,
        error: { kind: 'closed' },
      });
    }));

  it('does not make a project in a folder that is in use, and opens nothing else', () =>
    withFolder(async (dir) => {
      must(await (await create(`${dir}/p`)).close());
      await expect(create(`${dir}/p`)).rejects.toThrow('not empty');
      await expect(open(`${dir}/nothing`)).rejects.toThrow('no folder');
      await expect(open(dir)).rejects.toThrow('not a Verbale project');
    }));
});
