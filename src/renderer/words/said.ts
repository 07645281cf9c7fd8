import { english } from './catalogue.ts';
import type { SaidForms, Sentences } from './sentences.ts';
import { language, sentencesOf, t } from './words.ts';

/** A sentence that was said in English, as a pattern, and how it is said in another language. */
interface Saying {
  readonly pattern: RegExp;
  /** Characters of it that are no parameters: what has more is closer to what was said. */
  readonly fixed: number;
  readonly say: (values: Readonly<Record<string, string>>) => string;
}

const PARAMETER = /\{\{(\w+)\}\}/u;

/** A parameter whose name ends so is a sentence itself. */
const NESTED = /Said$/u;

function patternOf(template: string): Pick<Saying, 'pattern' | 'fixed'> {
  const seen = new Set<string>();
  const pieces = template.split(PARAMETER).map((piece, at) => {
    if (at % 2 === 0) return piece.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
    if (seen.has(piece)) return String.raw`\k<${piece}>`;
    seen.add(piece);
    return piece === 'count' ? '(?<count>[\\d,]+)' : `(?<${piece}>.+?)`;
  });
  const fixed = template.split(PARAMETER).filter((_, at) => at % 2 === 0);
  return { pattern: new RegExp(`^${pieces.join('')}$`, 'su'), fixed: fixed.join('').length };
}

function formOf(forms: SaidForms, count: number): string {
  return forms[new Intl.PluralRules(language()).select(count) as keyof SaidForms];
}

function numberOf(digits: string): number {
  return Number(digits.replaceAll(',', ''));
}

/** A sentence of another process, from its line in the list of a language. */
function sentence([template, inLanguage]: [string, string | SaidForms]): Saying {
  return {
    ...patternOf(template),
    say: (values) => {
      const count = numberOf(values['count'] ?? '1');
      const text = typeof inLanguage === 'string' ? inLanguage : formOf(inLanguage, count);
      return text.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) =>
        isolated(name === 'count' ? count.toLocaleString('en') : (values[name] ?? '')),
      );
    },
  };
}

/** A value beside letters of another direction keeps its own. */
function isolated(value: string): string {
  return /^[\d.,]*$/u.test(value) ? value : `\u2068${value}\u2069`;
}

/** What an edit is called in the log: always English there, whoever made it. */
function edit([name, template]: [string, string]): Saying {
  const say = t as (key: string, values: object) => string;
  const key = `edits.${name.replace(/_(?:one|other)$/u, '')}`;
  return {
    ...patternOf(template),
    say: ({ count, ...values }) =>
      say(key, count === undefined ? values : { ...values, count: numberOf(count) }),
  };
}

let sayings: { readonly of: Sentences; readonly list: readonly Saying[] } | undefined;

function sayingsNow(): readonly Saying[] {
  const of = sentencesOf(language());
  if (of === undefined) return [];
  if (sayings?.of !== of) {
    const list = [...Object.entries(of).map(sentence), ...Object.entries(english.edits).map(edit)];
    sayings = { of, list: list.toSorted((a, b) => b.fixed - a.fixed) };
  }
  return sayings.list;
}

/**
 * A sentence that came in English (from the main process, from `core`, or from the log of edits) in
 * the language that is shown. What is not known is shown as it came. To be called when it is drawn.
 */
export function said(words: string): string {
  for (const { pattern, say } of sayingsNow()) {
    const groups = pattern.exec(words)?.groups;
    if (groups === undefined && !pattern.test(words)) continue;
    const values = Object.entries(groups ?? {}).map(([name, value]) => [
      name,
      NESTED.test(name) ? said(value) : value,
    ]);
    return say(Object.fromEntries(values) as Record<string, string>);
  }
  return words;
}
