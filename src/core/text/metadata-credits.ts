import type { Furniture } from '../model/article.ts';
import { stripMarks } from './furniture-byline.ts';
import { keyOf } from './furniture-line.ts';
import { isMenuWord } from './furniture-menu.ts';
import { isOutletName } from './furniture-outlet.ts';
import { findDate, readDateLine } from './metadata-date.ts';

/** Who wrote, who published, and when, as the furniture of a text says it. */
export interface Credits {
  readonly byline: string;
  readonly outlet: string;
  /** `YYYY-MM-DD` or empty. */
  readonly date: string;
}

const KOREAN = /^\[?(?:(\S.{0,30}?)\s+)?([가-힣]{2,4})\s*(?:선임|인턴|전문)?\s?(?:기자|특파원)/u;
const ENGLISH = /^\[(.{2,50}?)\s+(?:Staff )?(?:Reporter|Correspondent)\s+(.{2,50})\]$/u;
const BY = /^(?:by|von|par|por|автор|author|بقلم)\s*:?\s+/iu;
const RIGHTS =
  /[<(]?(?:저작권자|copyright|©|ⓒ|\(c\)|\s|\d{4}(?:[-–]\d{2,4})?)+\s*([^.,|(<>\n–—]{2,60}?)\s*(?:\d{4})?\s*(?=[.,|(<>\n–—]|$)/iu;
const SOURCE = /^(?:source|quelle|fuente|출처|источник|المصدر|出典|via)\s*[:：]\s*(.{2,60})$/iu;

/** Reads bylines, outlets and dates out of furniture. Fields that are not found are empty. */
export function readCredits(text: string, furniture: readonly Furniture[]): Credits {
  const parts = furniture.flatMap((part) =>
    text
      .slice(part.start, part.end)
      .split(/[\n\r]+/u)
      .map((line) => ({ kind: part.kind, line: stripMarks(line.trim()) }))
      .filter(({ line }) => line !== '' && line.length <= 320),
  );
  const of = (kind: Furniture['kind']): string[] =>
    parts.filter((part) => part.kind === kind).map((part) => part.line);
  const bylines = of('byline');
  return {
    byline: firstOf(bylines, authorIn),
    outlet: outletOf(of),
    date: firstOf(bylines, (line) => findDate(line)?.iso ?? ''),
  };
}

function outletOf(of: (kind: Furniture['kind']) => string[]): string {
  const found = [
    firstOf(of('byline'), outletIn),
    firstOf(of('copyright'), (line) => RIGHTS.exec(line)?.[1] ?? ''),
    firstOf(of('navigation').slice(0, 3), mastheadIn),
    firstOf(of('other'), (line) => SOURCE.exec(line)?.[1] ?? ''),
  ];
  return found.find((outlet) => outlet !== '') ?? '';
}

function firstOf(lines: readonly string[], read: (line: string) => string): string {
  for (const line of lines) {
    const found = read(line).trim();
    if (found !== '') {
      return found;
    }
  }
  return '';
}

function authorIn(line: string): string {
  const bracket = ENGLISH.exec(line)?.[2] ?? KOREAN.exec(line)?.[2];
  if (bracket !== undefined) {
    return bracket;
  }
  const dated = readDateLine(line);
  const rest = (dated.date === null ? line : dated.rest).replaceAll(/\S+@\S+/gu, '');
  const by = BY.exec(line);
  if (by !== null) {
    return tidy(rest.replace(BY, ''));
  }
  if (dated.only || /[()[\]]|^[a-z]/u.test(rest)) {
    return '';
  }
  const names = rest
    .split(/\s*[·|–—]\s*/u)
    .filter((part) => part.trim() !== '' && !hasOutlet(part));
  return tidy(names.join(', '));
}

function hasOutlet(part: string): boolean {
  return part.split(/\s*,\s*/u).some((name) => name !== '' && isOutletName(name));
}

function outletIn(line: string): string {
  const bracket =
    ENGLISH.exec(line)?.[1] ?? (line.startsWith('[') ? KOREAN.exec(line)?.[1] : undefined);
  if (bracket !== undefined) {
    return bracket;
  }
  const dated = readDateLine(line);
  const rest = dated.date === null ? line : dated.rest;
  return BY.test(rest) || /[()[\]]/u.test(rest) ? '' : outletAmong(rest.split(/\s*[·|–—,]\s*/u));
}

function mastheadIn(line: string): string {
  return outletAmong(line.split(/\s*[|·•>]\s*|\s{2,}/u).slice(0, 1));
}

function outletAmong(parts: readonly string[]): string {
  return parts.find((part) => part !== '' && isOutletName(part) && !isMenuWord(keyOf(part))) ?? '';
}

function tidy(name: string): string {
  return name.replaceAll(/\s+/gu, ' ').replaceAll(/^[\s,.|·–—:-]+|[\s,.|·–—:-]+$/gu, '');
}
