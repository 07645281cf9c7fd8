/** The first element of a file of XML. */
export interface RootTag {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** Of its namespace; empty where its tag declares none. */
  readonly uri: string;
}

/** What may stand before the first element: declaration, instructions, comments, a DOCTYPE. */
const BEFORE =
  /^(?:\ufeff|\s+|<\?[^>]{0,2000}\?>|<!--[\s\S]{0,20000}?-->|<!DOCTYPE[^[>]{0,2000}(?:\[[\s\S]{0,20000}?\]\s*)?>)/iu;
const TAG =
  /^<([A-Za-z_][\w.-]{0,100}(?::[A-Za-z_][\w.-]{0,100})?)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)/u;

/** The first tag of what looks like XML, from its beginning; null where there is none. */
export function rootTagOf(head: string): RootTag | null {
  let rest = head;
  for (let before = BEFORE.exec(rest); before !== null; before = BEFORE.exec(rest)) {
    rest = rest.slice(before[0].length);
  }
  const [, name, attributes = ''] = TAG.exec(rest) ?? [];
  if (name === undefined) return null;
  const [local = '', prefix] = name.split(':').toReversed();
  const key = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  const found = new RegExp(`\\s${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  return { name, local, uri: found?.[1] ?? found?.[2] ?? '' };
}

const EXTERNAL =
  /^((?:\ufeff|\s|<\?[^>]{0,2000}\?>|<!--[\s\S]{0,20000}?-->)*)(<!DOCTYPE\s+(?:nitf|rss)\s+(?:SYSTEM|PUBLIC)\b[^[\]<>]{0,2000}>)/iu;

/**
 * The XML without a DOCTYPE of NITF or RSS that only names their definition: agencies write it into
 * each file, and nothing is fetched. One that declares anything stays, and is refused by the parser.
 * Lines and columns stay as they were.
 */
export function withoutKnownDoctype(text: string): string {
  return text.replace(EXTERNAL, (_all, before: string, doctype: string) => {
    return before + doctype.replaceAll(/[^\n]/gu, ' ');
  });
}
