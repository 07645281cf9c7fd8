import { describe, expect, it } from 'vitest';
import { mendHtml } from './html-mend.ts';
import { readArticleFile } from './import-file.ts';

/** Far more than any of these needs: what does not end in time grows faster than its input. */
const END_MS = 60_000;
const FIRST = 'Moscow would answer in its own time.';
const LAST = 'Brussels waits for the letter, and so does Kyiv.';

async function read(html: string): Promise<{ text: string; warnings: string[] }> {
  const result = await readArticleFile('page.html', Buffer.from(html));
  if (!result.ok) throw new Error(result.error.message);
  const { text, warnings } = result.value;
  return { text, warnings: warnings.map(({ message }) => message) };
}

/** What is left open, how the warning names it, and what stays of the page. */
const OPEN: readonly (readonly [what: string, opened: string, says: RegExp])[] = [
  [
    'a comment',
    '<!-- an aside',
    /line 3 of its source a comment is opened and never closed\. About \d\d characters that it would have swallowed were kept/u,
  ],
  [
    'a script',
    '<script>\nvar a = 1 < 2;\n',
    /line 3 .* a script is never closed\. About \d\d characters of code were left out, and about \d\d characters after it were kept/u,
  ],
  ['a script that closes itself falsely', '<script src=/a.js/>', /a script is never closed/u],
  [
    'a style sheet',
    '<style>p { color: red }',
    /a style sheet is never closed\. About \d\d characters of code/u,
  ],
  ['a title', '<title>Ministers wait', /the title is never closed/u],
  ['a text box', '<textarea name="x">', /a text box is never closed/u],
  ['a quotation mark', '<a href="/more>More</a>', /a quotation mark in a tag is never closed/u],
  ['a CDATA section', '<![CDATA[', /a CDATA section is opened and never closed/u],
  ['a tag', '<b Geneva ', /a tag is never closed/u],
  [
    'an element for pages without scripts',
    '<noscript>',
    /an element that is not shown is never closed \(“noscript”\)/u,
  ],
  ['a list of choices', '<select><option>One', /not shown is never closed \(“select”\)/u],
  ['an element that is hidden', '<section hidden>', /not shown is never closed \(“section”\)/u],
];

describe('what a page leaves open', () => {
  it.each(OPEN)('%s swallows nothing', async (_, opened, says) => {
    const { text, warnings } = await read(
      `<html><body>\n<p>${FIRST}</p>\n${opened}\n<p class="x">${LAST}</p>`,
    );
    expect(text.startsWith(FIRST)).toBe(true);
    expect(text.trimEnd().endsWith(LAST)).toBe(true);
    expect(text).not.toMatch(/var a|color: red/u);
    expect(warnings).toEqual([expect.stringMatching(says)]);
    expect(warnings[0]).toContain('line 3');
  });

  it('keeps the title before the text that it would have swallowed', async () => {
    const result = await readArticleFile(
      'p.html',
      Buffer.from(`<html><head><title>Ministers wait\n<meta name="a"></head><p>${LAST}`),
    );
    expect(result).toMatchObject({ value: { title: 'Ministers wait', text: LAST } });
  });

  it('says how much of a comment in a comment was left out', async () => {
    const { text, warnings } = await read(
      `<p>${FIRST}</p><!-- one <p>${LAST}</p> <!-- two --><p>End.`,
    );
    expect(text).toBe(`${FIRST}\n\nEnd.`);
    expect(warnings).toEqual([
      expect.stringMatching(
        /line 1 .* another begins .* About \d\d characters that follow it were left out/u,
      ),
    ]);
  });

  it('is told once for each kind', async () => {
    const { text, warnings } = await read(`<p>${FIRST}</p><!-- one <p>b</p><!-- two <p>${LAST}`);
    expect(text).toBe(`${FIRST}\n\none\n\nb\n\ntwo\n\n${LAST}`);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('(and 1 more of this kind)');
  });
});

describe('a page that closes everything', () => {
  it.each([
    '<!--[if IE]><p>old</p><![endif]--><!--[if !IE]><!--><p>a</p><!--<![endif]-->',
    '<!----><p>a</p><!-->b<!--->',
    '<script>if (a < b) document.write("<p>x<script>y<\\/script>")</script><p>a</p>',
    '<script src="a.js" /><p>a</p>',
    '<p data-html="<b>x</b> <i class=\'y\'>" class="z">a</p>',
    `<a title='it"s' href="/a?b=c">x</a>`,
    '<svg viewBox="0 0 1 1"><path d="M0 0"/><title>t</title></svg><p>a</p><svg/>b',
    '<p>1 < 2 and <3, and AT&T</p><?php echo "x" ?>',
    '<div><p hidden>x<p>y</div><div hidden>z</div><div><span style="display:none">q</div>r',
    '<TITLE>A < B</TITLE><noscript><img src=x></noscript><a href=http://b.example/>b</a>',
    '<p>It’s "quoted" and <b>bold</b class="x"></p>',
  ])('is left as it is: %s', (html) => {
    expect(mendHtml(html)).toEqual({ html, warnings: [] });
  });

  it('ends in time on pages made to take long', { timeout: END_MS }, () => {
    for (const piece of [
      '<!--',
      '<a b="',
      "<a b='>",
      '<script>',
      '<title>',
      '<a <',
      '<template>',
      '<![CDATA[',
      '</b><a>',
      '<a b="><i c=\'>',
    ]) {
      const { html } = mendHtml(`${FIRST}${piece.repeat(50_000)}`);
      expect(html.startsWith(FIRST), piece).toBe(true);
    }
  });
});
