import type { FurnitureKind } from '../model/article.ts';
import { ALONE } from './furniture-words.ts';

interface Pattern {
  readonly kind: FurnitureKind;
  /** Matched against a line's key (lower case, marks at the ends dropped). */
  readonly key: RegExp;
  /** Longest key it may match, in UTF-16 code units. */
  readonly longest: number;
}

function pattern(kind: FurnitureKind, key: RegExp, longest = 120): Pattern {
  return { kind, key, longest };
}

const COUNT = String.raw`\(?\s*\d[\d.,]*\s*[k천만]?\s*\)?`;

/** Lines that are debris wherever they stand. */
const ANYWHERE: readonly Pattern[] = [
  pattern(
    'comments',
    new RegExp(
      `^${COUNT} (?:comments?|replies|responses|kommentare?|commentaires?|comentarios?|комментари\\p{L}*|yorum)(?: so far)?$`,
      'u',
    ),
  ),
  pattern(
    'comments',
    new RegExp(
      `^(?:comments?|replies|kommentare|commentaires|comentarios|комментарии|التعليقات|تعليقات|댓글|의견|コメント|评论|yorumlar|commenti|comentários|komentarze) ?${COUNT}(?:개|件|条)?$`,
      'u',
    ),
  ),
  pattern('comments', /^(?:\d+ )?(?:comments?|responses?|replies) (?:on|to) [“"'‘].{3,120}$/u, 160),
  pattern(
    'comments',
    /^(?:post|leave|add|write|submit) (?:a|your) (?:comment|reply|response)(?: (?:below|here|on this (?:story|article)))?[.!]?$/u,
  ),
  pattern(
    'comments',
    /^your (?:e-?mail|email address) (?:address )?will not be (?:published|shared)\b/u,
    200,
  ),
  pattern('comments', /^required fields are marked/u),
  pattern('comments', /^save my name(?:,|\b).{0,40}(?:browser|next time)/u, 160),
  pattern('comments', /^you must be (?:logged|signed) in to (?:post|comment|leave|reply)/u),
  pattern('comments', /^(?:log|sign) in to (?:post|comment|reply|leave|join)\b.{0,40}$/u),
  pattern('comments', /^be the first to (?:comment|leave|reply)\b.{0,40}$/u),
  pattern(
    'comments',
    /^comments (?:are|have been|on this \w+ are) (?:now )?(?:closed|disabled|moderated|turned off)/u,
  ),
  pattern(
    'comments',
    /^(?:name|e-?mail|website|url|comment|your comment|your name|имя|email адрес|nom|nombre|correo electrónico|이름|비밀번호|名前|メールアドレス|الاسم|البريد الإلكتروني)(?: address)? ?(?:\*|\(required\)|\(optional\))$/u,
  ),
  pattern('comments', /^(?:view|show|load|see|read|hide) (?:all |more )?(?:\d+ )?comments?$/u),
  pattern(
    'comments',
    /^(?:votre adresse (?:de messagerie|e-?mail) ne sera pas publiée|ihre e-mail-adresse wird nicht veröffentlicht|deine e-mail-adresse wird nicht veröffentlicht|tu dirección de correo electrónico no será publicada|ваш (?:адрес )?e-?mail не будет опубликован|لن يتم نشر عنوان بريدك|メールアドレスが公開されることはありません|이메일 주소는 공개되지)/u,
    200,
  ),
  pattern(
    'related',
    /^(?:read (?:more|also|next|on)|also read|see also|related(?: (?:story|stories|article|articles|news|coverage|reading|links?))?|more on this(?: story| topic)?|don't miss|recommended(?: reading)?|must read|in pictures|watch also|editor's pick|further reading) ?[:：»›>–—-] ?\S/u,
    200,
  ),
  pattern(
    'related',
    /^(?:lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|(?:à )?lire (?:aussi|également)|voir aussi|sur le même sujet|lea (?:también|además|más)|te puede interesar|le puede interesar|ver también|читайте также|читать также|смотрите также|по теме|читайте також|اقرأ أيضا|اقرأ أيضًا|اقرأ ايضا|شاهد أيضا|شاهد أيضًا|관련 ?기사|관련 ?뉴스|関連記事|あわせて読みたい|相关阅读|延伸阅读|leggi anche|leia também|czytaj także|ilgili haber) ?[:：»›>–—-] ?\S/u,
    200,
  ),
  pattern(
    'advertisement',
    /^(?:sign up|register|subscribe)\b[^“”"]*\b(?:newsletters?|inbox|e-?mails?|alerts?|briefing|bulletin)\b[^“”"]*$/u,
    160,
  ),
  pattern('advertisement', /^subscribe (?:now|today|here|to (?:our|the))\b[^“”"]{0,80}$/u),
  pattern(
    'advertisement',
    /^(?:get|receive|want)\b[^“”"]*\b(?:delivered|sent|straight|direct(?:ly)?)\b[^“”"]* inbox\b[^“”"]*$/u,
    160,
  ),
  pattern(
    'advertisement',
    /^support (?:independent|quality|local|our|free) (?:reporting|journalism|news|work|newsroom)\b[^“”"]{0,60}$/u,
  ),
  pattern(
    'advertisement',
    /^(?:download|get|install) (?:our|the) (?:\S+ ){0,4}app\b[^“”"]{0,60}$/u,
  ),
  pattern(
    'advertisement',
    /^(?:[^“”"]{0,120}[.!?:] )?become a (?:member|subscriber|supporter|patron)(?: today| now)?!?$/u,
    180,
  ),
  pattern(
    'advertisement',
    /^[^“”"]*\b(?:you can unsubscribe|unsubscribe at any time|enter your e-?mail (?:address )?(?:to|below|here))\b[^“”"]*$/u,
    300,
  ),
  pattern(
    'navigation',
    /^(?:follow|find|like|join) (?:us|our|@\w+|\w+ news)\b[^“”"]{0,40}\b(?:twitter|facebook|instagram|telegram|whatsapp|youtube|linkedin|x|google news|channel)\b[^“”"]{0,60}$/u,
  ),
  pattern(
    'navigation',
    /^(?:share|teilen|partager|compartir|поделиться|شارك|공유|シェア|分享) ?[:：]/u,
    100,
  ),
  pattern(
    'navigation',
    /^(?:tags?|filed under|keywords?|hashtags?|теги|метки|schlagwörter|mots[- ]clés|etiquetas|태그|키워드|タグ|الوسوم|كلمات مفتاحية|etiketler|标签) ?[:：]/u,
    240,
  ),
  pattern('navigation', /^(?:this (?:web)?site|we(?: and our partners)?) uses? cookies\b/u, 300),
  pattern(
    'navigation',
    /^(?:listen to this (?:article|story)|estimated reading time|reading time|read time)\b[^“”"]{0,40}$/u,
    70,
  ),
  pattern('navigation', /^\d{1,2} ?-?(?:min(?:ute)?s?|분)\.? read$/u, 30),
  pattern('navigation', /^(?:подписывайтесь|подпишитесь) на (?:наш|канал|нас)/u),
  pattern('advertisement', /^(?:story|article) continues (?:below|after)\b.{0,40}$/u, 70),
  pattern('caption', /^(?:image caption|image source|media caption)\b/u, 300),
  pattern(
    'byline',
    /^\(?(?:(?:additional )?reporting|additional (?:writing|reporting)|edited|editing|writing|compiled) by:? \p{L}[^“”"]{1,200}\)?\.?$/u,
    240,
  ),
  pattern('byline', /^\(?with (?:inputs?|material|reporting) from\b[^“”"]{1,80}\)?\.?$/u),
  pattern(
    'byline',
    /^[a-zäöü]{1,4}(?:[/,] ?[a-zäöü]{1,4}){0,4} ?\([^()]*\b(?:afp|ap|reuters|dpa|epd|kna|efe|ansa|tass|interfax|afpe|apn?|sid|rtre?|rtr|dw)\b[^()]*\)$/u,
    70,
  ),
  pattern(
    'byline',
    /^\((?:afp|ap|reuters|dpa|efe|ansa|yonhap|xinhua|kyodo|tass|ani|pti|ians|upi|bloomberg|agencies|end|ends)(?:[,/ ]+(?:afp|ap|reuters|dpa|efe|ansa|yonhap|xinhua|kyodo|tass|ani|pti|ians|upi|bloomberg|agencies))*\)$/u,
    70,
  ),
  pattern('advertisement', /^register (?:now|here|today) (?:for|to)\b[^“”"]{0,80}$/u),
  pattern('other', /^our standards: the thomson reuters/u),
  pattern('caption', /^\[[^\]]{0,60}(?:자료 ?사진|재판매|사진 제공)[^\]]{0,40}\]$/u),
];

/** Lines that are debris only above the first or below the last sentence of the article. */
const EDGES: readonly Pattern[] = [
  pattern('navigation', /^@[\w.]{2,40}$/u),
  pattern('navigation', /^(?:view|see) all posts(?: by \S.{0,40})?$/u),
  pattern('byline', /^(?:(?:last )?updated|published|posted) (?:\S+ ){1,3}ago$/u),
  pattern('byline', /^(?:published|posted) by [^.“”"]{2,40}$/u),
  pattern('byline', /^(?:송고시간|송고|기사입력|최종수정)[\s\d:./-]+$|^[\s\d:./-]+ ?송고$/u),
  pattern('navigation', /^temps de lecture\b.{0,20}$|^lesezeit\b.{0,20}$/u),
  pattern('related', /^more (?:from|on|in|about|stories) \p{L}[^.“”"]{0,50}$/u, 70),
  pattern(
    'related',
    /^(?:next|previous|prev|up next|older|newer|previous (?:article|story|post)|next (?:article|story|post)|이전 ?(?:글|기사)|다음 ?(?:글|기사)|前の記事|次の記事|السابق|التالي|предыдущая|следующая) ?[:：»›>|] ?\S/u,
    160,
  ),
  pattern(
    'related',
    /^(?:watch|listen|video|gallery|podcast|explainer|live|видео|فيديو) ?[:：] ?\S/u,
    120,
  ),
  pattern(
    'navigation',
    /^(?:topics?|labels?|categor(?:y|ies)|posted in|themen|temas|topic) ?[:：]/u,
    240,
  ),
  pattern('navigation', /^[\p{L}\p{N}_]+(?:,? #[\p{L}\p{N}_]+)+$/u, 240),
  pattern(
    'other',
    /^(?:source|sources|via|original(?:ly)? (?:article|source|published)|quelle|quellen|fuente|fuentes|source de|источник|المصدر|출처|出典|出典元|来源|kaynak|fonte|źródło) ?[:：] ?\S/u,
    120,
  ),
  pattern(
    'other',
    /^(?:this (?:article|story|report|piece) (?:was )?(?:first |originally )?(?:appeared|published|amended|updated|corrected|has been updated))\b/u,
    240,
  ),
  pattern('other', /^(?:https?:\/\/|www\.)\S+$/u, 400),
  pattern('byline', /^[^\s@]{1,40}(?: [^\s@]{1,40}){0,4} ?<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?$/u, 120),
  pattern('byline', /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u, 120),
  pattern(
    'byline',
    /^(?:(?:—|–|-) ?)?(?:afp|ap|reuters|dpa|efe|ansa|yonhap|xinhua|kyodo|tass|itar-tass|interfax|bloomberg|associated press|agence france-presse|the associated press|연합뉴스|뉴시스|共同通信|時事通信|тасс|интерфакс|риа новости|رويترز|أ ف ب|وكالات)(?: ?[/,|&+] ?(?:afp|ap|reuters|dpa|efe|bloomberg|agencies))*$/u,
    60,
  ),
];

/** What kind of debris a line is whatever stands around it, or null. */
export function matchAnywhere(key: string): FurnitureKind | null {
  return ALONE.get(key) ?? firstMatch(ANYWHERE, key);
}

/** What kind of debris a line is above or below the article, or null. */
export function matchEdge(key: string): FurnitureKind | null {
  return firstMatch(EDGES, key);
}

function firstMatch(patterns: readonly Pattern[], key: string): FurnitureKind | null {
  const found = patterns.find((known) => key.length <= known.longest && known.key.test(key));
  return found === undefined ? null : found.kind;
}
