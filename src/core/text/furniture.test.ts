import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FurnitureKind } from '../model/article.ts';
import { findFurniture } from './furniture.ts';

/** The furniture of a text, as `kind: text`, for comparing with what a person would mark. */
function marked(text: string): string[] {
  return findFurniture(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
}

/** What is left when furniture is taken out, blank lines dropped. */
function left(text: string): string[] {
  let at = 0;
  const rest: string[] = [];
  for (const part of findFurniture(text)) {
    rest.push(text.slice(at, part.start));
    at = part.end;
  }
  rest.push(text.slice(at));
  return rest
    .join('\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const BODY =
  'The two ministers met for ninety minutes in a hotel by the lake and agreed to meet again next week.';
const MORE =
  'A spokesman said on Friday that Moscow would wait for a written answer before it took the next step.';

/** A line as the only debris between sentences of an article. */
function amid(line: string): string {
  return `Ministers meet again\n\n${BODY}\n\n${line}\n\n${MORE}`;
}

/** A line above the headline and below the last sentence. */
function above(line: string): string {
  return `${line}\n\nMinisters meet again\n\n${BODY}\n\n${MORE}`;
}

function below(line: string): string {
  return `Ministers meet again\n\n${BODY}\n\n${MORE}\n\n${line}`;
}

type Case = readonly [kind: FurnitureKind, line: string];

const ANYWHERE: readonly Case[] = [
  ['navigation', 'Newsletter'],
  ['navigation', 'Skip to content'],
  ['navigation', 'Share this article'],
  ['navigation', 'Share  Tweet  E-mail  Print'],
  ['navigation', 'Facebook | Twitter | WhatsApp | Copy link'],
  ['navigation', 'Home > World > Europe'],
  ['navigation', '글자크기 가 가 공유 인쇄'],
  ['navigation', 'Главная / Политика / В мире'],
  ['navigation', 'This website uses cookies to improve your experience.'],
  ['related', 'Trending'],
  ['related', '» Read more: Who owns the pipeline?'],
  ['related', 'READ ALSO: Kremlin rejects report of troop build-up'],
  ['related', 'Lesen Sie auch: Was über Nord Stream bekannt ist'],
  ['related', 'À lire aussi : ce que contient la réponse américaine'],
  ['related', 'Lea también: la OTAN responde'],
  ['related', 'Читайте также: что известно о переговорах'],
  ['related', '関連記事：米ロ外相が会談'],
  ['related', '많이 본 뉴스'],
  ['advertisement', 'Advertisement'],
  ['advertisement', 'ADVERTISEMENT - SCROLL TO CONTINUE'],
  ['advertisement', 'Story continues below this ad'],
  ['advertisement', 'Sign up to our daily newsletter for the latest from Kyiv'],
  ['advertisement', 'Subscribe now – first month €1'],
  ['advertisement', 'Anzeige'],
  ['advertisement', 'Реклама'],
  ['comments', 'Post a Comment'],
  ['comments', '0 Comments'],
  ['comments', 'Comments (12)'],
  ['comments', '댓글 0'],
  ['comments', 'Комментарии (3)'],
  ['comments', 'التعليقات (0)'],
  ['comments', 'Leave a Reply'],
  ['comments', 'Your email address will not be published. Required fields are marked *'],
  ['comments', 'Save my name, email, and website in this browser for the next time I comment.'],
  ['comments', 'You must be logged in to post a comment.'],
  ['comments', 'Name *'],
  ['comments', '3 comments on “Ministers meet again”'],
  ['caption', '(Photo = AFP)'],
  ['caption', 'Photo: Reuters'],
  ['caption', '사진=연합뉴스'],
  ['caption', '[사진=게티이미지뱅크]'],
  ['caption', 'Image: Gleb Garanich/REUTERS'],
  ['caption', 'Getty Images'],
  ['caption', 'Alex Brandon/AFP via Getty Images'],
  ['caption', 'File photo'],
  ['caption', 'FILE PHOTO: Russian tanks near the border, December 2021. REUTERS/Sergey Pivovarov'],
  ['caption', 'Image source, Getty Images'],
  ['caption', 'Image caption, The ministers shook hands before the talks began.'],
  [
    'caption',
    'Sergei Lavrov and Antony Blinken shake hands in Geneva. Photo: Denis Balibouse/Reuters',
  ],
  ['caption', 'The hotel where the talks were held. (Photo by Fabrice Coffrini/AFP)'],
  ['caption', 'Flags on the bridge, Thursday. [AP Photo/Martial Trezzini]'],
  ['caption', 'Außenminister Lawrow in Genf. Foto: dpa'],
  ['caption', 'Le ministre russe à Genève, vendredi. © Crédit photo : AFP'],
  ['caption', 'Сергей Лавров. Фото: РИА Новости'],
  ['caption', '会談に臨む両外相（写真＝ロイター）'],
  ['caption', '▲ 회담장 앞에서 취재진이 대기하고 있다.'],
  ['copyright', '© 2022 The Lakeside Courier'],
  ['copyright', '© The Asia Business Daily(www.asiae.co.kr). All rights reserved.'],
  [
    'copyright',
    'Copyright 2022 Example News Ltd. All rights reserved. This material may not be published.',
  ],
  ['copyright', '<저작권자 ⓒ 청람일보, 무단 전재 및 재배포 금지>'],
  ['copyright', '저작권자 © 청람일보 무단전재 및 재배포 금지'],
  ['copyright', '無断転載を禁じます'],
  ['copyright', 'Все права защищены.'],
  ['markup', '<div class="share-bar">'],
  ['markup', '</p>'],
  ['markup', '&nbsp;'],
  ['markup', '<!-- end of article -->'],
  ['markup', '[vc_row][vc_column width="1/2"]'],
  ['markup', 'googletag.cmd.push(function() { googletag.display("ad-1"); });'],
  ['markup', '.share-bar { color: #333; margin: 0; }'],
  ['markup', '{"@context": "https://schema.org", "@type": "NewsArticle"}'],
  ['byline', 'wd/sms  (AP, AFP, Reuters)'],
  ['byline', '(Reporting by Ana Lima and Jo Field; Editing by Sam Wells)'],
  ['byline', 'Additional reporting by Ana Lima in Kyiv'],
];

describe('debris wherever it stands', () => {
  it.each(ANYWHERE)('%s: %s', (kind, line) => {
    for (const text of [amid(line), above(line), below(line)]) {
      expect(marked(text)).toEqual([`${kind}: ${line}`]);
    }
  });
});

const TOP: readonly Case[] = [
  ['navigation', 'World'],
  ['navigation', 'Menu\nSearch\nLive TV'],
  ['navigation', 'الرئيسية | العالم | اقتصاد'],
  ['byline', 'By Marta Ellison'],
  ['byline', 'By Marta Ellison and Idris Vale, Geneva'],
  ['byline', 'BY MARTA ELLISON, DIPLOMATIC CORRESPONDENT'],
  ['byline', 'Von Anna Müller und Karl von der Heide'],
  ['byline', 'Par Élise Dupont'],
  ['byline', 'Por José García'],
  ['byline', '한서윤 기자 seoyun@cheongram.example'],
  ['byline', '21 January 2022, 18:42 CET'],
  ['byline', 'Published: Jan 21, 2022 at 6:42 p.m.'],
  ['byline', 'Last updated 10:32 GMT'],
  ['byline', '입력 2022.01.22 07:40 | 수정 2022.01.22 08:15'],
  ['byline', 'Stand: 21.01.2022 18:42 Uhr'],
  ['byline', 'The Lakeside Courier\n21 January 2022\nBy Marta Ellison'],
];

describe('debris above the article', () => {
  it.each(TOP)('%s: %s', (kind, line) => {
    expect(marked(above(line))).toEqual([`${kind}: ${line}`]);
  });
});

const BOTTOM: readonly Case[] = [
  ['other', 'Source: Pinoy Pop News'],
  ['other', '출처: 청람일보'],
  ['navigation', 'Tags: Ukraine, sanctions'],
  ['navigation', '#Ukraine #Russia #Geneva'],
  ['related', 'Next: The volunteers of the north'],
  ['related', 'More from Europe'],
  ['related', 'Most read\nWho pays for the gas?\nA winter without a plan'],
  ['related', 'Trending\n\nWho pays for the gas?\n\nA winter without a plan'],
  ['related', '관련기사\n가스 저장고, 예년보다 비었다\n‘서면 답변’에는 무엇이 담길까'],
  ['byline', 'AFP'],
  ['byline', 'By Marta Ellison'],
  ['byline', 'Han Seo-yun seoyun@cheongram.example'],
  ['navigation', 'Share\nPrint\nComments'],
];

describe('debris below the article', () => {
  it.each(BOTTOM)('%s: %s', (kind, line) => {
    expect(marked(below(line))).toEqual([`${kind}: ${line}`]);
  });

  it('takes the headline again for debris, but only among debris', () => {
    const again = below('0 Comments\nMinisters meet again\nSource: Pinoy Pop News');
    expect(left(again)).toEqual(['Ministers meet again', BODY, MORE]);
    expect(marked(below('Ministers meet again'))).toEqual([]);
  });
});

/** Lines of articles that look like debris to a careless rule. */
const TEXT_LINES = [
  'No.',
  '“No.”',
  'Ukraine thanks US for support',
  'What did Blinken and Lavrov say in Geneva?',
  'GENEVA —',
  'World',
  'Live',
  'Politics',
  'Menu',
  'By dawn',
  'Energy markets',
  'Europe energy markets live',
  'Country | Energy | Finance',
  '| Gas | 33 | 0 | 34 (2.7) | 33 |',
  'Gas\t12\t14\t19',
  'Politics / Law',
  'By Friday, Russia had moved.',
  'By Friday, nobody in Kyiv believed it.',
  'Share the burden, he said.',
  'Read more books, the minister advised.',
  'Related or not, the two events worried Washington.',
  'Comment is free, facts are sacred.',
  '“Subscribe to our newsletter,” the sign said.',
  'Sign up for the army, they told the young men of the town.',
  'Trending downward, the rouble lost a tenth of its value.',
  'Photo opportunities were few.',
  'Image matters to the Kremlin.',
  'Getty Images said the sale would go ahead.',
  'Photo by photo, they went through the evidence.',
  'He held up a sign that read “Photo: AFP”.',
  'The label read “All rights reserved” and nobody laughed.',
  'All rights reserved by the treaty were lost.',
  'Copyright law will not stop a tank, she said.',
  'Source of the trouble: a pipeline.',
  'Unemployment fell to 5%;',
  'If a < b and b > c, then the index is wrong; see the table.',
  'AT&T and M&S both fell.',
  'On 21 January 2022 the ministers met.',
  '21 January 2022 was a cold day in Geneva.',
  'Reporters were kept away from the hotel.',
  'A reporter asked: “Why now?”',
  'Next, the troops.',
  '(He did not say when.)',
  'The agency (AFP) was first.',
  '“We will see,” he said. (The call lasted ten minutes.)',
  'Three comments stood out.',
  'Comments by the president: none.',
  'Live fire was heard',
  'Moscow: “No comment”',
  '- withhold the operating licence until Russian units return to barracks',
  '기자들은 호텔 밖에서 기다렸다.',
  '사진 속 인물은 장관이 아니었다.',
  'Фото никто не показал.',
  'Комментарии он давать отказался.',
  'وقال مسؤول إن التعليقات لا تهمه.',
  '写真は公開されなかった。',
  'Anzeige erstattete der Minister nicht.',
  'Bild und Text gehörten zusammen, sagte er.',
  'Par hasard, le ministre était là.',
  'Por fin, el ministro habló.',
  'Von Anfang an war es ein Fehler.',
];

describe('text of the article', () => {
  it.each(TEXT_LINES)('%s', (line) => {
    expect(marked(amid(line))).toEqual([]);
  });

  const full = TEXT_LINES.filter((line) => /[.”)]$/u.test(line));
  it.each(full)('also as the last line: %s', (line) => {
    expect(marked(below(line))).toEqual([]);
  });

  it('also without blank lines between paragraphs', () => {
    const text = `Ministers meet again\n${BODY}\nUkraine thanks US for support\n${MORE}\nNo.\n${BODY}`;
    expect(marked(text)).toEqual([]);
  });

  it('dialogue, short to the end', () => {
    const text = `The call\n\n${BODY}\n\n“Will you?”\n\n“No.”\n\n“Then when?”\n\nSilence.\n\n“Next week.”`;
    expect(marked(text)).toEqual([]);
  });

  it('the days of a chronicle', () => {
    const text = `How it came\n\n18 January 2022\n\n${BODY}\n\n19 January 2022\n\n${MORE}\n\n20 January 2022\n\n${BODY}`;
    expect(marked(text)).toEqual([]);
  });

  it('a poem, a list, a single word', () => {
    for (const text of [
      'The sea, the sea\nThe open sea\nThe blue',
      'World',
      'No.',
      '1. Bread\n2. Milk',
    ]) {
      expect(marked(text)).toEqual([]);
    }
  });

  it('the subhead after a list of other stories in the middle', () => {
    const text = amid('Related stories\nWho pays for the gas?\nA winter without a plan');
    expect(marked(text)).toEqual([
      'related: Related stories\nWho pays for the gas?\nA winter without a plan',
    ]);
    const spaced = amid('Read more\n\nWhat did Blinken say?');
    expect(marked(spaced)).toEqual(['related: Read more']);
    const dense = `Ministers meet again\n${BODY}\nTrending\nWhat did Blinken say?\n${MORE}`;
    expect(marked(dense)).toEqual(['related: Trending']);
  });
});

describe('furniture inside a line', () => {
  it.each([
    [`[이데일리 장영은 기자] ${BODY}`, ['byline: [이데일리 장영은 기자]']],
    [
      `[Asia Economy Reporter Hyunwoo Lee] ${BODY}`,
      ['byline: [Asia Economy Reporter Hyunwoo Lee]'],
    ],
    [`(서울=연합뉴스) 홍길동 기자 = ${MORE}`, ['byline: (서울=연합뉴스) 홍길동 기자 =']],
    [`[A note in brackets] ${BODY}`, []],
    [`(AP) ${BODY}`, []],
    [`Berlin (dpa) – ${BODY}`, []],
    [`${BODY}</span>`, ['markup: </span>']],
    [`<p>${BODY}&nbsp;`, ['markup: <p>', 'markup: &nbsp;']],
    [
      `[caption id="a_1" width="300"]Flags on the bridge.[/caption] ${BODY}`,
      ['caption: [caption id="a_1" width="300"]Flags on the bridge.[/caption]'],
    ],
    [
      `${BODY} © 2022 Example News. All rights reserved.`,
      ['copyright: © 2022 Example News. All rights reserved.'],
    ],
    [`${BODY} ${MORE} ${BODY} ${MORE} ${BODY} (Photo = AFP)`, ['caption: (Photo = AFP)']],
    [
      `${BODY} (Reporting by Ana Lima; Editing by Sam Wells)`,
      ['byline: (Reporting by Ana Lima; Editing by Sam Wells)'],
    ],
    [`In a text, \`<b>\` and \`&nbsp;\` speak of markup. ${BODY}`, []],
  ] as const)('%s', (line, expected) => {
    expect(marked(amid(line))).toEqual(expected);
  });
});

describe('known furniture', () => {
  it('is kept, and counts as debris for its neighbours', () => {
    const text = `Fine Paper\nWorld\n\nMinisters meet again\n\n${BODY}`;
    const known = [{ start: 0, end: 10, kind: 'manual' as const }];
    expect(findFurniture(text, known)).toEqual([
      { start: 0, end: 10, kind: 'manual' },
      { start: 11, end: 16, kind: 'navigation' },
    ]);
  });
});

describe('properties', () => {
  const piece = fc.constantFrom(
    BODY,
    'Newsletter',
    '</p>',
    '[x 기자] y.',
    '(Photo = AFP)',
    '👍🏽',
    '© 2022 A. All rights reserved.',
    '댓글 0',
    '\n',
    '\n\n',
    '\r',
    ' ',
    '\u00a0',
    '\t',
    '<',
    '&nbsp;',
    '|',
    'By A B',
    '21 January 2022',
    'é\u0301',
    '\ud83d',
    '서면.',
  );

  it('is ascending, within the text, not empty, and splits no character', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of findFurniture(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          for (const at of [start, end]) {
            expect(/[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1))).toBe(false);
          }
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads only the ends of a text of many megabytes', () => {
    const text = `Newsletter\n\n${`${BODY}\n`.repeat(100_000)}\n0 Comments`;
    expect(marked(text)).toEqual(['navigation: Newsletter', 'comments: 0 Comments']);
    expect(marked('x'.repeat(9_000_000))).toEqual([]);
  });

  it('reads only the ends of a text of very many lines, and keeps what a page says of the middle', () => {
    const text = `Newsletter\n\n${'a\n'.repeat(30_000)}Newsletter\n${'a\n'.repeat(30_000)}${BODY}\n0 Comments`;
    expect(marked(text)).toEqual(['navigation: Newsletter', 'comments: 0 Comments']);
    const middle = text.lastIndexOf('Newsletter');
    const known = { start: middle, end: middle + 10, kind: 'related' } as const;
    expect(findFurniture(text, [known])).toContainEqual(known);
  });

  it('ends on hostile texts', () => {
    const hostile = [
      '<'.repeat(200_000),
      '[caption '.repeat(20_000),
      `${'a '.repeat(100_000)}\n`,
      '('.repeat(200_000),
      'Home | '.repeat(30_000),
      '\n'.repeat(300_000),
      ' \n'.repeat(200_000),
      '&nbsp'.repeat(40_000),
      `By ${'A'.repeat(100_000)}`,
      'Photo: '.repeat(30_000),
      `${'x'.repeat(40)} 1 `.repeat(5_000),
      '<!--'.repeat(30_000),
      '<p '.repeat(60_000),
    ];
    for (const text of hostile) {
      expect(findFurniture(text), text.slice(0, 20)).toBeInstanceOf(Array);
    }
  });
});
