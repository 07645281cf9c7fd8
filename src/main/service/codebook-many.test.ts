import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { analystId } from '../../core/model/analyst.ts';
import type { Input } from '../../ipc/contract.ts';
import { type Desk, startDesk, valueOf } from './testing/desk.ts';
import { exportAsked } from './testing/export-asked.ts';

const ARTICLES = 500;
/** Threats of each of two analysts in an article. */
const THREATS = 10;

/** An article of numbered sentences, threatened by two people, with a claim that links and points. */
function line(number: number): string {
  const words = Array.from({ length: THREATS * 2 + 1 }, (_, n) => `word${number}x${n}`);
  const text = `${words.join(' ')} end\n`;
  const annotation = (n: number, analyst: string, label: string, attributes = {}) => {
    const word = words[n] ?? '';
    const start = text.indexOf(`${word} `);
    return {
      id: `an-${number}-${n}`,
      label,
      spans: [[start, start + word.length]],
      quote: [word],
      analyst,
      attributes,
    };
  };
  const claim = annotation(0, 'Ana', 'Claim', { source: [{ annotation: `an-${number}-1` }] });
  const threats = words
    .slice(1)
    .map((_, n) => annotation(n + 1, n < THREATS ? 'Ana' : 'Ben', 'Threat'));
  return JSON.stringify({
    format: 'verbale-jsonl',
    version: 1,
    id: `art-${number}`,
    title: `Article ${number}`,
    text,
    offsetUnit: 'utf16',
    annotations: [claim, ...threats],
    relations: [
      {
        id: `r-${number}`,
        type: 'justifies',
        from: claim.id,
        to: `an-${number}-2`,
        analyst: 'Ana',
      },
    ],
  });
}

async function exported(desk: Desk, name: string): Promise<string> {
  desk.answers.save = path.join(desk.dir, name);
  valueOf(await desk.call('export.write', exportAsked('jsonl', 'codePoint')));
  return readFile(desk.answers.save, 'utf8');
}

async function importLines(desk: Desk): Promise<void> {
  const file = path.join(desk.dir, 'many.jsonl');
  await writeFile(file, Array.from({ length: ARTICLES }, (_, n) => line(n)).join('\n'));
  const { batch } = valueOf(await desk.call('import.read', { paths: [file] }));
  await expect
    .poll(() => desk.events.some((event) => event.type === 'import' && event.finished), {
      timeout: 60_000,
    })
    .toBe(true);
  const { result } = valueOf(await desk.call('import.apply', { batch, items: [{ key: '0' }] }));
  expect([result.imported.length, result.failed]).toEqual([ARTICLES, []]);
}

test('a label of 10,000 annotations over 500 articles goes and comes back, to the byte', async () => {
  const desk = await startDesk();
  desk.answers.newProject = path.join(desk.dir, 'many.verbale');
  valueOf(await desk.call('project.create', { name: 'Many' }));
  await importLines(desk);
  const before = await exported(desk, 'before.jsonl');
  const { codebook } = valueOf(await desk.call('codebook.read', {}));
  const { version: base, ...content } = codebook;
  const has = (labels: readonly string[]) => labels.length === 0 || !labels.includes('threat');
  const next: Input<'codebook.plan'>['next'] = {
    ...content,
    labels: content.labels.filter(({ id }) => id !== 'threat'),
    attributes: content.attributes.filter(({ labels }) => has(labels)),
    relationTypes: content.relationTypes.filter(({ from, to }) => has(from) && has(to)),
    rules: content.rules.filter(({ labels }) => has(labels)),
  };
  const total = ARTICLES * THREATS * 2;
  const undecided = valueOf(await desk.call('codebook.plan', { base, next, choices: {} }));
  const byAnalyst = { [analystId('Ana')]: total / 2, [analystId('Ben')]: total / 2 };
  expect(undecided.ready).toBe(false);
  expect(undecided.touches.map(({ what, id, count }) => [what, id, count])).toEqual([
    ['label', 'threat', total],
    ['relationType', 'justifies', ARTICLES],
  ]);
  expect(undecided.touches[0]).toMatchObject({ articles: ARTICLES, byAnalyst });
  const choices = {
    labels: { threat: { do: 'remove' } },
    relationTypes: { justifies: { do: 'remove' } },
  } as const;
  const plan = valueOf(await desk.call('codebook.plan', { base, next, choices }));
  expect(plan).toMatchObject({
    ready: true,
    annotationsRemoved: total,
    // The claims pointed to a threat as their source, and keep its words.
    annotationsChanged: ARTICLES,
    relationsRemoved: ARTICLES,
    relationsChanged: 0,
  });
  const done = valueOf(
    await desk.call('codebook.publish', { base, next, choices, summary: 'No threats' }),
  );
  expect(done.plan).toEqual(plan);
  expect(done.ops.filter(({ c }) => c !== 'project')).toHaveLength(total + ARTICLES * 2);
  const without = await exported(desk, 'without.jsonl');
  expect(without).not.toContain('"Threat"');
  expect(without).toContain('"source":[{"text":"word7x1"}]');
  valueOf(await desk.call('history.undo', {}));
  expect((await exported(desk, 'after.jsonl')) === before).toBe(true);
  expect(valueOf(await desk.call('codebook.read', {})).codebook).toEqual(codebook);
  await desk.close();
  expect(desk.bugs).toEqual([]);
}, 180_000);
