import type { XmlElement } from '../../core/formats/xml.ts';
import { textIn } from '../../core/formats/xml.ts';
import type { DocxParts } from './docx-parts.ts';
import type { ImportWarning } from './imported-article.ts';

/** What is counted in a document by the local name of its element. */
const COUNTED = [
  'ins',
  'del',
  'moveFrom',
  'blip',
  'imagedata',
  'oMath',
  'OLEObject',
  'chart',
] as const;
type Counted = (typeof COUNTED)[number];
const IS_COUNTED: ReadonlySet<string> = new Set(COUNTED);
/** Properties of a paragraph's end or a row repeat a change; alternatives repeat a picture. */
const PASSED_OVER = new Set(['rPr', 'trPr', 'Fallback']);

function count(root: XmlElement | undefined, counts: Map<string, number>): void {
  const open = root === undefined ? [] : [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { local, children } = next;
    if (PASSED_OVER.has(local)) continue;
    if (IS_COUNTED.has(local)) counts.set(local, (counts.get(local) ?? 0) + 1);
    for (const child of children) if (typeof child !== 'string') open.push(child);
  }
}

function note(total: number, one: string, many: (number: string) => string): ImportWarning | null {
  if (total === 0) return null;
  return { kind: 'left-out', message: total === 1 ? one : many(total.toLocaleString('en')) };
}

/** What a document holds besides the text that was read, and what became of its tracked changes. */
export function docxRemarks({ trees, paths }: DocxParts): ImportWarning[] {
  const counts = new Map<string, number>();
  for (const [path, tree] of trees) {
    if (/^word\/(?:document|footnotes|endnotes)\d*\.xml$/u.test(path)) count(tree, counts);
  }
  const of = (...names: Counted[]): number =>
    names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  const comments = trees
    .get('word/comments.xml')
    ?.children.filter((one) => typeof one !== 'string');
  const edges = [...trees].filter(
    ([path, tree]) => /^word\/(?:header|footer)\d*\.xml$/u.test(path) && textIn(tree).trim() !== '',
  );
  const macros = paths.filter((path) => /vbaProject\.bin$/iu.test(path)).length;
  const found = [
    changes(of('ins'), of('del'), of('moveFrom')),
    note(of('blip', 'imagedata'), '1 picture was left out.', (n) => `${n} pictures were left out.`),
    note(comments?.length ?? 0, '1 comment was left out.', (n) => `${n} comments were left out.`),
    note(
      edges.length,
      '1 page header or footer was left out.',
      (n) => `${n} page headers and footers were left out.`,
    ),
    note(of('oMath'), '1 formula was left out.', (n) => `${n} formulas were left out.`),
    note(
      of('OLEObject', 'chart'),
      '1 embedded object was left out.',
      (n) => `${n} embedded objects were left out.`,
    ),
    note(
      macros,
      'Its macros were left out and never run.',
      () => 'Its macros were left out and never run.',
    ),
  ];
  return found.filter((one) => one !== null);
}

function changes(inserted: number, deleted: number, moved: number): ImportWarning | null {
  if (inserted + deleted + moved === 0) return null;
  const message = `It has tracked changes, read as if all were accepted: insertions ${inserted} (kept), deletions ${deleted} (left out), moves ${moved}.`;
  return { kind: 'changes', message };
}
