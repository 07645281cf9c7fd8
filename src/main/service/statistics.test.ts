import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAnnotation, removeAnnotation } from '../../core/log/annotation-ops.ts';
import { analystId } from '../../core/model/analyst.ts';
import type { Span } from '../../core/model/span.ts';
import { finish } from '../../core/statistics/body.ts';
import { anAnnotation } from '../../core/testing/builders.ts';
import type { Input } from '../../ipc/contract.ts';
import { createPace } from './statistics-pace.ts';
import { type Desk, startDesk, valueOf } from './testing/desk.ts';

const TEXT = `Talks end

They came and said that the talks were useful. Washington will cut the banks off.
“We will sanction them,” he said.
`;

let desk: Desk;
let articleId: string;

function span(words: string): Span {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
}

type Drafts = Input<'commit'>['drafts'];

async function mark(
  label: string,
  words: string,
  over: Partial<ReturnType<typeof anAnnotation>> = {},
): Promise<void> {
  const id = `an_${label}-${words.length}`;
  const analyst = analystId(over.analyst ?? 'Ana');
  const annotation = anAnnotation(TEXT, [span(words)], { id, label, ...over, articleId, analyst });
  const drafts = [addAnnotation(annotation)] as unknown as Drafts;
  valueOf(await desk.call('commit', { label: 'Mark', drafts }));
}

async function statistics(analysts: readonly string[], run = 'run-1') {
  const ids = analysts.map((name) => analystId(name));
  const answer = valueOf(await desk.call('statistics.read', { run, analysts: ids }));
  if ('cancelled' in answer) throw new Error('cancelled');
  return answer;
}

beforeEach(async () => {
  desk = await startDesk({ analyst: 'Ana' });
  desk.answers.newProject = path.join(desk.dir, 'Talks.verbale');
  valueOf(await desk.call('project.create', {}));
  const { batch } = valueOf(await desk.call('import.paste', { text: TEXT }));
  const { result } = valueOf(
    await desk.call('import.apply', { batch, items: [{ key: '0', furniture: [] }] }),
  );
  articleId = result.imported[0]?.articleId ?? '';
});

afterEach(async () => {
  await desk.close();
  expect(desk.bugs).toEqual([]);
});

describe('statistics of a project', () => {
  it('count what is there: own layer, everyone’s, furniture apart, deleted ones not', async () => {
    await mark('claim', 'the talks were useful', {
      attributes: { source_kind: 'unnamed_official' },
    });
    await mark('threat', 'Washington will cut the banks off');
    await mark('actor', 'Washington', { createdAt: '2026-01-20T23:50:00.000Z' });
    await mark('actor', 'Talks end');
    await mark('claim', 'he said');
    const gone = removeAnnotation({ id: 'an_claim-7', articleId, analyst: analystId('Ana') });
    valueOf(await desk.call('commit', { label: 'Remove', drafts: [gone] as unknown as Drafts }));
    const furniture = [{ start: 0, end: 9, kind: 'other' as const }];
    const edit = { c: 'project', k: 'article' as const, r: articleId, p: { furniture } };
    valueOf(await desk.call('commit', { label: 'Furniture', drafts: [edit] }));
    valueOf(await desk.call('analyst.actAs', { name: 'Ben' }));
    await mark('claim', 'We will sanction them', { analyst: 'Ben' });

    const { report, densest } = await statistics(['Ana']);
    expect(report).toMatchObject({
      articles: 1,
      annotated: 1,
      annotations: 3,
      furniture: 1,
      byLabel: { claim: 1, threat: 1, actor: 1 },
      words: 21,
      days: [
        { day: '2026-01-20', annotations: 1, begun: 1 },
        { day: '2026-01-21', annotations: 2, begun: 0 },
      ],
      attributes: [
        {
          label: 'claim',
          name: 'source_kind',
          values: [{ value: 'unnamed_official', annotations: 1 }],
          silent: 0,
        },
      ],
    });
    expect(densest).toEqual(report.byArticle);
    expect(report.analysts.map((one) => one.states)).toEqual([
      { new: 0, 'in-progress': 1, submitted: 0 },
    ]);
    const overlaps = report.meetings.filter(({ unit }) => unit === 'overlap');
    expect(overlaps).toEqual([
      { unit: 'overlap', a: 'actor', b: 'threat', count: 1, ofA: 1, ofB: 1 },
    ]);
    const sentences = report.meetings.filter(({ unit }) => unit === 'sentence');
    expect(sentences.map(({ a, b }) => `${a} ${b}`)).toEqual(['actor threat']);

    const both = await statistics(['Ana', 'Ben'], 'run-2');
    expect(both.report).toMatchObject({ annotations: 4, words: 42, annotated: 1 });
    expect(both.report.meetings.every(({ a, b }) => a !== 'claim' || b !== 'claim')).toBe(true);
  });

  it('open what is behind a number', async () => {
    await mark('claim', 'the talks were useful');
    await mark('threat', 'Washington will cut the banks off');
    await statistics(['Ana']);
    const ask = { run: 'run-1', from: 0, count: 50 };
    const listed = await desk.call('statistics.annotations', { ...ask, query: { label: 'claim' } });
    expect(valueOf(listed)).toEqual({
      total: 1,
      annotations: [
        {
          id: 'an_claim-21',
          articleId,
          analyst: analystId('Ana'),
          label: 'claim',
          quote: 'the talks were useful',
        },
      ],
    });
    const second = await desk.call('statistics.annotations', { ...ask, from: 1, query: {} });
    expect(valueOf(second)).toMatchObject({ total: 2, annotations: [{ id: 'an_threat-33' }] });
    const analyst = analystId('Ana');
    const open = await desk.call('statistics.articles', {
      ...ask,
      query: { analyst, state: 'in-progress' },
    });
    expect(valueOf(open)).toEqual({ total: 1, articles: [articleId] });
    const todo = await desk.call('statistics.articles', {
      ...ask,
      query: { analyst, state: 'new' },
    });
    expect(valueOf(todo)).toEqual({ total: 0, articles: [] });
    const days = { from: '2026-01-21', to: '2026-01-21' };
    const begun = await desk.call('statistics.articles', { ...ask, query: { begun: days } });
    expect(valueOf(begun).total).toBe(1);
    const other = await desk.call('statistics.articles', {
      ...ask,
      run: 'run-0',
      query: { begun: days },
    });
    expect(other).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });

  it('refuse to count around a text that is damaged', async () => {
    await mark('claim', 'the talks were useful');
    const folder = desk.answers.newProject ?? '';
    valueOf(await desk.call('project.close', {}));
    await writeFile(path.join(folder, 'articles', `${articleId}.txt`), 'Other words.');
    valueOf(await desk.call('project.open', { folder }));
    const analysts = [analystId('Ana')];
    expect(await desk.call('statistics.read', { run: 'run-1', analysts })).toMatchObject({
      ok: false,
      error: { kind: 'corrupt' },
    });
  });

  it('stop when they are told to, and when the next run begins', async () => {
    const analysts = [analystId('Ana')];
    const first = desk.call('statistics.read', { run: 'run-1', analysts });
    const second = desk.call('statistics.read', { run: 'run-2', analysts });
    expect(valueOf(await first)).toEqual({ cancelled: true });
    expect(valueOf(await second)).not.toHaveProperty('cancelled');
    const third = desk.call('statistics.read', { run: 'run-3', analysts });
    valueOf(await desk.call('statistics.cancel', { run: 'run-3' }));
    expect(valueOf(await third)).toEqual({ cancelled: true });
  });
});

describe('files of a chart', () => {
  it('are written where a person says', async () => {
    await mark('claim', 'the talks were useful');
    await statistics(['Ana']);
    const folder = await mkdtemp(path.join(tmpdir(), 'verbale-chart-'));
    desk.answers.save = path.join(folder, 'labels.csv');
    const saved = await desk.call('statistics.saveTable', { run: 'run-1', chart: 'labels' });
    expect(valueOf(saved)).toEqual({ file: desk.answers.save });
    const lines = (await readFile(desk.answers.save, 'utf8')).split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['Label,Annotations,"Per 1,000 words"', 'Claim,1,43.478']);
    desk.answers.save = path.join(folder, 'labels.svg');
    const content = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';
    const picture = { chart: 'labels', kind: 'svg', content } as const;
    expect(valueOf(await desk.call('statistics.savePicture', picture))).toEqual({
      file: desk.answers.save,
    });
    expect(await readFile(desk.answers.save, 'utf8')).toBe(content);
    desk.answers.save = undefined;
    expect(valueOf(await desk.call('statistics.savePicture', picture))).toEqual({
      cancelled: true,
    });
  });

  it.each(['svg', 'png'] as const)('are refused where they are no %s', async (kind) => {
    desk.answers.save = path.join(desk.dir, 'no-picture');
    const content = Buffer.from('#!/bin/sh').toString('base64');
    const reply = await desk.call('statistics.savePicture', { chart: 'labels', kind, content });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    await expect(readFile(desk.answers.save)).rejects.toThrow('ENOENT');
  });
});

describe('a pace', () => {
  function* steps(count: number, each: () => void) {
    for (let done = 0; done < count; done += 1) {
      each();
      yield;
    }
    return count;
  }

  it('gives others a turn after each slice', async () => {
    let clock = 0;
    let turns = 0;
    let going = true;
    const other = (): void => {
      turns += 1;
      if (going) setImmediate(other);
    };
    setImmediate(other);
    const pace = createPace(new AbortController().signal, () => clock);
    const work = steps(200, () => {
      clock += 5;
    });
    expect(await pace.run(work)).toBe(200);
    going = false;
    expect(turns).toBeGreaterThan(5);
  });

  it('stops in the middle of steps', async () => {
    const stop = new AbortController();
    let done = 0;
    const work = steps(200, () => {
      done += 1;
      if (done === 3) stop.abort();
    });
    expect(await createPace(stop.signal, () => 0).run(work)).toBeUndefined();
    expect(done).toBe(3);
    expect(finish(steps(2, () => undefined))).toBe(2);
  });
});
