import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode.ts';
import { toSourceOffset } from './offset-map.ts';
import { decodeStrictly } from './text-decoder.ts';

const MULTI_BYTE = new Set(['euc-kr', 'shift_jis', 'euc-jp', 'big5', 'gb18030']);
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** What each character is in a charset, found by decoding every byte or pair of bytes. */
function tableOf(charset: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(charset);
  if (known !== undefined) {
    return known;
  }
  const table = new Map<string, readonly number[]>();
  const take = (bytes: number[]): void => {
    const text = decodeStrictly(charset, Uint8Array.from(bytes));
    if (text !== null && Array.from(text).length === 1 && !table.has(text)) {
      table.set(text, bytes);
    }
  };
  for (let lead = 0; lead < 256; lead += 1) {
    take([lead]);
  }
  for (let pair = 0x8140; MULTI_BYTE.has(charset) && pair <= 0xffff; pair += 1) {
    take([pair >> 8, pair & 0xff]);
  }
  tables.set(charset, table);
  return table;
}

function encode(text: string, charset: string): Uint8Array {
  if (charset === 'utf-16le' || charset === 'utf-16be') {
    const bytes = Buffer.from(text, 'utf16le');
    return charset === 'utf-16le' ? bytes : bytes.swap16();
  }
  const table = tableOf(charset);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) {
        throw new Error(`${charset} has no ${character}`);
      }
      return [...bytes];
    }),
  );
}

const RUSSIAN =
  'Министр иностранных дел заявил, что Москва не намерена вести войну. «Мы ждём письменного ответа», — сказал он журналистам в пятницу.';
const KOREAN =
  '미국은 러시아가 내민 안전보장 요구에 다음 주 서면으로 답하기로 했다. 국무장관은 “대가를 물릴 것”이라고 경고했다.';
const JAPANESE =
  '米国のブリンケン国務長官は２１日、ロシアのラブロフ外相とジュネーブで会談した。「深刻な結果を招く」と警告した。';
const CHINESE =
  '美国国务卿布林肯二十一日在日内瓦会见俄罗斯外长拉夫罗夫，双方同意继续就乌克兰问题进行对话。他说，如果俄方入侵，将面临严厉制裁。';
const TAIWANESE =
  '美國國務卿布林肯二十一日在日內瓦會見俄羅斯外長拉夫羅夫，雙方同意繼續就烏克蘭問題進行對話。他說，如果俄方入侵，將面臨嚴厲制裁。';

/** Samples as papers write them: a headline or a few words (short), a sentence or more (long). */
const SAMPLES: readonly (readonly [charset: string, short: string, long: string])[] = [
  [
    'windows-1252',
    'Café conversation',
    'The envoy’s car left “in haste” – the price is €1.2 billion, said André Caillebois.',
  ],
  [
    'windows-1252',
    'Der Außenminister',
    'Außenministerin Annalena Baerbock erklärte, die Bundesregierung prüfe „alle Maßnahmen“. Über Nord Stream 2 müsse man später reden.',
  ],
  [
    'windows-1252',
    'L’été à Genève',
    'Le ministre français des Affaires étrangères a déclaré que l’Europe était prête à réagir « très fermement » à une agression.',
  ],
  [
    'windows-1252',
    '¿Qué pasó en España?',
    'El ministro español señaló que la Unión Europea impondrá más sanciones si Rusia invade: «Mañana será otro día», añadió.',
  ],
  [
    'windows-1252',
    'Não há solução',
    'O ministro não confirmou as sanções, mas afirmou que a União Europeia está preparada para a situação.',
  ],
  [
    'windows-1252',
    'Så är läget',
    'Utrikesministern sade på fredagen att läget är mycket allvarligt och att hjälp är på väg från Malmö.',
  ],
  [
    'windows-1250',
    'Żołnierze na granicy',
    'Minister spraw zagranicznych powiedział, że Polska popiera pełną integrację Ukrainy. „Będziemy działać wspólnie” – dodał w środę.',
  ],
  [
    'windows-1250',
    'Příliš žluťoučký kůň',
    'Ministr zahraničí řekl, že Česká republika podpoří sankce. „Ruské jednotky jsou u hranic,“ uvedl včera večer.',
  ],
  [
    'windows-1250',
    'Őszintén szólva',
    'A külügyminiszter szerint az Európai Unió erős szankciókat fog bevezetni, ha Oroszország megtámadja Ukrajnát.',
  ],
  ['windows-1251', 'Привет, мир', RUSSIAN],
  [
    'windows-1251',
    'Київ просить санкцій',
    'Президент України заявив, що санкції потрібні до нападу, а не після нього. «Її голос почули», — додав міністр і поїхав у Європу.',
  ],
  ['koi8-r', 'Ответ Москвы', RUSSIAN.replaceAll(/[«»—]/g, '-')],
  [
    'windows-1253',
    'Η Ελλάδα σήμερα',
    'Ο υπουργός Εξωτερικών δήλωσε ότι η Ευρωπαϊκή Ένωση θα επιβάλει κυρώσεις εάν η Ρωσία εισβάλει στην Ουκρανία.',
  ],
  [
    'windows-1254',
    'Dışişleri Bakanı',
    'Dışişleri Bakanı, Türkiye’nin iki ülke arasında arabuluculuk yapmaya hazır olduğunu söyledi. Görüşmeler İstanbul’da yapılacağı açıklandı.',
  ],
  [
    'windows-1255',
    'שר החוץ הודיע',
    'שר החוץ הודיע היום כי ארצות הברית תטיל סנקציות אם רוסיה תפלוש לאוקראינה. "אנחנו מוכנים", אמר.',
  ],
  [
    'windows-1256',
    'وزير الخارجية',
    'قال وزير الخارجية الأميركي إن بلاده ستسلم موسكو ردا مكتوبا الأسبوع المقبل، وحذر من عقوبات شديدة إذا هاجمت أوكرانيا.',
  ],
  [
    'windows-1257',
    'Šiandien įvyko',
    'Užsienio reikalų ministras sakė, kad Europos Sąjunga yra pasirengusi įvesti naujų sankcijų, jeigu Rusija užpuls Ukrainą.',
  ],
  ['euc-kr', '서면 답변', KOREAN],
  ['shift_jis', 'ジュネーブ会談', JAPANESE],
  ['euc-jp', 'ロシアの回答', JAPANESE],
  ['gb18030', '日内瓦会谈没有突破', CHINESE],
  ['big5', '日內瓦會談沒有突破', TAIWANESE],
  [
    'macintosh',
    'It’s a “café”',
    'The minister’s answer was clear: “We’re ready.” The café in Genève – où il était – was closed…',
  ],
  ['utf-16le', 'Кто там?', RUSSIAN],
  [
    'utf-16be',
    'Short answer',
    'The minister’s answer was clear: “We’re ready.”\nNobody asked again.',
  ],
  ['utf-16le', '서면 답변 도착', KOREAN],
];

describe('charsets without a mark', () => {
  it.each(SAMPLES)('%s: %s', (charset, short, long) => {
    expect(decodeBytes(encode(long, charset))).toMatchObject({ charset, text: long });
    const whole = `${`${long}\n`.repeat(40)}The end.`;
    expect(decodeBytes(encode(whole, charset))).toMatchObject({ charset, text: whole });
    // A few words may fit two charsets; the text counts, not the name.
    expect(decodeBytes(encode(short, charset)).text).toBe(short);
  });

  it('does not take an English text with curly quotes for anything else', () => {
    const text = 'It’s “fine”, he said – it’s what they’d expect… The minister’s car didn’t stop.';
    const decoded = decodeBytes(encode(text, 'windows-1252'));
    expect(decoded).toMatchObject({ charset: 'windows-1252', text });
    expect(decodeBytes(encode('It’s so.', 'windows-1252')).text).toBe('It’s so.');
  });

  it('keeps what windows-1252 means by the bytes 80–9F', () => {
    const decoded = decodeBytes(Uint8Array.of(0x80, 0x20, 0x91, 0x92), { override: 'latin1' });
    expect(decoded.text).toBe('€ ‘’');
  });

  it('is sure of valid UTF-8, and of ASCII', () => {
    for (const text of ['Größe 서면 👍🏽', 'plain']) {
      const decoded = decodeBytes(Buffer.from(text));
      expect(decoded).toMatchObject({ charset: 'utf-8', confidence: 1, how: 'proved', text });
    }
  });

  it('counts what it cannot read, in UTF-8 that was cut or glued', () => {
    const bytes = Buffer.concat([
      Buffer.from('Größe über Österreich, äußerst schön: 서면 답변'),
      Buffer.of(0xe2, 0x80),
    ]);
    expect(decodeBytes(bytes)).toMatchObject({ charset: 'utf-8', unreadable: 1 });
  });

  it('reads ISO-2022-JP', () => {
    const bytes = Buffer.concat([
      Buffer.of(0x1b, 0x24, 0x42, 0x25, 0x6d, 0x25, 0x37, 0x25, 0x22, 0x1b, 0x28, 0x42),
      Buffer.from('\nend\n'),
    ]);
    expect(decodeBytes(bytes)).toMatchObject({ charset: 'iso-2022-jp', text: 'ロシア\nend\n' });
  });
});

describe('what is known before', () => {
  it('believes a person over everything, and an unknown name not at all', () => {
    const bytes = Buffer.from('Größe');
    expect(decodeBytes(bytes, { override: 'windows-1252' })).toMatchObject({
      text: 'GrÃ¶ÃŸe',
      how: 'given',
    });
    expect(decodeBytes(bytes, { override: 'klingon' }).text).toBe('Größe');
  });

  it('believes the page unless the bytes prove it wrong', () => {
    const bytes = encode('žluť', 'windows-1250');
    expect(decodeBytes(bytes, { declared: 'windows-1250' })).toMatchObject({
      text: 'žluť',
      how: 'declared',
    });
    expect(decodeBytes(Buffer.from('žluť'), { declared: 'iso-8859-1' }).text).toBe('žluť');
    expect(decodeBytes(encode('café, décidé', 'windows-1252'), { declared: 'utf-8' }).text).toBe(
      'café, décidé',
    );
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf], Buffer.from('а\r\nб')],
    ['utf-16le', [0xff, 0xfe], encode('а\r\nб', 'utf-16le')],
    ['utf-16be', [0xfe, 0xff], encode('а\r\nб', 'utf-16be')],
  ] as const)('takes the mark of %s out and says so', (charset, mark, body) => {
    const decoded = decodeBytes(Buffer.concat([Buffer.from(mark), body]));
    expect(decoded).toMatchObject({
      charset,
      bom: true,
      how: 'mark',
      text: 'а\nб',
      lineEndings: 'crlf',
    });
    expect(decoded.removed).toEqual({ bom: true, returns: 'every' });
  });

  it('takes one mark only', () => {
    const mark = [0xef, 0xbb, 0xbf];
    expect(decodeBytes(Buffer.from([...mark, ...mark, 0x61])).text).toBe('\ufeffa');
  });
});

describe('line ends', () => {
  it.each([
    ['a\nb', 'a\nb', 'lf', 'none'],
    ['a', 'a', 'lf', 'none'],
    ['a\r\nb\r\n', 'a\nb\n', 'crlf', 'every'],
    ['a\rb', 'a\rb', 'cr', 'none'],
    ['a\r\nb\nc\rd\r\n', 'a\nb\nc\rd\n', 'mixed', [1, 7]],
    ['\r\r\n\n', '\r\n\n', 'mixed', [1]],
  ] as const)('%j', (source, text, lineEndings, returns) => {
    const decoded = decodeBytes(Buffer.from(source));
    expect(decoded).toMatchObject({ text, lineEndings });
    expect(decoded.removed.returns).toEqual(returns);
  });

  it('keeps every other character', () => {
    const text = ' \u00a0a\u00ad\tb  \n\n\n \u2028c\u200f\u0301 \ufeff d\v\f ';
    expect(decodeBytes(Buffer.from(text)).text).toBe(text);
  });
});

const anyText = fc.string({
  unit: fc.constantFrom('a', 'é', '서', '👍', '\r', '\n', '\r\n', ' ', '\u00a0'),
});

describe('properties', () => {
  it('gives back what was written, in UTF-8 and UTF-16', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), (text, charset) => {
        const bytes = charset === 'utf-8' ? Buffer.from(text) : encode(text, charset);
        const decoded = decodeBytes(bytes, { override: charset });
        expect(decoded.text).toBe(text.replaceAll('\r\n', '\n'));
        expect(decoded.unreadable).toBe(0);
      }),
    );
  });

  it('maps every offset to the same character of the source', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, mark) => {
        const source = (mark ? '\ufeff' : '') + text;
        const decoded = decodeBytes(Buffer.from(source));
        for (let at = 0; at < decoded.text.length; at += 1) {
          const found = source.charAt(toSourceOffset(decoded.text, decoded.removed, at));
          const expected = decoded.text.charAt(at);
          expect(found === expected || (expected === '\n' && found === '\r')).toBe(true);
        }
        const end = toSourceOffset(decoded.text, decoded.removed, decoded.text.length);
        expect(end).toBe(source.length);
      }),
    );
  });
});
