import type { AgreementReport, PairReport } from './report.ts';
import {
  escaped,
  heatPicture,
  histogramPicture,
  matrixPicture,
  stripPicture,
} from './report-pictures.ts';
import {
  figureWords,
  leftLines,
  type ReportTable,
  reportTables,
  scopeWords,
} from './report-tables.ts';

const STYLE = `
body { max-width: 1000px; margin: 32px auto; padding: 0 24px; font: 13px/20px Inter, system-ui, sans-serif; color: #1c1b19; }
h1, h2 { font-family: "Source Serif 4", Georgia, serif; }
.four { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 24px; }
.four b { display: block; font: 600 28px/36px "Source Serif 4", Georgia, serif; }
table { border-collapse: collapse; margin: 8px 0 24px; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 12px; border-bottom: 1px solid #ddd8ce; text-align: start; vertical-align: top; }
figure { margin: 16px 0; }
svg { max-width: 100%; height: auto; }
`;

const QUESTIONS = [
  ['finding', 'Finding', 'Do we mark the same places? F1.'],
  ['boundary', 'Boundary', 'Do marks cover the same words? Mean overlap of matched.'],
  ['label', 'Label', 'Do we give the same label? α, nominal.'],
  ['attributes', 'Attributes', 'Do we describe it alike? α, mean of the attributes.'],
] as const;

function table({ title, columns, rows }: ReportTable): string {
  const head = columns.map((one) => `<th scope="col">${escaped(one)}</th>`).join('');
  const body = rows.map(
    (cells) =>
      `<tr>${cells
        .map((cell, at) =>
          at === 0
            ? `<th scope="row">${escaped(String(cell))}</th>`
            : `<td>${escaped(String(cell))}</td>`,
        )
        .join('')}</tr>`,
  );
  return `<h2>${escaped(title)}</h2>\n<table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

function pairPictures(report: AgreementReport, pair: PairReport): string {
  const names = new Map(report.scope.analysts.map(({ id, name }) => [id, name]));
  const labels = new Map(report.scope.labels.map(({ id, name }) => [id, name]));
  const [a, b] = [names.get(pair.a) ?? pair.a, names.get(pair.b) ?? pair.b];
  const keyOf = (key: string | null) => (key === null ? 'missed' : (labels.get(key) ?? key));
  const pictures = [
    [
      `Labels, ${a} (rows) against ${b} (columns)`,
      (title: string) => matrixPicture(pair, title, keyOf),
    ],
    [
      `Where spans start, characters, ${b} less ${a}`,
      (title: string) => histogramPicture(title, pair.starts),
    ],
    [
      `Where spans end, characters, ${b} less ${a}`,
      (title: string) => histogramPicture(title, pair.ends),
    ],
  ] as const;
  return pictures
    .map(
      ([title, draw]) =>
        `<figure><figcaption>${escaped(title)}</figcaption>${draw(title)}</figure>`,
    )
    .join('\n');
}

/** A report as one page that needs nothing else: tables, and pictures as inline SVG. */
export function reportHtml(report: AgreementReport): string {
  const title = `Agreement: ${report.scope.project}`;
  const four = QUESTIONS.map(
    ([key, name, question]) =>
      `<div><strong>${name}</strong><b>${escaped(figureWords(report[key]))}</b>${stripPicture(name, report[key])}<p>${question}</p></div>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(scopeWords(report))}</p>
<p>Left out: ${escaped(leftLines(report).join('; '))}. Ranges: ${report.scope.resamples} resamples of articles, seed ${report.scope.seed}. Exact finding: ${escaped(figureWords(report.exact))}. Ticks: .67 and .80.</p>
<div class="four">${four.join('')}</div>
<figure><figcaption>Finding by pair (F1)</figcaption>${heatPicture(report)}</figure>
${report.pairs.map((pair) => pairPictures(report, pair)).join('\n')}
${reportTables(report).map(table).join('\n')}
</body>
</html>
`;
}
