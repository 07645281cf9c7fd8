import { annotationFrom, relationFrom } from '../../../core/log/annotation-ops.ts';
import { commentFrom } from '../../../core/log/comment-ops.ts';
import { isFrozen } from '../../../core/log/frozen.ts';
import { layerChannel } from '../../../core/log/op.ts';
import type { RecordState } from '../../../core/log/record.ts';
import type { LayerContents } from '../../../core/log/remove-annotations.ts';
import type { Codebook } from '../../../core/model/codebook.ts';
import type { Comment } from '../../../core/model/comment.ts';
import { type Desk, valueOf } from './desk.ts';

/** What a random analyst knows when choosing what to do. */
export interface Situation {
  readonly desk: Desk;
  readonly random: () => number;
  /** Number of the action, from 0; ids and times are made of it. */
  readonly turn: number;
  readonly me: string;
  readonly articleId: string;
  /** Ids of all articles, that one among them. */
  readonly articles: readonly string[];
  readonly text: string;
  readonly layer: LayerContents;
  /** Comments of the analyst on the article. */
  readonly comments: readonly Comment[];
  /** True while the layer is submitted. */
  readonly frozen: boolean;
  readonly codebook: Codebook;
}

/** A whole number from 0 to below a limit. */
export function below(random: () => number, limit: number): number {
  return Math.floor(random() * limit);
}

/** One of a list; `undefined` where it is empty. */
export function oneOf<T>(random: () => number, list: readonly T[]): T | undefined {
  return list[below(random, list.length)];
}

/** A time that differs for each action, as a real one would. */
export function timeOf(turn: number): string {
  return new Date(Date.UTC(2026, 0, 1) + turn * 1000).toISOString();
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
  const comments = records('comment').flatMap(([id, one]) => commentFrom(channel, id, one) ?? []);
  const frozen = records('document').some(([, one]) => isFrozen(one));
  return {
    comments,
    frozen,
    desk,
    random,
    turn,
    me,
    articleId,
    articles,
    text: read.text,
    layer,
    codebook: project.codebook,
  };
}
