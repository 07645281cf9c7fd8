/** Which dots do not end a sentence, in the English of news. Other scripts do without. */

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Never last in a sentence: a name or a thing follows. */
const LEADING = list(
  'dr mr mrs ms mx messrs prof gen lt col sgt capt maj cpl pvt cmdr adm brig sen rep gov pres ' +
    'amb rev hon fr vs cf viz e.g i.e approx mme mlle hr ing',
);

/** Not last when a number follows. */
const BEFORE_NUMBER = list(
  'no nos nr art arts fig figs sec sect ch vol vols p pp para paras res ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec',
);

/** Last in a sentence or not: what follows decides. */
const EITHER = list('inc corp ltd co bros jr sr esq dept univ assn est min st mt ft etc al');

/** Words that begin a sentence far more often than they continue a name. */
const OPENERS = list(
  'the a an this that these those he she it they we i you his her its their our my your there here ' +
    'but and or so yet in on at by for from with after before when while if as although though ' +
    'however meanwhile earlier later also what who why how where no not some many most both ' +
    'neither either one two since until during under over asked according',
);

const LAST_TOKEN = /(\S+)\.$/u;
const LEADING_MARKS = /^[\p{Ps}\p{Pi}"'“‘]+/u;
const FIRST_WORD = /^[\p{L}\p{M}\p{N}’']+/u;
const INITIAL = /^\p{Lu}$/u;
const DOTTED = /^\p{L}(?:\.\p{L})+$/u;
const QUOTED_END = /[.!?…][\p{Pe}\p{Pf}"'”’]+$/u;

/** No abbreviation is longer, and a search over a page without blanks would be slow. */
const TAIL = 40;

/** "U.S. troops" goes on, "in the U.S. They left" does not: an opener begins a new sentence. */
function opens(next: string): boolean {
  return LEADING_MARKS.test(next) || OPENERS.has(firstWord(next).toLowerCase());
}

function firstWord(next: string): string {
  return FIRST_WORD.exec(next)?.[0] ?? '';
}

/** "J. R. Tolkien" goes on, "Plan B. The" does not. */
function followsInitial(next: string): boolean {
  return /^\p{Lu}/u.test(next) && (firstWord(next).length === 1 || !opens(next));
}

/**
 * True when `next` belongs to the sentence that `sentence` begins, although a full stop or a
 * closing quotation mark stands between them. Both without blanks at their edges.
 */
export function continuesSentence(sentence: string, next: string): boolean {
  const tail = sentence.slice(-TAIL);
  if (QUOTED_END.test(tail)) return /^\p{Ll}/u.test(next);
  const token = LAST_TOKEN.exec(tail)?.[1]?.replace(LEADING_MARKS, '');
  if (token === undefined) return false;
  if (INITIAL.test(token)) return followsInitial(next);
  const word = token.toLowerCase();
  if (LEADING.has(word)) return true;
  if (BEFORE_NUMBER.has(word)) return /^\p{N}/u.test(next);
  return (EITHER.has(word) || DOTTED.test(token)) && !opens(next);
}
