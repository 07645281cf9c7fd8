import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterCommit, EMPTY_HISTORY, type History } from './history.ts';
import { nextStamp } from './hlc.ts';
import { invertCommit, invertDraft, resolveTombstone } from './invert.ts';
import { DELETED, type OpDraft } from './op.ts';
import { applyOp, isDeleted, type RecordState, seenStamps } from './record.ts';

/** One record, edited by one person, with the history that the store would keep. */
interface Desk {
  record: RecordState | undefined;
  history: History;
  stamp: string;
  count: number;
}

function visible(record: RecordState | undefined): unknown {
  if (record === undefined || isDeleted(record)) return null;
  return Object.fromEntries(
    Object.entries(record)
      .filter(([field, { value }]) => field !== DELETED && value !== null)
      .map(([field, { value }]) => [field, value]),
  );
}

/** Does what the store does with a commit of several drafts on one record. */
function commit(desk: Desk, drafts: readonly OpDraft[], of: 'new' | 'undo' | 'redo'): void {
  const inverse: OpDraft[] = [];
  const entries = of === 'undo' ? desk.history.undo : desk.history.redo;
  const taken = entries.at(-1)?.id ?? '';
  for (const draft of drafts) {
    const { p } = resolveTombstone(draft, desk.record);
    desk.stamp = nextStamp(desk.stamp, 1_000, 'r-a');
    const b = seenStamps(desk.record, Object.keys(p));
    inverse.unshift(invertDraft({ ...draft, p }, desk.record));
    desk.record = applyOp(desk.record, { t: desk.stamp, p, ...(b === undefined ? {} : { b }) });
  }
  desk.count += 1;
  const note = {
    label: '',
    ...(of === 'undo' ? { undoes: taken } : {}),
    ...(of === 'redo' ? { redoes: taken } : {}),
  };
  desk.history = afterCommit(desk.history, { id: `c${desk.count}`, label: '', inverse }, note);
}

const key = { c: 'layer.ana', k: 'annotation', r: 'a1/x1' };
const field = fc.constantFrom('label', 'note', 'a.certainty');
const value = fc.oneof(fc.nat({ max: 9 }), fc.constant(null));
const edit = fc.dictionary(field, value, { minKeys: 1, maxKeys: 3 });

const draft: fc.Arbitrary<OpDraft> = fc.oneof(
  { weight: 4, arbitrary: edit.map((p) => ({ ...key, p })) },
  { weight: 2, arbitrary: fc.constant({ ...key, p: { [DELETED]: true } }) },
  { weight: 2, arbitrary: edit.map((p) => ({ ...key, p: { ...p, [DELETED]: false } })) },
);
const commits = fc.array(fc.array(draft, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 12,
});

function newDesk(): Desk {
  return { record: undefined, history: EMPTY_HISTORY, stamp: '', count: 0 };
}

describe('undo', () => {
  it('leads back through every state, and redo forward again, as often as one likes', () => {
    fc.assert(
      fc.property(commits, (drafts) => {
        const desk = newDesk();
        const states = [visible(desk.record)];
        for (const one of drafts) {
          commit(desk, one, 'new');
          states.push(visible(desk.record));
        }
        for (let round = 0; round < 2; round += 1) {
          for (let at = drafts.length - 1; at >= 0; at -= 1) {
            commit(desk, desk.history.undo.at(-1)!.inverse, 'undo');
            expect(visible(desk.record)).toEqual(states[at]);
          }
          for (let at = 1; at <= drafts.length; at += 1) {
            commit(desk, desk.history.redo.at(-1)!.inverse, 'redo');
            expect(visible(desk.record)).toEqual(states[at]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes back the drafts of a commit in reverse order', () => {
    const one = { ...key, p: { label: 'claim' } };
    const two = { ...key, r: 'a1/x2', p: { label: 'threat' } };
    expect(invertCommit([one, two], () => undefined).map(({ r }) => r)).toEqual(['a1/x2', 'a1/x1']);
  });

  it('lists what is in force when a planned deletion is resolved', () => {
    const record = applyOp(undefined, { t: '0000000010000.r-a', p: { label: 'claim' } });
    const stamps = { ...key, p: { [DELETED]: ['0000000010000.r-a'] } };
    expect(resolveTombstone({ ...key, p: { [DELETED]: true } }, record)).toEqual(stamps);
    expect(resolveTombstone({ ...key, p: { [DELETED]: true } }, undefined).p).toEqual({
      [DELETED]: [],
    });
  });
});
