import { afterEach, describe, expect, it } from 'vitest';
import { dateWords, listWords, numberWords } from './amounts.ts';
import { languageFor } from './languages.ts';
import { language, onLanguage, showLanguage, t } from './words.ts';

afterEach(async () => {
  await showLanguage('en');
});

describe('a string of the interface', () => {
  it('is English until another language is shown, and again afterwards', async () => {
    expect(t('settings.title')).toBe('Settings');
    expect(await showLanguage('ar')).toBe(true);
    expect(language()).toBe('ar');
    expect(t('settings.title')).toBe('الإعدادات');
    await showLanguage('en');
    expect(t('settings.title')).toBe('Settings');
  });

  it.each([
    '<b>bold</b> & "quoted" / \'single\'',
    '$t(settings.title)',
    '{{reason}} {{count}}',
    '$& $1 \\',
    '',
  ])('takes the value %j as it is', (reason) => {
    expect(t('settings.notKept', { reason })).toBe(
      `The setting works now but was not kept: ${reason}`,
    );
  });

  it('keeps the direction of what is put into Arabic', async () => {
    await showLanguage('ar');
    expect(t('settings.notKept', { reason: 'EACCES' })).toContain('\u2068EACCES\u2069');
  });
});

it('tells when the language changes, until told to stop', async () => {
  const heard: string[] = [];
  const stop = onLanguage(() => heard.push(language()));
  await showLanguage('ar');
  stop();
  await showLanguage('en');
  expect(heard).toEqual(['ar']);
});

it.each([
  ['ar', ['en-GB'], 'ar'],
  ['en', ['ar-EG'], 'en'],
  ['system', ['ar-EG', 'en'], 'ar'],
  ['system', ['fr-FR', 'AR'], 'ar'],
  ['system', ['fr-FR'], 'en'],
  ['system', ['constructor'], 'en'],
  ['system', [], 'en'],
] as const)('%s where the system prefers %j is %s', (choice, preferred, expected) => {
  expect(languageFor(choice, preferred)).toBe(expected);
});

it('writes numbers, dates and lists in the language', async () => {
  const day = Date.UTC(2022, 0, 21);
  const words = (): string =>
    [
      numberWords(1234.5),
      dateWords(day, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
      listWords(['a', 'b', 'c']),
    ].join(' | ');
  expect(words()).toBe('1,234.5 | 21 January 2022 | a, b and c');
  await showLanguage('ar');
  expect(words()).toBe('1,234.5 | 21 يناير 2022 | a وb وc');
});
