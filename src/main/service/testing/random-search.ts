import { setTimeout as sleep } from 'node:timers/promises';
import type { Input } from '../../../ipc/contract.ts';
import { type Desk, valueOf } from './desk.ts';
import { oneOf, type Situation } from './random-situation.ts';

type Action = Input<'search.bulkPlan'>['action'];

/** What is searched for, and what is done to every hit. */
const CHANGES: readonly (readonly [string, Action])[] = [
  ['the', { kind: 'add', label: 'claim' }],
  ['on', { kind: 'add', label: 'threat' }],
  ['label:claim', { kind: 'relabel', label: 'threat' }],
  ['label:threat', { kind: 'attribute', name: 'free', value: 'all' }],
  ['label:claim', { kind: 'remove' }],
];

/** Searches the whole project; answers the id of the query once it is done. */
async function searched(desk: Desk, text: string, id: string): Promise<string> {
  valueOf(await desk.call('search.status', {}));
  while (valueOf(await desk.call('search.status', {})).state === 'building') await sleep(2);
  const answer = valueOf(await desk.call('search.query', { id, text, sorting: 'article' }));
  if ('problem' in answer) throw new Error(answer.problem.message);
  const isDone = (): boolean =>
    answer.done || desk.events.some((one) => one.type === 'search' && one.id === id && one.done);
  while (!isDone()) await sleep(2);
  return id;
}

/** Changes all hits of a search in one step; `nothing` where there is nothing to change. */
export async function changeHits(at: Situation): Promise<'hits' | 'nothing'> {
  const [text, action] = oneOf(at.random, CHANGES) ?? ['the', { kind: 'remove' }];
  const id = await searched(at.desk, text, `turn-${at.turn}`);
  const asked = { id, all: true, hits: [], action };
  const plan = valueOf(await at.desk.call('search.bulkPlan', asked));
  if (plan.add + plan.change + plan.remove === 0) return 'nothing';
  const applied = valueOf(await at.desk.call('search.bulkApply', { plan: plan.plan }));
  if (!('ops' in applied)) throw new Error('the plan changed although nothing else did');
  return 'hits';
}
