import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { SHELL_WORDS } from '../../ipc/shell-word-list.ts';
import { sentences } from './ar/sentences/all.ts';
import { said } from './said.ts';
import { inEnglish, showLanguage } from './words.ts';

const SOURCE = path.join(import.meta.dirname, '..', '..');

afterEach(async () => {
  await showLanguage('en');
});

const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/gu, '');

it('the platform says nothing in its dialogs that is not there in Arabic', () => {
  expect(SHELL_WORDS.filter((english) => !Object.hasOwn(sentences, english))).toEqual([]);
});

describe('what another process says in English', () => {
  it('is as it came in English', () => {
    expect(said('The file is empty.')).toBe('The file is empty.');
  });

  it.each([
    ['The file is empty.', 'الملف فارغ.'],
    ['Open a project', 'فتح مشروع'],
    ['Nothing was written to /a/b: the disk is full', 'لم يُكتب شيء في /a/b: القرص ممتلئ'],
    ['Value “line” of “Mode” removed', 'حُذف: القيمة «line» من «Mode»'],
    ['Label “Claim”: colour changed: yes → no', 'التصنيف «Claim»: تغيّر اللون: من نعم إلى لا'],
    ['2 more lines were refused.', 'رُفض سطران آخران.'],
    ['1,200 more lines were refused.', 'رُفض 1,200 سطر آخر.'],
    ['Nobody has said this yet.', 'Nobody has said this yet.'],
  ])('%s', async (english, arabic) => {
    await showLanguage('ar');
    expect(plain(said(english))).toBe(arabic);
  });

  it('and the names of edits, which are English in the log for everybody', async () => {
    await showLanguage('ar');
    const articlesSaid = inEnglish('edits.articles', { count: 3 });
    const label = inEnglish('edits.tag', { articlesSaid });
    expect(label).toBe('Tag 3 articles');
    expect(plain(said(label))).toBe('تعليم 3 مقالات');
    expect(plain(said(inEnglish('edits.relation', { name: 'supports' })))).toBe('علاقة: supports');
  });
});

const parameters = (text: string): string[] =>
  [...text.matchAll(/\{\{(?<name>\w+)\}\}/gu)].map(({ groups }) => groups?.['name'] ?? '');

const texts = Object.entries(sentences).flatMap(([english, inArabic]) =>
  (typeof inArabic === 'string' ? [inArabic] : Object.values(inArabic)).map(
    (arabic) => [english, arabic] as const,
  ),
);

it('every sentence is Arabic, and puts in what the English has', () => {
  const faults = texts.filter(([english, arabic]) => {
    const strange = parameters(arabic).some((name) => !parameters(english).includes(name));
    const left = parameters(english).some(
      (name) => name !== 'count' && !parameters(arabic).includes(name),
    );
    const words = arabic.replaceAll(/\{\{\w+\}\}/gu, '');
    return strange || left || (/\p{L}/u.test(words) && !/\p{Script=Arabic}/u.test(words));
  });
  expect(faults).toEqual([]);
});

/** Pieces of a sentence between its parameters, as they stand in code. */
function pieces(english: string): string[] {
  return english
    .split(/\{\{\w+\}\}/u)
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}{2}/u.test(piece));
}

it('no sentence is translated that nobody says', () => {
  const code = ['core', 'main', 'ipc', 'renderer/features/statistics', 'renderer/features/transfer']
    .flatMap((folder) =>
      readdirSync(path.join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
        .map((name) => readFileSync(path.join(SOURCE, folder, name), 'utf8')),
    )
    .join('\n')
    .replaceAll(/\s+/gu, ' ');
  const words = new Set(code.match(/\p{L}+/gu));
  const unsaid = Object.keys(sentences).filter((english) =>
    pieces(english).some((piece) =>
      (piece.match(/\p{L}+/gu) ?? []).some((word) => !words.has(word)),
    ),
  );
  expect(unsaid).toEqual([]);
});
