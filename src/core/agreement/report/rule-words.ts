import type { MatchRule } from '../align.ts';

/** A rule as it is written on the command line: `half`, `any`, `exact`, or an IoU such as `0.5`. */
export function ruleFrom(words: string): MatchRule | undefined {
  if (words === 'half' || words === 'any' || words === 'exact') return { kind: words };
  const least = words.trim() === '' ? Number.NaN : Number(words);
  return least > 0 && least <= 1 ? { kind: 'iou', least } : undefined;
}
