import { describe, expect, it } from 'vitest';
import { addAnnotation, editAnnotation } from '../../../core/log/annotation-ops.ts';
import { DELETED } from '../../../core/log/op.ts';
import { editArticle } from '../../../core/log/project-ops.ts';
import { annotation, must } from '../../store/testing/project.ts';
import { noLock } from '../../store/testing/scenario.ts';
import { verifyProject } from '../../store/verify.ts';
import { makeBundle } from './make-bundle.ts';
import { mergeBundle } from './merge-bundle.ts';
import { asideFile } from './merge-steps.ts';
import { orderTakeBack, takeAgain, takenSteps } from './take-back.ts';
import {
  exported,
  type Folder,
  foundProject,
  importArticles,
  makeInstallation,
  makeTeam,
  openFolder,
  type Team,
  withMessage,
} from './testing/team.ts';

const AT = '2026-11-22T08:00:00.000Z';
const ADA = { id: 'ada-1', name: 'Ada' };
const BEN = { id: 'ben-2', name: 'Ben' };

interface Two {
  readonly team: Team;
  ada: Folder;
  readonly ben: Folder;
}

async function twoCopies(seed = 1): Promise<Two> {
  const team = makeTeam(seed, {});
  const ada = await foundProject(team, makeInstallation(0));
  const ben = await openFolder(team, makeInstallation(1), 'second', ada.disk.copy());
  return { team, ada, ben };
}

async function bundleOf({ store, installation: { key } }: Folder, analyst: typeof ADA) {
  return must(withMessage(await makeBundle(store, { analyst, key, originals: false }))).bytes;
}

async function take(folder: Folder, bytes: Uint8Array) {
  return must(withMessage(await mergeBundle(folder.store, bytes, { dryRun: false, at: AT })));
}

/** The program is closed and opened, as an order to take back asks for. */
async function reopened(team: Team, folder: Folder): Promise<Folder> {
  must(await folder.store.close());
  return openFolder(team, folder.installation, folder.place, folder.disk);
}

async function takeBack(two: Two): Promise<void> {
  must(withMessage(await orderTakeBack(two.ada.store)));
  two.ada = await reopened(two.team, two.ada);
}

/** Everything that people could see, and that a checker finds wrong. */
async function picture({ store }: Folder): Promise<string> {
  const keys = [...store.projectRecords('analyst').keys()].sort().join();
  return `${keys}\n${await exported(store)}`;
}

function picker(seed: number): (below: number) => number {
  let state = (seed + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function edit(folder: Folder, who: typeof ADA, pick: (below: number) => number, n: number) {
  const { store } = folder;
  const articles = [...store.projectRecords('article').keys()];
  const articleId = articles[pick(articles.length)] ?? 'a1';
  const layer = must(await store.layer(articleId, who.id));
  const [known] = layer.get('annotation')?.keys() ?? [];
  const kind = pick(5);
  if (kind === 0) {
    const title = `Title ${who.name} ${String(n)}`;
    must(await store.commit(who.id, [editArticle(articleId, { title })], { label: 'Title' }));
  } else if (kind === 1 && who === BEN) await importArticles(store, [`b${String(pick(3))}`]);
  else if (kind === 2 && known !== undefined) {
    const draft = { c: `layer.${who.id}`, k: 'annotation', r: known, p: { [DELETED]: true } };
    must(await store.commit(who.id, [draft], { label: 'Remove' }));
  } else if (kind === 3 && known !== undefined) {
    const of = { articleId, id: known.split('/')[1] ?? '', analyst: who.id };
    must(
      await store.commit(who.id, [editAnnotation(of, { note: `n${String(n)}` }, AT)], {
        label: 'Note',
      }),
    );
  } else {
    const made = { ...annotation(articleId, `x${who.id}${String(n)}`), analyst: who.id };
    must(await store.commit(who.id, [addAnnotation(made)], { label: 'Add' }));
  }
}

describe('taking a bundle back', () => {
  it('leaves the project as it was before, and in again as it was after', {
    timeout: 120_000,
  }, async () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const pick = picker(seed);
      const two = await twoCopies(seed);
      const { ben } = two;
      for (let n = 0; n < 3 + pick(6); n += 1) await edit(two.ada, ADA, pick, n);
      for (let n = 0; n < 3 + pick(6); n += 1) await edit(ben, BEN, pick, n);
      if (pick(2) === 0) await take(ben, await bundleOf(two.ada, ADA));
      const before = await picture(two.ada);
      await take(two.ada, await bundleOf(ben, BEN));
      const after = await picture(two.ada);
      await takeBack(two);
      expect(await picture(two.ada), `seed ${seed}: taken back`).toBe(before);
      must(withMessage(await takeAgain(two.ada.store)));
      expect(await picture(two.ada), `seed ${seed}: taken in again`).toBe(after);
      await takeBack(two);
      expect(await picture(two.ada), `seed ${seed}: twice`).toBe(before);
      await take(two.ada, await bundleOf(ben, BEN));
      expect(await picture(two.ada), `seed ${seed}: the bundle again`).toBe(after);
    }
  });

  it('keeps what was done here since', async () => {
    const two = await twoCopies();
    await edit(two.ben, BEN, () => 4, 1);
    const bytes = await bundleOf(two.ben, BEN);
    await take(two.ada, bytes);
    must(
      await two.ada.store.commit(ADA.id, [editArticle('a1', { title: 'Mine' })], { label: 'T' }),
    );
    await takeBack(two);
    expect(two.ada.store.layerAnalysts('a1')).not.toContain(BEN.id);
    expect(two.ada.store.projectRecords('article').get('a1')?.['title']?.value).toBe('Mine');
    expect(two.ada.store.notices()).toEqual([]);
    must(withMessage(await takeAgain(two.ada.store)));
    const other = await bundleOf(two.ada, ADA);
    await take(two.ben, other);
    expect(await exported(two.ada.store)).toBe(await exported(two.ben.store));
  });

  it('is refused where an article that came with it has been worked on', async () => {
    const two = await twoCopies();
    await importArticles(two.ben.store, ['b1']);
    await take(two.ada, await bundleOf(two.ben, BEN));
    const made = { ...annotation('b1', 'x1'), analyst: ADA.id };
    must(await two.ada.store.commit(ADA.id, [addAnnotation(made)], { label: 'Add' }));
    const before = two.ada.store.heads();
    const refused = await orderTakeBack(two.ada.store);
    expect(refused.ok ? 'ordered' : refused.error).toContain('has been worked on here since');
    two.ada = await reopened(two.team, two.ada);
    expect(two.ada.store.heads()).toBe(before);
  });

  it('takes back one step after the other, the last first', async () => {
    const two = await twoCopies();
    const pictures = [await picture(two.ada)];
    for (const n of [1, 2, 3]) {
      await edit(two.ben, BEN, () => 4, n);
      await take(two.ada, await bundleOf(two.ben, BEN));
      pictures.push(await picture(two.ada));
    }
    for (const was of [2, 1, 0]) {
      await takeBack(two);
      expect(await picture(two.ada)).toBe(pictures[was]);
    }
    expect((await orderTakeBack(two.ada.store)).ok).toBe(false);
    for (const is of [1, 2, 3]) {
      must(withMessage(await takeAgain(two.ada.store)));
      expect(await picture(two.ada)).toBe(pictures[is]);
    }
    expect((await takeAgain(two.ada.store)).ok).toBe(false);
  });

  it('is carried out at the next opening where the program dies in the middle', async () => {
    const two = await twoCopies();
    await importArticles(two.ben.store, ['b1']);
    await edit(two.ben, BEN, () => 4, 1);
    const before = await picture(two.ada);
    await take(two.ada, await bundleOf(two.ben, BEN));
    must(withMessage(await orderTakeBack(two.ada.store)));
    // Not closed, and opened twice from the same bytes: as after two crashes.
    const once = await openFolder(two.team, two.ada.installation, 'first', two.ada.disk.copy());
    expect(await picture(once)).toBe(before);
    const twice = await openFolder(two.team, two.ada.installation, 'first', once.disk.copy());
    expect(await picture(twice)).toBe(before);
    must(await twice.store.close());
    const checked = must(await verifyProject('/p', twice.disk, noLock));
    expect(checked.problems).toEqual([]);
    const { again } = must(withMessage(await takenSteps(twice.store)));
    expect(await twice.store.bundles.list()).toContain(asideFile(again ?? { id: '' }));
  });
});
