import { expect, test } from 'vitest';
import type { Span } from '../../../core/model/span.ts';
import { assignLanes } from '../../../core/text/lanes.ts';
import { backgroundOf, extraHeight, groundOf, laneLayer } from './lane-css.ts';
import type { Mark } from './mark-index.ts';
import { MOST_LANES, planBlock } from './paint-plan.ts';

const TEXT = 'if troops move, Washington will cut the banks off and bar the sale.';

const mark = (id: string, words: string, hue: Mark['hue'], pattern: Mark['pattern']): Mark => {
  const start = TEXT.indexOf(words);
  return {
    id,
    spans: [[start, start + words.length]],
    labelId: id,
    hue,
    pattern,
    letter: id,
    name: id,
    unsure: false,
  };
};
const threat = mark('t', 'if troops move, Washington will cut the banks off', 'red', 'double');
const proposal = mark('s', 'cut the banks off', 'ochre', 'dashed');
const crossing = mark('c', 'banks off and bar', 'blue', 'single');
const actor = mark('a', 'Washington', 'grey', 'dotted');

function paint(marks: readonly Mark[], picked: { selected?: string; hovered?: string } = {}) {
  return planBlock([0, TEXT.length], marks, {
    text: TEXT,
    lanes: assignLanes(marks),
    selected: picked.selected,
    hovered: picked.hovered,
    furniture: [],
    sentences: new Map(),
  });
}

const pieceWith = (plan: ReturnType<typeof paint>, words: string) =>
  plan.pieces.find(({ start, end }) => TEXT.slice(start, end).includes(words));

test('pieces follow one another and cover the block', () => {
  const { pieces } = paint([threat, proposal, crossing, actor]);
  expect(pieces.map(({ start, end }) => TEXT.slice(start, end)).join('')).toBe(TEXT);
});

test('the inner mark gives the ground, the outer line lies below', () => {
  const piece = pieceWith(paint([threat, proposal]), 'cut the');
  expect(piece?.fill).toEqual({ hue: 'ochre', strong: false });
  expect(piece?.lanes.map(({ hue, lane }) => [hue, lane])).toEqual([
    ['ochre', 0],
    ['red', 1],
  ]);
});

test('a helper label has no ground of its own until it is picked', () => {
  expect(pieceWith(paint([actor]), 'Washington')?.fill).toBeUndefined();
  expect(pieceWith(paint([threat, actor]), 'Washington')?.fill?.hue).toBe('red');
  expect(pieceWith(paint([actor], { hovered: 'a' }), 'Washington')?.fill).toEqual({
    hue: 'grey',
    strong: true,
  });
});

test('a selected mark that others cover wholly is laid on top', () => {
  const twin: Mark = { ...proposal, id: 'x', hue: 'violet' };
  const below = paint([proposal, twin]).pieces.find((piece) => piece.lanes.length === 2);
  const top = below?.fill?.hue === 'ochre' ? 'x' : 's';
  const hue = top === 'x' ? 'violet' : 'ochre';
  const piece = pieceWith(paint([proposal, twin], { selected: top }), 'cut the');
  expect(piece?.fill).toEqual({ hue, strong: true });
});

test('picking a mark changes tones, not nodes', () => {
  const marks = [threat, proposal, crossing];
  expect(paint(marks, { selected: 't' }).key).toBe(paint(marks).key);
  expect(paint([threat, proposal]).key).not.toBe(paint(marks).key);
});

test('two marks that begin on one spot have two chips, the outer one first', () => {
  const whole = mark('w', 'cut the banks off and bar', 'blue', 'single');
  const piece = pieceWith(paint([proposal, whole]), 'cut the');
  expect(piece?.chips.map((chip) => chip.id)).toEqual(['w', 's']);
});

test('nothing is inserted in the middle of a word', () => {
  const half: Mark = { ...actor, spans: [[TEXT.indexOf('Washington') + 2, 20]] as const };
  expect(paint([half]).pieces.some((piece) => piece.opens)).toBe(false);
  expect(pieceWith(paint([actor]), 'Washington')).toMatchObject({ opens: true, closes: true });
});

test('furniture in a line is cut out, also inside marks', () => {
  const span: Span = [3, 9];
  const plan = planBlock([0, TEXT.length], [threat], {
    text: TEXT,
    lanes: assignLanes([threat]),
    selected: undefined,
    hovered: undefined,
    furniture: [span],
    sentences: new Map(),
  });
  const dimmed = plan.pieces.filter((piece) => piece.furniture);
  expect(dimmed.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['troops']);
  expect(plan.pieces.flatMap((piece) => piece.chips)).toHaveLength(1);
});

test('a line goes on where its annotation does, also past a place without words', () => {
  const place: Mark = { ...crossing, id: 'p', spans: [[10, 10]] };
  const { pieces } = paint([threat, proposal, place]);
  const lines = pieces.flatMap(({ lanes }) => lanes.map(({ hue, goesOn }) => `${hue} ${goesOn}`));
  expect(lines).toEqual(['red false', 'red true', 'ochre false', 'red true']);
});

test('a place without words is a piece without text, with its chip, drawn in one block only', () => {
  const at = TEXT.indexOf('Washington');
  const place: Mark = { ...proposal, id: 'p', spans: [[at, at]] };
  const points = paint([place, threat], { selected: 'p' }).pieces.filter(
    ({ point }) => point !== undefined,
  );
  expect(points).toMatchObject([
    { start: at, end: at, point: 'ochre', selected: 'ochre', chips: [{ id: 'p' }] },
  ]);
  const context = {
    text: TEXT,
    lanes: new Map(),
    selected: undefined,
    hovered: undefined,
    furniture: [],
    sentences: new Map(),
  };
  const drawn = ([from, to]: Span): number =>
    planBlock([from, to], [place], context).pieces.filter(({ point }) => point !== undefined)
      .length;
  expect([drawn([0, at]), drawn([at, TEXT.length])]).toEqual([0, 1]);
  const end: Mark = { ...place, spans: [[TEXT.length, TEXT.length]] };
  expect(
    planBlock([at, TEXT.length], [end], context).pieces.filter(({ chips }) => chips.length > 0),
  ).toHaveLength(1);
});

test('a numbered sentence begins a piece, inside a mark too, and the mark keeps one chip', () => {
  const start = TEXT.indexOf('Washington');
  const { pieces } = planBlock([0, TEXT.length], [threat], {
    text: TEXT,
    lanes: assignLanes([threat]),
    selected: undefined,
    hovered: undefined,
    furniture: [],
    sentences: new Map([
      [0, '4.1'],
      [start, '4.2'],
    ]),
  });
  const numbered = pieces.filter(({ sentence }) => sentence !== undefined);
  expect(numbered.map((piece) => [piece.start, piece.sentence])).toEqual([
    [0, '4.1'],
    [start, '4.2'],
  ]);
  expect(pieces.flatMap(({ chips }) => chips)).toHaveLength(1);
});

test('each lane lies 4.5 px lower, and each pattern differs', () => {
  const patterns = ['single', 'double', 'dashed', 'dotted'] as const;
  const layers = patterns.map((pattern) =>
    laneLayer({ lane: 0, hue: 'blue', pattern, goesOn: false }),
  );
  expect(new Set(layers).size).toBe(4);
  expect(laneLayer({ lane: 0, hue: 'blue', pattern: 'single', goesOn: false })).toContain('+ 1px)');
  expect(laneLayer({ lane: 2, hue: 'blue', pattern: 'single', goesOn: false })).toContain(
    '+ 10px)',
  );
  expect([1, 3, 4, 6].map(extraHeight)).toEqual([0, 0, 4.5, 13.5]);
  expect(groundOf(undefined)).toBe('transparent');
  expect(groundOf({ hue: 'red', strong: true })).toBe('var(--label-red-fill-strong)');
  const lines = [{ lane: 0, hue: 'red', pattern: 'double', goesOn: false }] as const;
  const layersOf = (opens: boolean, closes: boolean): number =>
    backgroundOf({ lanes: lines, opens, closes }, 'transparent').split('no-repeat').length - 1;
  // The line, the ground, and one layer for whichever corners are taken off.
  expect([layersOf(false, false), layersOf(true, false), layersOf(false, true)]).toEqual([2, 3, 3]);
  expect(layersOf(true, true)).toBe(3);
});

test('a thousand marks over one another are painted, with as many lines as can be told apart', () => {
  const text = 'x '.repeat(1000);
  const marks = Array.from({ length: 1000 }, (_, i) => ({
    ...threat,
    id: `m${i}`,
    spans: [[0, 2 * i + 1]] as const,
  }));
  const context = {
    text,
    lanes: assignLanes(marks),
    selected: undefined,
    hovered: undefined,
    furniture: [],
    sentences: new Map(),
  };
  const { lanes, pieces } = planBlock([0, text.length], marks, context);
  expect(lanes).toBe(MOST_LANES);
  expect(pieces[0]?.ids).toHaveLength(1000);
});

test('doubt shows on the chip, and makes another picture of it', () => {
  const sure = paint([crossing]);
  const unsure = paint([{ ...crossing, unsure: true }]);
  expect(unsure.pieces.flatMap(({ chips }) => chips)).toMatchObject([{ id: 'c', unsure: true }]);
  expect(unsure.key).not.toBe(sure.key);
});
