import type { Furniture } from '../../core/model/article.ts';
import { canonicalCharset } from './charset.ts';
import type { Decoded } from './decode.ts';
import type { ArticleDraft } from './draft.ts';
import type { ImportWarning } from './imported-article.ts';

const SURE = 0.95;

/** Everything a person should check in the preview, the gravest first. */
export function warningsOf(
  draft: ArticleDraft,
  decoded: Decoded,
  declared: string | undefined,
): ImportWarning[] {
  const found = [
    unreadable(decoded),
    guessed(decoded, declared),
    mismatch(decoded, declared),
    ...draft.warnings,
    allFurniture(draft),
    captions(draft.text, draft.furniture),
  ];
  return found.filter((warning) => warning !== null);
}

function unreadable(decoded: Decoded): ImportWarning | null {
  const count = decoded.unreadable;
  return count === 0
    ? null
    : {
        kind: 'unreadable-characters',
        message: `${count} ${count === 1 ? 'character' : 'characters'} could not be read as ${decoded.charset} and ${count === 1 ? 'shows' : 'show'} as �. Try another charset.`,
      };
}

/** A file that names a charset it is not in is told by {@link mismatch}; this would contradict it. */
function guessed(decoded: Decoded, declared: string | undefined): ImportWarning | null {
  const sure = Math.round(decoded.confidence * 100);
  if (decoded.how !== 'guessed' || decoded.confidence >= SURE) return null;
  return declared === undefined || canonicalCharset(declared) === null
    ? {
        kind: 'charset-guessed',
        message: `The file names no charset. It was read as ${decoded.charset}, ${sure} % sure.`,
      }
    : {
        kind: 'charset-guessed',
        message: `The page says ${declared}, but its bytes are not that. It was read as ${decoded.charset}, ${sure} % sure.`,
      };
}

function mismatch(decoded: Decoded, declared: string | undefined): ImportWarning | null {
  const named = declared === undefined ? null : canonicalCharset(declared);
  return named === null ||
    named === decoded.charset ||
    decoded.how === 'given' ||
    isUnsure(decoded) ||
    isAscii(decoded)
    ? null
    : {
        kind: 'charset-mismatch',
        message: `The page says ${declared}, but its bytes are ${decoded.charset}. It was read as ${decoded.charset}.`,
      };
}

function isUnsure(decoded: Decoded): boolean {
  return decoded.how === 'guessed' && decoded.confidence < SURE;
}

function isAscii(decoded: Decoded): boolean {
  return !/[^\u0000-\u007f]/u.test(decoded.text);
}

function allFurniture(draft: ArticleDraft): ImportWarning | null {
  let at = 0;
  let rest = '';
  for (const part of draft.furniture) {
    rest += draft.text.slice(at, part.start);
    at = part.end;
  }
  rest += draft.text.slice(at);
  return draft.furniture.length > 0 && rest.trim() === ''
    ? {
        kind: 'all-furniture',
        message: 'Nothing in it looks like an article. Check what is dimmed.',
      }
    : null;
}

/** A caption can be a whole sentence, so a person should look at it. */
function captions(text: string, furniture: readonly Furniture[]): ImportWarning | null {
  const long = furniture.filter(
    (part) =>
      part.kind === 'caption' &&
      /\p{L}\p{L}+(?:\s+\S+){7,}/u.test(text.slice(part.start, part.end)),
  );
  const first = long[0];
  if (first === undefined) {
    return null;
  }
  const line = text.slice(0, first.start).split('\n').length;
  const where =
    long.length === 1
      ? `Line ${line} looks`
      : `${long.length} places, the first on line ${line}, look`;
  return {
    kind: 'caption-lines',
    message: `${where} like a picture caption. Marked as furniture.`,
  };
}
