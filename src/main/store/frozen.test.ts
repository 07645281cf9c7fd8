import { expect, it } from 'vitest';
import { editDocument } from '../../core/log/document-ops.ts';
import { addArticle } from '../../core/log/project-ops.ts';
import { ANA, addArticles, article, create, mark, must, withFolder } from './testing/project.ts';

it('an edit sent in one breath with the submission finds the layer frozen, across a restart too', () =>
  withFolder(async (dir) => {
    const store = await create(`${dir}/p`);
    await addArticles(store, ['a1', 'a2']);
    must(await store.commit(ANA, [mark('a1', 'x1')], { label: 'Add' }));
    const said = (state: 'submitted' | 'in-progress') => editDocument('a1', ANA, { state });
    const [, edit, elsewhere] = await Promise.all([
      store.commit(ANA, [said('submitted')], { label: 'Submit' }),
      store.commit(ANA, [mark('a1', 'x2')], { label: 'Add' }),
      store.commit(ANA, [mark('a2', 'x2')], { label: 'Add' }),
    ]);
    expect(edit).toMatchObject({ ok: false, error: { kind: 'frozen' } });
    expect(elsewhere.ok).toBe(true);
    const [, after] = await Promise.all([
      store.commit(ANA, [said('in-progress')], { label: 'Take back' }),
      store.commit(ANA, [mark('a1', 'x2')], { label: 'Add' }),
    ]);
    expect(after.ok).toBe(true);
    expect(store.counts('a1').get(ANA)).toMatchObject({ annotations: 2, state: 'in-progress' });
    must(await store.close());
  }));

it('an import by one analyst is not undone out of a layer that its owner has submitted since', () =>
  withFolder(async (dir) => {
    const store = await create(`${dir}/p`);
    await addArticles(store, ['a1']);
    must(await store.commit('ben', [mark('a1', 'x1')], { label: 'Import' }));
    const submit = [editDocument('a1', ANA, { state: 'submitted' })];
    must(await store.commit(ANA, submit, { label: 'Submit' }));
    const undone = await store.undo('ben');
    expect(undone).toMatchObject({ ok: false, error: { kind: 'frozen' } });
    expect(undone.ok ? '' : undone.error.message).toContain('Ana’s layer of “Article a1”');
    expect(store.history('ben').undo).toBe('Import');
    must(await store.undo(ANA));
    expect((await store.undo('ben')).ok).toBe(true);
    must(await store.close());
  }));

const said = (state: 'submitted' | 'in-progress', analyst: string) =>
  editDocument('a1', analyst, { state });

it('an import that brought a submitted layer is taken back, until its owner submits it again', () =>
  withFolder(async (dir) => {
    const store = await create(`${dir}/p`);
    await addArticles(store, ['a1']);
    const brought = [mark('a1', 'x1'), said('submitted', ANA)];
    must(await store.commit('ben', brought, { label: 'Import' }));
    must(await store.undo('ben'));
    expect(store.counts('a1').get(ANA)?.annotations).toBe(0);
    must(await store.redo('ben'));
    expect(store.counts('a1').get(ANA)).toMatchObject({ annotations: 1, state: 'submitted' });
    must(await store.undo('ben'));
    must(await store.redo('ben'));
    must(await store.commit(ANA, [said('in-progress', ANA)], { label: 'Take back' }));
    must(await store.commit(ANA, [mark('a1', 'x2')], { label: 'Add' }));
    must(await store.commit(ANA, [said('submitted', ANA)], { label: 'Submit' }));
    const undone = await store.undo('ben');
    expect(undone).toMatchObject({ ok: false, error: { kind: 'frozen' } });
    expect(undone.ok ? '' : undone.error.message).toContain('Ana’s layer of “Article a1”');
    expect(store.counts('a1').get(ANA)).toMatchObject({ annotations: 2, state: 'submitted' });
    must(await store.close());
  }));

it('an import is not undone where its article would take along what somebody else has submitted', () =>
  withFolder(async (dir) => {
    const store = await create(`${dir}/p`);
    must(await store.commit('ben', [addArticle(article('a1'))], { label: 'Import' }));
    must(await store.commit(ANA, [mark('a1', 'x1'), said('submitted', ANA)], { label: 'Work' }));
    const undone = await store.undo('ben');
    expect(undone).toMatchObject({ ok: false, error: { kind: 'frozen' } });
    expect(undone.ok ? '' : undone.error.message).toContain('Ana’s layer of “Article a1”');
    must(await store.commit(ANA, [said('in-progress', ANA)], { label: 'Take back' }));
    must(await store.undo('ben'));
    must(await store.close());
  }));

it('an import is undone with the article and the submitted layer that it brought', () =>
  withFolder(async (dir) => {
    const store = await create(`${dir}/p`);
    const brought = [addArticle(article('a1')), mark('a1', 'x1'), said('submitted', ANA)];
    must(await store.commit('ben', brought, { label: 'Import' }));
    must(await store.undo('ben'));
    expect(store.counts('a1').get(ANA)?.annotations).toBe(0);
    must(await store.close());
  }));
