import { NO_FILTER } from '../../../src/renderer/features/library/list-filter.ts';
import {
  createListIndex,
  type ListView,
} from '../../../src/renderer/features/library/list-index.ts';
import { makeRows } from './rows.ts';
import { type Spread, spread } from './scrolling.ts';

/** What a list function costs. */
export interface Timed extends Spread {
  readonly name: string;
  /** Done once and ahead of need: not held against the target. */
  readonly cold: boolean;
}

const ROUNDS = 15;
const ALL: ListView = { ...NO_FILTER, sorting: 'added', reversed: false };

function since(act: () => void): number {
  const before = performance.now();
  act();
  return performance.now() - before;
}

function timed(name: string, cold: boolean, times: readonly number[]): Timed {
  return { name, cold, ...spread(times) };
}

/** Times filtering, sorting and a change of one row in a list of so many. */
export function timeFunctions(count: number): readonly Timed[] {
  let rows = makeRows(count);
  const index = createListIndex();
  const steps: number[] = [];
  const preparing = index.prepare(rows, 'title');
  let done = false;
  while (!done) steps.push(since(() => (done = preparing.next().done === true)));
  const whole = steps.reduce((sum, ms) => sum + ms, 0);
  const rounds = (act: (round: number) => void): readonly number[] =>
    Array.from({ length: ROUNDS }, (_, round) => since(() => act(round)));
  const show = (view: Partial<ListView>): void => {
    index.show(rows, { ...ALL, ...view });
  };
  const change = (sorting: ListView['sorting']) => (round: number) => {
    const at = (round * 7919) % rows.length;
    const row = rows[at];
    if (row !== undefined) {
      const counts = { claim: round };
      rows = rows.with(at, { ...row, counts, article: { ...row.article, title: `T ${round}` } });
    }
    show({ sorting, words: 'geneva' });
  };
  return [
    timed('sorting by title, all steps', true, [whole]),
    timed('sorting by title, one step', false, steps),
    timed('first sort by date', true, [since(() => show({ sorting: 'date' }))]),
    timed('first sort by annotations', true, [since(() => show({ sorting: 'annotations' }))]),
    timed('first sort by state', true, [since(() => show({ sorting: 'state' }))]),
    timed(
      'another sorting',
      false,
      rounds((round) => show({ sorting: round % 2 === 0 ? 'title' : 'date' })),
    ),
    timed(
      'filter: words',
      false,
      rounds((round) => show({ words: `geneva ${'banks'.slice(0, 1 + (round % 5))}` })),
    ),
    timed(
      'filter: state, tag, outlet, days',
      false,
      rounds((round) =>
        show({ state: 'new', tag: 'banks', from: `2022-0${String(1 + (round % 9))}-01` }),
      ),
    ),
    timed('one article changed, by title', false, rounds(change('title'))),
    timed('one article changed, by annotations', false, rounds(change('annotations'))),
    timed(
      'one article removed',
      false,
      rounds((round) => {
        rows = rows.toSpliced(round * 101, 1);
        show({ sorting: 'title' });
      }),
    ),
  ];
}
