import type { Furniture } from '../model/article.ts';

const TAG_NAMES =
  'a|abbr|article|aside|b|big|blockquote|body|br|button|center|cite|code|del|div|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|noscript|object|ol|p|picture|pre|s|script|section|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|tr|u|ul|video|amp-[a-z-]{1,30}|o:p';
const TAG = `<!--[^\\n<]{0,600}-->|</?(?:${TAG_NAMES})(?:\\s[^<>]{0,1000})?/?>|<!doctype [^<>]{0,200}>`;
const BLANK_ENTITY = '&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj|lrm|rlm|#160|#8203|#xa0);';
const SHORTCODE =
  '\\[/?(?:embed|gallery|vc_[a-z_]{1,30}|et_pb_[a-z_]{1,30}|audio|video|playlist|youtube|twitter|adrotate|su_[a-z_]{1,30}|shortcode|img|url)(?:[ =][^\\[\\]]{0,400})?\\]';
const CAPTION_CODE = /\[caption(?: [^\]]{0,400})?\][^\n]{0,1200}?\[\/caption\]/giu;
const CAPTION_END = '\\[/?caption(?: [^\\]]{0,400})?\\]';

/** Not in backticks: there a text speaks of markup. */
const FRAGMENT = new RegExp(
  `(?<!\`)(?:${TAG}|${BLANK_ENTITY}|${SHORTCODE}|${CAPTION_END})(?!\`)`,
  'giu',
);
const ANY_ENTITY = /&(?:[a-z]{2,10}|#\d{2,6}|#x[\da-f]{2,5});/giu;
const CODE_LINE = /^(?:.{0,400}[;{}]|[}\])]+[;,]?)$/u;
const CODE_SIGN =
  /function ?\(|=>|\bvar \w+ ?=|\bwindow\.\w|\bdocument\.\w|googletag|gtag\(|dataLayer|\$\(|\.push\(|^[.#][\w-]+[^{]{0,80}\{|\{[^}]{0,200}:[^}]{0,200};|^\s*[}\])]+[;,]?$|^@media|^[a-z-]*(?:color|width|height|margin|padding|font|border|display|position|background|align|float)[a-z-]*\s?:[^;]{1,80};$/iu;
const JSON_LINE = /^[[{]\s*"[@\w-]{1,40}"\s*:/u;

/** Left-over markup in a line, as furniture with offsets from `base`. Whole lines come as one part. */
export function markupIn(text: string, base: number): Furniture[] {
  if (isMarkupLine(text)) {
    return [{ start: base, end: base + text.length, kind: 'markup' }];
  }
  if (!/[<&[]/.test(text)) {
    return [];
  }
  const captions = [...text.matchAll(CAPTION_CODE)].map((match) => part(match, base, 'caption'));
  const inCaption = (at: number): boolean =>
    captions.some((caption) => at >= caption.start && at < caption.end);
  const fragments = [...text.matchAll(FRAGMENT)]
    .map((match) => part(match, base, 'markup'))
    .filter((fragment) => !inCaption(fragment.start));
  return [...captions, ...fragments].toSorted((a, b) => a.start - b.start);
}

function part(match: RegExpExecArray, base: number, kind: Furniture['kind']): Furniture {
  const start = base + match.index;
  return { start, end: start + match[0].length, kind };
}

/** Tags, entities, script or style and nothing to read. */
function isMarkupLine(text: string): boolean {
  if (JSON_LINE.test(text) && /[}\],]$/.test(text)) {
    return true;
  }
  if (CODE_LINE.test(text) && CODE_SIGN.test(text)) {
    return true;
  }
  if (!/[<&[]/.test(text)) {
    return false;
  }
  const rest = text.replaceAll(FRAGMENT, ' ').replaceAll(ANY_ENTITY, ' ');
  return rest !== text && !/[\p{L}\p{N}]/u.test(rest);
}
