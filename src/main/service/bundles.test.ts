import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input, Output } from '../../ipc/contract.ts';
import { type Desk, startDesk, valueOf } from './testing/desk.ts';

type Look = Output<'bundle.look'>['looked'][number];

interface Pair {
  readonly ada: Desk;
  readonly ben: Desk;
  readonly bundle: string;
}

async function edit({ call }: Desk, articleId: string, title: string): Promise<void> {
  const drafts: Input<'commit'>['drafts'] = [
    { c: 'project', k: 'article', r: articleId, p: { title } },
  ];
  valueOf(await call('commit', { label: 'Title', drafts }));
}

/** Two people with copies of one project, who gave one article two titles, and the bundle of one of them. */
async function pair(): Promise<Pair> {
  const ada = await startDesk({ analyst: 'Ada Ley', seed: 3, replica: 'r-ada' });
  const project = path.join(ada.dir, 'team.verbale');
  await cp(path.resolve('resources/sample-project'), project, { recursive: true });
  const ben = await startDesk({ analyst: 'Ben Orr', seed: 4, replica: 'r-ben' });
  const copy = path.join(ben.dir, 'team.verbale');
  await mkdir(ben.dir, { recursive: true });
  await cp(project, copy, { recursive: true });
  const opened = valueOf(await ada.call('project.open', { folder: project }));
  valueOf(await ben.call('project.open', { folder: copy }));
  const id = 'project' in opened ? (opened.project.articles[0]?.id ?? '') : '';
  await edit(ada, id, 'Hers');
  await edit(ben, id, 'His');
  return { ada, ben, bundle: path.join(ben.dir, 'ben.vbundle') };
}

async function handOver({ ben, bundle }: Pair, more: Partial<Input<'bundle.make'>> = {}) {
  const { people } = valueOf(await ben.call('bundle.contents', {}));
  ben.answers.save = bundle;
  const asked = { analyst: people[0]?.id ?? '', originals: false, ...more };
  return valueOf(await ben.call('bundle.make', asked));
}

async function look(desk: Desk, asked: Input<'bundle.look'>['bundles'][number]): Promise<Look> {
  const { looked } = valueOf(await desk.call('bundle.look', { bundles: [asked] }));
  const [one] = looked;
  if (one === undefined) throw new Error('nothing was looked at');
  return one;
}

function titlesIn({ articles }: Output<'bundle.take'>['project']): unknown[] {
  return articles.map(({ record }) => record['title']?.value);
}

describe('handing over and taking in', () => {
  it('reports before, takes in, lists, takes back and takes in again', {
    timeout: 60_000,
  }, async () => {
    const both = await pair();
    const { ada, bundle } = both;
    expect(await handOver(both)).toMatchObject({ file: bundle });
    const seen = await look(ada, { path: bundle });
    expect(seen).toMatchObject({
      state: 'ready',
      report: {
        from: { name: 'Ben Orr', trust: 'first' },
        conflictCount: 1,
        conflicts: [
          {
            kind: 'article',
            name: 'Hers',
            field: 'title',
            shown: { text: 'His', from: 'Ben Orr' },
            others: [{ text: 'Hers', from: '' }],
          },
        ],
      },
    });
    const sum = seen.state === 'ready' ? seen.sum : '';
    const { taken, project } = valueOf(
      await ada.call('bundle.take', { bundles: [{ path: bundle, sum }] }),
    );
    expect(taken).toMatchObject([{ path: bundle, alsoApplied: 0 }]);
    expect(titlesIn(project)).toContain('His');
    expect(valueOf(await ada.call('bundle.taken', {}))).toMatchObject({
      receipts: [{ from: 'Ben Orr', conflicts: 1 }],
      waiting: 0,
      back: { from: 'Ben Orr' },
    });
    const back = valueOf(await ada.call('bundle.takeBack', {}));
    expect(titlesIn(back.project)).toContain('Hers');
    expect(back.project.analysts.map(({ name }) => name)).not.toContain('Ben Orr');
    const again = valueOf(await ada.call('bundle.takeAgain', {}));
    expect(titlesIn(again.project)).toContain('His');
    expect(ada.bugs).toEqual([]);
    await ada.close();
    await both.ben.close();
  });

  it('asks for a passphrase, and takes in what was looked at and nothing else', {
    timeout: 60_000,
  }, async () => {
    const both = await pair();
    const { ada, bundle } = both;
    await handOver(both, { passphrase: 'sesame' });
    expect(await look(ada, { path: bundle })).toMatchObject({
      state: 'locked',
      needs: 'passphrase',
    });
    const opened = await look(ada, { path: bundle, passphrase: 'sesame' });
    expect(opened.state).toBe('ready');
    const refused = await ada.call('bundle.take', {
      bundles: [{ path: bundle, sum: '0'.repeat(64), passphrase: 'sesame' }],
    });
    expect(valueOf(refused).taken).toMatchObject([
      { refused: expect.stringContaining('another file') as string },
    ]);
    const bytes = await readFile(bundle);
    await writeFile(bundle, bytes.subarray(0, 60));
    expect(await look(ada, { path: bundle, passphrase: 'sesame' })).toMatchObject({
      state: 'refused',
    });
    await ada.close();
    await both.ben.close();
  });

  it('takes another key than the known one only where a person vouches for it', {
    timeout: 60_000,
  }, async () => {
    const both = await pair();
    const { ada, ben, bundle } = both;
    await handOver(both);
    const first = await look(ada, { path: bundle });
    await ada.call('bundle.take', {
      bundles: [{ path: bundle, sum: first.state === 'ready' ? first.sum : '' }],
    });
    await ben.close();
    const other = await startDesk({ dir: ben.dir, analyst: 'Ben Orr', seed: 9, replica: 'r-ben9' });
    valueOf(await other.call('project.open', { folder: path.join(ben.dir, 'team.verbale') }));
    await handOver({ ...both, ben: other });
    const seen = await look(ada, { path: bundle });
    if (seen.state !== 'ready') throw new Error('it can be looked at');
    expect(seen.report.from.trust).toBe('accepted');
    const asked = { path: bundle, sum: seen.sum };
    const without = valueOf(await ada.call('bundle.take', { bundles: [asked] }));
    expect(without.taken).toMatchObject([
      { refused: expect.stringContaining('not one that') as string },
    ]);
    const acceptKey = seen.report.from.key;
    const vouched = valueOf(await ada.call('bundle.take', { bundles: [{ ...asked, acceptKey }] }));
    expect(vouched.taken).toMatchObject([{ alsoApplied: 0 }]);
    await ada.close();
    await other.close();
  });
});
