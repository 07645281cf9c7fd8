import type { AgreementReport, Figure, PairReport } from './report.ts';

type Cell = string | number | null;

const COLUMNS = ['part', 'of', 'measure', 'value', 'low', 'high', 'count', 'reason'] as const;

/** A cell by RFC 4180; what a spreadsheet would take for a formula gets an apostrophe. */
function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function row(part: string, of: string, measure: string, figure: Figure): Cell[] {
  const { value, low, high, count, reason } = figure;
  return [part, of, measure, value, low, high, count, reason];
}

type Four = Pick<AgreementReport, 'finding' | 'boundary' | 'label' | 'attributes'>;

function four(part: string, of: string, { finding, boundary, label, attributes }: Four): Cell[][] {
  return [
    row(part, of, 'finding F1', finding),
    row(part, of, 'boundary mean IoU', boundary),
    row(part, of, 'label alpha nominal', label),
    row(part, of, 'attributes alpha mean', attributes),
  ];
}

function* pairRows({ pairs, scope }: AgreementReport): Generator<Cell[]> {
  const names = new Map(scope.analysts.map(({ id, name }) => [id, name]));
  for (const pair of pairs) {
    const of = `${names.get(pair.a) ?? pair.a} | ${names.get(pair.b) ?? pair.b}`;
    yield row('pair', of, 'finding F1', pair.finding);
    yield row('pair', of, 'exact F1', pair.exact);
    yield row('pair', of, 'boundary mean IoU', pair.boundary);
    yield row('pair', of, 'label kappa', pair.label);
    yield* matrixRows(pair, of);
    yield* offsetRows(pair, of);
  }
}

function* matrixRows({ cells, keys }: PairReport, of: string): Generator<Cell[]> {
  for (const [at, counts] of cells.entries()) {
    for (const [column, { count }] of counts.entries()) {
      const [a, b] = [keys[at] ?? 'missed', keys[column] ?? 'missed'];
      const isNothing = at === column && at === keys.length - 1;
      if (!isNothing) yield ['confusion', of, `${a} | ${b}`, null, null, null, count, null];
    }
  }
}

function* offsetRows(pair: PairReport, of: string): Generator<Cell[]> {
  for (const side of ['starts', 'ends'] as const) {
    for (const { from, to, count } of pair[side]) {
      yield [side, of, `${from ?? ''}..${to ?? ''}`, null, null, null, count, null];
    }
  }
}

function* rowsOf(report: AgreementReport): Generator<Cell[]> {
  yield* four('all', '', report);
  yield row('all', '', 'exact F1', report.exact);
  yield* pairRows(report);
  for (const { name, finding, boundary, label } of report.byLabel) {
    yield row('label', name, 'finding F1', finding);
    yield row('label', name, 'boundary mean IoU', boundary);
    yield row('label', name, 'label alpha nominal', label);
  }
  for (const { name, measure, agreement } of report.byAttribute) {
    yield row('attribute', name, `alpha ${measure}`, agreement);
  }
  for (const one of report.byArticle) yield* four('article', one.title, one);
  for (const one of report.byWeek) yield* four('week', one.week, one);
  for (const one of report.byVersion) {
    yield* four('codebook version', String(one.codebookVersion), one);
  }
  for (const { reason, what, count } of report.left) {
    yield ['left out', reason, what, null, null, null, count, null];
  }
}

/** A report as one long table: a line for each number. */
export function reportCsv(report: AgreementReport): string {
  const lines = [[...COLUMNS] as Cell[], ...rowsOf(report)];
  return lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('');
}
