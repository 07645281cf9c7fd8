import { ok } from '../../core/result.ts';
import { articleBook } from './article-book.ts';
import type { ImportResult } from './failure.ts';
import { refuse } from './failure.ts';
import { finishArticle, foundIn } from './finish-article.ts';
import type { FileArticles } from './imported-article.ts';
import { draftMail } from './mail-draft.ts';
import { messagesOf } from './mbox.ts';
import type { SourceFile } from './source-file.ts';

/** Reads a mail as an article. */
export async function readMail({
  path,
  bytes,
  limits,
}: SourceFile): Promise<ImportResult<FileArticles>> {
  const draft = await draftMail(bytes, path, limits);
  if (!draft.ok) return refuse(path, 'unsupported', draft.error);
  const read = finishArticle(foundIn(path, bytes), { kind: 'eml', draft: draft.value });
  return read.ok ? ok({ articles: [read.value], problems: [] }) : read;
}

/** Reads a mailbox: each message is an article, or a problem that names its place. */
export async function readMailbox({
  path,
  bytes,
  limits,
  alive,
}: SourceFile): Promise<ImportResult<FileArticles>> {
  const file = foundIn(path, bytes);
  const book = articleBook(path, limits);
  let number = 0;
  for (const message of messagesOf(bytes)) {
    number += 1;
    const place = `message ${number}`;
    if (book.isFull(place)) break;
    const draft = await draftMail(message, path, limits);
    if (draft.ok) book.add(place, finishArticle(file, { kind: 'mbox', place, draft: draft.value }));
    else book.tell(place, draft.error);
    await alive();
  }
  return book.all();
}
