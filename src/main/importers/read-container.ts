import type { ImportResult } from './failure.ts';
import type { FileArticles } from './imported-article.ts';
import { refuseSize } from './read-bytes.ts';
import { sniffContainer } from './sniff-container.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Reads a file that is more than one text: mail, documents, archives of pages. Undefined for others.
 * Each reader is loaded when the first such file comes.
 */
export async function readContainer(
  source: SourceFile,
): Promise<ImportResult<FileArticles> | undefined> {
  const kind = sniffContainer(source.path, source.bytes);
  if (kind !== null && source.bytes.length > source.limits.fileBytes) {
    return refuseSize(source.path, source.bytes.length, source.limits);
  }
  switch (kind) {
    case 'eml':
      return (await import('./mail.ts')).readMail(source);
    case 'mbox':
      return (await import('./mail.ts')).readMailbox(source);
    case 'warc':
      return (await import('./warc.ts')).readWarc(source);
    case 'docx':
      return (await import('./docx.ts')).readDocx(source);
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(source);
    case null:
      return undefined;
  }
}
