import { describe, expect, it } from 'vitest';
import { addAnnotation } from '../../../core/log/annotation-ops.ts';
import { editArticle } from '../../../core/log/project-ops.ts';
import { fingerprint } from '../../store/signing.ts';
import { annotation, must } from '../../store/testing/project.ts';
import { makeBundle } from './make-bundle.ts';
import { type MergeChoice, mergeBundle } from './merge-bundle.ts';
import { openBundle } from './sealed-bundle.ts';
import {
  exported,
  type Folder,
  foundProject,
  importArticles,
  makeInstallation,
  makeTeam,
  openFolder,
  withMessage,
} from './testing/team.ts';

const AT = '2026-11-22T08:00:00.000Z';
const ADA = { id: 'ada-1', name: 'Ada' };
const BEN = { id: 'ben-2', name: 'Ben' };

/** Two copies of one project on two computers. */
async function twoCopies(): Promise<{ readonly ada: Folder; readonly ben: Folder }> {
  const team = makeTeam(1, {});
  const ada = await foundProject(team, makeInstallation(0));
  const ben = await openFolder(team, makeInstallation(1), 'second', ada.disk.copy());
  return { ada, ben };
}

async function bundleOf(
  { store, installation: { key } }: Folder,
  analyst: typeof ADA,
  earlier?: Uint8Array,
): Promise<Uint8Array> {
  const since =
    earlier === undefined ? undefined : must(withMessage(await openBundle(earlier))).manifest;
  const choice = { analyst, key, originals: false, since };
  return must(withMessage(await makeBundle(store, choice))).bytes;
}

function take(folder: Folder, bytes: Uint8Array, more: Partial<MergeChoice> = {}) {
  return mergeBundle(folder.store, bytes, { dryRun: false, at: AT, ...more });
}

async function taken(folder: Folder, bytes: Uint8Array, more: Partial<MergeChoice> = {}) {
  return must(withMessage(await take(folder, bytes, more))).report;
}

async function mark({ store }: Folder, analyst: typeof ADA, id: string): Promise<void> {
  const made = addAnnotation({ ...annotation('a1', id), analyst: analyst.id });
  must(await store.commit(analyst.id, [made], { label: 'Add' }));
}

describe('merging a bundle', () => {
  it('says what a dry run would do, and then does it, once', async () => {
    const { ada, ben } = await twoCopies();
    await mark(ben, BEN, 'x1');
    await importArticles(ben.store, ['b1']);
    const bytes = await bundleOf(ben, BEN);
    const before = ada.store.heads();
    const dry = await taken(ada, bytes, { dryRun: true });
    expect(ada.store.heads()).toBe(before);
    expect(await ada.store.bundles.list()).toEqual([]);
    expect(dry).toMatchObject({ newArticles: ['b1'], from: { name: 'Ben', trust: 'first' } });
    expect(await taken(ada, bytes)).toEqual(dry);
    expect(await taken(ada, bytes)).toMatchObject({ new: 0, held: dry.held + dry.new });
    expect(await ada.store.bundles.list()).toHaveLength(2);
    expect(await exported(ada.store)).toBe(await exported(ben.store));
  });

  it('keeps both values where two people set one field', async () => {
    const { ada, ben } = await twoCopies();
    for (const [{ store }, who, title] of [
      [ada, ADA, 'One'],
      [ben, BEN, 'Two'],
    ] as const) {
      must(await store.commit(who.id, [editArticle('a1', { title })], { label: 'Title' }));
    }
    const { conflicts } = await taken(ada, await bundleOf(ben, BEN));
    expect(conflicts).toMatchObject([
      { record: 'a1', field: 'title', shown: { value: 'Two' }, others: [{ value: 'One' }] },
    ]);
  });

  it('keeps what comes too early until the rest is there', async () => {
    const { ada, ben } = await twoCopies();
    await importArticles(ben.store, ['b1']);
    const first = await bundleOf(ben, BEN);
    await mark(ben, BEN, 'x1');
    must(await ben.store.commit(BEN.id, [editArticle('b1', { title: 'T' })], { label: 'Title' }));
    const second = await bundleOf(ben, BEN, first);
    const early = await taken(ada, second);
    expect(early.waiting).toMatchObject([{ channel: 'project' }]);
    expect(early.waiting[0]?.reason).toContain('not here yet');
    expect((await ada.store.bundles.list()).some((name) => name.endsWith('.vbundle'))).toBe(true);
    await taken(ada, first);
    expect((await ada.store.bundles.list()).some((name) => name.endsWith('.vbundle'))).toBe(false);
    expect(await exported(ada.store)).toBe(await exported(ben.store));
  });

  it('carries nobody’s work in the bundle of another', async () => {
    const { ada } = await twoCopies();
    await mark(ada, ADA, 'x1');
    await mark(ada, BEN, 'secret');
    const opened = must(withMessage(await openBundle(await bundleOf(ada, ADA))));
    expect(opened.manifest.streams.map(({ channel }) => channel)).toEqual([
      'layer.ada-1',
      'project',
    ]);
    for (const bytes of opened.files.values()) {
      expect(Buffer.from(bytes).toString('utf8')).not.toContain('secret');
    }
  });

  it('refuses another key of an analyst whose key is known, unless a person vouches for it', async () => {
    const { ada, ben } = await twoCopies();
    await taken(ada, await bundleOf(ben, BEN));
    const other = { ...ben, installation: makeInstallation(7) };
    const bytes = await bundleOf(other, BEN);
    const before = ada.store.heads();
    const refused = await take(ada, bytes);
    expect(refused.ok ? 'taken' : refused.error).toContain('not one that Ben is known by');
    expect(ada.store.heads()).toBe(before);
    const print = fingerprint(other.installation.key.publicKey);
    const report = await taken(ada, bytes, { vouched: (asked) => asked === print });
    expect(report.from.trust).toBe('accepted');
    expect((await taken(ada, bytes)).from.trust).toBe('known');
  });

  it('refuses a bundle of another project', async () => {
    const { ada, ben } = await twoCopies();
    const store = { ...ada.store, id: 'p-other' };
    const refused = await mergeBundle(store, await bundleOf(ben, BEN), { dryRun: false, at: AT });
    expect(refused.ok ? 'taken' : refused.error).toContain('another project');
  });

  it('takes nothing of a fork, and keeps the bundle', async () => {
    const team = makeTeam(1, { noFence: true });
    const ada = await foundProject(team, makeInstallation(0));
    const twin = await openFolder(team, ada.installation, 'twin', ada.disk.copy());
    await mark(ada, ADA, 'x1');
    await mark(twin, ADA, 'x2');
    const report = await taken(ada, await bundleOf(twin, ADA));
    expect(report.forked.map(({ channel, from }) => [channel, from])).toContainEqual([
      'layer.ada-1',
      1,
    ]);
    // What only the twin wrote goes on from what both have: its entry in the roster.
    expect(report.streams).toMatchObject([
      { new: 0, forked: 1 },
      { channel: 'project', forked: 0 },
    ]);
    const layer = must(await ada.store.layer('a1', ADA.id));
    expect([...(layer.get('annotation')?.keys() ?? [])]).toEqual(['a1/x1']);
    expect((await ada.store.bundles.list()).some((name) => name.endsWith('.vbundle'))).toBe(true);
  });
});
