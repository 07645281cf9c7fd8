import type { LayerState } from '../model/layer-document.ts';
import { compareStrings, inOrder } from '../text/order.ts';
import { attributeValues } from './attribute-values.ts';
import type { Steps } from './body.ts';
import type { LayerMeetings, MeetingUnit, Meets } from './co-occurrence.ts';
import { MEETING_UNITS } from './co-occurrence.ts';
import { utcDay } from './days.ts';
import { answersKey, type CountedRow, meetsKey, saysKey } from './query.ts';
import type {
  AnalystCount,
  ArticleCount,
  AttributeCount,
  ByLabel,
  Counted,
  DayCount,
  MeetingCount,
  Report,
} from './report.ts';
import type { AnnotationRow } from './row.ts';

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

/** A number for each label, while it grows. */
interface Growing {
  annotations: number;
  words: number;
  readonly byLabel: Map<string, number>;
}

function growing(): Growing {
  return { annotations: 0, words: 0, byLabel: new Map() };
}

function plus(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function at<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function addRow(to: Growing, label: string): void {
  to.annotations += 1;
  plus(to.byLabel, label);
}

function byLabel(counts: ReadonlyMap<string, number>): ByLabel {
  return Object.fromEntries(counts);
}

function counted({ annotations, words, byLabel: labels }: Growing): Counted {
  return { annotations, words, byLabel: byLabel(labels) };
}

interface GrowingArticle extends Growing {
  begun: string;
}

interface GrowingAnalyst extends Growing {
  articles: number;
  inProgress: number;
  submitted: number;
}

/** Everything a tally remembers. */
interface Memory {
  readonly articles: number;
  readonly all: Growing;
  readonly byArticle: Map<string, GrowingArticle>;
  readonly byAnalyst: Map<string, GrowingAnalyst>;
  readonly byDay: Map<string, Growing>;
  /** Label → attribute → value → annotations. */
  readonly said: Map<string, Map<string, Map<string, number>>>;
  /** Label → attribute → annotations with any value. */
  readonly answered: Map<string, Map<string, number>>;
  readonly meetings: Map<string, { unit: MeetingUnit; a: string; b: string; count: number }>;
  /** Key of unit, own label and met label → annotations. */
  readonly meeting: Map<string, number>;
  readonly strings: Map<string, string>;
  readonly rows: CountedRow[];
  furniture: number;
  undated: number;
}

/** One copy of equal strings: a million rows say the same few things. */
function shared({ strings }: Memory, text: string): string {
  return at(strings, text, () => text);
}

const meetingKey = (unit: MeetingUnit, own: string, other: string): string =>
  `${unit} ${own.length} ${own} ${other}`;

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

function attributeCounts({ said, answered, all }: Memory): AttributeCount[] {
  return [...said].flatMap(([label, names]) =>
    [...names].map(([name, counts]): AttributeCount => {
      const values = [...counts]
        .map(([value, annotations]) => ({ value, annotations }))
        .sort((x, y) => inOrder(y.annotations - x.annotations, compareStrings(x.value, y.value)));
      const silent = (all.byLabel.get(label) ?? 0) - (answered.get(label)?.get(name) ?? 0);
      return { label, name, values, more: 0, silent };
    }),
  );
}

function meetingCounts({ meetings, meeting }: Memory): MeetingCount[] {
  return [...meetings.values()].map(({ unit, a, b, count }) => ({
    unit,
    a,
    b,
    count,
    ofA: meeting.get(meetingKey(unit, a, b)) ?? 0,
    ofB: meeting.get(meetingKey(unit, b, a)) ?? 0,
  }));
}

function analystCounts({ byAnalyst, articles }: Memory): AnalystCount[] {
  return [...byAnalyst].map(([analyst, one]) => {
    const { inProgress, submitted } = one;
    const states = { new: articles - inProgress - submitted, 'in-progress': inProgress, submitted };
    return { analyst, ...counted(one), articles: one.articles, states };
  });
}

const ARTICLES_A_STEP = 1024;

function* articleCounts({ byArticle }: Memory): Steps<ArticleCount[]> {
  const counts: ArticleCount[] = [];
  for (const [articleId, one] of byArticle) {
    counts.push({ articleId, ...counted(one), begun: one.begun });
    if (counts.length % ARTICLES_A_STEP === 0) yield;
  }
  return counts;
}

function* reportOf(memory: Memory): Steps<Report> {
  const byArticle = yield* articleCounts(memory);
  const begun = new Map<string, number>();
  for (const article of byArticle) if (article.begun !== '') plus(begun, article.begun);
  const days = [...memory.byDay]
    .map(([day, one]): DayCount => {
      const { annotations, byLabel: labels } = counted(one);
      return { day, annotations, byLabel: labels, begun: begun.get(day) ?? 0 };
    })
    .sort((x, y) => compareStrings(x.day, y.day));
  return {
    ...counted(memory.all),
    articles: memory.articles,
    annotated: byArticle.length,
    furniture: memory.furniture,
    undated: memory.undated,
    analysts: analystCounts(memory),
    byArticle,
    days,
    attributes: attributeCounts(memory),
    meetings: meetingCounts(memory),
  };
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
