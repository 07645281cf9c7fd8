import { expect } from 'vitest';
import {
  addAnnotation,
  addRelation,
  editAnnotation,
  removeRelation,
} from '../../../core/log/annotation-ops.ts';
import { addComment } from '../../../core/log/comment-ops.ts';
import { editDocument } from '../../../core/log/document-ops.ts';
import type { OpDraft } from '../../../core/log/op.ts';
import { editArticle } from '../../../core/log/project-ops.ts';
import { removeAnnotations } from '../../../core/log/remove-annotations.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { CodebookContent } from '../../../core/model/codebook.ts';
import { describeAnchor } from '../../../core/text/anchor.ts';
import type { Input } from '../../../ipc/contract.ts';
import { valueOf } from './desk.ts';
import { changeHits } from './random-search.ts';
import { below, oneOf, type Situation, timeOf } from './random-situation.ts';
import { WORK_EDITS } from './random-work.ts';

function anyAnchor({ random, text }: Situation): Annotation['anchor'] | undefined {
  const words = [...text.matchAll(/\p{L}+/gu)];
  const first = below(random, words.length);
  const last = Math.min(words.length - 1, first + below(random, 6));
  const start = words[first]?.index ?? 0;
  const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
  const anchor = describeAnchor(text, [[start, end]]);
  return anchor.ok ? anchor.value : undefined;
}

function newAnnotation(at: Situation, number: number): OpDraft[] {
  const anchor = anyAnchor(at);
  const label = oneOf(at.random, at.codebook.labels);
  if (anchor === undefined || label === undefined) return [];
  const time = timeOf(at.turn);
  return [
    addAnnotation({
      id: `an_${at.turn}_${number}`,
      articleId: at.articleId,
      analyst: at.me,
      label: label.id,
      anchor,
      attributes: at.random() < 0.3 ? { free: `value ${at.turn}` } : {},
      note: '',
      origin: { kind: 'manual' },
      codebookVersion: at.codebook.version,
      createdAt: time,
      updatedAt: time,
    }),
  ];
}

function changed(at: Situation, edit: Parameters<typeof editAnnotation>[1]): OpDraft[] {
  const one = oneOf(at.random, at.layer.annotations);
  return one === undefined ? [] : [editAnnotation(one, edit, timeOf(at.turn))];
}

function comment(at: Situation): OpDraft[] {
  const id = `co_${at.turn}`;
  const target = oneOf(at.random, at.layer.annotations)?.id ?? '';
  const time = timeOf(at.turn);
  return [
    addComment({
      id,
      articleId: at.articleId,
      analyst: at.me,
      target,
      targetAnalyst: target === '' ? '' : at.me,
      thread: id,
      text: `Remark ${at.turn}`,
      action: 'say',
      createdAt: time,
      updatedAt: time,
    }),
  ];
}

function relation(at: Situation): OpDraft[] {
  const from = oneOf(at.random, at.layer.annotations);
  const to = oneOf(at.random, at.layer.annotations);
  if (from === undefined || to === undefined || from.id === to.id) return [];
  const base = { id: `re_${at.turn}`, articleId: at.articleId, analyst: at.me };
  return [addRelation({ ...base, type: 'responds-to', from: from.id, to: to.id })];
}

function removal(at: Situation, count: number): OpDraft[] {
  const ids = new Set<string>();
  for (let i = 0; i < count; i += 1) {
    const one = oneOf(at.random, at.layer.annotations);
    if (one !== undefined) ids.add(one.id);
  }
  return ids.size === 0 ? [] : removeAnnotations(at.layer, ids, timeOf(at.turn));
}

/** Every edit a window can make, each in one commit. */
const EDITS: readonly ((at: Situation) => OpDraft[])[] = [
  (at) => newAnnotation(at, 0),
  (at) => newAnnotation(at, 0),
  (at) => newAnnotation(at, 0),
  (at) => [0, 1, 2, 3, 4, 5, 6, 7].flatMap((number) => newAnnotation(at, number)),
  (at) => changed(at, { label: oneOf(at.random, at.codebook.labels)?.id ?? 'claim' }),
  (at) => changed(at, { note: `Note ${at.turn}` }),
  (at) => changed(at, { attributes: { free: null, other: [`${at.turn}`] } }),
  (at) => {
    const anchor = anyAnchor(at);
    return anchor === undefined ? [] : changed(at, { anchor });
  },
  (at) => removal(at, 1),
  (at) => removal(at, 6),
  relation,
  relation,
  (at) => at.layer.relations.slice(0, 1).map(removeRelation),
  comment,
  (at) => [editDocument(at.articleId, at.me, { note: `Read ${at.turn}`, seen: at.turn % 20 })],
  (at) => [editDocument(at.articleId, at.me, { labels: { tone: `${at.turn % 3}` } })],
  (at) => [editArticle(at.articleId, { title: `Title ${at.turn}` })],
  (at) => [editArticle(at.articleId, { tags: [`tag ${at.turn % 5}`] })],
  (at) => [
    editArticle(at.articleId, {
      furniture: [{ start: 0, end: 3 + (at.turn % 7), kind: 'manual' }],
    }),
  ],
  ...WORK_EDITS,
];

function nextCodebook({ random, turn, codebook }: Situation): CodebookContent {
  const { version: _, ...content } = codebook;
  const label = oneOf(random, codebook.labels);
  const spare = codebook.labels.find(({ id }) => id.startsWith('extra-'));
  if (spare !== undefined && random() < 0.5) {
    return { ...content, labels: content.labels.filter(({ id }) => id !== spare.id) };
  }
  if (spare === undefined && label !== undefined && random() < 0.5) {
    const extra = {
      ...label,
      id: `extra-${turn}`,
      name: `Extra ${turn}`,
      letter: 'X',
      shortcut: '',
      hue: 'green' as const,
      pattern: 'dotted' as const,
      order: 99,
    };
    return { ...content, labels: [...content.labels, extra] };
  }
  return {
    ...content,
    guidelines: `Guidelines ${turn}`,
    labels: content.labels.map((one) =>
      one.id === label?.id ? { ...one, definition: `Definition ${turn}` } : one,
    ),
  };
}

async function publish(at: Situation): Promise<void> {
  const next = nextCodebook(at);
  const gone = at.codebook.labels.filter(({ id }) => !next.labels.some((one) => one.id === id));
  const choice =
    at.random() < 0.5 ? ({ do: 'remove' } as const) : ({ do: 'replace', with: 'claim' } as const);
  const labels = Object.fromEntries(gone.map(({ id }) => [id, choice]));
  const input = {
    base: at.codebook.version,
    next,
    choices: { labels, attributes: {}, values: {}, relationTypes: {} },
    summary: `Turn ${at.turn}`,
  };
  valueOf(await at.desk.call('codebook.publish', input as unknown as Input<'codebook.publish'>));
}

/** Drafts of something that can be done now; none where chance finds nothing. */
function anyDrafts(at: Situation): OpDraft[] {
  for (let tries = 0; tries < 4; tries += 1) {
    const drafts = oneOf(at.random, EDITS)?.(at) ?? [];
    if (drafts.length > 0) return drafts;
  }
  return [];
}

/** What came of a turn: `refused` where a submitted layer was to be changed, `hits` where many were. */
export type Turn = 'done' | 'hits' | 'submitted' | 'refused' | 'nothing';

/** Submits the layer, where it is complete; else empties it at times, so that it will be. */
async function submit(at: Situation): Promise<Turn> {
  const input: Input<'layer.submit'> = { articleIds: [at.articleId] };
  const { submitted } = valueOf(await at.desk.call('layer.submit', input));
  if (submitted === 1) return 'submitted';
  const all = new Set(at.layer.annotations.map(({ id }) => id));
  if (at.frozen || all.size === 0 || at.random() < 0.5) return 'nothing';
  const drafts = removeAnnotations(at.layer, all, timeOf(at.turn));
  valueOf(await at.desk.call('commit', commitInput(at, drafts)));
  return 'done';
}

function commitInput({ turn }: Situation, drafts: readonly OpDraft[]): Input<'commit'> {
  return { label: `Turn ${turn}`, drafts } as unknown as Input<'commit'>;
}

/**
 * Does one random thing; answers what came of it. What would change a submitted layer has to be
 * refused; often such a layer is taken back instead.
 */
export async function act(at: Situation): Promise<Turn> {
  const chance = at.random();
  if (chance < 0.04) {
    await publish(at);
    return 'done';
  }
  if (chance < 0.1) return submit(at);
  if (chance < 0.13) return changeHits(at);
  const takesBack = at.frozen && at.random() < 0.4;
  const drafts = takesBack
    ? [editDocument(at.articleId, at.me, { state: 'in-progress' })]
    : anyDrafts(at);
  if (drafts.length === 0) return 'nothing';
  const reply = await at.desk.call('commit', commitInput(at, drafts));
  if (at.frozen && !reply.ok) {
    expect(reply.error).toMatchObject({ kind: 'refused', message: /is submitted/u });
    return 'refused';
  }
  valueOf(reply);
  return 'done';
}
