const KINDS: Readonly<Record<string, string>> = {
  text: 'Text',
  markdown: 'Markdown',
  html: 'HTML',
  mhtml: 'Web page',
  jsonl: 'Dataset',
};

/** The kind of a source in words; an unknown one as it is. */
export function kindName(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** A charset as people write it: `utf-8` is UTF-8, `windows-1252` stays. */
export function charsetName(charset: string): string {
  if (/^(windows|x-)/iu.test(charset)) return charset.toLowerCase();
  return /^(shift_jis|big5)/iu.test(charset) ? charset : charset.toUpperCase();
}

/** A language by its English name: `fr` is French. */
export function languageName(tag: string): string {
  if (tag === '') return 'Not known';
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
