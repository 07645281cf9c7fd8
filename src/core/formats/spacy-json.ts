import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { err } from '../result.ts';
import { articleFacts, listIn, objectsIn, withoutEmpty } from './article-facts.ts';
import { jsonLine } from './canonical-json.ts';
import type { Format, Reader, ReadOptions, Writer } from './format.ts';
import { hostileIn } from './hostile-json.ts';
import { jsonRecords } from './json-file.ts';
import { readArticleValue } from './jsonl-read.ts';
import { SPACY_CAN, type SpacyDoc, spacyDoc } from './spacy/doc.ts';
import { type FoundSpan, nativeDoc } from './spacy/native.ts';
import { readTags, writeTags } from './token-tags.ts';
import { textOfTokens } from './tokens.ts';

function sentencesOf(doc: SpacyDoc, tags: readonly string[]): readonly JsonObject[] {
  const sentences: { tokens: Json[] }[] = [];
  for (const [id, token] of doc.tokens.entries()) {
    if (sentences.length === 0 || doc.sentenceStarts.has(token.start))
      sentences.push({ tokens: [] });
    sentences.at(-1)?.tokens.push({
      id,
      orth: token.text,
      space: token.after ? ' ' : '',
      tag: '-',
      ner: tags[id] ?? 'O',
    });
  }
  return sentences.map(({ tokens }) => ({ tokens, brackets: [] }));
}

const writeSpacyJson: Writer = (_facts, _options, losses) => {
  let count = 0;
  return {
    *article(from) {
      const doc = spacyDoc(from, losses);
      const entities = doc.entities.map(({ annotation, range }) => ({
        range,
        label: from.labelName(annotation.label),
      }));
      const remarks = listIn(doc.userData['spans']);
      const spans = doc.spans.map(({ annotation, range: [first, end] }, index) => {
        const edges = [doc.tokens[first]?.start ?? 0, doc.tokens[end - 1]?.end ?? 0] as const;
        const span = doc.converter.spanFromUtf16(edges);
        const [start, stop] = span.ok ? span.value : [0, 0];
        const said = remarks[index];
        const label = from.labelName(annotation.label);
        return { ...(isJsonObject(said) ? said : {}), start, end: stop, label };
      });
      const { spans: _spans, article: _article, ...others } = doc.userData;
      const line = {
        id: count,
        paragraphs: [
          {
            sentences: sentencesOf(doc, writeTags(entities, doc.tokens.length, 'BILUO')),
            raw: doc.text,
            cats: Object.entries(doc.cats).map(([label, value]) => ({ label, value })),
            spans: { sc: spans },
            meta: { ...articleFacts(from.article), ...others },
          },
        ],
      };
      losses.wrote();
      yield { path: '', data: `${count === 0 ? '[\n' : ',\n'}${jsonLine(line)}` };
      count += 1;
    },
    end: () => [{ path: '', data: count === 0 ? '[]\n' : '\n]\n' }],
  };
};

/** Places that a list of spans tells, in code points. */
function foundIn(value: Json | undefined): FoundSpan[] {
  return listIn(value).flatMap((span): FoundSpan[] => {
    const [start, end, label] = Array.isArray(span)
      ? (span as readonly Json[])
      : isJsonObject(span)
        ? [span['start'], span['end'], span['label']]
        : [];
    return typeof start === 'number' && typeof end === 'number'
      ? [{ start, end, label: typeof label === 'string' ? label : '' }]
      : [];
  });
}

/** A paragraph that has no text: its tokens, with the blanks that the file tells, else one each. */
function tokensOf(paragraph: JsonObject): JsonObject {
  const sentences = objectsIn(paragraph['sentences']).map((one) => objectsIn(one['tokens']));
  const tokens = sentences.flat();
  const starts = new Set<number>();
  let at = 0;
  for (const sentence of sentences) {
    starts.add(at);
    at += sentence.length;
  }
  const forms = tokens.map(({ orth, space }, index) => ({
    text: typeof orth === 'string' ? orth : '',
    after: typeof space === 'string' ? space : index === tokens.length - 1 ? '' : ' ',
  }));
  const { text, spans } = textOfTokens(forms);
  const tags = tokens.map(({ ner }) => (typeof ner === 'string' ? ner : 'O'));
  const annotations = readTags(tags, starts).flatMap(({ range: [first, end], label }) => {
    const [from, to] = [spans[first], spans[end - 1]];
    return from === undefined || to === undefined ? [] : [{ label, spans: [[from[0], to[1]]] }];
  });
  return { text, offsetUnit: 'utf16', annotations };
}

function catsIn(value: Json | undefined): JsonObject {
  const pairs = Array.isArray(value)
    ? objectsIn(value).map((cat): [Json | undefined, Json | undefined] => [
        cat['label'],
        cat['value'],
      ])
    : Object.entries(isJsonObject(value) ? value : {});
  const chosen = pairs.flatMap(([name, score]): [string, boolean][] =>
    typeof name === 'string' && Number(score) > 0.5 ? [[name, true]] : [],
  );
  return Object.fromEntries(chosen);
}

/** `Doc.to_json`, simple training tuples as objects, and paragraphs with our spans. */
function fromText(doc: JsonObject, text: string, options: ReadOptions): JsonObject {
  const groups = isJsonObject(doc['spans']) ? Object.values(doc['spans']) : [];
  const spans = groups.flatMap((group) => objectsIn(group));
  const remarks = spans.map(
    ({ start: _start, end: _end, label: _label, kb_id: _kb, ...rest }) => rest,
  );
  const meta = isJsonObject(doc['meta']) ? doc['meta'] : {};
  const { relations, document_labels: labels, ...article } = meta;
  const own = withoutEmpty({ article, spans: remarks, relations, document_labels: labels });
  const entities = [...foundIn(doc['ents']), ...foundIn(doc['entities'])];
  const native = nativeDoc(text, entities, foundIn(spans), own, options);
  const cats = catsIn(doc['cats']);
  const isOwn = labels !== undefined || Object.keys(cats).length === 0;
  return { ...native, offsetUnit: 'codePoint', ...(isOwn ? {} : { documentLabels: cats }) };
}

function fromParagraph(paragraph: JsonObject, options: ReadOptions): JsonObject {
  const { raw, spans } = paragraph;
  if (typeof raw === 'string' && isJsonObject(spans)) return fromText(paragraph, raw, options);
  const native = tokensOf(paragraph);
  const cats = catsIn(paragraph['cats']);
  return { ...native, ...(Object.keys(cats).length === 0 ? {} : { documentLabels: cats }) };
}

/** The documents of a record: one for each paragraph, or one. */
function documentsIn(record: Json, options: ReadOptions): readonly JsonObject[] {
  if (Array.isArray(record)) {
    const [text, said] = record as readonly Json[];
    const doc = isJsonObject(said) ? said : {};
    return typeof text === 'string' ? [fromText(doc, text, options)] : [];
  }
  if (!isJsonObject(record)) return [];
  const { text, paragraphs } = record;
  if (typeof text === 'string') return [fromText(record, text, options)];
  return objectsIn(paragraphs).map((one) => fromParagraph(one, options));
}

const readSpacyJson: Reader = function* ({ main }, options) {
  const records = jsonRecords(main);
  if (!records.ok) {
    yield records;
    return;
  }
  for (const { value, line } of records.value) {
    const place = { line, ...(main.path === '' ? {} : { file: main.path }) };
    const problem = hostileIn(value);
    const documents = problem === undefined ? documentsIn(value, options) : [];
    if (documents.length === 0) {
      yield err({
        ...place,
        message: problem ?? 'a document of spaCy was expected: paragraphs, or a text',
      });
    }
    for (const document of documents) yield readArticleValue(document, place, options);
  }
};

const MARKS =
  /^\ufeff?\s*\[\s*(?:\{\s*(?:"id"\s*:\s*\d+\s*,\s*)?"paragraphs"\s*:|\[\s*"(?:[^"\\]|\\.){0,3000}"\s*,\s*\{\s*"(?:entities|cats|spans)"\s*:|\{\s*"text"\s*:\s*"(?:[^"\\]|\\.){0,3000}"\s*,\s*"ents"\s*:)/;

/**
 * spaCy's JSON: written as the training format of version 2 (spacy.io/api/data-formats#json-input, BILUO
 * in `ner`), which `spacy convert` still reads, with the text in `raw` and, as `Doc.to_json` has them, all
 * annotations in `spans.sc`, overlapping ones too; what spaCy has no field for stands beside the span, and in
 * `meta`. Read: that, `Doc.to_json`, and simple tuples `["text", {"entities": [[0, 4, "ORG"]]}]`. Offsets are
 * code points.
 */
export const spacyJson: Format = {
  id: 'spacy-json',
  label: 'spaCy JSON',
  extensions: ['.json'],
  layout: 'file',
  offsetUnit: 'codePoint',
  can: SPACY_CAN,
  sniff: (sample) => MARKS.test(sample),
  read: readSpacyJson,
  write: writeSpacyJson,
};
