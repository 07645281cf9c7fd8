import type { LayerState } from '../../../core/model/layer-document.ts';
import type { ArticleRow } from '../../state/project.ts';
import { type ArticleWords, plain } from './article-words.ts';

/** Which articles a list shows. An empty value asks for nothing. */
export interface ListFilter {
  /** Words that title, outlet, byline, date or tags have, in any order. */
  readonly words: string;
  readonly state: LayerState | 'all';
  /** Label id that the analyst's own layer has, on words or on the whole article. */
  readonly label: string;
  /** Analyst id, or {@link NOBODY}. */
  readonly assigned: string;
  readonly tag: string;
  readonly outlet: string;
  /** BCP 47 tag, or {@link UNKNOWN}. */
  readonly language: string;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly to: string;
  /** Only those whose import had questions. */
  readonly asks: boolean;
  /** Only those with comments that are not resolved. */
  readonly talk: boolean;
  /** Only those with annotations that one is unsure of. */
  readonly unsure: boolean;
}

/** Stands for “no analyst”; no id begins with a dash. */
export const NOBODY = '-nobody';
/** Stands for “not known”. */
export const UNKNOWN = '-unknown';

/** Everything. */
export const NO_FILTER: ListFilter = {
  words: '',
  state: 'all',
  label: '',
  assigned: '',
  tag: '',
  outlet: '',
  language: '',
  from: '',
  to: '',
  asks: false,
  talk: false,
  unsure: false,
};

/** Whether a row is shown; `words` are those of its article. */
export type RowTest = (row: ArticleRow, words: ArticleWords) => boolean;

function testWords(words: string): readonly RowTest[] {
  return plain(words)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map(
      (word): RowTest =>
        (_row, { found }) =>
          found.includes(word),
    );
}

function testAssigned(wanted: string): RowTest {
  return wanted === NOBODY
    ? ({ article }) => article.assigned.length === 0
    : ({ article }) => article.assigned.includes(wanted);
}

function testDays(from: string, to: string): readonly RowTest[] {
  if (from === '' && to === '') return [];
  const last = to === '' ? '9999' : to;
  return [(_row, { day }) => day !== '' && day >= from && day <= last];
}

/** True for every row a filter shows; tests that ask for nothing cost nothing. */
export function testOf(filter: ListFilter): RowTest {
  const { words, state, label, assigned, tag, outlet, language, from, to } = filter;
  const when = (wanted: string, test: RowTest): readonly RowTest[] => (wanted === '' ? [] : [test]);
  const spoken = language === UNKNOWN ? '' : language;
  const tests: readonly RowTest[] = [
    ...when(state === 'all' ? '' : state, (row) => row.state === state),
    ...when(label, (row) => (row.counts[label] ?? 0) > 0 || row.documentLabels.includes(label)),
    ...when(assigned, testAssigned(assigned)),
    ...when(tag, ({ article }) => article.tags.includes(tag)),
    ...when(outlet, ({ article }) => article.outlet === outlet),
    ...when(language, ({ article }) => article.language === spoken),
    ...testDays(from, to),
    ...(filter.asks ? [(_row: ArticleRow, one: ArticleWords) => one.asks] : []),
    ...(filter.talk ? [(row: ArticleRow) => row.openThreads > 0] : []),
    ...(filter.unsure ? [(row: ArticleRow) => row.unsure > 0] : []),
    ...testWords(words),
  ];
  const [only] = tests;
  if (only === undefined) return () => true;
  return tests.length === 1 ? only : (row, one) => tests.every((test) => test(row, one));
}

/** How many of the filter's fields ask for something; words and state stand apart and are not counted. */
export function activeCount(filter: ListFilter): number {
  const { label, assigned, tag, outlet, language, from, to, asks, talk, unsure } = filter;
  const fields = [label, assigned, tag, outlet, language, from + to];
  const boxes = [asks, talk, unsure];
  return fields.filter((value) => value !== '').length + boxes.filter(Boolean).length;
}
