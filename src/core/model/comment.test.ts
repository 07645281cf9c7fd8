import { expect, it } from 'vitest';
import { type Comment, threads } from './comment.ts';

function say(id: string, over: Partial<Comment> = {}): Comment {
  return {
    id,
    articleId: 'art-1',
    analyst: 'ana',
    target: 'an_1',
    targetAnalyst: 'ben',
    thread: 'c1',
    text: id,
    action: 'say',
    createdAt: `2026-11-21T10:00:0${id.slice(1)}.000Z`,
    updatedAt: '',
    ...over,
  };
}

const shape = (comments: readonly Comment[]) =>
  threads(comments).map((one) => [one.id, one.resolved, one.comments.map(({ id }) => id)]);

it('puts the comments of all layers into threads, oldest first', () => {
  const comments = [
    say('c3', { analyst: 'ben' }),
    say('c4', { thread: 'c4', target: '' }),
    say('c1'),
    say('c2', { thread: 'c2' }),
  ];
  expect(shape(comments)).toEqual([
    ['c1', false, ['c1', 'c3']],
    ['c2', false, ['c2']],
    ['c4', false, ['c4']],
  ]);
});

it('is resolved while the last that closed or reopened it closed it', () => {
  const closed = [say('c1'), say('c2', { action: 'resolve' })];
  expect(shape(closed)).toEqual([['c1', true, ['c1', 'c2']]]);
  expect(shape([...closed, say('c3')])[0]?.[1]).toBe(true);
  expect(shape([...closed, say('c3', { action: 'reopen' })])[0]?.[1]).toBe(false);
});

it('keeps the answers to a comment that was removed, and articles apart', () => {
  const answers = [say('c3'), say('c2')];
  expect(shape(answers)).toEqual([['c1', false, ['c2', 'c3']]]);
  expect(shape([say('c1'), say('c2', { articleId: 'art-2' })])).toHaveLength(2);
});
