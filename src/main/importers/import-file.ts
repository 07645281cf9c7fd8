import { basename } from 'node:path';
import { ok } from '../../core/result.ts';
import { declaredCharset } from './declared-charset.ts';
import type { Decoded } from './decode.ts';
import { decodeBytes } from './decode.ts';
import type { ArticleDraft } from './draft.ts';
import type { ImportResult } from './failure.ts';
import { refuse } from './failure.ts';
import { finishArticle, foundIn } from './finish-article.ts';
import { draftHtml } from './html.ts';
import type { ImportedArticle } from './imported-article.ts';
import type { ImportLimits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { draftMarkdown } from './markdown.ts';
import { readMhtmlPage } from './mhtml.ts';
import { draftPlainText } from './plain-text.ts';
import { readFileBytes, refuseSize } from './read-bytes.ts';
import type { FileKind } from './sniff.ts';
import { looksBinary, sniffBinary, sniffText } from './sniff.ts';

/** What a caller may choose. */
export interface ImportOptions {
  /** A charset to read with, whatever the file looks like; an unknown name is refused. */
  readonly charset?: string;
  readonly limits?: Partial<ImportLimits>;
}

/**
 * Reads one file as an article. Nothing is stored. Refusals (empty, binary, too large, unreadable,
 * not an article) are values and name the file.
 *
 * @param path names the file, and is read unless `bytes` are given
 */
export async function readArticleFile(
  path: string,
  bytes?: Uint8Array,
  options: ImportOptions = {},
): Promise<ImportResult<ImportedArticle>> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const read = bytes === undefined ? await readFileBytes(path, limits) : ok(bytes);
  if (!read.ok) {
    return read;
  }
  if (read.value.length > limits.fileBytes) {
    return refuseSize(path, read.value.length, limits);
  }
  return importBytes({ path, bytes: read.value, charset: options.charset, limits });
}

/** Text from the clipboard as an article. `name` stands for the file in messages. */
export function readPastedText(
  text: string,
  name = 'Pasted text',
): Promise<ImportResult<ImportedArticle>> {
  return readArticleFile(name, new TextEncoder().encode(text), { charset: 'utf-8' });
}

interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly charset: string | undefined;
  readonly limits: ImportLimits;
}

function importBytes(source: Source): ImportResult<ImportedArticle> {
  if (source.bytes.length === 0) {
    return refuse(source.path, 'empty', 'The file is empty.');
  }
  const binary = sniffBinary(source.bytes);
  if (binary !== null) {
    return refuseKind(source.path, binary);
  }
  const declared = declaredCharset(source.bytes);
  const decoded = decodeBytes(source.bytes, { override: source.charset, declared });
  if (looksBinary(decoded.text)) {
    return refuseKind(source.path, { kind: 'binary', what: 'a file of bytes' });
  }
  const kind = sniffText(basename(source.path), decoded.text);
  if (kind.kind !== 'mhtml') {
    return finish(source, { kind, decoded, declared });
  }
  const page = readMhtmlPage(source.path, source.bytes, source.charset);
  return page.ok
    ? finish(source, { kind, decoded: page.value.decoded, declared: page.value.declared })
    : page;
}

interface Reading {
  readonly kind: FileKind;
  readonly decoded: Decoded;
  readonly declared: string | undefined;
}

function finish(source: Source, reading: Reading): ImportResult<ImportedArticle> {
  const drafted = draft(source, reading);
  if (!drafted.ok) {
    return drafted;
  }
  const { decoded, declared } = reading;
  const kind = reading.kind.kind;
  return finishArticle(foundIn(source.path, source.bytes), {
    kind: kind === 'markdown' || kind === 'html' || kind === 'mhtml' ? kind : 'text',
    draft: drafted.value,
    decoded,
    declared,
  });
}

function draft(source: Source, reading: Reading): ImportResult<ArticleDraft> {
  const name = basename(source.path);
  const text = reading.decoded.text;
  switch (reading.kind.kind) {
    case 'text':
      return ok(draftPlainText(text, name));
    case 'markdown':
      return ok(draftMarkdown(text, name));
    case 'html':
    case 'mhtml':
      return draftHtml(text, source.path, source.limits);
    case 'jsonl':
    case 'binary':
    case 'unsupported':
      return refuseKind(source.path, reading.kind);
  }
}

function refuseKind(path: string, kind: FileKind): ReturnType<typeof refuse> {
  switch (kind.kind) {
    case 'unsupported':
      return refuse(
        path,
        'unsupported',
        `This is ${kind.what}. Save it as text, HTML or MHTML, or copy its text and paste it.`,
      );
    case 'jsonl':
      return refuse(
        path,
        'unsupported',
        'It holds annotated articles in Verbale’s own format. Import it as that format.',
      );
    case 'binary':
      return refuse(path, 'binary', `This is ${kind.what}, not text.`);
    case 'text':
    case 'markdown':
    case 'html':
    case 'mhtml':
      return refuse(path, 'unreadable', 'It could not be read as an article.');
  }
}
