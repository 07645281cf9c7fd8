import type { ExportArticle, FilePiece, Format, Writer } from './format.ts';
import { REPORT_CAN, type ReportArticle, reportArticle } from './report/marked-text.ts';

/** One line in which Markdown finds nothing to do (CommonMark 0.31, "Backslash escapes"). */
function plain(text: string): string {
  return text
    .replaceAll(/[\s\u0000\u0085]+/g, ' ')
    .trim()
    .replaceAll(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`);
}

const HEAD = '<!-- Verbale report -->\n\n';

function table({ rows }: ReportArticle): string {
  if (rows.length === 0) return '';
  const lines = rows.map(({ number, label, quote, analyst, attributes, note }) => {
    const said = attributes.map(([name, value]) => `${plain(name)}: ${plain(value)}`);
    const last = [...said, ...(note === '' ? [] : [plain(note)])].join('; ');
    return `| ${[`${number}`, plain(label), plain(quote), plain(analyst), last].join(' | ')} |\n`;
  });
  return `\n| \\# | Label | Words | Analyst | Said of it |\n| --- | --- | --- | --- | --- |\n${lines.join('')}`;
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${lines.map((line) => `- ${plain(line)}\n`).join('')}`;
}

function articleMarkdown({ article }: ExportArticle, shown: ReportArticle): string {
  const about = [article.outlet, article.byline, article.date].filter((one) => one !== '');
  const labels = shown.documentLabels.map(
    ([analyst, name, value]) => `${analyst}: ${name} = ${value}`,
  );
  return [
    `## ${plain(article.title)}\n`,
    about.length === 0 ? '' : `\n${plain(about.join(' · '))}\n`,
    list(labels),
    // Inside a block of HTML, which ends at an empty line, Markdown leaves the text alone.
    `\n<div dir="auto">\n${shown.html.replaceAll('<br>', '<br>\n')}\n</div>\n`,
    table(shown),
    list(shown.relations),
    '\n',
  ].join('');
}

const writeMarkdown: Writer = (facts, _options, losses) => {
  let isBegun = false;
  const begin = (): FilePiece[] => {
    const about = `${plain(facts.tool)}, ${plain(facts.at)}`;
    const pieces = isBegun
      ? []
      : [{ path: '', data: `${HEAD}# ${plain(facts.name)}\n\n${about}\n\n` }];
    isBegun = true;
    return pieces;
  };
  return {
    *article(from) {
      yield* begin();
      const shown = reportArticle(from, facts, losses, () => 'class="label"');
      yield { path: '', data: articleMarkdown(from, shown) };
    },
    end: begin,
  };
};

/**
 * A report for people in Markdown: each article with its annotations marked and numbered, and a
 * table of them. Nothing in a title, quote or note does anything in Markdown.
 */
export const markdown: Format = {
  id: 'markdown',
  label: 'Markdown report',
  extensions: ['.md'],
  layout: 'file',
  offsetUnit: 'utf16',
  can: REPORT_CAN,
  sniff: (sample) => sample.startsWith(HEAD),
  write: writeMarkdown,
};
