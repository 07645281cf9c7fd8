import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { err } from '../result.ts';
import { objectsIn } from './article-facts.ts';
import { mapFile, readMap } from './brat/map.ts';
import { casValue } from './cas/read.ts';
import type { DatasetInput, Format, InputFile, Reader } from './format.ts';
import { readArticleValue } from './jsonl-read.ts';
import { tsvCas } from './webanno/parse.ts';
import { ATTRIBUTE_NAMES, TSV_CAN, writeWebannoTsv } from './webanno/write.ts';

/** What tokens are cut at; a TSV holds all else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BLANK = /[\s\u0085\u001c-\u001f]/g;

/** A text is the one of a TSV when it differs in nothing but what the TSV does not hold. */
function agrees(text: string, rebuilt: string): boolean {
  const plain = text.replaceAll(BLANK, ' ');
  const rest = plain.slice(rebuilt.length);
  return rest.trim() === '' && plain.startsWith(rebuilt.replaceAll(BLANK, ' '));
}

function besides(
  { files }: DatasetInput,
  tsv: InputFile,
  title: string,
): {
  readonly text: string | undefined;
  readonly article: JsonObject;
  readonly names: JsonObject;
} {
  const folder = tsv.path.slice(0, tsv.path.lastIndexOf('/') + 1);
  const find = (name: string): InputFile | undefined =>
    files.find(({ path }) => path === `${folder}${name}`);
  const txt = find(`${title}.txt`);
  const [first, second, third] = txt?.bytes() ?? [];
  const hasBom = first === 0xef && second === 0xbb && third === 0xbf;
  const text = txt === undefined ? undefined : `${hasBom ? '\ufeff' : ''}${txt.text()}`;
  const known = readMap(find(mapFile(title)));
  const names = known?.annotations[ATTRIBUTE_NAMES];
  return { text, article: known?.article ?? {}, names: isJsonObject(names) ? names : {} };
}

/** The annotations of a native line with their attributes called as they are in the codebook. */
function renamed(value: JsonObject, names: JsonObject): JsonObject {
  const annotations = objectsIn(value['annotations']).map((one): JsonObject => {
    const { attributes } = one;
    if (!isJsonObject(attributes)) return one;
    const named = Object.entries(attributes).map(([feature, given]): [string, Json] => {
      const name = names[feature];
      return [typeof name === 'string' ? name : feature, given];
    });
    return { ...one, attributes: Object.fromEntries(named) };
  });
  return { ...value, annotations };
}

const readTsv: Reader = function* (input, options) {
  const all = input.files.filter(({ path }) => path.endsWith('.tsv'));
  for (const file of all.length === 0 ? [input.main] : all) {
    const cas = tsvCas(file.lines());
    if (!cas.ok) {
      yield err({ file: file.path, ...cas.error });
      continue;
    }
    const title = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.tsv$/, '');
    const { text, article, names } = besides(input, file, title);
    const isWhole = text !== undefined && agrees(text, cas.value.text);
    const read = casValue(isWhole ? { ...cas.value, text } : cas.value, title) as JsonObject;
    const value = renamed(read, names);
    const whole = isWhole ? { ...value, ...article } : value;
    yield readArticleValue(whole, { file: file.path, line: 1 }, options);
  }
};

/**
 * WebAnno TSV 3.3 (INCEpTION user guide, appendix "WebAnno TSV 3.3 File format"), one file for each
 * article, offsets in UTF-16 code units. Layers as in CAS JSON; stacked annotations and those over
 * several tokens carry numbers. White space at the edges of an annotation cannot be held, nor what
 * stands between two sentences: the text lies beside it.
 */
export const webannoTsv: Format = {
  id: 'webanno-tsv',
  label: 'WebAnno TSV 3.3',
  extensions: ['.tsv'],
  layout: 'folder',
  offsetUnit: 'utf16',
  can: TSV_CAN,
  sniff: (sample) => /^\ufeff?#FORMAT=WebAnno TSV 3\.\d/.test(sample),
  companions: (name) => [name.replace(/\.tsv$/, '.txt'), mapFile(name.replace(/\.tsv$/, ''))],
  read: readTsv,
  write: writeWebannoTsv,
};
