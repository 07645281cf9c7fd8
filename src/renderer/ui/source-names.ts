import { languageWords } from '../words/amounts.ts';
import type { PlainKey } from '../words/catalogue.ts';
import { t } from '../words/words.ts';

const KINDS: Readonly<Record<string, PlainKey>> = {
  text: 'ui.kindText',
  markdown: 'ui.kindMarkdown',
  html: 'ui.kindHtml',
  mhtml: 'ui.kindWebPage',
  docx: 'ui.kindWord',
  pdf: 'ui.kindPdf',
  eml: 'ui.kindMail',
  mbox: 'ui.kindMailbox',
  warc: 'ui.kindWebArchive',
  feed: 'ui.kindFeed',
  nitf: 'ui.kindNews',
  'newsml-g2': 'ui.kindNews',
  ninjs: 'ui.kindNews',
  table: 'ui.kindTable',
  json: 'ui.kindJson',
  parquet: 'ui.kindParquet',
  jsonl: 'ui.kindDataset',
};

/** The kind of a source in words; an unknown one as it is. */
export function kindName(kind: string): string {
  const key = KINDS[kind];
  return key === undefined ? kind : t(key);
}

/** A charset as people write it: `utf-8` is UTF-8, `windows-1252` stays. */
export function charsetName(charset: string): string {
  if (/^(windows|x-)/iu.test(charset)) return charset.toLowerCase();
  return /^(shift_jis|big5)/iu.test(charset) ? charset : charset.toUpperCase();
}

/** A language by its name: `fr` is French. */
export function languageName(tag: string): string {
  if (tag === '') return t('ui.notKnown');
  try {
    return languageWords(tag);
  } catch {
    return tag;
  }
}
