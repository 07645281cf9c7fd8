import type { AgreementReport } from './report.ts';
import { reportCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { figureWords, leftLines, reportTables, scopeWords } from './report-tables.ts';

/** The kinds of file a report can be. */
export type ReportFormat = 'json' | 'csv' | 'markdown' | 'html';

const MARKUP = /[\\`*_{}[\]<>#+!|~]/gu;

/** Words that Markdown is not to take for anything else, on one line. */
function plain(cell: string | number): string {
  return String(cell).replaceAll(/\s+/gu, ' ').replaceAll(MARKUP, '\\$&');
}

function reportMarkdown(report: AgreementReport): string {
  const { scope, finding, exact, boundary, label, attributes } = report;
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(plain).join(' | ')} |`;
  const tables = reportTables(report).flatMap(({ title, columns, rows }) => [
    '',
    `## ${plain(title)}`,
    '',
    line(columns),
    `|${columns.map(() => ' --- |').join('')}`,
    ...rows.map(line),
  ]);
  const lines = [
    `# Agreement: ${plain(scope.project)}`,
    '',
    plain(scopeWords(report)),
    '',
    `Left out: ${plain(leftLines(report).join('; '))}. Ranges: ${scope.resamples} resamples of articles, seed ${scope.seed}.`,
    '',
    `- Finding (do we mark the same places? F1): ${figureWords(finding)}; exact: ${figureWords(exact)}`,
    `- Boundary (do marks cover the same words? mean overlap): ${figureWords(boundary)}`,
    `- Label (do we give the same label? α nominal): ${figureWords(label)}`,
    `- Attributes (do we describe it alike? α, mean): ${figureWords(attributes)}`,
    ...tables,
  ];
  return `${lines.join('\n')}\n`;
}

/** A report as a file. JSON is the report itself, the one object that the command line prints. */
export function reportFile(
  report: AgreementReport,
  format: ReportFormat,
): { readonly extension: string; readonly text: string } {
  switch (format) {
    case 'json':
      return { extension: 'json', text: `${JSON.stringify(report, undefined, 2)}\n` };
    case 'csv':
      return { extension: 'csv', text: reportCsv(report) };
    case 'markdown':
      return { extension: 'md', text: reportMarkdown(report) };
    case 'html':
      return { extension: 'html', text: reportHtml(report) };
  }
}
