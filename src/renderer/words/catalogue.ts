import { agreement } from './en/agreement.ts';
import { annotate } from './en/annotate.ts';
import { app } from './en/app.ts';
import { codebook } from './en/codebook.ts';
import { commands } from './en/commands.ts';
import { edits } from './en/edits.ts';
import { handover } from './en/handover.ts';
import { keys } from './en/keys.ts';
import { library } from './en/library.ts';
import { marking } from './en/marking.ts';
import { publishing } from './en/publishing.ts';
import { remarks } from './en/remarks.ts';
import { review } from './en/review.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { shortcuts } from './en/shortcuts.ts';
import { start } from './en/start.ts';
import { state } from './en/state.ts';
import { statistics } from './en/statistics.ts';
import { transfer } from './en/transfer.ts';
import { ui } from './en/ui.ts';

/** Every string of the interface in English, by area. The other languages follow its type. */
export const english = {
  settings,
  commands,
  start,
  app,
  keys,
  library,
  ui,
  transfer,
  annotate,
  state,
  edits,
  codebook,
  search,
  publishing,
  statistics,
  agreement,
  shortcuts,
  marking,
  remarks,
  review,
  handover,
} as const;

/** The English catalogue, from which the keys and their parameters are known. */
export type English = typeof english;

/** The key of a string without the ending that tells its plural forms apart. */
type WithoutForm<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

type KeysOf<A extends keyof English> = `${A}.${WithoutForm<keyof English[A]> & string}`;

/** `<area>.<name>` of every string. */
export type Key = { [A in keyof English]: KeysOf<A> }[keyof English];

/** The key of what an edit is called. */
export type EditKey = Extract<Key, `edits.${string}`>;

type TextOf<K extends Key> = K extends `${infer A extends keyof English}.${infer N}`
  ? `${N}_other` extends keyof English[A]
    ? English[A][`${N}_other`]
    : N extends keyof English[A]
      ? English[A][N]
      : never
  : never;

/** The names between `{{` and `}}`. */
type Names<T> = T extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never;

/** A key that has plural forms, and so needs a `count`. */
type Counted<K extends Key> = K extends `${infer A extends keyof English}.${infer N}`
  ? `${N}_other` extends keyof English[A]
    ? 'count'
    : never
  : never;

type NamesOf<K extends Key> = Names<TextOf<K>> | Counted<K>;

/** A string that needs no values: as a prop or in a table, it stands for its text. */
export type PlainKey = { [K in Key]: [NamesOf<K>] extends [never] ? K : never }[Key];

/** What a string must be given: numbers are written as the language writes them. */
export type ValuesOf<K extends Key, V = never> = {
  readonly [N in NamesOf<K>]: N extends 'count' ? number : string | number | V;
};

/** The values as an argument, which is left out where the string needs none. */
export type ValueArguments<K extends Key> = [NamesOf<K>] extends [never]
  ? []
  : [values: ValuesOf<K>];

/** The plural forms of all languages of the interface. */
export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** The plural forms that a language tells apart. */
export interface FormsOf {
  readonly ar: PluralForm;
}

type Translated<Area, Form extends PluralForm> = {
  readonly [K in keyof Area as K extends `${infer Base}_other`
    ? `${Base}_${Form}`
    : K extends `${string}_one`
      ? never
      : K]: string;
};

/** An area in Arabic: no key less, none more, and every plural form of Arabic. */
export type Arabic<A extends keyof English> = Translated<English[A], FormsOf['ar']>;
