import { MEETING_UNITS } from './co-occurrence.ts';
import type { AttributeNames } from './names.ts';
import { type ByLabel, perThousandWords, type Report } from './report.ts';

/** The charts of the page. */
export type ChartId =
  | 'labels'
  | 'attributes'
  | 'articles'
  | 'analysts'
  | 'days'
  | 'progress'
  | 'states'
  | 'meetings'
  | 'documents';

/** The numbers of a chart. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What things are called. Ids that have no name stand for themselves. */
export interface Names extends AttributeNames {
  /** In the order of the codebook; labels that are in use and not listed come after them. */
  readonly labels: readonly { readonly id: string; readonly name: string }[];
  /** Labels of whole articles, in the order of the codebook. */
  readonly documentLabels?: readonly { readonly id: string; readonly name: string }[];
  readonly analyst: (id: string) => string;
  readonly article: (id: string) => string;
}

/** Labels of the codebook in its order, then those that only annotations know. */
export function labelsInUse(report: Report, labels: Names['labels']): Names['labels'] {
  const known = new Set(labels.map(({ id }) => id));
  const others = Object.keys(report.byLabel).filter((id) => !known.has(id));
  return [...labels, ...others.map((id) => ({ id, name: id }))];
}

/** Enough digits to compare, not so many that they pretend. Empty where there are no words. */
function rounded(density: number | undefined): number | string {
  return density === undefined ? '' : Math.round(density * 1000) / 1000;
}

function labelTable(report: Report, names: Names): Table {
  const rows = labelsInUse(report, names.labels).map(({ id, name }) => {
    const annotations = report.byLabel[id] ?? 0;
    return [name, annotations, rounded(perThousandWords({ annotations, words: report.words }))];
  });
  return { columns: ['Label', 'Annotations', 'Per 1,000 words'], rows };
}

function attributeTable(report: Report, names: Names): Table {
  const labels = labelsInUse(report, names.labels);
  const rows = labels.flatMap(({ id, name: label }) =>
    report.attributes
      .filter((one) => one.label === id)
      .flatMap(({ name, values, silent }) => [
        ...values.map(({ value, annotations }) => [
          label,
          names.attribute(name),
          names.value(name, value),
          annotations,
        ]),
        ...(silent > 0 ? [[label, names.attribute(name), '(nothing said)', silent]] : []),
      ]),
  );
  return { columns: ['Label', 'Attribute', 'Value', 'Annotations'], rows };
}

const each = (byLabel: ByLabel, labels: Names['labels']): number[] =>
  labels.map(({ id }) => byLabel[id] ?? 0);

function articleTable(report: Report, names: Names): Table {
  const labels = labelsInUse(report, names.labels);
  return {
    columns: [
      'Article',
      'Title',
      'Annotations',
      ...labels.map(({ name }) => name),
      'Words read',
      'Per 1,000 words',
    ],
    rows: report.byArticle.map((one) => [
      one.articleId,
      names.article(one.articleId),
      one.annotations,
      ...each(one.byLabel, labels),
      one.words,
      rounded(perThousandWords(one)),
    ]),
  };
}

function analystTable(report: Report, names: Names): Table {
  const labels = labelsInUse(report, names.labels);
  return {
    columns: [
      'Analyst',
      'Annotations',
      ...labels.map(({ name }) => name),
      'Articles',
      'Words read',
      'Per 1,000 words',
    ],
    rows: report.analysts.map((one) => [
      names.analyst(one.analyst),
      one.annotations,
      ...each(one.byLabel, labels),
      one.articles,
      one.words,
      rounded(perThousandWords(one)),
    ]),
  };
}

function dayTable(report: Report, names: Names): Table {
  const labels = labelsInUse(report, names.labels);
  return {
    columns: ['Day (UTC)', 'Annotations', ...labels.map(({ name }) => name)],
    rows: report.days.map((one) => [one.day, one.annotations, ...each(one.byLabel, labels)]),
  };
}

function progressTable(report: Report): Table {
  let annotations = 0;
  let begun = 0;
  const rows = report.days.map((one) => {
    annotations += one.annotations;
    begun += one.begun;
    return [one.day, begun, report.articles, annotations];
  });
  const columns = ['Day (UTC)', 'Articles begun so far', 'Articles', 'Annotations so far'];
  return { columns, rows };
}

function stateTable(report: Report, names: Names): Table {
  return {
    columns: ['Analyst', 'To do', 'Open', 'Submitted'],
    rows: report.analysts.map(({ analyst, states }) => [
      names.analyst(analyst),
      states.new,
      states['in-progress'],
      states.submitted,
    ]),
  };
}

const UNIT_WORDS = { overlap: 'overlapping words', sentence: 'sentence', article: 'article' };

function meetingTable(report: Report, names: Names): Table {
  const labels = labelsInUse(report, names.labels);
  const name = (id: string): string => labels.find((label) => label.id === id)?.name ?? id;
  const rows = MEETING_UNITS.flatMap((unit) =>
    report.meetings
      .filter((one) => one.unit === unit)
      .map(({ a, b, count, ofA, ofB }) => [
        UNIT_WORDS[unit],
        name(a),
        name(b),
        count,
        ofA,
        report.byLabel[a] ?? 0,
        ofB,
        report.byLabel[b] ?? 0,
      ]),
  );
  return {
    columns: [
      'Within the same',
      'Label',
      'Other label',
      'Times',
      'Annotations of the label that meet the other',
      'Annotations of the label',
      'Annotations of the other that meet the label',
      'Annotations of the other',
    ],
    rows,
  };
}

/** Label, analyst, day and articles: whoever wants other sums has them from these. */
function documentTable({ documents = [] }: Report, names: Names): Table {
  const named = names.documentLabels ?? [];
  const name = (id: string): string => named.find((label) => label.id === id)?.name ?? id;
  return {
    columns: ['Label of the article', 'Analyst', 'Day (UTC)', 'Articles'],
    rows: documents.map(({ label, analyst, day, articles }) => [
      name(label),
      names.analyst(analyst),
      day,
      articles,
    ]),
  };
}

/** The numbers behind a chart, from the whole report or from a shortened one. */
export function tableOf(report: Report, chart: ChartId, names: Names): Table {
  switch (chart) {
    case 'labels':
      return labelTable(report, names);
    case 'attributes':
      return attributeTable(report, names);
    case 'articles':
      return articleTable(report, names);
    case 'analysts':
      return analystTable(report, names);
    case 'days':
      return dayTable(report, names);
    case 'progress':
      return progressTable(report);
    case 'states':
      return stateTable(report, names);
    case 'meetings':
      return meetingTable(report, names);
    case 'documents':
      return documentTable(report, names);
  }
}
