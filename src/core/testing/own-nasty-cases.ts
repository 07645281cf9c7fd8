import type { NastyCase, NastySpan } from './nasty-cases.ts';

/** A text and the words to mark in it: label and quote, each the first after the one before. */
type Row = readonly [
  id: string,
  text: string,
  ...marks: (readonly [label: string, quote: string])[],
];

/**
 * What breaks tools that mark text, one case for each kind, in texts of our own: the same kinds as
 * the shared vectors, so that tests do not hang on those.
 */
const ROWS: readonly Row[] = [
  ['astral-before', '\u{1f680}\u{1f680} launch at dawn', ['X', 'dawn']],
  [
    'joined-emoji',
    'A \u{1f469}\u{1f3fd}\u200d\u{1f33e} farms \u{1f69c}.',
    ['PER', '\u{1f469}\u{1f3fd}\u200d\u{1f33e}'],
    ['VEH', '\u{1f69c}'],
  ],
  ['ends-in-emoji', 'From Nordbank \u{1f4b6}', ['ORG', 'Nordbank \u{1f4b6}']],
  [
    'decomposed',
    'Le ministe\u0300re a\u0300 Sa\u0303o Paulo',
    ['ORG', 'ministe\u0300re'],
    ['LOC', 'Sa\u0303o Paulo'],
  ],
  [
    'jamo',
    '\u1103\u1162\u110c\u1165\u11ab \u1109\u1175\u110e\u1165\u11bc',
    ['LOC', '\u1103\u1162\u110c\u1165\u11ab'],
  ],
  [
    'arabic-and-latin',
    'زار سمير Nordbank في بيروت',
    ['PER', 'سمير'],
    ['ORG', 'Nordbank'],
    ['LOC', 'بيروت'],
  ],
  ['hebrew-points', 'אָמַר יַעֲקֹב: Jacob said', ['PER', 'יַעֲקֹב'], ['PER', 'Jacob']],
  ['crlf', 'First\r\nNordbank\r\nlast', ['ORG', 'Nordbank']],
  ['lone-cr', 'One\rNordbank', ['ORG', 'Nordbank']],
  ['byte-order-mark', '\ufeffNordbank paid', ['ORG', 'Nordbank']],
  ['tabs', 'a\tNord\tbank\tb', ['ORG', 'Nord\tbank']],
  ['newline-inside', 'They met in Rio\nGrande today', ['LOC', 'Rio\nGrande']],
  [
    'line-separators',
    'Nord\u2028bank and Süd\u0085bank and Ost\u000cbank',
    ['ORG', 'Nord\u2028bank'],
    ['ORG', 'Süd\u0085bank'],
    ['ORG', 'Ost\u000cbank'],
  ],
  ['soft-hyphen', 'the trans\u00adport\u200bministry', ['ORG', 'trans\u00adport\u200bministry']],
  [
    'odd-blanks',
    'paid 25\u202f000\u00a0€ in 大阪',
    ['MONEY', '25\u202f000\u00a0€'],
    ['LOC', '大阪'],
  ],
  ['reserved-signs', 'x [y] | z->w; *_\\', ['P|Q_[r];->*\\', '[y]'], ['B-ORG', 'z->w']],
  ['controls', 'a\u0001b Nordbank \u000bc', ['ORG', 'Nordbank']],
  [
    'overlap-nest-zero',
    'Bank of Rio Grande Valley',
    ['ORG', 'Bank of Rio Grande'],
    ['LOC', 'Rio Grande'],
    ['LOC', 'Rio Grande Valley'],
    ['MARK', ''],
  ],
  ['blanks-at-edges', 'so , says Nordbank , then', ['X', ' , says '], ['ORG', 'Nordbank ']],
  [
    'flags',
    '\u{1f1e7}\u{1f1f7}\u{1f1e7}\u{1f1f7} 1\ufe0f\u20e3 Rio',
    ['LOC', '\u{1f1e7}\u{1f1f7}'],
    ['LOC', 'Rio'],
  ],
  ['indic-and-thai', 'क्षत्रिय ने कहा ที่กรุงเทพฯ', ['X', 'क्षत्रिय'], ['LOC', 'กรุงเทพฯ']],
  ['case-changes-length', 'İzmir Straße ﬂood', ['LOC', 'İzmir'], ['X', 'Straße'], ['X', 'ﬂood']],
  ['hostile-table', '=1+1,"x";y\n@Nordbank', ['X', '"x";y\n@Nordbank']],
  ['replaced-surrogate', 'half \ufffd Nordbank', ['ORG', 'Nordbank']],
];

function spansOf(text: string, marks: readonly (readonly [string, string])[]): NastySpan[] {
  return marks.map(([label, quote]) => {
    const start = quote === '' ? text.indexOf(' ') : text.indexOf(quote);
    if (start === -1) throw new Error(`“${quote}” is not in “${text}”`);
    const before = Array.from(text.slice(0, start)).length;
    return {
      label,
      quote,
      utf16: [start, start + quote.length],
      codePoint: [before, before + Array.from(quote).length],
    };
  });
}

/** The 24 cases. */
export const OWN_NASTY_CASES: readonly NastyCase[] = ROWS.map(([id, text, ...marks]) => ({
  id,
  text,
  spans: spansOf(text, marks),
}));
