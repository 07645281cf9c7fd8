import type { Json, JsonObject } from '../model/json.ts';
import { err, ok } from '../result.ts';
import type { Capabilities } from './capabilities.ts';
import { type TokenArticle, tokenArticle, tokensValue } from './conll/articles.ts';
import { type ConlluDocument, conlluDocuments } from './conll/conllu-read.ts';
import type { ExportArticle, Format, Reader, Writer } from './format.ts';
import { readArticleValue } from './jsonl-read.ts';
import { readTags, writeTags } from './token-tags.ts';
import { loseUnsupported } from './unsupported.ts';

const CAN: Capabilities = {
  overlap: false,
  discontinuous: false,
  zeroWidth: false,
  relations: false,
  attributes: false,
  analysts: false,
  documentLabels: false,
};

const LETTERS: Readonly<Record<string, string>> = {
  ' ': 's',
  '\t': 't',
  '\n': 'n',
  '\r': 'r',
  '|': 'p',
  '\\': '\\',
};

/** A value in MISC: blanks and signs of the format as UDPipe writes them, rarer blanks as `\u`. */
function escapeMisc(value: string): string {
  return value.replaceAll(/[\s|\\\u0085\u001c-\u001f]/g, (sign) => {
    const letter = LETTERS[sign];
    return `\\${letter ?? `u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`}`;
  });
}

/** A comment is one line. */
function comment(name: string, value: string): string {
  const plain = value.replaceAll(/[\s\u0085]+/g, ' ').trim();
  return plain === '' ? '' : `# ${name} = ${plain}\n`;
}

function spacesOf({ text, tokens }: TokenArticle['tokenised'], index: number): string[] {
  const { start = 0, end = 0 } = tokens[index] ?? {};
  const after = text.slice(end, tokens[index + 1]?.start ?? text.length);
  const before =
    index === 0 && start > 0 ? [`SpacesBefore=${escapeMisc(text.slice(0, start))}`] : [];
  if (after === '') return [...before, 'SpaceAfter=No'];
  return after === ' ' ? before : [...before, `SpacesAfter=${escapeMisc(after)}`];
}

function head({ article }: ExportArticle): string {
  return [
    `# newdoc id = ${article.id}\n`,
    comment('title', article.title),
    comment('outlet', article.outlet),
    comment('byline', article.byline),
    comment('date', article.date),
    comment('language', article.language),
    comment('sha256', article.sha256),
  ].join('');
}

function* sentencesOf(from: ExportArticle, { tokenised, sentences, ranges }: TokenArticle) {
  const { tokens } = tokenised;
  const tags = writeTags(ranges, tokens.length, 'IOB2');
  for (const [number, [first, end]] of sentences.entries()) {
    const words = tokens.slice(first, end);
    const plain = words.map(({ text, end: stop }, index) => {
      const next = words[index + 1];
      return next === undefined || next.start === stop ? text : `${text} `;
    });
    const rows = words.map(({ text }, index) => {
      const tag = tags[first + index] ?? 'O';
      const said = tag === 'O' ? [] : [`NER=${escapeMisc(tag)}`];
      const misc = [...said, ...spacesOf(tokenised, first + index)].join('|');
      return `${index + 1}\t${text}\t_\t_\t_\t_\t_\t_\t_\t${misc === '' ? '_' : misc}\n`;
    });
    const id = `# sent_id = ${from.article.id}-${number + 1}\n`;
    yield `${number === 0 ? head(from) : ''}${id}# text = ${plain.join('')}\n${rows.join('')}\n`;
  }
}

const writeConllU: Writer = (_facts, _options, losses) => ({
  *article(from) {
    loseUnsupported(from, CAN, { articlesWithoutAnnotations: true }, losses);
    const article = tokenArticle(from, losses);
    if (article.sentences.length === 0) losses.lost('articles without words', from.article.title);
    for (const data of sentencesOf(from, article)) yield { path: '', data };
  },
  end: () => [],
});

/** What the comments before a document say of it, in native words. */
function articleOf({ comments }: ConlluDocument): JsonObject {
  const fields = (names: readonly string[]): JsonObject =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = comments.get(name) ?? '';
        return value === '' ? [] : [[name, value]];
      }),
    );
  const id = comments.get('newdoc id') ?? '';
  return {
    ...(id === '' ? {} : { id }),
    ...fields(['title', 'sha256']),
    source: fields(['outlet', 'byline', 'date', 'language']),
  };
}

function documentValue(document: ConlluDocument): Json {
  const { before, forms, tags, breaks, rows, comments } = document;
  const own = comments.has('sha256');
  const last = forms.at(-1);
  const trimmed =
    own || last === undefined ? forms : [...forms.slice(0, -1), { ...last, after: '' }];
  const all = before === '' ? trimmed : [{ text: '', after: before }, ...trimmed];
  const shift = all.length - trimmed.length;
  const value = tokensValue(
    all,
    readTags(
      [...(shift === 0 ? [] : ['O']), ...tags],
      new Set([...breaks].map((at) => at + shift)),
    ),
  );
  return {
    ...(value as JsonObject),
    ...articleOf(document),
    ...(rows.length === 0 ? {} : { conllu: rows.join('\n') }),
  };
}

/** CoNLL-X and its kin: the same ten columns, older, and nowhere said to end in an empty line. */
const OF_TEN_COLUMNS = /\.conll$/i;

function warned(
  article: ReturnType<typeof readArticleValue>,
  message: string,
): ReturnType<typeof readArticleValue> {
  if (!article.ok) return article;
  const warnings = [...article.value.warnings, { kind: 'let-pass' as const, message }];
  return ok({ ...article.value, warnings });
}

const readConllU: Reader = function* ({ main }, options) {
  const file = main.path === '' ? {} : { file: main.path };
  const read = conlluDocuments(main.text(), OF_TEN_COLUMNS.test(main.path));
  if (!read.ok) {
    yield err({ ...file, ...read.error });
    return;
  }
  const { documents, letPass } = read.value;
  for (const document of documents) {
    const article = readArticleValue(
      documentValue(document),
      { ...file, line: document.line },
      options,
    );
    yield letPass === undefined || document !== documents.at(-1)
      ? article
      : warned(article, letPass);
  }
};

const FIRST_ROW = /^(?:1|1-\d+|0\.1)\t[^\t\n]+(?:\t[^\t\n]*){8}/;

/**
 * CoNLL-U (universaldependencies.org/format.html): one row for each word, entities as `NER=B-X` in
 * MISC, and all white space as `SpaceAfter` and `SpacesAfter`, so that the text comes back as it
 * was. Nothing is said of syntax; what rows of others say of it is kept as it stood. Overlapping
 * annotations, parts, and edges inside a word cannot be held. A file that breaks the format's rules
 * is refused at the place where it does; in a file of the older CoNLL-X (`.conll`) the empty line at the
 * end may be missing.
 */
export const conllU: Format = {
  id: 'conll-u',
  label: 'CoNLL-U',
  extensions: ['.conllu'],
  layout: 'file',
  offsetUnit: 'utf16',
  can: CAN,
  sniff: (sample, name) => {
    const [row = ''] = sample.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    if (sample.startsWith('#FORMAT=')) return false;
    const isCommented = /^# (?:newdoc|sent_id|text)\b/.test(sample);
    return FIRST_ROW.test(row) || isCommented || name.endsWith('.conllu');
  },
  read: readConllU,
  write: writeConllU,
};
