import path from 'node:path';
import { expect } from 'vitest';
import { USUAL_OPTIONS } from '../../../core/agreement/report/input.ts';
import { addAnnotation } from '../../../core/log/annotation-ops.ts';
import { analystId } from '../../../core/model/analyst.ts';
import type { Span } from '../../../core/model/span.ts';
import { anAnnotation } from '../../../core/testing/builders.ts';
import type { Input } from '../../../ipc/contract.ts';
import { type Desk, valueOf } from './desk.ts';
import { commitDrafts, nothingRequired, pasteArticle } from './desk-work.ts';

/** The first article of the project. */
export const TEXT =
  'Talks\n\nBanks will be cut off, one side said. Nothing was signed, and oil goes on.\n';
/** The second one. */
export const OTHER = 'Oil\n\nOil exports go on: nothing was stopped, one side said of it.\n';

type Mark = readonly [label: string, span: Span];

/** What a report is asked with. */
export const OPTIONS: Input<'agreement.read'>['options'] = {
  readers: 'two',
  rule: { kind: 'half' },
  unsubmitted: false,
  seed: USUAL_OPTIONS.seed,
  resamples: 50,
};

/** A new project with two articles, and no attribute that must be given. */
export async function project(desk: Desk): Promise<string[]> {
  desk.answers.newProject = path.join(desk.dir, 'p');
  valueOf(await desk.call('project.create', {}));
  await nothingRequired(desk);
  return [await pasteArticle(desk, TEXT), await pasteArticle(desk, OTHER)];
}

/** Marks and submits as somebody; `submits` says for how many articles. */
export async function work(
  desk: Desk,
  name: string,
  marks: readonly (readonly [articleId: string, text: string, marks: readonly Mark[]])[],
  submits = marks.length,
): Promise<void> {
  valueOf(await desk.call('analyst.actAs', { name }));
  for (const [articleId, text, list] of marks) {
    const drafts = list.map(([label, span], at) =>
      addAnnotation(
        anAnnotation(text, [span], {
          id: `${name.toLowerCase()}-${String(at)}`,
          articleId,
          analyst: analystId(name),
          label,
        }),
      ),
    );
    if (drafts.length > 0) valueOf(await commitDrafts(desk, ...drafts));
  }
  const articleIds = marks.slice(0, submits).map(([id]) => id);
  expect(valueOf(await desk.call('layer.submit', { articleIds })).left).toEqual([]);
}

/** The project with the layers of Eve and Ana, who differ in a label and in a place; the ids of its articles. */
export async function twoAnalysts(desk: Desk): Promise<string[]> {
  const ids = await project(desk);
  const [one = '', two = ''] = ids;
  await work(desk, 'Eve', [
    [
      one,
      TEXT,
      [
        ['claim', [7, 28]],
        ['claim', [45, 63]],
      ],
    ],
    [two, OTHER, [['threat', [5, 22]]]],
  ]);
  await work(desk, 'Ana', [
    [
      one,
      TEXT,
      [
        ['threat', [7, 28]],
        ['claim', [45, 68]],
      ],
    ],
    [two, OTHER, [['threat', [5, 22]]]],
  ]);
  return ids;
}
