import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { afterEach, expect, it } from 'vitest';
import { said } from './said.ts';
import { showLanguage } from './words.ts';

const SOURCE = path.join(import.meta.dirname, '..', '..');

/** A sentence for people, as those of other processes are: it begins, has words, and ends. */
const SENTENCE = /^[\p{Lu}“17].*\p{L}+ \p{L}+.*[.!?]$/su;

/** What a string or a template says; what is put in is a number here. */
function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `7${literal.text}`).join('');
}

function sentencesIn(file: string): readonly string[] {
  const code = readFileSync(file, 'utf8');
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const words = wordsOf(node);
    if (words !== undefined && SENTENCE.test(words) && !words.includes('\n')) found.push(words);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return found;
}

/** @param which files, by their path in the folder */
function sentencesOf(folder: string, which: RegExp): readonly string[] {
  const root = path.join(SOURCE, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && which.test(name) && !/\.test\.|testing/u.test(name))
    .flatMap((name) => sentencesIn(path.join(root, name)));
}

/**
 * Sentences that are put together of pieces; what comes of each is in the lists as a whole. The list
 * can only grow shorter.
 */
const OF_PIECES = [
  '7 7 could not be read as 7 and 7 as �. Try another charset.',
  '7 Name it to import it.',
  '7 left out.',
  '7 like a picture caption. Marked as furniture.',
  '7 that follow it were left out. Look at the page, and paste what is missing.',
  '7 that it would have swallowed were kept. Check the text.',
  '7. 7 in the project.',
];

/** What is said in a terminal or written into a dataset, and never in the window. */
const ELSEWHERE = /--\w|^The files have\b|^Python counts/u;

async function withoutArabic(sentences: readonly string[]): Promise<readonly string[]> {
  await showLanguage('ar');
  const inWindow = [...new Set(sentences)].filter((one) => !ELSEWHERE.test(one));
  return inWindow.filter((one) => said(one) === one).toSorted();
}

const ofReaders = sentencesOf('main/importers', /./u);
const ofDatasets = [
  ...sentencesOf('core/formats', /./u),
  ...sentencesOf('core/datasets', /./u),
  ...sentencesOf('main/service', /^(?:apply|corr|dataset|export|files|import|plan|read|recipe)/u),
];

afterEach(async () => {
  await showLanguage('en');
});

it('whatever an import or an export says in sentences is there in Arabic', async () => {
  expect(ofReaders.length).toBeGreaterThan(80);
  expect(ofDatasets.length).toBeGreaterThan(20);
  expect(await withoutArabic([...ofReaders, ...ofDatasets])).toEqual(OF_PIECES);
});
