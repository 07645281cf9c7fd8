import { isLanguage, LANGUAGES, languageFor } from '../words/languages.ts';
import { language, onLanguage, showLanguage } from '../words/words.ts';

function show(): void {
  const { documentElement } = document;
  documentElement.lang = language();
  documentElement.dir = LANGUAGES[language()].direction;
}

/** Keeps `<html lang dir>` in step with the language of the interface. */
export function followLanguage(): void {
  show();
  onLanguage(show);
}

/**
 * Shows the language that the main process put into the page's address, and the system's where it
 * put none: so the very first picture is in the right one, before the settings have come.
 */
export async function showFirstLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('language');
  const choice = isLanguage(asked) ? asked : 'system';
  await showLanguage(languageFor(choice, navigator.languages));
}
