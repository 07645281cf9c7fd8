import type { LayerState } from '../model/layer-document.ts';
import { attributeValues } from './attribute-values.ts';
import type { Steps } from './body.ts';
import type { LayerMeetings, Meets } from './co-occurrence.ts';
import { MEETING_UNITS } from './co-occurrence.ts';
import { utcDay } from './days.ts';
import { answersKey, type CountedRow, meetsKey, saysKey } from './query.ts';
import type { Report } from './report.ts';
import type { AnnotationRow } from './row.ts';
import {
  at,
  type Growing,
  type GrowingAnalyst,
  growing,
  type Memory,
  meetingKey,
  plus,
} from './tally-memory.ts';
import { reportOf } from './tally-report.ts';

/** One analyst's work on one article, ready to be counted. */
export interface LayerWork {
  readonly articleId: string;
  readonly analyst: string;
  readonly state: LayerState;
  /** Words of the article's text without furniture. */
  readonly words: number;
  readonly rows: readonly AnnotationRow[];
  /** Of those rows that are not in furniture, in their order. */
  readonly meetings: LayerMeetings;
}

/** Counts layer by layer. Every number of its report is the number of rows that its query finds. */
export interface Tally {
  /** Takes a layer in. Whoever stops in the middle has no report to ask for. */
  add(layer: LayerWork): Steps<undefined>;
  report(): Steps<Report>;
  /** All rows so far, in the order they came. */
  rows(): readonly CountedRow[];
}

function addRow(to: Growing, label: string): void {
  to.annotations += 1;
  plus(to.byLabel, label);
}

/** One copy of equal strings: a million rows say the same few things. */
function shared({ strings }: Memory, text: string): string {
  return at(strings, text, () => text);
}

function countAttributes(memory: Memory, row: AnnotationRow, facets: string[]): void {
  for (const [name, value] of Object.entries(row.attributes)) {
    const values = attributeValues(value);
    if (values.length === 0) continue;
    plus(
      at(memory.answered, row.label, () => new Map<string, number>()),
      name,
    );
    facets.push(shared(memory, answersKey(name)));
    const ofLabel = at(memory.said, row.label, () => new Map<string, Map<string, number>>());
    const counts = at(ofLabel, name, () => new Map<string, number>());
    for (const one of values) {
      plus(counts, one);
      facets.push(shared(memory, saysKey(name, one)));
    }
  }
}

function countMeets(memory: Memory, row: AnnotationRow, meets: Meets, facets: string[]): void {
  for (const unit of MEETING_UNITS) {
    for (const label of meets[unit]) {
      plus(memory.meeting, meetingKey(unit, row.label, label));
      facets.push(shared(memory, meetsKey(unit, label)));
    }
  }
}

function keep(memory: Memory, row: AnnotationRow, day: string, facets: readonly string[]): void {
  const { id, articleId, analyst, label, furniture } = row;
  memory.rows.push({
    id,
    articleId: shared(memory, articleId),
    analyst: shared(memory, analyst),
    label: shared(memory, label),
    day: shared(memory, day),
    furniture,
    facets,
  });
}

function countRow(memory: Memory, row: AnnotationRow, meets: Meets | undefined): void {
  const day = utcDay(row.createdAt);
  const facets: string[] = [];
  addRow(memory.all, row.label);
  const article = at(memory.byArticle, row.articleId, () => ({ ...growing(), begun: '' }));
  addRow(article, row.label);
  if (day === '') memory.undated += 1;
  else {
    addRow(at(memory.byDay, day, growing), row.label);
    if (article.begun === '' || day < article.begun) article.begun = day;
  }
  countAttributes(memory, row, facets);
  if (meets !== undefined) countMeets(memory, row, meets, facets);
  keep(memory, row, day, facets);
}

function newAnalyst(): GrowingAnalyst {
  return { ...growing(), articles: 0, inProgress: 0, submitted: 0 };
}

const ROWS_A_STEP = 128;

function* addLayer(memory: Memory, layer: LayerWork): Steps<undefined> {
  const analyst = at(memory.byAnalyst, layer.analyst, newAnalyst);
  if (layer.state === 'in-progress') analyst.inProgress += 1;
  if (layer.state === 'submitted') analyst.submitted += 1;
  let body = 0;
  for (const [index, row] of layer.rows.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    if (row.furniture) {
      memory.furniture += 1;
      keep(memory, row, utcDay(row.createdAt), []);
      continue;
    }
    addRow(analyst, row.label);
    countRow(memory, row, layer.meetings.meets[body]);
    body += 1;
  }
  for (const meeting of layer.meetings.meetings) {
    const { unit, a, b, count } = meeting;
    const key = meetingKey(unit, a, b);
    const known = at(memory.meetings, key, () => ({ unit, a, b, count: 0 }));
    known.count += count;
  }
  if (body === 0) return undefined;
  analyst.articles += 1;
  const article = memory.byArticle.get(layer.articleId);
  for (const one of [memory.all, analyst, article]) if (one !== undefined) one.words += layer.words;
  return undefined;
}

/**
 * Begins to count.
 * @param articles of the project
 * @param analysts ids of those whose work is counted; others' is not looked at
 */
export function createTally(articles: number, analysts: readonly string[]): Tally {
  const memory: Memory = {
    articles,
    all: growing(),
    byArticle: new Map(),
    byAnalyst: new Map(analysts.map((id) => [id, newAnalyst()])),
    byDay: new Map(),
    said: new Map(),
    answered: new Map(),
    meetings: new Map(),
    meeting: new Map(),
    strings: new Map(),
    rows: [],
    furniture: 0,
    undated: 0,
  };
  return {
    *add(layer) {
      if (memory.byAnalyst.has(layer.analyst)) yield* addLayer(memory, layer);
      return undefined;
    },
    report: () => reportOf(memory),
    rows: () => memory.rows,
  };
}
