import { expect, it } from 'vitest';
import { asking, type Question } from './asking.ts';

interface Sums {
  readonly add: readonly [readonly number[], number];
  readonly name: readonly [null, string];
}

function desk() {
  const sent: Question<keyof Sums>[] = [];
  return { sent, ...asking<Sums>((question) => sent.push(question)) };
}

it('gives each question its own answer, in whatever order they come', async () => {
  const { sent, ask, answered } = desk();
  const [sum, name] = [ask('add', [1, 2]), ask('name', null)];
  expect(sent).toEqual([
    { id: 1, call: 'add', input: [1, 2] },
    { id: 2, call: 'name', input: null },
  ]);
  answered({ id: 2, value: 'sums' });
  answered({ id: 1, value: 3 });
  expect(await sum).toBe(3);
  expect(await name).toBe('sums');
});

it('says in words why one has no answer, and goes on with the others', async () => {
  const { ask, answered } = desk();
  const [one, other] = [ask('add', []), ask('add', [4])];
  answered({ id: 1, failure: 'nothing to add' });
  answered({ id: 1, value: 9 });
  answered({ id: 7, value: 9 });
  answered({ id: 2, value: 4 });
  await expect(one).rejects.toThrow('nothing to add');
  expect(await other).toBe(4);
});

it('leaves nobody waiting once it has stopped, for the first cause', async () => {
  const { sent, ask, stop } = desk();
  const one = ask('add', [1]);
  stop(new Error('out of memory'));
  stop(new Error('it has ended'));
  await expect(one).rejects.toThrow('out of memory');
  await expect(ask('name', null)).rejects.toThrow('out of memory');
  expect(sent).toHaveLength(1);
});
