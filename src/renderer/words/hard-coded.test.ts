import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const RENDERER = path.join(import.meta.dirname, '..');

/** Attributes, props, fields and properties that people read or hear. */
const SEEN = new Set(
  'title label name words placeholder alt hint group menuTitle summary removeLabel help ariaLabel ariaDescription textContent aria-label aria-description aria-roledescription'.split(
    ' ',
  ),
);

/** Functions that say one of their arguments to people. */
const SAY = new Set(['announce', 'commit', 'copyText', 'ask']);

/** Names, units and what is written the same everywhere. */
const SAME = /^(?:Verbale|SHA-256|HTML|Markdown|Alt|[\d\W_]*|[A-Z]|¶|px)$/u;

/** Keys of the catalogue stand for their texts. */
const KEY = /^[a-z]+\.[a-zA-Z]+$/u;

function isWord(text: string): boolean {
  const said = text.trim();
  return /\p{L}{2}/u.test(said) && !SAME.test(said) && !KEY.test(said);
}

/** The same for what is a word in one place and an id in another: ids are small and have no blanks. */
function isPhrase(text: string): boolean {
  return isWord(text) && (/\s/u.test(text.trim()) || /^\p{Lu}/u.test(text.trim()));
}

type Test = (text: string) => boolean;

/** The literals that an expression can come to. */
function literals(node: ts.Node, isSaid: Test): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    return isSaid(node.text) ? [node.text] : [];
  }
  if (ts.isConditionalExpression(node)) {
    return [...literals(node.whenTrue, isSaid), ...literals(node.whenFalse, isSaid)];
  }
  if (ts.isTemplateExpression(node)) {
    const pieces = [node.head, ...node.templateSpans.map((span) => span.literal)];
    return pieces.map((piece) => piece.text).filter(isWord);
  }
  if (ts.isBinaryExpression(node)) {
    return [...literals(node.left, isSaid), ...literals(node.right, isSaid)];
  }
  if (ts.isParenthesizedExpression(node)) return literals(node.expression, isSaid);
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return literals(node.body, isSaid);
  const isExpression = ts.isJsxExpression(node) && node.expression !== undefined;
  return isExpression ? literals(node.expression, isSaid) : [];
}

/** A plain name; empty for any other expression. */
function nameOf(node: ts.Node): string {
  if (ts.isJsxNamespacedName(node)) return `${node.namespace.text}:${node.name.text}`;
  return ts.isIdentifier(node) || ts.isStringLiteral(node) ? node.text : '';
}

/** The property that is set: `ariaLabel` of `button.ariaLabel = …`; empty where none is. */
function setBy(node: ts.BinaryExpression): string {
  const sets = node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return sets && ts.isPropertyAccessExpression(node.left) ? node.left.name.text : '';
}

/** What JSX says. */
function drawnBy(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return isWord(node.text) ? [node.text.trim()] : [];
  if (ts.isJsxAttribute(node)) {
    const isSeen = SEEN.has(nameOf(node.name)) && node.initializer !== undefined;
    return isSeen ? literals(node.initializer, isWord) : [];
  }
  const isChild = ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent);
  return isChild ? literals(node, isWord) : [];
}

/** What other code says: in fields, in calls and in properties that it sets. */
function saidBy(node: ts.Node): string[] {
  if (ts.isPropertyAssignment(node) && SEEN.has(nameOf(node.name))) {
    return literals(node.initializer, isPhrase);
  }
  if (ts.isCallExpression(node) && SAY.has(nameOf(node.expression))) {
    return node.arguments.flatMap((argument) => literals(argument, isPhrase));
  }
  const isSet = ts.isBinaryExpression(node) && SEEN.has(setBy(node));
  return isSet ? literals(node.right, isPhrase) : [];
}

/** The texts of a file that are neither data nor from the catalogue. */
function hardCoded(source: string): string[] {
  const kind = ts.ScriptKind.TSX;
  const file = ts.createSourceFile('x.tsx', source, ts.ScriptTarget.ES2023, true, kind);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...drawnBy(node), ...saidBy(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

it('what people read comes from the catalogue', () => {
  const files = ['app', 'ui', 'features', 'state'].flatMap((folder) =>
    readdirSync(path.join(RENDERER, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.|testing/u.test(name))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) =>
    hardCoded(readFileSync(path.join(RENDERER, file), 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
  // The compiler parses four hundred files.
}, 60_000);

it.each([
  ['<p>Some words</p>', ['Some words']],
  ['<p aria-label="Some words" />', ['Some words']],
  ['<img alt="Words" />', ['Words']],
  ['<input placeholder={"Words"} />', ['Words']],
  ['<p>{a ? "Yes" : "No"}</p>', ['Yes', 'No']],
  ['<p>{a ?? "no words"}</p>', ['no words']],
  ['<p title={`${a} lost`} />', [' lost']],
  ['announce("Words said.")', ['Words said.']],
  ['announce(() => `${a} was said.`)', [' was said.']],
  ['commit(a ? "Remove" : t("edits.remove"), [])', ['Remove']],
  ['{ title: "Some words", id: "Some id" }', ['Some words']],
  ['button.ariaLabel = "Close"', ['Close']],
  ['<p className="some words">{t("a.b")} · {name}</p>', []],
  ['{ name: "marks", title: "search.title" }', []],
  ['announce(() => t("search.title"))', []],
  ['<h1>Verbale</h1>', []],
])('%s has %j', (source, expected) => {
  expect(hardCoded(`const x = (${source});`)).toEqual(expected);
});
