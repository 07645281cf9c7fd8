/** The languages of the interface, by their tags. */
export type Language = 'en' | 'ar';

/** What is chosen in the settings. */
export type LanguageChoice = Language | 'system';

interface LanguageFacts {
  /** In the language itself, so that who cannot read this interface finds theirs. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * How numbers and dates are written. Arabic with the digits 0–9: they are on the keys that give
   * labels, in the files that are exported and in most of the texts that are read here.
   */
  readonly locale: string;
}

/** Every language of the interface. To add one, see docs/translating.md. */
export const LANGUAGES: Readonly<Record<Language, LanguageFacts>> = {
  en: { name: 'English', direction: 'ltr', locale: 'en-GB' },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn' },
};

/** True for the tag of a language that the interface has. */
export function isLanguage(tag: string | null): tag is Language {
  return tag !== null && Object.hasOwn(LANGUAGES, tag);
}

/**
 * The language to show.
 * @param preferred tags of the system, the best first, such as `ar-EG`; the first that there is
 *   wins, and English where there is none
 */
export function languageFor(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const [base = ''] = tag.toLowerCase().split('-');
    if (isLanguage(base)) return base;
  }
  return 'en';
}
