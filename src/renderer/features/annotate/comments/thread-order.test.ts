import { expect, it } from 'vitest';
import type { CommentThread } from '../../../../core/model/comment.ts';
import {
  neighbourThread,
  placeOf,
  readingOrder,
  targetKey,
  threadsByTarget,
} from './thread-order.ts';

function thread(id: string, over: Partial<CommentThread> = {}): CommentThread {
  return {
    id,
    articleId: 'art-1',
    target: '',
    targetAnalyst: '',
    quote: '',
    resolved: false,
    comments: [],
    ...over,
  };
}

const on = (id: string, target: string, whose = 'ana', resolved = false): CommentThread =>
  thread(id, { target, targetAnalyst: whose, resolved });

const ANNOTATIONS = [{ id: 'an_1' }, { id: 'an_2' }];

it('tells what a thread is about', () => {
  const place = (one: CommentThread) => placeOf(one, ANNOTATIONS, 'ana');
  expect(place(thread('t'))).toBe('article');
  expect(place(on('t', 'an_2'))).toBe('annotation');
  expect(place(on('t', 'an_9'))).toBe('deleted');
  // Another analyst's annotation may have the same id: layers are apart.
  expect(place(on('t', 'an_1', 'ben'))).toBe('elsewhere');
});

it('orders threads as one reads: the article, the text, and what has no place in it', () => {
  const all = [on('gone', 'an_9'), on('b', 'an_2'), on('a', 'an_1'), on('ben', 'an_1', 'ben')];
  const ordered = readingOrder([...all, thread('whole'), on('a2', 'an_1')], ANNOTATIONS, 'ana');
  expect(ordered.map(({ id }) => id)).toEqual(['whole', 'a', 'a2', 'b', 'gone', 'ben']);
});

it('finds the threads of an annotation', () => {
  const all = [on('a', 'an_1'), thread('whole'), on('b', 'an_1'), on('ben', 'an_1', 'ben')];
  const found = threadsByTarget(all);
  expect(found.get(targetKey('ana', 'an_1'))?.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(found.get(targetKey('ben', 'an_1'))?.map(({ id }) => id)).toEqual(['ben']);
});

it('walks through the open threads, around the ends', () => {
  const all = [on('a', 'x'), on('done', 'x', 'ana', true), on('b', 'x')];
  const next = (current: string | undefined, step: 1 | -1) =>
    neighbourThread(all, current, step)?.id;
  expect([next(undefined, 1), next(undefined, -1)]).toEqual(['a', 'b']);
  expect([next('a', 1), next('b', 1), next('a', -1)]).toEqual(['b', 'a', 'b']);
  // From one that is resolved by now one goes on from its place.
  expect([next('done', 1), next('done', -1)]).toEqual(['b', 'a']);
  expect(neighbourThread([on('done', 'x', 'ana', true)], 'done', 1)).toBeUndefined();
  expect(neighbourThread([], undefined, 1)).toBeUndefined();
});
