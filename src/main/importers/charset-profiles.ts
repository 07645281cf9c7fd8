/** What a language looks like in one charset: how a guess is judged. */
export interface CharsetProfile {
  readonly charset: string;
  /** Letters outside ASCII that the language writes, lower case where it has case. */
  readonly letters: string;
  /** The most frequent of them. */
  readonly common: string;
  /** How likely the pair is before anything was read; 1 is usual. */
  readonly prior: number;
}

function profile(charset: string, letters: string, common: string, prior = 1): CharsetProfile {
  return { charset, letters, common, prior };
}

const RUSSIAN = 'абвгдежзийклмнопрстуфхцчшщъыьэюяё';
const RUSSIAN_COMMON = 'оеаинтсрвлкмдпуя';
const UKRAINIAN = 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ';
const HEBREW = 'אבגדהוזחטיךכלםמןנסעףפץצקרשת';
const ARABIC = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگً،؛؟ـًٌٍَُِّْ';
const POLISH = 'ąćęłńóśźż';
const CZECH = 'áčďéěíňóřšťúůýžĺľŕôä';

/**
 * The single-byte charsets of the press, with the languages that were written in them. The first
 * of two equally good ones wins, so the commonest come first.
 */
export const SINGLE_BYTE_PROFILES: readonly CharsetProfile[] = [
  profile('windows-1252', 'äöüßéàè', 'äöüß'),
  profile('windows-1252', 'éèêëàâçîïôûùüÿœæ', 'éèàêç'),
  profile('windows-1252', 'áéíóúñü¿¡ªº', 'óíáéñú'),
  profile('windows-1252', 'ãõáéíóúâêôçàü', 'ãçáéíó'),
  profile('windows-1252', 'àèéìíòóùú', 'àèéìòù'),
  profile('windows-1252', 'åäöéæøà', 'åäöæø'),
  profile('windows-1252', 'áðéíóúýþæö', 'áðíóúþæö', 0.8),
  profile('windows-1252', 'ëéïöüáóíúèêôûçñîâ', 'ëéïöü', 0.9),
  profile('windows-1251', RUSSIAN, RUSSIAN_COMMON),
  profile('windows-1251', UKRAINIAN, 'оаинітевркслум'),
  profile('windows-1251', 'абвгдђежзијклљмнњопрстћуфхцчџшѓѕќ', 'аоиентрсјвд', 0.95),
  profile('koi8-r', RUSSIAN, RUSSIAN_COMMON, 0.98),
  profile('koi8-u', UKRAINIAN, 'оаинітевркслум', 0.96),
  profile('iso-8859-5', RUSSIAN, RUSSIAN_COMMON, 0.9),
  profile('ibm866', RUSSIAN, RUSSIAN_COMMON, 0.9),
  profile('windows-1253', GREEK, 'αοιετσνηρυκπςάόί'),
  profile('windows-1255', HEBREW, 'ויהלמאברתשנ'),
  profile('windows-1256', ARABIC, 'ايلمونتربعدةكقسأ'),
  profile('windows-1250', POLISH, POLISH),
  profile('windows-1250', CZECH, 'áčéěířšýžů'),
  profile('windows-1250', 'áéíóöőúüű', 'áéöóőüí'),
  profile('windows-1250', 'ăâîşţ', 'ăâîşţ', 0.95),
  profile('windows-1250', 'čćđšž', 'čćđšž'),
  profile('iso-8859-2', POLISH, POLISH, 0.97),
  profile('iso-8859-2', CZECH, 'áčéěířšýžů', 0.97),
  profile('windows-1254', 'çğıöşüâîû', 'ıişğçüö'),
  profile('windows-1257', 'ąčęėįšųūž', 'ėšųįčąžū', 0.95),
  profile('windows-1257', 'āčēģīķļņšūž', 'āēīšļņ', 0.95),
  profile(
    'windows-1258',
    'ăâđêôơư\u0300\u0301\u0303\u0309\u0323áéíóúàèùç',
    'đươêâô\u0301\u0300\u0323',
    0.95,
  ),
  profile(
    'windows-874',
    'กขคฆงจฉชซญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืุูเแโใไ่้๊๋็์ๆฯ',
    'านรกอเงยมวดสตลทค',
    0.95,
  ),
  profile('macintosh', 'éèêëàâçîïôûùüœäöüßáíóúñ', 'éèàçäöüóíñ', 0.75),
];

const CHINESE_SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运';
const CHINESE_TRADITIONAL =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊';
const KOREAN_COMMON =
  '이다는의을에고가하지로은기를도사한인자대서시리어나아정일해전라과들그으수있장제부보원상주만국했러았스중며공관동회까여오구경면우것연위군미성조화개발통안무신정실비당';
const KANA =
  'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろわをんァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロワヲンヴー';

/** The multi-byte charsets: only `common` is listed, the rest of a script is judged by its range. */
export const MULTI_BYTE_PROFILES: readonly CharsetProfile[] = [
  profile('euc-kr', '', KOREAN_COMMON),
  profile('shift_jis', '', KANA),
  profile('euc-jp', '', KANA),
  profile('gb18030', '', CHINESE_SIMPLIFIED),
  profile('big5', '', CHINESE_TRADITIONAL),
];
