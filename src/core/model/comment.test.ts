import { expect, it } from 'vitest';
import { type Comment, commentsShownTo, threads } from './comment.ts';

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

it('keeps the words a thread is about, from whichever of its comments has them', () => {
  const comments = [say('c2', { quote: 'Kyiv asked' }), say('c1')];
  expect(threads(comments)[0]?.quote).toBe('Kyiv asked');
  expect(threads([say('c1')])[0]?.quote).toBe('');
});

it('shows of what others say only what cannot tell where they marked', () => {
  const own = [say('c9', { analyst: 'ana', thread: 'talk' })];
  const others = [
    say('c1', { analyst: 'ben', target: '', targetAnalyst: '', thread: 'whole' }),
    say('c2', { analyst: 'ben', target: 'an_1', targetAnalyst: 'ana', thread: 'mine' }),
    say('c3', { analyst: 'ben', target: 'an_2', targetAnalyst: 'ben', thread: 'his' }),
    say('c4', { analyst: 'ben', target: 'an_3', targetAnalyst: 'cy', thread: 'talk' }),
  ];
  expect(commentsShownTo('ana', own, others).map(({ id }) => id)).toEqual(['c1', 'c2', 'c4']);
});
