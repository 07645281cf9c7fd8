import { readDateLine } from './metadata-date.ts';

const PARTICLE =
  /^(?:de|der|den|des|del|della|di|da|du|van|von|zu|la|le|el|al|bin|ibn|ben|and|und|et|y|e|i|of|the|in|for|at|with|from|a|an|en|aus|и|та|в|da|dos|&|d'|with)$/u;
const ROLE =
  /^(?:staff|writers?|reporters?|reporting|correspondents?|diplomatic|political|foreign|chief|senior|deputy|editors?|bureau|defen[cs]e|security|europe|world|national|international|business|economics|special|freelance|agencies|agency|contributors?|columnist|journalist|redaktion|korrespondent(?:in)?|envoyée?|spécial|correspondante?|corresponsal|enviad[oa]|especial|redacción|desk|affairs|newsroom|report)$/iu;
const NAME = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lu}\.|d['’]\p{Lu}\p{L}+|[\p{Lu}]{2,})$/u;
const BY =
  /^(?:by|von|par|por|di|автор|авторы|текст|author|authors|written by|story by|report by|words by|بقلم|كتب|كتبت)\s*[:：]?\s+(?=\S)/iu;
const CASELESS_AUTHOR =
  /^(?:\[?\(?[^\s]{2,12}[=·]?\)?\]?\s?)?[가-힣]{2,4}\s?(?:선임|인턴|전문|수습|논설|편집)?\s?(?:기자|특파원|논설위원|에디터|앵커|통신원)(?:\s*[=/|·]?\s*(?:\S+@\S+)?)$/u;
const REPORTER_JA = /^(?:【[^】]{2,20}】)?\S{2,6}\s?(?:記者|特派員)$/u;

/** An opener that names the writer before the paragraph begins: `[이데일리 장영은 기자]`. */
const OPENER =
  /^(?:\[[^\]\n]{2,80}\]|［[^］\n]{2,80}］|【[^】\n]{2,60}】|\([^)\n]{2,40}\)(?=\s*[가-힣]{2,4}\s?(?:기자|특파원)))\s*(?:[가-힣]{2,4}\s?(?:기자|특파원)\s*=)?/u;
const OPENER_WORD =
  /기자|특파원|통신원|앵커|reporters?\b|correspondents?\b|記者|特派員|\bstaff writer\b|корреспондент|مراسل/iu;
const CLOSER =
  /(?<=[.!?。”"’»)]\s{1,3})\(\s?(?:(?:additional )?(?:reporting|writing|editing)|edited|compiled) by [^()]{3,240}\)$/iu;
const CLOSING_SLUG = /(?<=[.!?。”"’»]\s{1,3})\((?:[a-z]{2,4}\/[a-z]{2,4}[^()]{0,40})\)$/u;

/** Length of the byline bracket that opens a line, or 0. */
export function openingByline(text: string): number {
  const found = OPENER.exec(text);
  return found !== null && OPENER_WORD.test(found[0]) ? found[0].trimEnd().length : 0;
}

/** Offset where a note on who reported ends a line of text, or -1. */
export function closingByline(text: string): number {
  const from = Math.max(0, text.length - 320);
  const found = CLOSER.exec(text.slice(from)) ?? CLOSING_SLUG.exec(text.slice(from));
  return found === null ? -1 : from + found.index;
}

/** True for a line that only says who wrote the article, with or without place and time. */
export function isBylineLine(text: string): boolean {
  const bare = stripMarks(text);
  if (bare.length > 140) {
    return false;
  }
  if (CASELESS_AUTHOR.test(bare) || REPORTER_JA.test(bare)) {
    return true;
  }
  const by = BY.exec(bare);
  return by !== null && isCredits(bare.slice(by[0].length), 2);
}

/** True when every part of a line is a name, a place, a role, an outlet or a time. */
export function isCredits(text: string, fewestNames: number): boolean {
  const dated = readDateLine(text);
  const rest = dated.date === null ? text : dated.rest;
  const parts = rest
    .split(/\s*(?:[|·•–—/,;]|\.\s|\s-\s|\s\()\s*/u)
    .filter((part) => /\p{L}/u.test(part));
  return (
    parts.length > 0 &&
    parts.length <= 8 &&
    parts.every(isNames) &&
    countNames(parts) >= fewestNames
  );
}

function isNames(part: string): boolean {
  const tokens = part.replace(/[.)]+$/u, '').split(/\s+/u);
  return (
    tokens.length <= 7 &&
    tokens.every(
      (token) =>
        NAME.test(token) || PARTICLE.test(token) || ROLE.test(token) || /^\d{1,4}$/.test(token),
    )
  );
}

function countNames(parts: readonly string[]): number {
  const tokens = parts.flatMap((part) => part.split(/\s+/u));
  return tokens.reduce(
    (sum, token) => sum + (/^\p{Lu}{2,}$/u.test(token) ? 2 : NAME.test(token) ? 1 : 0),
    0,
  );
}

/** A line without the marks of emphasis around it. */
export function stripMarks(text: string): string {
  return text.replaceAll(/^[*_\s]+|[*_\s]+$/gu, '');
}
