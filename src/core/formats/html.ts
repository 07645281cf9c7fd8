import type { LabelHue } from '../model/codebook.ts';
import type { DatasetFacts, ExportArticle, FilePiece, Format, Writer } from './format.ts';
import { escapeHtml, REPORT_CAN, type ReportArticle, reportArticle } from './report/marked-text.ts';

/** Grounds that black stands out from, at more than 7 : 1. */
const GROUNDS: Readonly<Record<LabelHue, string>> = {
  blue: '#cfe0f5',
  red: '#f7d3cf',
  ochre: '#f2e3b9',
  grey: '#e0e0e0',
  violet: '#e3d6f2',
  green: '#d2e9d3',
  brown: '#e8dacd',
  pink: '#f7dbe7',
};

const STYLE = [
  'body{font:16px/1.6 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}',
  'h1,h2,table,.about{font-family:system-ui,sans-serif}',
  '.text{white-space:pre-wrap;overflow-wrap:anywhere}',
  'mark{color:#111;border-radius:2px}',
  ...Object.entries(GROUNDS).map(([hue, ground]) => `.${hue}{background:${ground}}`),
  'sup{font:600 .65em system-ui,sans-serif}',
  'table{border-collapse:collapse;width:100%;font-size:.85rem;margin:1rem 0 3rem}',
  'th,td{border-bottom:1px solid #ccc;text-align:start;vertical-align:top;padding:.3rem .4rem;overflow-wrap:anywhere}',
  '@media print{article{break-before:page}}',
].join('\n');

function head({ name, tool, at }: DatasetFacts): string {
  const title = escapeHtml(name);
  return [
    '<!doctype html>\n<html lang="en" data-report="verbale">\n<head>\n<meta charset="utf-8">\n',
    `<title>${title}</title>\n<style>\n${STYLE}\n</style>\n</head>\n<body>\n`,
    `<h1 dir="auto">${title}</h1>\n<p class="about">${escapeHtml(tool)}, ${escapeHtml(at)}</p>\n`,
  ].join('');
}

function table({ rows }: ReportArticle): string {
  if (rows.length === 0) return '';
  const cells = (values: readonly string[]): string =>
    values.map((value) => `<td dir="auto">${value}</td>`).join('');
  const lines = rows.map(({ number, label, hue, quote, analyst, attributes, note }) => {
    const said = attributes.map(([name, value]) => `${escapeHtml(name)}: ${escapeHtml(value)}`);
    const values = [
      `${number}`,
      `<mark class="${hue}">${escapeHtml(label)}</mark>`,
      escapeHtml(quote),
      escapeHtml(analyst),
      [...said, ...(note === '' ? [] : [`<em>${escapeHtml(note)}</em>`])].join('<br>'),
    ];
    return `<tr>${cells(values)}</tr>\n`;
  });
  const names = ['#', 'Label', 'Words', 'Analyst', 'Said of it'];
  const titles = names.map((name) => `<th scope="col">${name}</th>`).join('');
  return `<table>\n<thead><tr>${titles}</tr></thead>\n<tbody>\n${lines.join('')}</tbody>\n</table>\n`;
}

function list(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<ul class="about">\n${lines.map((line) => `<li dir="auto">${escapeHtml(line)}</li>\n`).join('')}</ul>\n`;
}

function articleHtml({ article }: ExportArticle, shown: ReportArticle): string {
  const about = [article.outlet, article.byline, article.date].filter((one) => one !== '');
  const language = article.language === '' ? '' : ` lang="${escapeHtml(article.language)}"`;
  return [
    `<article>\n<h2 dir="auto">${escapeHtml(article.title)}</h2>\n`,
    `<p class="about">${escapeHtml(about.join(' · '))}</p>\n`,
    list(shown.documentLabels.map(([analyst, name, value]) => `${analyst}: ${name} = ${value}`)),
    `<div class="text" dir="auto"${language}>${shown.html}</div>\n`,
    table(shown),
    list(shown.relations),
    '</article>\n',
  ].join('');
}

const writeHtml: Writer = (facts, _options, losses) => {
  let isBegun = false;
  const begin = (): FilePiece[] => {
    const pieces = isBegun ? [] : [{ path: '', data: head(facts) }];
    isBegun = true;
    return pieces;
  };
  return {
    *article(from) {
      yield* begin();
      const shown = reportArticle(from, facts, losses, (hue) => `class="${hue}"`);
      yield { path: '', data: articleHtml(from, shown) };
    },
    *end() {
      yield* begin();
      yield { path: '', data: '</body>\n</html>\n' };
    },
  };
};

/**
 * A report for people, in one HTML file that needs nothing else: each article with its annotations
 * in colour and in a table. Everything that is not Verbale's own is escaped; there is no script.
 */
export const html: Format = {
  id: 'html',
  label: 'HTML report',
  extensions: ['.html'],
  layout: 'file',
  offsetUnit: 'utf16',
  can: REPORT_CAN,
  sniff: (sample) => sample.startsWith('<!doctype html>\n<html lang="en" data-report="verbale">'),
  write: writeHtml,
};
