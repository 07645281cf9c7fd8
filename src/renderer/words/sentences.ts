import type { PluralForm } from './catalogue.ts';

/** A sentence with a count in it, in every plural form of a language. */
export type SaidForms = Readonly<Record<PluralForm, string>>;

/**
 * What other processes say in English, by the English: `{{name}}` stands for what changes from one
 * time to the next, and is itself such a sentence where its name ends in `Said`.
 */
export type Sentences = Readonly<Record<string, string | SaidForms>>;
