/**
 * Names that have a number of their own in spaCy's table of strings instead of a hash
 * (`spacy/symbols.pxd` of version 3, where the numbers are those of the places in the list).
 */
const BEFORE_FLAGS =
  'IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM ' +
  'LIKE_EMAIL IS_STOP IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY';

const AFTER_FLAGS =
  'ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE ' +
  'HEAD SENT_START SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON ' +
  'PROPN PUNCT SCONJ SYM VERB X EOL SPACE';

const LABELS =
  'PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME ' +
  'PERCENT MONEY QUANTITY ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux ' +
  'auxpass cc ccomp complm conj cop csubj csubjpass dep det dobj expl hmod hyph infmod intj ' +
  'iobj mark meta neg nmod nn npadvmod nsubj nsubjpass num number oprd obj obl parataxis ' +
  'partmod pcomp pobj poss possessive preconj prep prt punct quantmod relcl rcmod root ' +
  'xcomp acl ENT_KB_ID MORPH ENT_ID IDX _';

const FLAGS = Array.from({ length: 45 }, (_, index) => `FLAG${index + 19}`);

/** Where version 2 had morphology. */
const DEPRECATED = Array.from(
  { length: 276 },
  (_, index) => `DEPRECATED${String(index + 1).padStart(3, '0')}`,
);

/** Number by name; the first place is that of the empty string. */
export const SYMBOLS: ReadonlyMap<string, bigint> = new Map(
  [
    '',
    ...BEFORE_FLAGS.split(' '),
    ...FLAGS,
    ...AFTER_FLAGS.split(' '),
    ...DEPRECATED,
    ...LABELS.split(' '),
  ].map((name, index) => [name, BigInt(index)]),
);

/** Names that have a number since spaCy 3 and a hash before: no token may be one of them. */
export const UNSETTLED: ReadonlySet<string> = new Set(['MORPH', 'ENT_ID', 'IDX', '_']);
