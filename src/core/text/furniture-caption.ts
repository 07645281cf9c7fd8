import { endsSentence, weightedLength } from './furniture-line.ts';

const WORD =
  '(?:(?:file |undated |handout |courtesy )?(?:photo|photos|photograph|photography|picture|pictures|image|images|pic|graphic|illustration|video grab|screengrab|handout)|foto|fotos|bild|bilder|grafik|photographie|crédits? photos?|crédits?|imagen|imágenes|fotografía|фото|фотография|світлина|зображення|사진|자료사진|그래픽|이미지|写真|画像|図|صورة|الصورة|تصوير|图片|照片|图|fotoğraf|immagine|zdjęcie)';
const LINK =
  '(?: ?(?:credit|courtesy(?: of)?|by|copyright|source|provided by|von|de|par|제공|출처|提供|/?ap))?';
const MARK = '\\s?[=:：/｜|＝]\\s?';

/** `(Photo = AFP)`, `(Picture: Harbour Post/Ilse Dorn)`, `[사진=연합뉴스]`, `(Photo by X/Getty)`. */
const BRACKET = new RegExp(
  `[(（\\[［【<]\\s*(?:${WORD}${LINK}(?:${MARK}|\\s(?=\\S))[^()（）\\[\\]【】]{1,90}|(?:ap|afp|epa|reuters) (?:photo|file)[^()]{0,60}|[^()（）\\[\\]]{0,60}(?:getty images|ap photo|afp/file|via reuters|via ap)[^()（）]{0,40})\\s*[)）\\]］】>][.]?$`,
  'iu',
);
/** `Photo: Idris Vale / Lakeside Pictures`, `사진=연합뉴스`, `REUTERS/Gleb Garanich`; group 1 is whom. */
const OPEN = new RegExp(
  `(?:${WORD}${LINK}${MARK}|${WORD} (?:credit|courtesy of|by|von|par|de) |(?:REUTERS|EPA|AFP|AP Photo)\\s?/\\s?)([^.!?。:：]{1,90})\\.?$`,
  'iu',
);
/** `Alex Brandon/AFP via Getty Images`, `Getty Images`. */
const GETTY = /(?:[^.!?。]{1,50} ?\/ ?|via )?(?:AFP via )?Getty Images(?: ?[/,|][^.]{0,50})?$/iu;
/** Every credit has one of these; most lines have none, and are done with. */
const MAY_CREDIT =
  /photo|picture|image|\bpic\b|graphic|illustration|video|screengrab|handout|foto|bild|grafik|crédit|imagen|imágen|фото|світлина|зображення|사진|그래픽|이미지|写真|画像|図|صور|تصوير|图片|照片|图|immagine|zdjęcie|reuters|epa|afp|\bap\b|getty|▲|△|^file /;
/** Three small words in a row: a sentence, not a name. */
const SENTENCE_LIKE = /(?:^|\s)\p{Ll}{2,}\s\p{Ll}{2,}\s\p{Ll}{2,}/u;
const STARTS = new RegExp(
  `^(?:▲|△|${WORD}${LINK}\\s?[:：=＝]|file photo\\b|file [–—-] |pictured:)`,
  'iu',
);
const LONGEST_CAPTION = 420;
/** Where a credit is looked for: the last so many UTF-16 units of a line. */
const TAIL = 140;

/** Which part of a line is a picture's caption or credit, as offsets in the line; null when none. */
export function captionIn(text: string): readonly [start: number, end: number] | null {
  if (!MAY_CREDIT.test(`${text.slice(0, 40)} ${text.slice(-TAIL)}`.toLowerCase())) {
    return null;
  }
  const credit = creditStart(text);
  if (credit === 0 || isCaptionByStart(text)) {
    return [0, text.length];
  }
  if (credit === -1) {
    return null;
  }
  return weightedLength(text) <= LONGEST_CAPTION && sentences(text.slice(0, credit)) <= 3
    ? [0, text.length]
    : [credit, text.length];
}

/** Offset where a credit that ends the line begins, or -1. */
function creditStart(text: string): number {
  const from = Math.max(0, text.length - TAIL);
  const tail = text.slice(from);
  const bracket = BRACKET.exec(tail);
  if (bracket !== null) {
    return from + bracket.index;
  }
  const open = OPEN.exec(tail) ?? (/getty/i.test(tail) ? GETTY.exec(tail) : null);
  const named = open?.[1] ?? '';
  return open === null || SENTENCE_LIKE.test(named) || !standsApart(text, from + open.index)
    ? -1
    : from + open.index;
}

/** A credit without brackets follows a full stop, a bar or the line's start, not a word. */
function standsApart(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd();
  return before === '' || /[.!?。！？”"’)）/|·–—©]$/u.test(before);
}

function isCaptionByStart(text: string): boolean {
  return STARTS.test(text) && weightedLength(text) <= 260 && sentences(text) <= 2;
}

function sentences(text: string): number {
  const inner = text.match(/[.!?。！？؟]["'”’»)]*\s+(?=[\p{Lu}\p{Lo}“"‘(])/gu)?.length ?? 0;
  return inner + (endsSentence(text) ? 1 : 0);
}
