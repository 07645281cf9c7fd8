import { basename } from 'node:path';
import mammoth from 'mammoth';
import { childElement, textIn } from '../../core/formats/xml.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { findFurniture } from '../../core/text/furniture.ts';
import { readMetadata } from '../../core/text/metadata.ts';
import { type DocxParts, docxParts } from './docx-parts.ts';
import { docxRemarks } from './docx-remarks.ts';
import type { ArticleDraft } from './draft.ts';
import type { ImportResult } from './failure.ts';
import { refuse } from './failure.ts';
import { finishArticle, foundIn } from './finish-article.ts';
import { parsePage } from './html-article.ts';
import { prepareHtml } from './html-source.ts';
import { visibleText } from './html-text.ts';
import type { FileArticles } from './imported-article.ts';
import type { SourceFile } from './source-file.ts';

/** Begins the ids of notes in what the reader makes of a document. */
const IDS = 'verbale-';
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];
const LOCKED =
  'It is protected by a password, or an old Word document under a new name. Open it in a word processor and save it as .docx without a password.';

/** Reads a Word document as an article: its text in reading order, with notes at the end. */
export async function readDocx(source: SourceFile): Promise<ImportResult<FileArticles>> {
  const { path, bytes } = source;
  if (bytes[0] === 0xd0) return refuse(path, 'unsupported', LOCKED);
  const parts = await docxParts(bytes);
  if (!parts.ok) return refuse(path, 'unreadable', parts.error);
  if (!parts.value.trees.has('word/document.xml')) {
    return refuse(path, 'unsupported', 'It is a package without a Word document in it.');
  }
  const html = await toHtml(parts.value);
  if (!html.ok) return refuse(path, 'unreadable', html.error);
  const draft = draftDocument(numberNotes(html.value), parts.value, source);
  const read = finishArticle(foundIn(path, bytes), { kind: 'docx', draft });
  return read.ok ? ok({ articles: [read.value], problems: [] }) : read;
}

async function toHtml({ archive }: DocxParts): Promise<Result<string, string>> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: archive },
      {
        styleMap: STYLES,
        idPrefix: IDS,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return ok(value);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err(`Its parts do not fit together (${reason}).`);
  }
}

/**
 * Notes stand at the end under the sign that refers to them, without the arrow back; the one
 * paragraph of a table's cell is the cell.
 */
function numberNotes(html: string): string {
  let number = 0;
  return html
    .replaceAll(
      new RegExp(`<li id="${IDS}(?:foot|end)note-[^"]*">(<p>)?`, 'gu'),
      (_, paragraph) => {
        number += 1;
        return `<li>${paragraph === undefined ? '' : '<p>'}[${number}] `;
      },
    )
    .replaceAll(new RegExp(`\\s*<a href="#${IDS}(?:foot|end)note-ref-[^"]*">↑</a>`, 'gu'), '')
    .replaceAll(
      /<(t[dh])([^>]*)><p>((?:(?!<\/?(?:p|t[dhr]|table)\b)[^])*)<\/p><\/\1>/gu,
      '<$1$2>$3</$1>',
    );
}

function draftDocument(html: string, parts: DocxParts, { path, limits }: SourceFile): ArticleDraft {
  const document = parsePage(prepareHtml(html, limits).html);
  const { text } = visibleText(document.body);
  const furniture = findFurniture(text);
  const heading = document.querySelector('h1')?.textContent ?? '';
  const title = property(parts, 'title');
  const stated = {
    title: title === '' ? heading.slice(0, LONGEST_FIELD) : title,
    byline: property(parts, 'creator'),
    date: property(parts, 'created').slice(0, 10),
    language: property(parts, 'language'),
  };
  return {
    text,
    furniture,
    metadata: readMetadata(text, furniture, basename(path), stated),
    warnings: docxRemarks(parts),
  };
}

const LONGEST_FIELD = 400;

/** A property of the document (ECMA-376 part 2 §8): `title`, `creator`, `created`. */
function property({ trees }: DocxParts, name: string): string {
  const root = trees.get('docProps/core.xml');
  const found = root === undefined ? undefined : childElement(root, name);
  return found === undefined ? '' : textIn(found).trim().slice(0, LONGEST_FIELD);
}
