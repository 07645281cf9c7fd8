import { CONFIDENCES } from '../model/annotation.ts';
import type { ConfidenceLevel, Place } from './query.ts';
import { Unreadable } from './query-source.ts';

/** What people type for a level, besides its id: what the window calls it. */
const OTHER_NAMES: Readonly<Record<string, ConfidenceLevel>> = {
  unsure: 'low',
  'not said': 'none',
};

const COMPARED = /^(?<sign><=|>=|<|>|)(?<level>.*)$/u;

type Compare = (at: number, wanted: number) => boolean;

const COMPARE: Readonly<Record<string, Compare>> = {
  '<': (at, wanted) => at < wanted,
  '<=': (at, wanted) => at <= wanted,
  '>': (at, wanted) => at > wanted,
  '>=': (at, wanted) => at >= wanted,
};

/**
 * The levels that a value of `confidence:` stands for: `low`, `<high` (low, medium), `>=medium`
 * (medium, high), `none` where nobody said, `*` where somebody did.
 *
 * @throws {Unreadable} where it is no level, or a comparison that nothing can be
 */
export function confidenceLevels(value: string, place: Place): readonly ConfidenceLevel[] {
  if (value === '*') return CONFIDENCES;
  const { sign = '', level = '' } = COMPARED.exec(value.trim().toLowerCase())?.groups ?? {};
  const named = Object.hasOwn(OTHER_NAMES, level) ? OTHER_NAMES[level] : level;
  if (named === 'none' && sign === '') return ['none'];
  const wanted = CONFIDENCES.findIndex((one) => one === named);
  const compare = COMPARE[sign];
  const levels = CONFIDENCES.filter((_, at) =>
    compare === undefined ? at === wanted : compare(at, wanted),
  );
  if (wanted !== -1 && levels.length > 0) return levels;
  throw new Unreadable(
    'Write confidence:low, medium, high or none, or compare: confidence:<high, confidence:>=medium.',
    place,
  );
}
