const MONTHS: readonly (readonly string[])[] = [
  [
    'january',
    'jan',
    'januar',
    'jänner',
    'janvier',
    'janv',
    'enero',
    'ene',
    'января',
    'січня',
    'يناير',
    'ocak',
    'gennaio',
    'janeiro',
    'stycznia',
  ],
  [
    'february',
    'feb',
    'februar',
    'février',
    'févr',
    'febrero',
    'февраля',
    'лютого',
    'فبراير',
    'şubat',
    'febbraio',
    'fevereiro',
    'lutego',
  ],
  ['march', 'mar', 'märz', 'mars', 'marzo', 'марта', 'березня', 'مارس', 'mart', 'março', 'marca'],
  [
    'april',
    'apr',
    'avril',
    'avr',
    'abril',
    'abr',
    'апреля',
    'квітня',
    'أبريل',
    'ابريل',
    'nisan',
    'aprile',
    'kwietnia',
  ],
  ['may', 'mai', 'mayo', 'мая', 'травня', 'مايو', 'mayıs', 'maggio', 'maio', 'maja'],
  [
    'june',
    'jun',
    'juni',
    'juin',
    'junio',
    'июня',
    'червня',
    'يونيو',
    'haziran',
    'giugno',
    'junho',
    'czerwca',
  ],
  [
    'july',
    'jul',
    'juli',
    'juillet',
    'juil',
    'julio',
    'июля',
    'липня',
    'يوليو',
    'temmuz',
    'luglio',
    'julho',
    'lipca',
  ],
  [
    'august',
    'aug',
    'août',
    'agosto',
    'ago',
    'августа',
    'серпня',
    'أغسطس',
    'اغسطس',
    'ağustos',
    'sierpnia',
  ],
  [
    'september',
    'sep',
    'sept',
    'septembre',
    'septiembre',
    'сентября',
    'вересня',
    'سبتمبر',
    'eylül',
    'settembre',
    'setembro',
    'września',
  ],
  [
    'october',
    'oct',
    'oktober',
    'okt',
    'octobre',
    'octubre',
    'октября',
    'жовтня',
    'أكتوبر',
    'اكتوبر',
    'ekim',
    'ottobre',
    'outubro',
    'października',
  ],
  [
    'november',
    'nov',
    'novembre',
    'noviembre',
    'ноября',
    'листопада',
    'نوفمبر',
    'kasım',
    'novembro',
    'listopada',
  ],
  [
    'december',
    'dec',
    'dezember',
    'dez',
    'décembre',
    'déc',
    'diciembre',
    'dic',
    'декабря',
    'грудня',
    'ديسمبر',
    'aralık',
    'dicembre',
    'dezembro',
    'grudnia',
  ],
];

const MONTH_NUMBER = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1])),
);
const MONTH = `(?:${[...MONTH_NUMBER.keys()].toSorted((a, b) => b.length - a.length).join('|')})`;
const EDGE = '(?![\\p{L}\\p{N}])';
const FRONT = '(?<![\\p{L}\\p{N}])';

interface DateForm {
  readonly pattern: RegExp;
  /** Where the year, month and day stand among the groups. */
  readonly order: readonly [year: number, month: number, day: number];
}

/** Forms in which day and month cannot be mistaken for each other. `01/02/2022` is not among them. */
const FORMS: readonly DateForm[] = [
  form(`(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)`, [1, 2, 3]),
  form(`(\\d{4})\\s?[./]\\s?(\\d{1,2})\\s?[./]\\s?(\\d{1,2})(?!\\d)`, [1, 2, 3]),
  form(`(\\d{4})\\s?[년年]\\s?(\\d{1,2})\\s?[월月]\\s?(\\d{1,2})\\s?[일日]`, [1, 2, 3]),
  form(
    `(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+|of\\s+)?(${MONTH})\\.?,?\\s+(?:de[l]?\\s+)?(\\d{4})${EDGE}`,
    [3, 2, 1],
  ),
  form(`(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${EDGE}`, [3, 1, 2]),
  form(`(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})${EDGE}`, [3, 2, 1]),
];

function form(source: string, order: DateForm['order']): DateForm {
  return { pattern: new RegExp(`${FRONT}${source}`, 'iu'), order };
}

/** A date that was found in a text. */
export interface FoundDate {
  /** `YYYY-MM-DD`. */
  readonly iso: string;
  /** Offset in the text, UTF-16 code units. */
  readonly index: number;
  readonly length: number;
}

/** The first date in a short text that can be read one way only, or null. */
export function findDate(text: string): FoundDate | null {
  const normal = text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
  let first: FoundDate | null = null;
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(normal);
    const iso = match === null ? '' : isoOf(match[order[0]], match[order[1]], match[order[2]]);
    if (match !== null && iso !== '' && (first === null || match.index < first.index)) {
      first = { iso, index: match.index, length: match[0].length };
    }
  }
  return first;
}

function isoOf(year = '', month = '', day = ''): string {
  const monthNumber = MONTH_NUMBER.get(month.toLowerCase()) ?? Number(month);
  const dayNumber = Number(day);
  const date = new Date(Date.UTC(Number(year), monthNumber - 1, dayNumber));
  const real =
    Number(year) >= 1500 &&
    date.getUTCMonth() === monthNumber - 1 &&
    date.getUTCDate() === dayNumber;
  return real ? date.toISOString().slice(0, 10) : '';
}

const LABELS =
  /\d{1,2} ?-?min(?:ute)?s? read|(?<!\p{L})(?:first |last )?(?:published|updated?|posted|modified|edited|created|issued|released|date|published on|updated on|at|on|am|pm|a\.m\.|p\.m\.|uhr|stand|veröffentlicht|aktualisiert|publié|mis à jour|modifié|à|le|publicado|actualizado|a las|el|опубликовано|обновлено|в|입력|수정|등록|승인|기사입력|최종수정|오전|오후|公開|更新|配信|نشر|تحديث|آخر تحديث|yayınlanma|güncelleme|pubblicato|aggiornato)(?!\p{L})/giu;
const WEEKDAYS =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu|thur|thurs|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|[월화수목금토일]요일|[月火水木金土日]曜日?)(?!\p{L})/giu;
const TIMES =
  /\d{1,2} (?:min(?:ute)?s?|hours?|hrs?|days?) ago|\d{1,2}\s?[:.h時시]\s?\d{2}(?:\s?[:分분]\s?\d{0,2})?(?:\s?[ap]\.?m\.?)?|(?<!\p{L})(?:gmt|utc|cet|cest|est|edt|pst|pdt|kst|jst|bst|msk|ist|et)(?:\s?[+-]\s?\d{1,2}(?::\d{2})?)?(?!\p{L})/giu;
const CLOCK = /\d (?:min(?:ute)?s?|hours?|hrs?|days?) ago|\d{1,2}\s?[:.h時시]\s?\d{2}/iu;

/** What a line says of when it was published. */
export interface DateLine {
  readonly date: FoundDate | null;
  /** Dates, times, weekdays and labels such as `Updated` are all there is. */
  readonly only: boolean;
  /** It has a label or a clock time, which the heading of a chronicle has not. */
  readonly labelled: boolean;
  /** What is left without them. */
  readonly rest: string;
}

/** Reads a short line as a publication time. */
export function readDateLine(line: string): DateLine {
  let rest = line;
  let date: FoundDate | null = null;
  for (let round = 0; round < 4; round += 1) {
    const found = findDate(rest);
    if (found === null) {
      break;
    }
    date ??= found;
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found.length)}`;
  }
  const clock = CLOCK.test(rest);
  const bare = rest.replaceAll(TIMES, ' ').replaceAll(WEEKDAYS, ' ');
  const unlabelled = bare.replaceAll(LABELS, ' ');
  const labelled = unlabelled !== bare || clock;
  const left = unlabelled.replaceAll(/\s+/gu, ' ').trim();
  const only = (date !== null || (labelled && clock)) && !/[\p{L}\p{N}]/u.test(left);
  return { date, only, labelled, rest: date === null ? '' : left };
}
