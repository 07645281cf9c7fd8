import { appendFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchedProject } from './testing/project.ts';

let project: SearchedProject;

beforeEach(async () => {
  project = new SearchedProject();
  await project.open();
});

afterEach(async () => {
  await project.remove();
});

async function found(text: string): Promise<string[]> {
  return (await project.find(text)).rows.map(({ articleId, words }) => `${articleId} ${words}`);
}

describe('the index', () => {
  it('has what was settled after a crash, and knows that the rest is missing', async () => {
    await project.put(project.article('one', 'Oil.'));
    await project.answers.settle({ heads: 'h1' });
    await project.put(project.article('two', 'More oil.'));
    expect(await found('oil')).toEqual(['one Oil', 'two oil']);
    // Killed here: `two` was never written.
    expect(await project.reopen()).toEqual({ heads: 'h1', problem: '' });
    expect(await found('oil')).toEqual(['one Oil']);
  });

  it('tells what it lacks and drops what is gone', async () => {
    const one = project.article('one', 'Oil.');
    const two = project.article('two', 'More oil.');
    await project.put(one, two);
    await project.layer('one', []);
    const lacking = await project.answers.survey({
      articles: [
        { id: 'one', stamp: one.stamp },
        { id: 'three', stamp: 's' },
      ],
      layers: [
        ['one', 'ana', '1'],
        ['one', 'ben', '1'],
      ],
    });
    expect(lacking).toEqual({ articles: ['three'], layers: [['one', 'ben']] });
    expect(await project.answers.endSurvey({})).toEqual({ dropped: 1 });
    expect(await found('oil')).toEqual(['one Oil']);
    const changed = { articles: [{ id: 'one', stamp: 'other' }], layers: [] };
    expect(await project.answers.survey(changed)).toEqual({ articles: ['one'], layers: [] });
  });

  it('follows what is changed about an article, its text and its layers', async () => {
    await project.put(project.article('one', 'Oil.'));
    await project.put(project.article('one', 'Oil.', { stamp: 's2', title: 'Gas' }));
    expect(await found('oil title:gas')).toEqual(['one Oil']);
    await project.put(project.article('one', 'Coal.', { stamp: 's3' }));
    expect([await found('oil'), await found('coal')]).toEqual([[], ['one Coal']]);
    const claim = { id: 'c', analyst: 'ana', label: 'claim', attributes: {}, spans: [[0, 4]] };
    await project.layer('one', [claim as never]);
    expect(await found('label:claim')).toEqual(['one Coal']);
    await project.layer('one', []);
    expect(await found('label:claim')).toEqual([]);
    await project.answers.dropArticles({ ids: ['one'] });
    expect(await found('coal')).toEqual([]);
  });

  it.each<[string, (file: string) => void]>([
    ['cut short', (file) => truncateSync(file, 9000)],
    ['emptied', (file) => truncateSync(file, 0)],
    ['something else', (file) => writeFileSync(file, 'not a database'.repeat(1000))],
    ['overwritten', (file) => writeFileSync(file, Buffer.alloc(100_000, 7))],
  ])('is made anew where it was %s', async (_what, damage) => {
    await project.put(project.article('one', 'Oil.'));
    await project.answers.settle({ heads: 'h1' });
    await project.answers.close({});
    damage(project.file);
    expect((await project.open()).heads).toBe('');
    expect(await found('oil')).toEqual([]);
    await project.put(project.article('one', 'Oil.'));
    expect(await found('oil')).toEqual(['one Oil']);
  });

  it('is made anew for another project', async () => {
    await project.put(project.article('one', 'Oil.'));
    await project.answers.settle({ heads: 'h1' });
    await project.answers.close({});
    const opened = await project.open(project.file, 'someone else');
    expect(opened).toMatchObject({ heads: '' });
    expect(opened.problem).not.toBe('');
  });

  it('is never believed: a text that was changed on disk is counted, not shown', async () => {
    await project.put(project.article('one', 'Oil.'), project.article('two', 'Oil too.'));
    await project.answers.settle({ heads: 'h1' });
    await project.answers.close({});
    appendFileSync(path.join(project.root, 'articles/one.txt'), ' More oil.');
    await project.open();
    const { progress, rows } = await project.find('oil');
    expect(progress).toMatchObject({ found: 1, unreadable: 1 });
    expect(rows.map(({ articleId }) => articleId)).toEqual(['two']);
  });

  it('forgets everything when it is cleared', async () => {
    await project.put(project.article('one', 'Oil.'));
    await project.answers.settle({ heads: 'h1' });
    await project.answers.clear({});
    expect(await found('oil')).toEqual([]);
    await project.put(project.article('one', 'Oil.'));
    expect(await found('oil')).toEqual(['one Oil']);
  });
});
