import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const RENDERER = path.join(import.meta.dirname, '..');

/** Folders whose strings are not all in the catalogue yet. This list may only get shorter. */
const STILL_TO_CONVERT = ['features/annotate/comments', 'features/annotate/document'];

/** Attributes and props that people read or hear. */
const SEEN = new Set(
  'title label name words placeholder alt hint aria-label aria-description aria-roledescription'.split(
    ' ',
  ),
);

/** Names, units and what is written the same everywhere. */
const SAME = /^(?:Verbale|SHA-256|HTML|Markdown|[\d\W_]*|[A-Z]|¶|px)$/u;

function isWord(text: string): boolean {
  const said = text.trim();
  return /\p{L}{2}/u.test(said) && !SAME.test(said);
}

/** The texts of a component that are neither data nor from the catalogue. */
function hardCoded(source: string): string[] {
  const file = ts.createSourceFile(
    'x.tsx',
    source,
    ts.ScriptTarget.ES2023,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const literals = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (isWord(node.text)) found.push(node.text);
    } else if (ts.isConditionalExpression(node)) {
      literals(node.whenTrue);
      literals(node.whenFalse);
    } else if (ts.isTemplateExpression(node)) {
      const pieces = [node.head, ...node.templateSpans.map((span) => span.literal)];
      found.push(...pieces.map((piece) => piece.text).filter(isWord));
    } else if (ts.isJsxExpression(node) && node.expression !== undefined) literals(node.expression);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && isWord(node.text)) found.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      SEEN.has(node.name.getText()) &&
      node.initializer !== undefined
    ) {
      literals(node.initializer);
    }
    const isChild = ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent);
    if (isChild && node.expression !== undefined) literals(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function componentsIn(folder: string): string[] {
  return readdirSync(path.join(RENDERER, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
    .map((name) => `${folder}/${name}`);
}

const read = (file: string): string => readFileSync(path.join(RENDERER, file), 'utf8');

/** Keys of the catalogue stand for their texts in props such as `words`. */
const isKey = (text: string): boolean => /^[a-z]+\.[a-zA-Z]+$/u.test(text);

it('what people read comes from the catalogue', () => {
  const components = ['app', 'ui', 'features'].flatMap(componentsIn);
  const converted = components.filter((file) =>
    STILL_TO_CONVERT.every((folder) => !file.startsWith(`${folder}/`)),
  );
  expect(converted.length).toBeGreaterThan(80);
  const found = converted.flatMap((file) =>
    hardCoded(read(file))
      .filter((text) => !isKey(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

it('what is listed as still to convert has something to convert', () => {
  const done = STILL_TO_CONVERT.filter((folder) =>
    componentsIn(folder).every((file) => hardCoded(read(file)).length === 0),
  );
  expect(done).toEqual([]);
});

it.each([
  ['<p>Some words</p>', ['Some words']],
  ['<p aria-label="Some words" />', ['Some words']],
  ['<p>{a ? "Yes" : "No"}</p>', ['Yes', 'No']],
  ['<p title={`${a} lost`} />', [' lost']],
  ['<p className="some words">{t("a.b")} · {name}</p>', []],
  ['<h1>Verbale</h1>', []],
])('%s has %j', (source, expected) => {
  expect(hardCoded(`const x = ${source};`)).toEqual(expected);
});
