import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findFurniture } from './furniture.ts';

const PLAIN =
  'The two ministers met for ninety minutes in a hotel by the lake and agreed to meet again next week.';
const NEXT =
  'A spokesman said on Friday that Moscow would wait for a written answer before it took the next step.';
const DEUTSCH =
  'Die Außenminister haben sich in Genf getroffen und wollen in der kommenden Woche weiter miteinander reden.';
const FRANCAIS =
  'Les deux ministres se sont rencontrés à Genève pendant une heure et demie et sont convenus de se revoir.';

/** The lines of a clipping that stay text; `[F]` before a line says that it is furniture. */
function linesLeft(text: string): string[] {
  let at = 0;
  let rest = '';
  for (const part of findFurniture(text)) {
    rest += `${text.slice(at, part.start)}\n`;
    at = part.end;
  }
  return lines(rest + text.slice(at));
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Clippings as they are pasted, every line of furniture marked with `[F] `. */
const CLIPPINGS: Readonly<Record<string, string>> = {
  'an agency report': `
[F] World

U.S., Russia lower temperature in Ukraine crisis talks, at odds on substance

[F] By Humeyra Pamuk and Simon Lewis
[F] January 21, 2022
[F] 8:09 PM GMT+1
[F] Last Updated a year ago

GENEVA, Jan 21 (Reuters) - ${PLAIN}

${NEXT}

[F] Register now for FREE unlimited access to Reuters.com
[F] Register

${PLAIN}

[F] Reporting by Humeyra Pamuk in Geneva; writing by Mark Trevelyan; editing by Frances Kerry
[F] Our Standards: The Thomson Reuters Trust Principles.`,
  'a broadcaster’s page': `
Ukraine crisis: US and Russia hold 'frank' talks

[F] Published
[F] 21 January 2022
[F] Share
[F] close
[F] Share page
[F] Copy link

[F] Image source, Reuters
[F] Image caption,
[F] Mr Blinken and Mr Lavrov met in Geneva

${PLAIN}

"We do not plan it," he said.

[F] Related Topics
[F] Russia
[F] Ukraine
[F] More on this story
[F] Is Russia going to invade Ukraine?
[F] Top Stories
[F] Storm hits UK
[F] View comments`,
  'a Korean agency': `
美-러 외교장관, 제네바서 회담…"다음주 서면답변"
[F] 송고시간2022-01-21 22:10

[F] 공유
[F] 댓글
[F] 인쇄
[F] 홍길동 기자

토니 블링컨 미국 국무장관과 세르게이 라브로프 러시아 외무장관이 21일(현지시간) 스위스 제네바에서 회담했다.

[F] [로이터=연합뉴스 자료사진. 재판매 및 DB 금지]

"전쟁은 없을 것이다." 그는 이렇게 말했다.

[F] gildong@yna.co.kr
[F] <저작권자(c) 연합뉴스, 무단 전재-재배포 금지>
[F] 2022/01/21 22:10 송고`,
  'a Japanese paper': `
[F] トップ
[F] 速報
[F] 国際

米ロ外相会談、来週書面で回答　緊張緩和へ対話継続

[F] 2022年1月21日 22:10 (2022年1月22日 5:22更新)

【ジュネーブ=田中太郎】ブリンケン米国務長官は21日、ロシアのラブロフ外相とジュネーブで会談した。

「戦争は望まない」。同氏はこう語った。

[F] （写真＝ロイター）

[F] 関連記事
[F] ・ロシア、欧州に回答要求
[F] ・NATO、増派を検討
[F] 無断転載・複写を禁じます`,
  'a Russian agency': `
ТАСС, 21 января. Министр иностранных дел РФ Сергей Лавров заявил, что ждет письменного ответа США.

"Мы договорились", - сказал он.

[F] Читайте также
[F] Песков назвал условие встречи президентов
[F] Теги:
[F] Лавров, Сергей Викторович
[F] Россия
[F] Украина`,
  'a German weekly': `
[F] Startseite
[F] Ausland

Treffen in Genf
Blinken und Lawrow wollen weiterreden

[F] Von Christian Esch, Moskau
[F] 21.01.2022, 16.55 Uhr • aus DER SPIEGEL 4/2022

[F] Außenminister Lawrow (l.), Blinken in Genf
[F] Foto: Martial Trezzini / dpa

${DEUTSCH}

»Es war nützlich«, sagte Lawrow.

[F] Mehr zum Thema
[F] Der Westen sucht eine Antwort
[F] Diskutieren Sie mit`,
  'a French daily': `
[F] International

Ukraine : Washington et Moscou poursuivent le dialogue

[F] Par Piotr Smolar (Washington, correspondant)
[F] Publié le 21 janvier 2022 à 18h05 - Mis à jour le 22 janvier 2022 à 10h12
[F] Temps de lecture 3 min.
[F] Article réservé aux abonnés

${FRANCAIS}

« Non. »

[F] Lire aussi : Ce que veut Moscou
[F] Partager`,
  'an interview': `
“I would do it again”

An interview with the envoy

Q: Did you see it coming?

A: No.

Q: ${PLAIN}

A: Yes.

Q: What now?

A: We wait.`,
  'a blog with its readers': `
Ministers meet again

${PLAIN}

${NEXT}

[F] 3 Comments
[F] John D. says:
[F] January 22, 2022 at 9:14 am
[F] I do not believe a word of what this minister says about the talks in Geneva, sorry.
[F] Reply
[F] Leave a Reply
[F] Name
[F] Email
[F] Website
[F] Submit`,
  'a channel’s post': `
⚡️Blinken and Lavrov end talks in Geneva

${PLAIN}

[F] 👉 Subscribe to our channel
[F] @lakeside_news`,
  'a blog without blank lines': `
Ministers meet again
[F] By Marta Ellison
[F] 21 January 2022
${PLAIN}
"No," he said.
The end of it
${NEXT}
[F] Share this:
[F] Twitter
[F] Facebook
[F] Like Loading...
[F] Related
[F] View all posts by admin`,
  'a standfirst before the byline': `
Ministers meet again

The two foreign ministers sat down by the lake. What they said afterwards was short.

[F] By Marta Ellison in Geneva
[F] 21 Jan 2022 18.42 GMT

${PLAIN}

${NEXT}`,
  'an article that counts its comments on top': `
Ministers meet again

The two foreign ministers sat down by the lake. What they said afterwards was short.

[F] 3 comments
[F] Published 2 hours ago

${PLAIN}

${NEXT}

Lavrov says:

“No.”`,
  'a caption and a short line right below it': `
Ministers meet again

${PLAIN}

[F] The hotel by the lake. (Photo = AFP)
Nobody spoke after that

${NEXT}

“We will see”
[F] Photo: Reuters

${PLAIN}`,
  'leftovers of a content system': `
[F] <div class="article-body">
Ministers meet again
[F] &nbsp;
[F] [vc_column_text]

${PLAIN}

[F] googletag.cmd.push(function() { googletag.display("ad-1"); });

${NEXT}

[F] </div>
[F] <!-- .article-body -->`,
};

describe('clippings, line by line', () => {
  it.each(Object.entries(CLIPPINGS))('%s', (_, marked) => {
    const text = marked.replaceAll('[F] ', '');
    const expected = lines(marked).filter((line) => !line.startsWith('[F] '));
    expect(linesLeft(text)).toEqual(expected);
  });
});

const SHARED = new URL('../../../../shared/articles/', import.meta.url);
const hasShared = existsSync(SHARED);

function shared(name: string): string {
  return readFileSync(new URL(name, SHARED), 'utf8');
}

function markedIn(text: string): string[] {
  return findFurniture(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
}

describe.skipIf(!hasShared)(
  'the three clippings the work began with (skipped without them)',
  () => {
    it('frank-views: agency slug, headline again, source, comment form', () => {
      expect(markedIn(shared('frank-views.txt'))).toEqual([
        'byline: wd/sms\u00a0 (AP, AFP, Reuters)',
        'other: Blinken, Lavrov exchange ‘frank’ views on Ukraine crisis\nSource: Pinoy Pop News',
        'comments: Post a Comment\n\n0 Comments',
      ]);
    });

    it('geneva-talks-announced: the bracket before the first sentence, copyright', () => {
      expect(markedIn(shared('geneva-talks-announced.txt'))).toEqual([
        'byline: [Asia Economy Reporter Hyunwoo Lee]',
        'copyright: © The Asia Business Daily(www.asiae.co.kr). All rights reserved.',
      ]);
    });

    it('written-response: menu words, bracket, caption with its credit, credit alone', () => {
      expect(markedIn(shared('written-response.txt'))).toEqual([
        'navigation: Newsletter',
        'byline: [이데일리 장영은 기자]',
        'caption: US Secretary of State Tony Blincoln announced on the 26th (local time) that he had delivered a written response from the US side to Russia’s security requirements. (Photo = AFP)',
        'caption: (Photo = AFP)',
        'related: Trending',
      ]);
    });
  },
);
