import {
  addAnnotation,
  addRelation,
  annotationFrom,
  editAnnotation,
  relationFrom,
  removeRelation,
} from '../../../core/log/annotation-ops.ts';
import { addComment } from '../../../core/log/comment-ops.ts';
import { editDocument } from '../../../core/log/document-ops.ts';
import { layerChannel, type OpDraft } from '../../../core/log/op.ts';
import { editArticle } from '../../../core/log/project-ops.ts';
import type { RecordState } from '../../../core/log/record.ts';
import { type LayerContents, removeAnnotations } from '../../../core/log/remove-annotations.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Codebook, CodebookContent } from '../../../core/model/codebook.ts';
import { describeAnchor } from '../../../core/text/anchor.ts';
import type { Input } from '../../../ipc/contract.ts';
import { type Desk, valueOf } from './desk.ts';

/** What a random analyst knows when choosing what to do. */
export interface Situation {
  readonly desk: Desk;
  readonly random: () => number;
  /** Number of the action, from 0; ids and times are made of it. */
  readonly turn: number;
  readonly me: string;
  readonly articleId: string;
  readonly text: string;
  readonly layer: LayerContents;
  readonly codebook: Codebook;
}

function below(random: () => number, limit: number): number {
  return Math.floor(random() * limit);
}

function oneOf<T>(random: () => number, list: readonly T[]): T | undefined {
  return list[below(random, list.length)];
}

/** A time that differs for each action, as a real one would. */
function timeOf(turn: number): string {
  return new Date(Date.UTC(2026, 0, 1) + turn * 1000).toISOString();
}

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

/** What the analyst’s layer on an article is, and everything else the next action depends on. */
export async function situation(
  desk: Desk,
  random: () => number,
  turn: number,
  me: string,
  articles: readonly string[],
): Promise<Situation> {
  const articleId = oneOf(random, articles) ?? '';
  const read = valueOf(await desk.call('article.read', { articleId }));
  const { project } = valueOf(await desk.call('analyst.actAs', { name: 'Ana' }));
  const channel = layerChannel(me);
  const records = (kind: string): [string, RecordState][] =>
    Object.entries((read.layer[kind] ?? {}) as Record<string, RecordState>);
  const layer = {
    articleId,
    analyst: me,
    annotations: records('annotation').flatMap(
      ([id, one]) => annotationFrom(channel, id, one) ?? [],
    ),
    relations: records('relation').flatMap(([id, one]) => relationFrom(channel, id, one) ?? []),
  };
  return {
    desk,
    random,
    turn,
    me,
    articleId,
    text: read.text,
    layer,
    codebook: project.codebook,
  };
}

/** Does one random thing; answers whether there was anything to do. */
export async function act(at: Situation): Promise<boolean> {
  if (at.random() < 0.04) {
    await publish(at);
    return true;
  }
  const drafts = oneOf(at.random, EDITS)?.(at) ?? [];
  if (drafts.length === 0) return false;
  const input = { label: `Turn ${at.turn}`, drafts } as unknown as Input<'commit'>;
  valueOf(await at.desk.call('commit', input));
  return true;
}
