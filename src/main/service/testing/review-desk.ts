import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import type { Output } from '../../../ipc/contract.ts';
import { type Desk, valueOf } from './desk.ts';

/** A text in which things are marked. */
export const TALKS =
  'Talks in Geneva\n\nMoscow has warned that it will turn to military means. Kyiv counts its soldiers. Nobody else spoke.\n';

/** Words that somebody marked, under which label; `claim` where it does not say. */
export type Marked = readonly (readonly [words: string, label?: string])[];

function annotationLine(text: string, analyst: string, words: string, label: string): object {
  const start = text.indexOf(words);
  return {
    id: `${analyst.toLowerCase()}-${String(start)}`,
    label,
    spans: [[start, start + words.length]],
    quote: [words],
    analyst,
    attributes: {},
  };
}

/** A line of the native format in which several analysts marked a text and submitted. */
export function layersLine(
  title: string,
  text: string,
  people: Readonly<Record<string, Marked>>,
  submitted: readonly string[] = Object.keys(people),
): string {
  return JSON.stringify({
    format: 'verbale-jsonl',
    version: 1,
    title,
    text,
    offsetUnit: 'utf16',
    annotations: Object.entries(people).flatMap(([analyst, marks]) =>
      marks.map(([words, label = 'Claim']) => annotationLine(text, analyst, words, label)),
    ),
    document: Object.fromEntries(
      Object.keys(people).map((name) => [
        name,
        { state: submitted.includes(name) ? 'submitted' : 'in-progress' },
      ]),
    ),
  });
}

/** Makes a project on a desk out of native lines. @returns the ids of its articles */
export async function importLines(desk: Desk, ...lines: readonly string[]): Promise<string[]> {
  desk.answers.newProject = path.join(desk.dir, 'talks.verbale');
  valueOf(await desk.call('project.create', { name: 'Talks' }));
  return addLines(desk, ...lines);
}

/** Imports native lines into the open project. @returns the ids of the articles */
export async function addLines(desk: Desk, ...lines: readonly string[]): Promise<string[]> {
  const file = path.join(desk.dir, 'layers.jsonl');
  await writeFile(file, `${lines.join('\n')}\n`);
  const { batch } = valueOf(await desk.call('import.read', { paths: [file] }));
  await expect
    .poll(() =>
      desk.events.some(
        (event) => event.type === 'import' && event.batch === batch && event.finished,
      ),
    )
    .toBe(true);
  const applied = valueOf(await desk.call('import.apply', { batch, items: [{ key: '0' }] }));
  expect(applied.result.failed).toEqual([]);
  return applied.result.imported.map(({ articleId }) => articleId);
}

/** The queue of a desk, once all layers are compared. */
export async function reviewQueue(
  desk: Desk,
  filter: Parameters<typeof desk.call<'review.queue'>>[1]['filter'] = {},
): Promise<Output<'review.queue'>> {
  valueOf(await desk.call('review.read', { run: 'run-1', unsubmitted: false }));
  return valueOf(await desk.call('review.queue', { filter, from: 0, count: 200 }));
}
