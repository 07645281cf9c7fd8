import { basename } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import type { Furniture } from '../../core/model/article.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { findFurniture } from '../../core/text/furniture.ts';
import type { MetadataHints } from '../../core/text/metadata.ts';
import { readMetadata } from '../../core/text/metadata.ts';
import type { ArticleDraft } from './draft.ts';
import type { ImportResult } from './failure.ts';
import { refuse } from './failure.ts';
import { finishArticle, foundIn } from './finish-article.ts';
import type { FileArticles, ImportWarning } from './imported-article.ts';
import { edgeTeller, type PageLines } from './pdf-edges.ts';
import { type Block, blocksOf } from './pdf-flow.ts';
import { type Chunk, columnsOf, downwards, segmentsOf } from './pdf-segments.ts';
import type { SourceFile } from './source-file.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const MOST_PAGES = 2000;
/** Most stretches of text that are taken from one page. */
const MOST_CHUNKS = 20_000;
const LONGEST_FIELD = 400;
const PICTURES =
  'It holds only pictures of text, such as a scan. Recognise its text with another program, and import that.';
const LOCKED = 'It is protected by a password. Save it without one, or copy its text and paste it.';

/** Reads a PDF as an article: the text of its pages in reading order. No script in it is run. */
export async function readPdf(source: SourceFile): Promise<ImportResult<FileArticles>> {
  const { path, bytes } = source;
  const opened = await open(bytes);
  if (!opened.ok) return refuse(path, 'unreadable', opened.error);
  const pdf = opened.value;
  try {
    if (pdf.numPages > MOST_PAGES) {
      return refuse(
        path,
        'too-large',
        `It has ${pdf.numPages} pages; at most ${MOST_PAGES} are read. Split it.`,
      );
    }
    const pages = await pagesOf(pdf, source);
    if (!pages.ok) return refuse(path, 'unreadable', pages.error);
    if (pages.value.every(({ segments }) => segments.length === 0)) {
      return refuse(path, 'unsupported', PICTURES);
    }
    const draft = draftPages(pages.value, await statedIn(pdf), path);
    const read = finishArticle(foundIn(path, bytes), { kind: 'pdf', draft });
    return read.ok ? ok({ articles: [read.value], problems: [] }) : read;
  } finally {
    await pdf.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<Result<Pdf, string>> {
  try {
    // The reader takes the bytes it is given; those of the file are still needed.
    const copy = Uint8Array.from(bytes);
    return ok(
      await getDocumentProxy(copy, { isEvalSupported: false, enableXfa: false, verbosity: 0 }),
    );
  } catch (cause) {
    const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
    return err(name === 'PasswordException' ? LOCKED : `Its structure is damaged (${message}).`);
  }
}

async function pagesOf(
  pdf: Pdf,
  { limits, alive }: SourceFile,
): Promise<Result<PageLines[], string>> {
  const pages: PageLines[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    try {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const chunks = items
        .slice(0, MOST_CHUNKS)
        .flatMap((item) => ('str' in item ? chunkOf(item) : []));
      const segments = segmentsOf(chunks).filter(({ text }) => text !== '');
      characters += segments.reduce((sum, { text }) => sum + text.length, 0);
      pages.push({ segments, height: (page.view[3] ?? 0) - (page.view[1] ?? 0) });
      page.cleanup();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      return err(`Its page ${number} is damaged (${reason}).`);
    }
    if (characters > limits.fileCharacters)
      return err(`It holds more text than is read at once. Split it.`);
    await alive();
  }
  return ok(pages);
}

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

function chunkOf({ str, transform, width }: Item): Chunk[] {
  const text = cleaned(str);
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  const size = Math.hypot(a, b);
  return text.trim() === '' || ![x, y, size, width].every(Number.isFinite)
    ? []
    : [{ text, x, y, width, size: size === 0 ? 1 : size }];
}

/** Letters by themselves for joined shapes; nothing that cannot be stored. */
function cleaned(text: string): string {
  return text
    .replaceAll(/[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]/gu, (shape) => shape.normalize('NFKC'))
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replaceAll(/[\u0000-\u001f\u007f]+/gu, ' ');
}

function wordsWithHyphen(pages: readonly PageLines[]): Set<string> {
  const known = new Set<string>();
  for (const { segments } of pages) {
    for (const { text } of segments) {
      for (const [word] of text.matchAll(/(?<!\p{L})\p{L}{1,40}-\p{Ll}{1,40}/gu))
        known.add(word.toLowerCase());
    }
  }
  return known;
}

function draftPages(
  pages: readonly PageLines[],
  stated: MetadataHints,
  path: string,
): ArticleDraft {
  const isEdge = edgeTeller(pages);
  const known = wordsWithHyphen(pages);
  const blocks: Block[] = pages.flatMap((page) => {
    const edge = page.segments.filter((one) => isEdge(one, page));
    const inner = page.segments.filter((one) => !isEdge(one, page));
    const [head, foot] = [true, false].map((isHead) =>
      edge.filter(({ y }) => y > page.height / 2 === isHead).toSorted(downwards),
    );
    return [
      ...blocksOf([head ?? []], () => true, known),
      ...blocksOf(columnsOf(inner), () => false, known),
      ...blocksOf([foot ?? []], () => true, known),
    ];
  });
  const edges: Furniture[] = [];
  let text = '';
  for (const block of blocks) {
    text += text === '' ? '' : '\n\n';
    if (block.isEdge)
      edges.push({ start: text.length, end: text.length + block.text.length, kind: 'other' });
    text += block.text;
  }
  const furniture = findFurniture(text, edges);
  return {
    text,
    furniture,
    metadata: readMetadata(text, furniture, basename(path), stated),
    warnings: [...withoutText(pages), ...unreadable(text)],
  };
}

function withoutText(pages: readonly PageLines[]): ImportWarning[] {
  const bare = pages.flatMap(({ segments }, index) => (segments.length === 0 ? [index + 1] : []));
  if (bare.length === 0) return [];
  const named = bare.length > 8 ? `${bare.slice(0, 8).join(', ')} …` : bare.join(', ');
  const message = `${bare.length} of ${pages.length} pages hold no text that can be read, at most pictures of it: ${named}.`;
  return [{ kind: 'cut-off', message }];
}

function unreadable(text: string): ImportWarning[] {
  const count = text.match(/[\ufffd\ue000-\uf8ff]/gu)?.length ?? 0;
  if (count === 0) return [];
  const message = `${count} characters have no letter that the PDF would name, and may show as �.`;
  return [{ kind: 'unreadable-characters', message }];
}

/** What the document says of itself (ISO 32000-1 §14.3.3). */
async function statedIn(pdf: Pdf): Promise<MetadataHints> {
  const info: object = await pdf.getMetadata().then(
    (found) => found.info,
    () => ({}),
  );
  const field = (name: string): string => {
    const value: unknown = Reflect.get(info, name);
    return typeof value === 'string' ? cleaned(value).trim().slice(0, LONGEST_FIELD) : '';
  };
  const title = field('Title').replace(/^Microsoft Word - /u, '');
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/u.exec(field('CreationDate')) ?? [];
  return {
    title: /^untitled$|\.(?:docx?|indd|pdf|qxd|odt)$/iu.test(title) ? '' : title,
    byline: field('Author'),
    date: year === undefined ? '' : `${year}-${month}-${day}`,
    language: field('Language'),
  };
}
