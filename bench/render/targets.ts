import { FIGURE, type Figures, median } from './figures.ts';
import type { IndexResult } from './index-race.ts';
import type { BorderResult, JobResult } from './job.ts';
import { CELL_NAMES, type Cell } from './work.ts';

/** One comparison of one target. */
export interface Check {
  /** Number of the target. */
  readonly target: number;
  readonly what: string;
  readonly ours: number;
  /** What ours is held against, and the greatest ratio allowed. */
  readonly against: number;
  readonly most: number;
  readonly unit: string;
  readonly verdict: 'pass' | 'fail' | 'not measured';
}

type Figure = (result: JobResult) => number | undefined;

/** A comparison; not measured where either figure is missing. */
export function check(
  target: number,
  what: string,
  unit: string,
  [ours, against, most]: readonly [ours: number, against: number, most: number],
): Check {
  const isKnown = !Number.isNaN(ours) && !Number.isNaN(against);
  const isKept = ours <= against * most;
  const verdict = isKnown ? (isKept ? 'pass' : 'fail') : 'not measured';
  return { target, what, ours, against, most, unit, verdict };
}

/** Half a frame at 60 Hz, and what a hit test may take, in milliseconds. */
const HALF_A_FRAME = 8.3;
const HIT_LIMIT = 0.1;

const OURS = 'verbale';

function mountChecks({ middle }: Figures): Check[] {
  const against = (target: number, cell: Cell, technique: string, most: number): Check =>
    check(target, `mount CPU ${cell} against ${technique}`, 'ms', [
      middle(OURS, cell, FIGURE.mountCpu),
      middle(technique, cell, FIGURE.mountCpu),
      most,
    ]);
  return [
    against(1, 'L1k', 'plain', 0.2),
    against(1, 'L1k', 'codemirror', 1.3),
    against(1, 'L10k', 'plain', 0.2),
    against(1, 'L10k', 'codemirror', 1.3),
    against(2, 'M10k', 'plain', 1.2),
    against(2, 'M10k', 'codemirror', 0.9),
    against(2, 'M10k', 'recogito', 1 / 30),
    against(3, 'M1k', 'plain', 0.7),
    against(3, 'S1k', 'codemirror', 1.2),
    against(3, 'S1k', 'recogito', 0.6),
    against(14, 'ONE', 'plain', 1),
  ];
}

/** Long tasks that an operation of ours caused, over all repetitions. */
function longTasks({ results }: Figures, cell: Cell, part: string): readonly number[] {
  return results
    .filter(({ job }) => job.technique === OURS && job.cell === cell)
    .flatMap((one) => one.longTasks[part] ?? []);
}

function paintChecks(figures: Figures, cells: readonly Cell[]): Check[] {
  const { middle } = figures;
  return cells.flatMap((cell) => [
    check(4, `mount paint ${cell} against an empty page`, 'ms', [
      middle(OURS, cell, FIGURE.mountPaint),
      middle('empty', cell, FIGURE.mountPaint),
      1.25,
    ]),
    check(4, `long tasks of a mount, ${cell}`, 'tasks', [
      longTasks(figures, cell, 'mount').length,
      0,
      1,
    ]),
  ]);
}

function changeChecks({ middle }: Figures, cells: readonly Cell[]): Check[] {
  const kinds = [
    ['add', FIGURE.add, FIGURE.addPaint],
    ['delete', FIGURE.remove, FIGURE.removePaint],
  ] as const;
  return cells.flatMap((cell) =>
    kinds.flatMap(([kind, cost, paint]) => {
      const ours = middle(OURS, cell, cost);
      return [
        check(5, `${kind} ${cell} against codemirror`, 'ms', [
          ours,
          middle('codemirror', cell, cost),
          1.75,
        ]),
        check(5, `${kind} ${cell} against half a frame`, 'ms', [ours, HALF_A_FRAME, 1]),
        check(5, `${kind} ${cell}, time to paint against an empty page`, 'ms', [
          middle(OURS, cell, paint),
          middle('empty', cell, paint),
          1.1,
        ]),
      ];
    }),
  );
}

function addChecks({ middle }: Figures): Check[] {
  const cpu = (technique: string): number =>
    middle(technique, 'M10k', FIGURE.addCpu) - middle('empty', 'M10k', FIGURE.addCpu);
  const against = (technique: string, most: number): Check =>
    check(6, `add CPU M10k against ${technique}`, 'ms', [cpu(OURS), cpu(technique), most]);
  return [
    against('doccano', 1 / 10),
    against('react-text-annotate', 1 / 20),
    against('brat', 1 / 200),
    check(7, 'add L10k against L1k', 'ms', [
      middle(OURS, 'L10k', FIGURE.add),
      middle(OURS, 'L1k', FIGURE.add),
      1.3,
    ]),
    check(14, 'add ONE against segment spans', 'ms', [
      middle(OURS, 'ONE', FIGURE.add),
      middle('segs', 'ONE', FIGURE.add),
      0.25,
    ]),
  ];
}

function hitChecks({ middle, results }: Figures, cells: readonly Cell[]): Check[] {
  const speed = cells.flatMap((cell) => {
    const ours = middle(OURS, cell, FIGURE.hit);
    return [
      check(8, `hit test ${cell} against codemirror`, 'ms', [
        ours,
        middle('codemirror', cell, FIGURE.hit),
        2,
      ]),
      check(8, `hit test ${cell} against its limit`, 'ms', [ours, HIT_LIMIT, 1]),
    ];
  });
  const hits = results.filter(({ job }) => job.technique === OURS).flatMap((one) => one.hit ?? []);
  const wrong = hits.reduce((sum, one) => sum + one.wrong, 0);
  const isSeen = hits.some((one) => one.most > 1);
  return [
    ...speed,
    check(8, 'points where a hit test misses an id', 'points', [isSeen ? wrong : Number.NaN, 0, 1]),
  ];
}

function farChecks({ middle, all, results }: Figures): Check[] {
  const against = (
    target: number,
    words: string,
    [cell, figure, unit, most]: readonly [Cell, Figure, string, number],
  ): Check =>
    check(target, `${words} ${cell} against plain`, unit, [
      middle(OURS, cell, figure),
      middle('plain', cell, figure),
      most,
    ]);
  const scrolling = (['M10k', 'L10k'] as const).map((cell) =>
    check(9, `late frames while scrolling ${cell}, plain + 1`, 'frames', [
      middle(OURS, cell, FIGURE.scroll),
      middle('plain', cell, FIGURE.scroll) + 1,
      1,
    ]),
  );
  const going = (['M10k', 'L10k'] as const).flatMap((cell) => {
    const lost = results
      .filter(({ job }) => job.technique === OURS && job.cell === cell)
      .flatMap(({ goTo }) => (goTo === undefined ? [] : goTo.costs.length - goTo.landed));
    const limit = cell === 'L10k' ? 16.7 : 33;
    return [
      check(16, `go to an annotation ${cell}`, 'ms', [middle(OURS, cell, FIGURE.goTo), limit, 1]),
      check(16, `times the focus did not land, ${cell}`, 'times', [
        lost.length === 0 ? Number.NaN : lost.reduce((sum, one) => sum + one, 0),
        0,
        1,
      ]),
    ];
  });
  return [
    ...scrolling,
    against(10, 'resize CPU', ['L10k', FIGURE.resize, 'ms', 0.12]),
    against(10, 'resize CPU', ['M10k', FIGURE.resize, 'ms', 1.2]),
    against(11, 'growth of memory', ['L10k', FIGURE.memory, 'kB', 0.25]),
    against(12, 'DOM nodes', ['L10k', FIGURE.nodes, 'nodes', 1.3]),
    ...going,
    ...wholeChecks(all),
  ];
}

function wholeChecks(all: Figures['all']): Check[] {
  const lacking = (technique: string, figure: Figure): number =>
    all(technique, 'L10k', figure)[0] ?? Number.NaN;
  const found: Figure = (one) => one.whole?.found;
  const selected: Figure = (one) =>
    one.whole === undefined ? undefined : one.whole.all - one.whole.selected;
  const accessible: Figure = (one) =>
    one.whole === undefined ? undefined : Math.max(0, one.whole.all - one.whole.accessible);
  return [
    check(15, 'matches that a search on the page lacks, L10k', 'matches', [
      1 - lacking(OURS, found),
      0,
      1,
    ]),
    check(15, 'characters that select-all lacks, L10k', 'characters', [
      lacking(OURS, selected),
      0,
      1,
    ]),
    check(15, 'characters that the accessibility tree lacks, L10k', 'characters', [
      lacking(OURS, accessible),
      0,
      1,
    ]),
  ];
}

/** Target 13, from the run with the accessibility tree switched on. */
export function accessibilityChecks(figures: Figures): Check[] {
  return [
    check(13, 'mount CPU L10k with accessibility against plain', 'ms', [
      figures.middle(OURS, 'L10k', FIGURE.mountCpu),
      figures.middle('plain', 'L10k', FIGURE.mountCpu),
      0.25,
    ]),
    check(13, 'long tasks of a mount with accessibility, L10k', 'tasks', [
      figures.all(OURS, 'L10k', FIGURE.mountCpu).length === 0
        ? Number.NaN
        : longTasks(figures, 'L10k', 'mount').length,
      0,
      1,
    ]),
  ];
}

/** The targets that a run in the page can tell, in order of their numbers. */
export function checkTargets(figures: Figures): Check[] {
  const cells = CELL_NAMES.filter((cell) => figures.all(OURS, cell, FIGURE.mountCpu).length > 0);
  return [
    ...mountChecks(figures),
    ...paintChecks(figures, cells),
    ...changeChecks(figures, cells),
    ...addChecks(figures),
    ...hitChecks(figures, cells),
    ...farChecks(figures),
  ];
}

/** Targets 17 and 19. Targets 18 and 20 are measured by `bench:store` and `bench:start`. */
export function otherChecks(
  border: BorderResult | undefined,
  index: IndexResult | undefined,
): Check[] {
  const query = (name: string, against: number): Check =>
    check(19, `query among 1 M spans against ${name}`, 'µs', [
      index?.ours ?? Number.NaN,
      against,
      1 / 5,
    ]);
  return [
    check(17, 'open an article over the border against JSON.parse', 'ms', [
      median(border?.opened ?? []),
      median(border?.parsed ?? []),
      2.5,
    ]),
    check(17, 'long tasks of main while opening', 'tasks', [
      border?.mainStops.length ?? Number.NaN,
      0,
      1,
    ]),
    query('flatten-js', index?.flatten ?? Number.NaN),
    query('node-interval-tree', index?.nodeTree ?? Number.NaN),
  ];
}
