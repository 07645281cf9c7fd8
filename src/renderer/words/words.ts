import { createInstance } from 'i18next';
import { useSyncExternalStore } from 'react';
import { type EditKey, english, type Key, type ValueArguments } from './catalogue.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { Sentences } from './sentences.ts';

/** The one namespace: areas are told apart by the first part of a key. */
const SPACE = 'words';

const catalogue = createInstance();

/** Resolves once English can be shown; it is in the page from the start, so that is at once. */
const begun = catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  ns: SPACE,
  defaultNS: SPACE,
  nsSeparator: false,
  resources: { en: { [SPACE]: english } },
  returnNull: false,
  interpolation: {
    // React escapes; nothing is ever set as HTML.
    escapeValue: false,
  },
});

interface Translation {
  readonly strings: object;
  readonly sentences: Sentences;
}

const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Translation>>> = {
  ar: async () => {
    const { arabic, sentences } = await import('./ar/catalogue.ts');
    return { strings: arabic, sentences };
  },
};

const sentences = new Map<Language, Sentences>();

/** What other processes say in English, in a language that was shown; `undefined` in English. */
export function sentencesOf(shown: Language): Sentences | undefined {
  return sentences.get(shown);
}

/** The language that is shown. */
export function language(): Language {
  return catalogue.language as Language;
}

async function load(wanted: Exclude<Language, 'en'>): Promise<boolean> {
  try {
    const translation = await LOADERS[wanted]();
    catalogue.addResourceBundle(wanted, SPACE, translation.strings);
    sentences.set(wanted, translation.sentences);
    return true;
  } catch {
    return false;
  }
}

/**
 * Shows the interface in a language, at once and without losing anything that is open. Answers
 * whether it is shown: false where its file cannot be read, and then the language stays as it was.
 */
export async function showLanguage(wanted: Language): Promise<boolean> {
  await begun;
  const here = wanted === 'en' || catalogue.hasResourceBundle(wanted, SPACE);
  if (!here && !(await load(wanted))) return false;
  await catalogue.changeLanguage(wanted);
  return true;
}

/** Calls back after each change of the language; returns how to stop. */
export function onLanguage(listener: () => void): () => void {
  catalogue.on('languageChanged', listener);
  return () => catalogue.off('languageChanged', listener);
}

/**
 * The language, for a component: it is drawn again when the language changes. The window's root asks,
 * and so draws everything; besides, only what React may skip (`memo`) or keep (`useMemo`) has to.
 */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language);
}

/** A text whose first letter is written from right to left. */
const RTL = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A value as it is put into a string. */
function written(value: string | number): string {
  const { locale, direction } = LANGUAGES[language()];
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (direction === 'ltr') return value;
  // A Latin name keeps its own direction. What begins in Arabic is said so: the browser would not
  // look for its first letter inside names that stand apart themselves.
  return RTL.test(value) ? `\u2067${value}\u2069` : `\u2068${value}\u2069`;
}

/**
 * A string of the interface in the language that is shown. To be called when it is drawn, not kept.
 * @param key `<area>.<name>`; plural forms are chosen by `count`
 * @param values what is put in for `{{name}}`; numbers are written as the language writes them
 */
export function t<K extends Key>(key: K, ...values: ValueArguments<K>): string {
  const given: Readonly<Record<string, string | number>> = values[0] ?? {};
  const count = given['count'];
  const replace = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, written(value)]),
  );
  return catalogue.t(key, {
    // As `replace`, no parameter can be taken for an option of the library.
    replace,
    // A name that looks like a reference to another string is a name.
    nest: false,
    ...(typeof count === 'number' ? { count } : {}),
  });
}

/**
 * A string in English, whatever language is shown: what an edit is called in the log, which
 * colleagues read in their own. `said` shows it in the language of the window.
 */
export function inEnglish<K extends EditKey>(key: K, ...values: ValueArguments<K>): string {
  const replace: Readonly<Record<string, string | number>> = values[0] ?? {};
  const count = replace['count'];
  return catalogue.t(key, {
    lng: 'en',
    replace,
    nest: false,
    ...(typeof count === 'number' ? { count } : {}),
  });
}
