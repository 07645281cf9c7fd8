import { GUARD_COLUMN } from './columns.ts';
import { csvRecords } from './parse.ts';

/** Columns without which a row says no annotation. */
const NEEDED = ['label', 'start', 'end'];

/** What a file's first row says it is: annotations verbatim, guarded, or something else. */
export function claimsCsv(sample: string): 'verbatim' | 'guarded' | undefined {
  const [line = ''] = sample.split('\n', 1);
  const [first] = csvRecords(line);
  if (first?.ok !== true) return undefined;
  const names = new Set(first.value.fields.map((name) => name.trim()));
  const isOurs = NEEDED.every((name) => names.has(name));
  if (!isOurs || !(names.has('article_id') || names.has('text'))) return undefined;
  return names.has(GUARD_COLUMN) ? 'guarded' : 'verbatim';
}
