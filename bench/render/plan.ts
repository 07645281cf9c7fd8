import type { Job, Part } from './job.ts';
import { CELL_NAMES, type Cell } from './work.ts';

/** What a run covers. */
export interface RunOptions {
  readonly cells: readonly Cell[];
  readonly techniques: readonly string[];
  readonly repetitions: number;
  /** True where only the most telling figures are wanted. */
  readonly isQuick: boolean;
}

/** All techniques, the fast ones first; brat is asked for one figure only. */
export const TECHNIQUES = [
  'empty',
  'plain',
  'verbale',
  'codemirror',
  'prosemirror',
  'segs',
  'recogito',
  'doccano',
  'react-text-annotate',
  'brat',
] as const;

const QUICK: RunOptions = {
  cells: ['S1k', 'M10k', 'L10k'],
  techniques: ['empty', 'plain', 'verbale', 'codemirror'],
  repetitions: 2,
  isQuick: true,
};

/** Mounts that take several seconds are repeated this often at most. */
const SLOW_REPETITIONS = 2;

function valueOf(args: readonly string[], name: string): string | undefined {
  return args.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** Reads `--quick`, `--cells=M1k,L10k`, `--techniques=plain,verbale`, `--repetitions=3`. */
export function readOptions(args: readonly string[]): RunOptions {
  const known = /^--(?:quick$|cells=|techniques=|repetitions=)/;
  const wrong = args.find((one) => !known.test(one));
  if (wrong !== undefined) throw new Error(`What is ${wrong}?`);
  const base: RunOptions = args.includes('--quick')
    ? QUICK
    : { cells: CELL_NAMES, techniques: TECHNIQUES, repetitions: 5, isQuick: false };
  const cells = valueOf(args, 'cells')?.split(',') ?? base.cells;
  const techniques = valueOf(args, 'techniques')?.split(',') ?? base.techniques;
  const repetitions = Number(valueOf(args, 'repetitions') ?? base.repetitions);
  return {
    cells: CELL_NAMES.filter((cell) => cells.includes(cell)),
    techniques,
    repetitions,
    isQuick: base.isQuick,
  };
}

const IN_THE_MIDST: readonly Cell[] = ['M10k', 'L10k'];

/** What is measured of a technique beside its mount: what some target asks for. */
function partsOf(technique: string, cell: Cell, repetition: number): Part[] {
  const isOurs = technique === 'verbale';
  const isWhole = isOurs || technique === 'plain';
  const isCompared = isOurs || technique === 'codemirror';
  const isPeer = ['doccano', 'react-text-annotate', 'brat', 'prosemirror'].includes(technique);
  const isFar = IN_THE_MIDST.includes(cell);
  const isChanged = [
    isCompared,
    technique === 'empty',
    isPeer && cell === 'M10k' && repetition < SLOW_REPETITIONS,
    technique === 'segs' && cell === 'ONE',
  ].includes(true);
  const asked: readonly (readonly [boolean, readonly Part[]])[] = [
    [isChanged, ['change']],
    [isCompared, ['hit']],
    [isOurs && isFar, ['goTo']],
    [isWhole && isFar, ['scroll', 'resize']],
    [isWhole && cell === 'L10k' && repetition === 0, ['whole']],
  ];
  return asked.flatMap(([isWanted, parts]) => (isWanted ? parts : []));
}

/** Whether this page is measured in this repetition. */
function isWanted(technique: string, cell: Cell, repetition: number): boolean {
  if (technique === 'brat') return cell === 'M10k' && repetition < SLOW_REPETITIONS;
  const isSlow = cell === 'L10k' && (technique === 'recogito' || technique === 'doccano');
  return !isSlow || repetition < SLOW_REPETITIONS;
}

/** The pages of a run: in every repetition, every technique once for each cell. */
export function jobsOf({ cells, techniques, repetitions }: RunOptions): Job[] {
  return Array.from({ length: repetitions }, (_, repetition) =>
    cells.flatMap((cell) =>
      techniques
        .filter((technique) => isWanted(technique, cell, repetition))
        .map((technique) => ({
          technique,
          cell,
          repetition,
          parts: partsOf(technique, cell, repetition),
        })),
    ),
  ).flat();
}

/** The pages for the run with the accessibility tree switched on. */
export function accessibilityJobs({ cells, repetitions, isQuick }: RunOptions): Job[] {
  if (!cells.includes('L10k')) return [];
  return Array.from({ length: isQuick ? 1 : Math.min(3, repetitions) }, (_, repetition) =>
    ['plain', 'verbale'].map(
      (technique): Job => ({ technique, cell: 'L10k', repetition, parts: [] }),
    ),
  ).flat();
}
