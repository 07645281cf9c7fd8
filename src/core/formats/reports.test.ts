import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { anAnnotation, anArticle, anExportArticle, aRelation } from '../testing/builders.ts';
import { writeDataset, writtenText } from '../testing/datasets.ts';
import { nastyArticles } from '../testing/format-cases.ts';
import { markedText } from '../testing/nasty-text.ts';
import type { ExportArticle, Format } from './format.ts';
import { html } from './html.ts';
import { lossLog } from './loss.ts';
import { markdown } from './markdown.ts';

const TEXT = 'New York Times <b>said</b> & *left*\n\n    code';
const inner = anAnnotation(TEXT, [[0, 8]], { id: 'inner', note: '<script>alert(1)</script>' });
const crossing = anAnnotation(TEXT, [[4, 14]], {
  id: 'crossing',
  label: 'A|B',
  attributes: { how: 'x' },
});
const point = anAnnotation(TEXT, [[6, 6]], { id: 'point' });
const article = anExportArticle(TEXT, {
  article: anArticle(TEXT, { title: '# <i>One</i> [x](y)' }),
  annotations: [crossing, inner, point],
  relations: [aRelation(inner, crossing)],
  documentLabels: [{ analyst: 'ben', labels: { stance: 'firm' } }],
});

function written(format: Format, articles: readonly ExportArticle[]): string {
  return writtenText(writeDataset(format, articles));
}

/** The text of the first article, marks left out and references undone. */
function textOf(report: string): string {
  const [, inside = ''] =
    /<div (?:class="text" )?dir="auto"[^>]*>\n?([^]*?)\n?<\/div>/.exec(report) ?? [];
  return inside
    .replaceAll(/<sup>[^<]*<\/sup>|<\/?mark[^>]*>/g, '')
    .replaceAll(/<br>\n?/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&');
}

describe.each([html, markdown])('the $id report', (format) => {
  const report = written(format, [article]);

  it('cuts spans that nest or cross into runs', () => {
    const runs = Array.from(
      report.matchAll(/<mark class="[^"]*" title="([^"]*)">([^<]*)<\/mark>/g),
    );
    expect(runs.map(([, title, words]) => [title, words])).toEqual([
      ['1 claim', 'New '],
      ['1 claim · 2 A|B', 'Yo'],
      ['3 claim', ''],
      ['1 claim · 2 A|B', 'rk'],
      ['2 A|B', ' Times'],
    ]);
    expect(textOf(report)).toBe(TEXT);
  });

  it('lets nothing of an article act', () => {
    expect(report).not.toContain('<script>');
    expect(report).not.toContain('<b>');
    const shown = format === markdown ? new MarkdownIt({ html: true }).render(report) : report;
    expect(shown).not.toMatch(/<(?:script|b|i|a|pre|code)\b/);
  });

  it('lists labels, attributes, notes, relations and labels of the whole', () => {
    const losses = lossLog();
    writeDataset(format, [article], { losses });
    expect(losses.losses()).toEqual([]);
    const words = report.replaceAll('\\', '');
    for (const said of ['how: x', '1 → 2: targets', 'ben: stance = firm', 'A|B']) {
      expect(words.replaceAll('&gt;', '>')).toContain(said);
    }
  });

  it.each(nastyArticles())('shows nasty text whole: %s', (_id, one) => {
    expect(textOf(written(format, [one]))).toBe(one.text);
  });

  it('shows any text whole, elements closed', () => {
    fc.assert(
      fc.property(markedText(4), ({ text, marks }) => {
        const annotations = marks.map((spans, index) =>
          anAnnotation(text, spans, { id: `a-${index}` }),
        );
        const shown = written(format, [anExportArticle(text, { annotations })]);
        const opened = shown.match(/<mark/g)?.length ?? 0;
        expect(shown.match(/<\/mark>/g)?.length ?? 0).toBe(opened);
        expect(textOf(shown).trim()).toBe(text.replaceAll('\u0000', '\ufffd').trim());
      }),
      { numRuns: 60 },
    );
  });
});
