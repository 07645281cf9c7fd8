import type { Furniture } from '../../core/model/article.ts';
import type { Json, JsonObject } from '../../core/model/json.ts';
import { ok, type Result } from '../../core/result.ts';
import { findFurniture } from '../../core/text/furniture.ts';
import type { MetadataHints } from '../../core/text/metadata.ts';
import { readMetadata } from '../../core/text/metadata.ts';
import type { Decoded } from './decode.ts';
import type { ImportResult } from './failure.ts';
import { shownName } from './failure.ts';
import { type FoundIn, finishArticle } from './finish-article.ts';
import { type FragmentText, looksLikeHtml, readFragment } from './fragment.ts';
import type { ArticleKind, ImportedArticle, ImportWarning } from './imported-article.ts';
import type { ImportLimits } from './limits.ts';

/** One article as a file with fields states it. */
export interface StatedArticle {
  readonly text: string;
  readonly furniture?: readonly Furniture[];
  readonly hints: MetadataHints;
  /** What has no field of its own; empty values are left out. */
  readonly extras: { readonly [name: string]: Json | undefined };
  readonly warnings: readonly ImportWarning[];
}

/** The file an article is in, and how it was read. */
export interface StatedIn {
  readonly file: FoundIn;
  readonly kind: ArticleKind;
  readonly decoded?: Decoded;
  readonly declared?: string | undefined;
}

/** Most JSON that is kept beside an article, in UTF-16 code units. */
const MOST_EXTRAS = 100_000;

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** What is kept, up to the limit, and the names of what is not. */
function keptExtras(extras: StatedArticle['extras']): { kept: JsonObject; dropped: string[] } {
  let left = MOST_EXTRAS;
  const kept: [string, Json][] = [];
  const dropped: string[] = [];
  for (const [name, value] of Object.entries(extras)) {
    if (value === undefined || isEmpty(value)) continue;
    const size = JSON.stringify(value).length + name.length;
    if (size > left) {
      dropped.push(name);
    } else {
      left -= size;
      kept.push([name, value]);
    }
  }
  return { kept: Object.fromEntries(kept), dropped };
}

function leftOut(dropped: readonly string[]): ImportWarning[] {
  if (dropped.length === 0) return [];
  const names = dropped.slice(0, 5).join(', ');
  return [{ kind: 'left-out', message: `Too long to keep beside the article: ${names}.` }];
}

/** Makes an article of what a file states. @param place where in the file it stands, where it has several */
export function finishStated(
  { file, kind, decoded, declared }: StatedIn,
  stated: StatedArticle,
  place?: string,
): ImportResult<ImportedArticle> {
  const { text } = stated;
  const furniture = findFurniture(text, stated.furniture ?? []);
  const { kept, dropped } = keptExtras(stated.extras);
  const name = shownName(file.path);
  return finishArticle(file, {
    kind,
    ...(place === undefined ? {} : { place }),
    ...(Object.keys(kept).length === 0 ? {} : { extras: kept }),
    ...(decoded === undefined ? {} : { decoded: { ...decoded, text } }),
    declared,
    draft: {
      text,
      furniture,
      metadata: readMetadata(text, furniture, name, stated.hints),
      warnings: [...stated.warnings, ...leftOut(dropped)],
    },
  });
}

/** The text of a body, and what is to be said about how it was got. */
export interface BodyText extends Pick<FragmentText, 'text' | 'furniture'> {
  readonly warnings: readonly ImportWarning[];
}

/** A body that is HTML. The error says in words why it is not read. */
export function htmlBody(html: string, limits: ImportLimits): Result<BodyText, string> {
  const read = readFragment(html, limits);
  if (!read.ok) return read;
  const { text, furniture, dropped } = read.value;
  const warnings: ImportWarning[] =
    dropped === 0
      ? []
      : [
          {
            kind: 'deep-nesting',
            message: `${dropped.toLocaleString('en')} tags were nested too deeply and were left out. Their text was kept.`,
          },
        ];
  return ok({ text, furniture, warnings });
}

/** A body that may be HTML or plain text; plain text stays as it is. */
export function anyBody(text: string, limits: ImportLimits): Result<BodyText, string> {
  return looksLikeHtml(text) ? htmlBody(text, limits) : ok({ text, furniture: [], warnings: [] });
}
