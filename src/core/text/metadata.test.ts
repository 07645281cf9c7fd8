import { describe, expect, it } from 'vitest';
import { findFurniture } from './furniture.ts';
import type { MetadataHints } from './metadata.ts';
import { readMetadata } from './metadata.ts';
import { findDate } from './metadata-date.ts';
import { guessLanguage } from './metadata-language.ts';

function read(text: string, fileName = 'a-file.txt', hints: MetadataHints = {}) {
  return readMetadata(text, findFurniture(text), fileName, hints);
}

const BODY =
  'The two ministers met for ninety minutes in a hotel by the lake and agreed to meet again next week.';

describe('dates', () => {
  it.each([
    ['21 January 2022', '2022-01-21'],
    ['21st of January 2022', '2022-01-21'],
    ['Jan 21, 2022', '2022-01-21'],
    ['Jan. 21, 2022 6:42 p.m.', '2022-01-21'],
    ['January 21st 2022', '2022-01-21'],
    ['2022-01-21T18:42:00+01:00', '2022-01-21'],
    ['2022.01.21', '2022-01-21'],
    ['2022. 1. 21.', '2022-01-21'],
    ['2022/01/21', '2022-01-21'],
    ['2022년 1월 21일', '2022-01-21'],
    ['2022年1月21日', '2022-01-21'],
    ['21.01.2022', '2022-01-21'],
    ['21. Januar 2022', '2022-01-21'],
    ['le 1er février 2022', '2022-02-01'],
    ['21 de enero de 2022', '2022-01-21'],
    ['21 января 2022', '2022-01-21'],
    ['الجمعة 21 يناير 2022', '2022-01-21'],
    ['٢١ يناير ٢٠٢٢', '2022-01-21'],
    ['29 February 2024', '2024-02-29'],
  ])('%s', (text, iso) => {
    expect(findDate(text)?.iso).toBe(iso);
  });

  it.each([
    '01/02/2022',
    '1/21/22',
    '31 February 2022',
    '21 January',
    'May 2022',
    '2022',
    '10:42',
    'on the 18th',
    '2022-13-01',
    '32.01.2022',
  ])('does not guess: %s', (text) => {
    expect(findDate(text)).toBeNull();
  });
});

describe('languages', () => {
  it.each([
    ['en', BODY],
    [
      'de',
      'Die Außenminister haben sich in Genf getroffen und wollen in der kommenden Woche reden.',
    ],
    [
      'fr',
      'Les deux ministres se sont rencontrés à Genève et sont convenus de se revoir dans la semaine.',
    ],
    [
      'es',
      'Los dos ministros se reunieron en Ginebra y acordaron que volverán a hablar la próxima semana.',
    ],
    [
      'it',
      'I due ministri si sono incontrati a Ginevra e hanno deciso di rivedersi nella prossima settimana.',
    ],
    [
      'pt',
      'Os dois ministros reuniram-se em Genebra e decidiram que vão voltar a falar na próxima semana.',
    ],
    [
      'pl',
      'Ministrowie spotkali się w Genewie i zgodzili się, że będą rozmawiać w przyszłym tygodniu.',
    ],
    [
      'tr',
      'İki bakan Cenevre’de bir araya geldi ve gelecek hafta için bir görüşme daha yapılacak dedi.',
    ],
    [
      'nl',
      'De twee ministers spraken elkaar in Genève en het is de bedoeling dat zij volgende week weer praten.',
    ],
    [
      'ru',
      'Министры встретились в Женеве и договорились, что встретятся снова на следующей неделе.',
    ],
    ['uk', 'Міністри зустрілися в Женеві та домовилися, що зустрінуться знову наступного тижня.'],
    ['ko', '두 장관은 제네바에서 만나 다음 주에 다시 만나기로 했다.'],
    ['ja', '両外相はジュネーブで会談し、来週再び会うことで合意した。'],
    ['zh', '两位外长在日内瓦举行会谈，并同意下周再次会面。'],
    ['ar', 'التقى الوزيران في جنيف واتفقا على اللقاء مجددا الأسبوع المقبل.'],
    ['he', 'שני השרים נפגשו בז׳נבה והסכימו להיפגש שוב בשבוע הבא.'],
    ['', 'Geneva'],
    ['', '2022 – 18:42'],
  ])('%s: %s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });
});

describe('titles', () => {
  it('is the first line that is not furniture', () => {
    expect(read(`Newsletter\n\nMinisters meet again\n\n${BODY}`).values.title).toBe(
      'Ministers meet again',
    );
    expect(read(`# Ministers meet again\n\n${BODY}`).values.title).toBe('Ministers meet again');
    expect(read(`Will they meet?\n\n${BODY}`).values.title).toBe('Will they meet?');
  });

  it('is the beginning of the first sentence, cut at a word, when there is no headline', () => {
    const { title } = read(`[Asia Economy Reporter Hyunwoo Lee] ${BODY}`).values;
    expect(title).toBe(
      'The two ministers met for ninety minutes in a hotel by the lake and agreed to meet again…',
    );
    expect(read('It was over. Nobody spoke.').values.title).toBe('It was over');
    expect(read('서면 답변이 왔다. 그리고 끝이었다.').values.title).toBe('서면 답변이 왔다');
  });

  it('never cuts a character, and is never empty', () => {
    const long = '👍'.repeat(200);
    expect(read(`${long}. `).values.title.match(/\p{Surrogate}/u)).toBeNull();
    expect(read('Newsletter', 'talks.final.txt')).toMatchObject({
      values: { title: 'talks.final' },
      recognised: { title: 'file name' },
    });
    expect(read('', '.txt').values.title).toBe('.txt');
    expect(read('', '').values.title).toBe('Untitled');
  });
});

describe('credits', () => {
  it.each([
    [
      `Ministers meet\n\nThe Lakeside Courier\n21 January 2022, 18:42 CET\nBy Marta Ellison\n\n${BODY}`,
      'The Lakeside Courier',
      'Marta Ellison',
      '2022-01-21',
    ],
    [`[이데일리 장영은 기자] ${BODY}`, '이데일리', '장영은', ''],
    [
      `[Asia Economy Reporter Hyunwoo Lee] ${BODY}\n© The Asia Business Daily(www.asiae.co.kr). All rights reserved.`,
      'Asia Economy',
      'Hyunwoo Lee',
      '',
    ],
    [`Ministers meet\n\n${BODY}\n\nSource: Pinoy Pop News`, 'Pinoy Pop News', '', ''],
    [
      `Ministers meet\n\n${BODY}\n\n© Harbour Post 2022. All rights reserved.`,
      'Harbour Post',
      '',
      '',
    ],
    [
      `Ministers meet\n\n${BODY}\n\n<저작권자 ⓒ 청람일보, 무단 전재 및 재배포 금지>`,
      '청람일보',
      '',
      '',
    ],
    [
      `Ministers meet\n\n24.01.2022 — Cornelis van Raalte, Brussels\n\n${BODY}`,
      '',
      'Cornelis van Raalte, Brussels',
      '2022-01-24',
    ],
    [
      `Ministers meet\n\nVon Anna Müller\nStand: 21.01.2022 18:42 Uhr\n\n${BODY}`,
      '',
      'Anna Müller',
      '2022-01-21',
    ],
    [`Ministers meet\n\n${BODY}\n\nwd/sms  (AP, AFP, Reuters)`, '', '', ''],
  ])('%s', (text, outlet, byline, date) => {
    expect(read(text).values).toMatchObject({ outlet, byline, date });
  });
});

describe('what a page states', () => {
  it('wins over what the text shows, and says where each field is from', () => {
    const hints = {
      title: ' A  title ',
      byline: 'By Jo Field',
      date: '2022-01-21T10:00:00Z',
      outlet: undefined,
    };
    const found = read(`Ministers meet\n\nBy Marta Ellison\n\n${BODY}`, 'x.html', hints);
    expect(found.values).toEqual({
      title: 'A title',
      outlet: '',
      byline: 'Jo Field',
      date: '2022-01-21',
      language: 'en',
    });
    expect(found.recognised).toEqual({
      title: 'page',
      byline: 'page',
      date: 'page',
      language: 'text',
    });
  });

  it('keeps a date that could be read two ways as it is stated', () => {
    expect(read(BODY, 'x', { date: '01/02/2022' }).values.date).toBe('01/02/2022');
    expect(read(BODY, 'x', { date: 'Friday, 21 January 2022' }).values.date).toBe('2022-01-21');
  });

  it('does not believe a language that the script contradicts', () => {
    expect(
      read('두 장관은 제네바에서 만나 다음 주에 다시 만나기로 했다.', 'x', { language: 'en-US' })
        .values.language,
    ).toBe('ko');
    expect(read(BODY, 'x', { language: 'en-GB' })).toMatchObject({
      values: { language: 'en' },
      recognised: { language: 'page' },
    });
  });
});
