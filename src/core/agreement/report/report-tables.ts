import type { AgreementReport, Figure, Left } from './report.ts';

/** A table of a report: a heading, and rows of words and numbers. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A value as people write it: `.84`; `–` where it is not defined. */
export function valueWords(value: number | null): string {
  if (value === null) return '–';
  const digits = value.toFixed(2);
  return digits.replace(/^(-?)0\./u, '$1.').replace(/^-(?=\.00$)/u, '');
}

/** A figure with its interval: `.84 (.80–.88)`; or why it has no value. */
export function figureWords({ value, reason, low, high }: Figure): string {
  if (value === null) return `undefined: ${reason ?? ''}`;
  if (low === null || high === null) return valueWords(value);
  return `${valueWords(value)} (${valueWords(low)}–${valueWords(high)})`;
}

const REASONS: Readonly<Record<Left['reason'], string>> = {
  'one-reader': 'articles with one reader',
  'not-all-readers': 'articles that not all of the analysts read',
  'no-reader': 'articles that nobody handed in',
  'article-not-chosen': 'articles that were not chosen',
  'analyst-not-chosen': 'layers of analysts who were not chosen',
  'not-submitted': 'layers that are not submitted',
  furniture: 'annotations in furniture',
  'helper-label': 'annotations with a helper label',
  'retired-label': 'annotations with a retired label',
  'label-not-chosen': 'annotations with a label that was not chosen',
  'unknown-label': 'annotations with a label that the codebook does not have',
};

/** What was left out, one line each. What never counts comes last. */
export function leftLines({ left, scope }: AgreementReport): readonly string[] {
  return [
    ...left.map(({ count, reason }) => `${count.toLocaleString('en')} ${REASONS[reason]}`),
    ...(scope.blind ? ['layers that you may not read yet, not counted here'] : []),
    'notes and confidence',
    ...(scope.uncounted.length > 0 ? [`attributes: ${scope.uncounted.join(', ')}`] : []),
  ];
}

/** The rule of matching in words. */
export function ruleWords({ scope: { rule } }: AgreementReport): string {
  if (rule.kind === 'iou') return `spans matched at an IoU of ${valueWords(rule.least)}`;
  if (rule.kind === 'half') return 'spans matched at half their length';
  if (rule.kind === 'any') return 'spans matched where they share a character';
  return 'spans matched where they are the same';
}

/** What the report is about, in one sentence. */
export function scopeWords(report: AgreementReport): string {
  const { articles, readByAll, analysts, codebookVersion, labels, unsubmitted } = report.scope;
  const read = articles === readByAll ? 'all' : 'two or more';
  const names = labels.map(({ name }) => name).join(', ');
  const handedIn = unsubmitted ? ', layers that are not submitted too' : '';
  return `${articles.toLocaleString('en')} articles read by ${read} of ${analysts.length} analysts, codebook ${codebookVersion}, labels ${names}, ${ruleWords(report)}${handedIn}.`;
}

type Four = Pick<AgreementReport, 'finding' | 'boundary' | 'label' | 'attributes'>;

function fourCells({ finding, boundary, label, attributes }: Four): string[] {
  return [finding, boundary, label, attributes].map(figureWords);
}

const FOUR = ['Finding (F1)', 'Boundary (IoU)', 'Label (α)', 'Attributes (α)'];

function pairTables(report: AgreementReport): ReportTable[] {
  const names = new Map(report.scope.analysts.map(({ id, name }) => [id, name]));
  const labels = new Map(report.scope.labels.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const keyOf = (key: string | null) => (key === null ? 'missed' : (labels.get(key) ?? key));
  return report.pairs.map((pair) => ({
    title: `Labels, ${nameOf(pair.a)} (rows) against ${nameOf(pair.b)} (columns)`,
    columns: ['', ...pair.keys.map(keyOf)],
    rows: pair.cells.map((row, at) => [
      keyOf(pair.keys[at] ?? null),
      ...row.map(({ count }, column) => (at === row.length - 1 && column === at ? '–' : count)),
    ]),
  }));
}

function pairsTable({ pairs, scope }: AgreementReport): ReportTable {
  const names = new Map(scope.analysts.map(({ id, name }) => [id, name]));
  const columns = ['Pair', 'Articles', 'Found by both', 'Finding (F1)', 'Exact (F1)'];
  return {
    title: 'By pair',
    columns: [...columns, 'Boundary (IoU)', 'Label (κ)'],
    rows: pairs.map((pair) => [
      `${names.get(pair.a) ?? pair.a} and ${names.get(pair.b) ?? pair.b}`,
      pair.articles,
      pair.both.count,
      ...[pair.finding, pair.exact, pair.boundary, pair.label].map(figureWords),
    ]),
  };
}

/** The tables of a report, as its files show them. */
export function reportTables(report: AgreementReport): readonly ReportTable[] {
  const { byLabel, byAttribute, byArticle, byWeek, byVersion } = report;
  return [
    pairsTable(report),
    ...pairTables(report),
    {
      title: 'By label',
      columns: ['Label', ...FOUR.slice(0, 3)],
      rows: byLabel.map(({ name, finding, boundary, label }) => [
        name,
        ...[finding, boundary, label].map(figureWords),
      ]),
    },
    {
      title: 'By attribute',
      columns: ['Attribute', 'Measure', 'Places compared', 'Agreement'],
      rows: byAttribute.map(({ name, measure, agreement }) => [
        name,
        `α, ${measure}`,
        agreement.count,
        figureWords(agreement),
      ]),
    },
    {
      title: 'By article',
      columns: ['Article', 'Readers', ...FOUR],
      rows: byArticle.map((one) => [one.title, one.readers, ...fourCells(one)]),
    },
    {
      title: 'By week',
      columns: ['Week from', ...FOUR],
      rows: byWeek.map((one) => [one.week === '' ? 'not known' : one.week, ...fourCells(one)]),
    },
    {
      title: 'By codebook version',
      columns: ['Version', ...FOUR],
      rows: byVersion.map((one) => [one.codebookVersion, ...fourCells(one)]),
    },
  ];
}
