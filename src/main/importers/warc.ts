import { ok, type Result } from '../../core/result.ts';
import type { MetadataSource } from '../../core/text/metadata.ts';
import { articleBook } from './article-book.ts';
import { declaredCharset } from './declared-charset.ts';
import { decodeBytes } from './decode.ts';
import type { ArticleDraft } from './draft.ts';
import type { ImportResult } from './failure.ts';
import { type Finding, finishArticle, foundIn } from './finish-article.ts';
import { draftHtml } from './html.ts';
import { refuseHtml } from './html-source.ts';
import type { FileArticles, ImportWarning } from './imported-article.ts';
import { draftPlainText } from './plain-text.ts';
import { looksBinary } from './sniff.ts';
import type { SourceFile } from './source-file.ts';
import { type Page, pageOf } from './warc-page.ts';
import type { WarcRecord } from './warc-records.ts';
import { warcRecords } from './warc-records.ts';

const MOST_KINDS = 8;

/** Reads an archive of pages: each record with a page or a text is an article. */
export async function readWarc(source: SourceFile): Promise<ImportResult<FileArticles>> {
  const { path, bytes, limits, alive } = source;
  const file = foundIn(path, bytes);
  const book = articleBook(path, limits);
  const others = new Map<string, number>();
  let number = 0;
  for (const found of warcRecords(bytes, limits.unpackedBytes)) {
    if (!found.ok) {
      book.tell('the archive', found.error);
      continue;
    }
    number += 1;
    const place = `record ${number}`;
    if (book.isFull(place)) break;
    const page = pageOf(found.value, limits);
    if (typeof page === 'string') {
      others.set(page, (others.get(page) ?? 0) + 1);
      continue;
    }
    const url = found.value.headers.get('warc-target-uri')?.replaceAll(/^<|>$/gu, '') ?? '';
    const drafted = page.ok ? draftPage(source, page.value, found.value, url) : page;
    if (drafted.ok) book.add(place, finishArticle(file, { ...drafted.value, kind: 'warc', place }));
    else book.tell(`${place}, ${url}`, drafted.error);
    await alive();
  }
  return book.all(leftOut(others));
}

type Drafted = Result<Pick<Finding, 'draft' | 'decoded' | 'declared' | 'extras'>, string>;

function draftPage(
  { charset, limits }: SourceFile,
  page: Page,
  { headers }: WarcRecord,
  url: string,
): Drafted {
  const declared = page.charset ?? (page.kind === 'html' ? declaredCharset(page.body) : undefined);
  const decoded = decodeBytes(page.body, { override: charset, declared });
  const { text } = decoded;
  if (looksBinary(text)) return { ok: false, error: 'It is said to be text, and is none.' };
  const refusal = page.kind === 'html' ? refuseHtml(text, limits) : null;
  if (refusal !== null) return { ok: false, error: refusal };
  const name = nameOf(url);
  const drafted =
    page.kind === 'html' ? draftHtml(text, name, limits) : ok(draftPlainText(text, name));
  if (!drafted.ok) return { ok: false, error: drafted.error.message };
  const fetchedAt = headers.get('warc-date') ?? '';
  const cut = headers.has('warc-truncated') ? [CUT_OFF] : [];
  const draft = withAddress(drafted.value, url, fetchedAt, cut);
  return ok({ draft, decoded, declared, extras: { url, fetchedAt } });
}

const CUT_OFF: ImportWarning = {
  kind: 'cut-off',
  message: 'The archive holds only the beginning of this page.',
};

/** Stands for a file name where the page has no title. */
function nameOf(url: string): string {
  const [, host = '', path = ''] = /^[a-z]+:\/\/([^/?#]+)([^?#]*)/iu.exec(url) ?? [];
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  return last === '' ? host : last;
}

/** What the address and the day of fetching say, where the page itself says nothing. */
function withAddress(
  draft: ArticleDraft,
  url: string,
  fetchedAt: string,
  warnings: readonly ImportWarning[],
): ArticleDraft {
  const { values, recognised } = draft.metadata;
  const day = values.date === '' ? (/^\d{4}-\d{2}-\d{2}/u.exec(fetchedAt)?.[0] ?? '') : '';
  const host = values.outlet === '' ? hostOf(url) : '';
  const metadata = {
    values: {
      ...values,
      ...(day === '' ? {} : { date: day }),
      ...(host === '' ? {} : { outlet: host }),
    },
    recognised: {
      ...recognised,
      ...(day === '' ? {} : { date: FROM_ARCHIVE }),
      ...(host === '' ? {} : { outlet: FROM_ARCHIVE }),
    },
  };
  const told = day === '' ? warnings : [...warnings, takenFrom(day)];
  return { ...draft, metadata, warnings: [...draft.warnings, ...told] };
}

const FROM_ARCHIVE: MetadataSource = 'page';

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url)?.[1]?.toLowerCase() ?? '';
}

function takenFrom(day: string): ImportWarning {
  const message = `The page states no date. It was fetched on ${day}, and that was taken.`;
  return { kind: 'taken-from', message };
}

/** What of an archive is no page, by kinds. */
function leftOut(others: ReadonlyMap<string, number>): ImportWarning[] {
  const kinds = [...others].toSorted(([a, m], [b, n]) => (n === m ? (a < b ? -1 : 1) : n - m));
  if (kinds.length === 0) return [];
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  const named = kinds.slice(0, MOST_KINDS).map(([kind, count]) => `${count} ${kind}`);
  const more = kinds.length > MOST_KINDS ? ', and others' : '';
  const listed = `${named.join(', ')}${more}`;
  const message =
    total === 1
      ? `1 record without a page was left out: ${listed}.`
      : `${total} records without a page were left out: ${listed}.`;
  return [{ kind: 'left-out', message }];
}
