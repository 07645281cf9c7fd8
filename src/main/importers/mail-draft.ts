import { basename } from 'node:path';
import type { Email, Mailbox } from 'postal-mime';
import PostalMime from 'postal-mime';
import { err, ok, type Result } from '../../core/result.ts';
import { isUnreadable } from '../../core/text/blanks.ts';
import { findFurniture } from '../../core/text/furniture.ts';
import type { MetadataHints } from '../../core/text/metadata.ts';
import { readMetadata } from '../../core/text/metadata.ts';
import type { ArticleDraft } from './draft.ts';
import { draftHtml } from './html.ts';
import { refuseHtml } from './html-source.ts';
import type { ImportWarning } from './imported-article.ts';
import type { ImportLimits } from './limits.ts';
import { mailFurniture } from './mail-quotes.ts';

/** What mail programs put around what is quoted, and around a signature. */
const QUOTED =
  'blockquote[type=cite], .gmail_quote, .gmail_attr, .gmail_signature, .moz-cite-prefix, .moz-signature, .yahoo_quoted, #divRplyFwdMsg';
/** A page with less than this share of the letters of the plain text does not hold all of it. */
const WHOLE = 0.9;
const MOST_NAMES = 8;
/** Longest field that is taken over, in UTF-16 code units. */
const LONGEST_FIELD = 400;

/**
 * The article in one mail: its page where it has one, else its plain text; sender, date, subject and
 * list from its head. The error says in words why there is none.
 *
 * @param path names the file in which the mail stands
 */
export async function draftMail(
  bytes: Uint8Array,
  path: string,
  limits: ImportLimits,
): Promise<Result<ArticleDraft, string>> {
  const parsed = await parse(bytes);
  if (!parsed.ok) return parsed;
  const email = parsed.value;
  const hints = hintsOf(email);
  const plain = wellFormed(email.text ?? '').replace(/\n+$/u, '\n');
  const page = draftPage(email, path, limits, hints);
  const choice = choose(plain, page);
  if (choice === 'none') return err(whyNothing(email));
  const draft = choice === 'page' && page.ok ? page.value : draftPlain(plain, path, hints);
  const notes = [
    attachmentsLeftOut(email),
    choice === 'plain' ? whyPlain(page) : null,
    unreadable(draft.text),
  ];
  return ok({
    ...draft,
    warnings: [...draft.warnings, ...notes.filter((note) => note !== null)],
  });
}

async function parse(bytes: Uint8Array): Promise<Result<Email, string>> {
  try {
    return ok(await PostalMime.parse(bytes, { maxNestingDepth: 64 }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err(`The mail could not be taken apart (${reason}).`);
  }
}

function headerOf({ headers }: Email, name: string): string {
  return headers.find(({ key }) => key === name)?.value.trim() ?? '';
}

function hintsOf(email: Email): MetadataHints {
  const cut = (value: string): string => value.slice(0, LONGEST_FIELD);
  const list = listName(headerOf(email, 'list-id'));
  return {
    title: cut(email.subject ?? ''),
    byline: cut(nameOf(email.from)),
    date: sentOn(headerOf(email, 'date'), email.date ?? ''),
    outlet: cut(list === '' ? headerOf(email, 'organization') : list),
  };
}

function nameOf(from: Email['from']): string {
  const box: Partial<Mailbox> = from?.group === undefined ? (from ?? {}) : { name: from.name };
  return (box.name ?? '') === '' ? (box.address ?? '') : (box.name ?? '');
}

/** `Daily News <daily.example.org>` is Daily News; without a name, what identifies the list. */
function listName(header: string): string {
  const [, name = '', id = ''] = /^([^<]*)<?([^>]*)>?$/u.exec(header) ?? [];
  const shown = name.trim().replaceAll(/^"|"$/gu, '');
  return shown === '' ? id : shown;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day on the sender's clock (RFC 5322 §3.3), which is the one that people speak of. */
function sentOn(header: string, parsed: string): string {
  const match = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\b/iu.exec(header);
  const month = MONTHS.indexOf((match?.[2] ?? '').toLowerCase()) + 1;
  if (match === null || month === 0) return parsed.slice(0, 100);
  return `${match[3]}-${String(month).padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`;
}

function draftPage(
  email: Email,
  path: string,
  limits: ImportLimits,
  stated: MetadataHints,
): Result<ArticleDraft, string> {
  const html = wellFormed(email.html ?? '');
  if (html === '') return err('');
  const refusal = refuseHtml(html, limits);
  if (refusal !== null) return err(refusal);
  const drafted = draftHtml(html, path, limits, { stated, furniture: QUOTED });
  return drafted.ok ? drafted : err(drafted.error.message);
}

function draftPlain(text: string, path: string, hints: MetadataHints): ArticleDraft {
  const furniture = findFurniture(text, mailFurniture(text));
  return {
    text,
    furniture,
    metadata: readMetadata(text, furniture, basename(path), hints),
    warnings: [],
  };
}

/** How many letters a text has, addresses of pages not counted: one of both kinds has more of them. */
function letters(text: string): number {
  return text.replaceAll(/https?:\/\/\S+/giu, '').match(/\p{L}/gu)?.length ?? 0;
}

function choose(plain: string, page: Result<ArticleDraft, string>): 'page' | 'plain' | 'none' {
  const hasPage = page.ok && !isUnreadable(page.value.text);
  if (isUnreadable(plain)) return hasPage ? 'page' : 'none';
  return hasPage && letters(page.value.text) >= letters(plain) * WHOLE ? 'page' : 'plain';
}

function whyPlain(page: Result<ArticleDraft, string>): ImportWarning | null {
  if (!page.ok && page.error === '') return null;
  const message =
    'The mail has its text plain and as a page. The plain text was read, because the page holds less of it.';
  return { kind: 'left-out', message };
}

function whyNothing(email: Email): string {
  const type = headerOf(email, 'content-type').toLowerCase();
  if (/^multipart\/encrypted|^application\/(?:x-)?pkcs7-mime/u.test(type)) {
    return 'The mail is encrypted. Decrypt it in your mail program, and save it again.';
  }
  return email.attachments.length === 0
    ? 'The mail holds no text.'
    : 'The mail holds no text, only attachments. Save those and import them.';
}

function attachmentsLeftOut({ attachments }: Email): ImportWarning | null {
  if (attachments.length === 0) return null;
  const names = attachments.map(({ filename, mimeType }) =>
    wellFormed(filename ?? mimeType).slice(0, 100),
  );
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  const listed = `${names.slice(0, MOST_NAMES).join(', ')}${more}`;
  const message =
    names.length === 1
      ? `1 attachment was left out: ${listed}.`
      : `${names.length} attachments were left out: ${listed}.`;
  return { kind: 'left-out', message };
}

function unreadable(text: string): ImportWarning | null {
  const count = text.match(/\ufffd/gu)?.length ?? 0;
  if (count === 0) return null;
  const message = `${count} characters could not be read and show as �.`;
  return { kind: 'unreadable-characters', message };
}

/** Halves of surrogate pairs and NULs cannot be stored. */
function wellFormed(text: string): string {
  return text
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replaceAll('\0', '')
    .replaceAll('\r\n', '\n');
}
