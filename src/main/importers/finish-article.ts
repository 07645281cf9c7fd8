import { createHash } from 'node:crypto';
import { ok } from '../../core/result.ts';
import { isUnreadable } from '../../core/text/blanks.ts';
import type { Decoded } from './decode.ts';
import type { ArticleDraft } from './draft.ts';
import type { ImportResult } from './failure.ts';
import { refuse } from './failure.ts';
import type { ImportedArticle } from './imported-article.ts';
import { warningsOf } from './warnings.ts';

/** The file that an article was found in. */
export interface FoundIn {
  readonly path: string;
  /** SHA-256 of its bytes, lower-case hex. */
  readonly originalSha256: string;
  /** Its size. */
  readonly bytes: number;
}

/** What every article of a file is told of it: hashed once, however many there are. */
export function foundIn(path: string, bytes: Uint8Array): FoundIn {
  return { path, originalSha256: sha256(bytes), bytes: bytes.length };
}

/** What a reader found, and how it came to the text. */
export interface Finding extends Pick<ImportedArticle, 'kind' | 'place' | 'extras'> {
  readonly draft: ArticleDraft;
  /** Absent where the format itself says how its text is encoded. */
  readonly decoded?: Decoded;
  /** The charset that the file names. */
  readonly declared?: string | undefined;
}

/** Lower-case hex, of the bytes; of a text in UTF-8. */
function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The facts of a text that no charset had to be found for. */
function asIs(text: string): Decoded {
  return {
    text,
    charset: '',
    confidence: 1,
    how: 'given',
    bom: false,
    lineEndings: 'lf',
    removed: { bom: false, returns: 'none' },
    returnsRemoved: 0,
    unreadable: 0,
  };
}

const NOTHING = 'It holds no text, only blanks and signs that cannot be seen.';

/** The article of a finding; refused where there is no text in it. */
export function finishArticle(
  { path, originalSha256, bytes }: FoundIn,
  { kind, place, extras, draft, declared, decoded = asIs(draft.text) }: Finding,
): ImportResult<ImportedArticle> {
  const { text, furniture, metadata } = draft;
  if (isUnreadable(text)) return refuse(path, 'empty', NOTHING);
  return ok({
    file: path,
    kind,
    ...(place === undefined ? {} : { place }),
    ...(extras === undefined ? {} : { extras }),
    text,
    ...metadata.values,
    furniture,
    charset: {
      name: decoded.charset,
      confidence: decoded.confidence,
      ...(declared === undefined ? {} : { declared }),
    },
    bom: decoded.bom,
    lineEndings: decoded.lineEndings,
    removed: decoded.removed,
    warnings: warningsOf(draft, decoded, declared),
    recognised: metadata.recognised,
    sha256: sha256(text),
    originalSha256,
    bytes,
  });
}
