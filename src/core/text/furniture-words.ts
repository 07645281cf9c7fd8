import type { FurnitureKind } from '../model/article.ts';

/** Words of one kind, one per line or separated by `|`, as `keyOf` writes them. */
function words(list: string): string[] {
  return list
    .split(/[|\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

const NAVIGATION = words(`
newsletter|newsletters|our newsletters|skip to content|skip to main content|skip to navigation
sign in|sign up|log in|login|logout|log out|register|my account|subscribe|subscribe now|subscribe today|subscribe to our channel|join our channel
share this|share this article|share this story|share this page|share on facebook|share on twitter|share on x
share via email|share page|about sharing|share this|like loading...|share article|share story|share on whatsapp|copy link|follow us|follow us!|follow us on|back to top
print this article|save this story|save article|listen to this article|listen to this story|search this site
all sections|all topics|text size|font size|change language|toggle navigation|open menu|close menu|main menu
privacy policy|terms of use|terms of service|terms and conditions|cookie policy|contact us|about us|advertise with us
accept all cookies|manage choices|manage cookies|accept cookies|cookie settings|we value your privacy
구독|구독하기|뉴스레터|로그인|회원가입|공유하기|글자크기|본문 바로가기|메뉴 바로가기|기사공유|스크랩|글자크기조정|글자크기 조정|요약beta|기자 페이지|구독 버튼|네이버 구독|카카오톡 공유
ログイン|会員登録|シェア|シェアする|ツイート|メールマガジン|本文へスキップ|ニュースレター|印刷する
تسجيل الدخول|اشترك|النشرة البريدية|شارك|مشاركة|تابعنا|تابعونا
войти|подписаться|поделиться|рассылка|подписывайтесь|подпишитесь|версия для печати
anmelden|abonnieren|registrieren|teilen|artikel teilen|drucken|zum inhalt springen|newsletter abonnieren|merken
s'abonner|se connecter|partager|partager l'article|aller au contenu|s'inscrire|imprimer|je m'abonne|article réservé aux abonnés|réservé aux abonnés|réutiliser ce contenu
suscríbete|suscribirse|iniciar sesión|compartir|regístrate|imprimir|boletín|ir al contenido
登录|注册|分享|订阅|打印|返回顶部|分享到|paylaş|giriş yap|abone ol|condividi|accedi|compartilhar
`);

const RELATED = words(`
trending|trending now|trending stories|trending news|most read|most popular|most viewed|most shared|most commented|popular|popular now
top stories|latest news|latest stories|more news|more stories|more headlines|related|related stories|related articles|related news
related content|related topics|related posts|related coverage|related story|related article|read more|read also|also read|read next|read on|see also
recommended|recommended stories|recommended for you|you may also like|you might also like|you may like|more on this story|more on this topic|more like this
more from this author|editor's picks|editors' picks|editor's pick|editor's choice|don't miss|in case you missed it|up next|what to read next|continue reading
more photos|view gallery|photo gallery|from around the web|around the web|what others are reading|explore more
most read this morning|most read today|most read stories|most read articles
관련기사|관련 기사|관련뉴스|관련 뉴스|많이 본 뉴스|많이 본 기사|인기뉴스|인기 뉴스|인기기사|주요뉴스|주요 뉴스|최신뉴스|최신 뉴스|추천기사|추천 뉴스|이 시각 주요뉴스|함께 보면 좋은 기사|더보기|기사 더보기|실시간 뉴스
関連記事|関連ニュース|あわせて読みたい|おすすめ記事|おすすめ|アクセスランキング|ランキング|人気記事|もっと見る|続きを読む|最新ニュース
اقرأ أيضا|اقرأ أيضًا|اقرأ ايضا|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة|الأكثر مشاهدة|المزيد|ذات صلة|مقالات ذات صلة
читайте также|читать также|по теме|материалы по теме|самое читаемое|популярное|главные новости|последние новости|ещё по теме|смотрите также|читать далее
lesen sie auch|mehr zum thema|mehr lesen|meistgelesen|das könnte sie auch interessieren|verwandte artikel|weiterlesen|auch interessant|mehr dazu|weitere artikel
lire aussi|à lire aussi|à lire également|sur le même sujet|les plus lus|articles liés|lire la suite|voir aussi|plus d'articles
lea también|lea además|te puede interesar|le puede interesar|más leídas|lo más leído|noticias relacionadas|ver también|más noticias|leer más
相关阅读|相关新闻|推荐阅读|热门新闻|延伸阅读|阅读更多|ilgili haberler|çok okunanlar|leggi anche|potrebbe interessarti|leia também|czytaj także|читайте також
`);

const ADVERTISEMENT = words(`
advertisement|advertisements|advertising|advertisement - scroll to continue|sponsored|sponsored content|sponsored links|paid content|paid post|promoted
story continues below|story continues below advertisement|story continues below this ad|article continues below|article continues after ad|article continues after advertisement
article continues below this ad|scroll to continue|scroll to continue reading|continue reading below|ad feedback|donate|donate now|support us|support our journalism|support independent journalism|support independent reporting
광고|스폰서|広告|スポンサー|pr|إعلان|إعلانات|реклама|на правах рекламы|anzeige|werbung|publicité|annonce|publicidad|anuncio|广告|reklam|pubblicità|publicidade|reklama
`);

const COMMENTS = words(`
post a comment|post comment|leave a reply|leave a comment|leave a response|add a comment|add comment|write a comment|join the conversation|join the discussion
cancel reply|submit comment|post reply|no comments yet|no comments|comments closed|comments are closed|view comments|show comments|load more comments|see all comments|hide comments
be the first to comment|sort by newest|sort by oldest|your comment|your name|your email|report abuse|comments policy|comment policy
댓글|댓글쓰기|댓글 쓰기|댓글 작성|댓글 등록|댓글을 입력해주세요|댓글 남기기|의견쓰기|コメントを書く|コメントする|コメントを投稿|コメントを残す|コメント一覧
التعليقات|أضف تعليقا|أضف تعليقًا|اترك تعليقا|اترك تعليقًا|اترك ردا|اكتب تعليقا|комментарии|оставить комментарий|добавить комментарий|обсудить|написать комментарий|комментировать
kommentare|kommentar schreiben|kommentar verfassen|kommentar hinterlassen|kommentar abgeben|diskutieren sie mit|commentaires|laisser un commentaire|ajouter un commentaire|réagir à cet article|vos réactions
comentarios|deja un comentario|dejar un comentario|deja una respuesta|escribe un comentario|评论|发表评论|写评论|yorumlar|yorum yap|commenti|lascia un commento|comentários|deixe um comentário|komentarze
`);

const CAPTION = words(`
enlarge the picture|enlarge this image|enlarge image|enlarge|toggle caption|hide caption|image caption|image source|view image in fullscreen|click to enlarge|photo credit
file photo|getty images|사진 확대|이미지 확대|写真を拡大|bild vergrößern|agrandir l'image|ampliar imagen|увеличить
`);

/** Words that stand alone on a line of debris; no article has them alone on a line. */
export const ALONE: ReadonlyMap<string, FurnitureKind> = new Map([
  ...NAVIGATION.map((word): [string, FurnitureKind] => [word, 'navigation']),
  ...RELATED.map((word): [string, FurnitureKind] => [word, 'related']),
  ...ADVERTISEMENT.map((word): [string, FurnitureKind] => [word, 'advertisement']),
  ...COMMENTS.map((word): [string, FurnitureKind] => [word, 'comments']),
  ...CAPTION.map((word): [string, FurnitureKind] => [word, 'caption']),
]);

/** Headings after which a list of other stories follows. */
export const LIST_HEADS: ReadonlySet<string> = new Set(RELATED);

/** The first step of a path through a site. */
export const HOME_WORDS: ReadonlySet<string> = new Set(
  words(
    `home|homepage|front page|start|홈|뉴스홈|ホーム|トップ|الرئيسية|главная|startseite|accueil|inicio|portada|首页|首頁|ana sayfa|головна`,
  ),
);

/** Words of share bars and of what stands beside them: whatever they are next to, not a subhead. */
export const SHARE_WORDS: ReadonlySet<string> = new Set(
  words(`
share|tweet|print|save|save for later|email|e-mail|mail|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|messenger|copy|copy url|copy link|bookmark|send|send by e-mail|rss|vk|viber|reply|report|listen|like|likes
글자크기|가|공유|인쇄|프린트|메일|좋아요|카카오톡|페이스북|트위터|url복사|스크랩|댓글|목록|シェア|ツイート|印刷|保存|공유하기
поделиться|печать|вконтакте|телеграм|طباعة|حفظ|شارك|مشاركة|فيسبوك|تويتر|واتساب|teilen|drucken|merken|partager|imprimer|envoyer|compartir|imprimir|enviar|微信|微博|分享
`),
);

/** Words of menus and share bars that could also be a subhead: furniture above and below only. */
export const EDGE_WORDS: ReadonlySet<string> = new Set([
  ...HOME_WORDS,
  ...SHARE_WORDS,
  ...words(`
menu|search|sections|world|politics|business|economy|markets|opinion|sport|sports|culture|arts|tech|technology|science|health|travel|video|videos|live|live tv|live updates|radio|tv|podcast|podcasts|photos|weather|climate|lifestyle|entertainment|national|international|europe|asia|africa|middle east|americas|us|u.s.|usa|uk|eu|law|energy|finance|money|education|local|regional|breaking|breaking news|news|latest|more|letters|obituaries|jobs|games|shop|epaper|e-paper|archive|archives|investigations|features|magazine|weekend|property|cars|motoring|food|style|fashion|books|film|music|all news|world news
share|tweet|print|save|email|e-mail|mail|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|messenger|line|copy|copy url|bookmark|save for later|essays|reports|maps|interviews|reviews|columns|series|pin|like|likes|send|send by e-mail|rss|vk|viber|comment|comments|reply|report|next|previous|prev|next article|previous article|next story|previous story|older posts|newer posts|older post|newer post|name|website|submit|cancel|close|back|top|tags|topics|contact|about|help|faq|privacy|terms|cookies|settings|notifications|alerts|apps|advertise|careers|imprint|impressum|sitemap|accept|decline|like this|published|updated|last updated|feedback|contribuer|ok|got it|listen|watch|play|play video|pause|mute|language|english|choices|donate
국제|정치|경제|사회|문화|연예|스포츠|오피니언|전국|세계|유럽|북한|산업|증권|부동산|전체메뉴|전체|메뉴|검색|공유|인쇄|프린트|메일|가|좋아요|카카오톡|페이스북|트위터|url복사|url 복사|목록|이전|다음|이전기사|다음기사|이전글|다음글|홈으로|답글|영상|포토|라이브
政治|経済|国際|社会|スポーツ|文化|メニュー|検索|印刷|保存|天気|動画|写真|速報|トップ|前の記事|次の記事|ツイート|ライブ
العالم|اقتصاد|رياضة|بث مباشر|سياسة|ثقافة|فيديو|صور|بحث|القائمة|طباعة|حفظ|تكنولوجيا|صحة|رأي|منوعات|فيسبوك|تويتر|واتساب|أخبار|مباشر
политика|экономика|общество|спорт|культура|мир|в мире|россия|происшествия|меню|поиск|видео|фото|новости|вконтакте|телеграм|печать|наука|мнения|эфир|прямой эфир|теги|далее|назад
politik|wirtschaft|ausland|inland|panorama|kultur|wissen|meinung|suche|menü|mehr|sport|regional|karriere|reise|merken|drucken|e-paper|abo|weiter|zurück|wetter
politique|économie|société|monde|culture|sports|sciences|rechercher|vidéos|idées|opinions|en direct|direct|météo|menu|suivant|précédent|envoyer|abonnés
política|economía|sociedad|mundo|cultura|deportes|internacional|nacional|buscar|menú|vídeos|opinión|ciencia|salud|siguiente|anterior|enviar|más
国际|财经|体育|娱乐|科技|军事|社会|视频|图片|搜索|微信|微博|上一篇|下一篇
`),
]);
