import { compareSpans, type Span } from '../../model/span.ts';
import { inOrder } from '../../text/order.ts';
import { mapFile } from '../brat/map.ts';
import { jsonLine } from '../canonical-json.ts';
import type { Capabilities } from '../capabilities.ts';
import { buildCas, type FeatureNames, featureNames } from '../cas/build.ts';
import { type FeatureStructure, OWN } from '../cas/structures.ts';
import type { ExportArticle, Writer } from '../format.ts';
import type { LossLog } from '../loss.ts';
import { articleFields, plainText } from '../native-fields.ts';
import { type TokenisedText, tokenise } from '../tokens.ts';
import { escapeTsvText, escapeTsvValue } from './escapes.ts';

/** What WebAnno TSV holds. One person's work is one file. */
export const TSV_CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: true,
  relations: true,
  attributes: true,
  analysts: false,
  documentLabels: false,
};

/** A row: a token, or a stretch inside one. */
interface Unit {
  readonly token: number;
  readonly span: Span;
}

/** An annotation of one span, cut to the tokens it touches. */
interface Row {
  readonly structure: FeatureStructure;
  readonly units: readonly Unit[];
}

function unitsOf({ tokens }: TokenisedText, [start, end]: Span): readonly Unit[] {
  const touched: Unit[] = [];
  for (const [token, one] of tokens.entries()) {
    if (start === end) {
      if (one.start <= start && start <= one.end) return [{ token, span: [start, end] }];
    } else if (one.start < end && start < one.end) {
      touched.push({ token, span: [Math.max(start, one.start), Math.min(end, one.end)] });
    }
  }
  return touched;
}

function key({ token, span }: Unit): string {
  return `${token}:${span[0]}-${span[1]}`;
}

/** Annotations that stand on tokens; what white space swallows is counted. */
function rowsOf(
  structures: readonly FeatureStructure[],
  tokenised: TokenisedText,
  losses: LossLog,
): readonly Row[] {
  return structures.flatMap((structure): Row[] => {
    if (structure.type !== OWN.annotation) return [];
    const { begin, end, identifier } = structure.features;
    const units = unitsOf(tokenised, [Number(begin), Number(end)]);
    const example = `${plainText(identifier)}: ${tokenised.text.slice(Number(begin), Number(end)).slice(0, 60)}`;
    const [first] = units;
    const last = units.at(-1);
    if (first === undefined || last === undefined) {
      losses.lost('annotations on no words', example);
      return [];
    }
    if (first.span[0] !== begin || last.span[1] !== end) {
      losses.lost('white space at the edges of annotations', example);
    }
    return [{ structure, units }];
  });
}

/** Counts the relations whose ends are not both in a row. */
function loseLinks(
  structures: readonly FeatureStructure[],
  rows: readonly Row[],
  losses: LossLog,
): void {
  const there = new Set(rows.map(({ structure }) => structure.id));
  for (const { type, features, references } of structures) {
    const ends = ['Governor', 'Dependent'].map((name) => references[name]?.[0] ?? '');
    if (type !== OWN.relation || ends.every((id) => there.has(id))) continue;
    const example = plainText(features['identifier']);
    losses.lost('relations to an annotation that is not in the file', example);
  }
}

/** Cells that are filled as annotations come: by unit and column, what is stacked there. */
interface Sheet {
  readonly cells: Map<string, string[][]>;
  /** Number by which the units of one annotation, or those stacked on one unit, are told apart. */
  readonly numbers: ReadonlyMap<string, number>;
}

function numbersOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  const crowd = new Map<string, number>();
  for (const unit of rows.flatMap(({ units }) => units)) {
    crowd.set(key(unit), (crowd.get(key(unit)) ?? 0) + 1);
  }
  const apart = rows.filter(
    ({ units }) => units.length > 1 || units.some((unit) => (crowd.get(key(unit)) ?? 0) > 1),
  );
  return new Map(apart.map(({ structure }, index) => [structure.id, index + 1]));
}

function put(sheet: Sheet, unit: Unit, column: number, values: readonly string[]): void {
  const cells = sheet.cells.get(key(unit)) ?? [];
  for (const [index, value] of values.entries()) {
    cells[column + index] = [...(cells[column + index] ?? []), value];
  }
  sheet.cells.set(key(unit), cells);
}

function valuesOf(
  { features }: FeatureStructure,
  names: readonly string[],
  mark: string,
): string[] {
  return names.map((name) => {
    const value = features[name];
    if (value === undefined) return `*${mark}`;
    return `${escapeTsvValue(plainText(value) === '' ? '""' : plainText(value))}${mark}`;
  });
}

/** Names of the features that any structure of a type has, in the order in which they come. */
function featuresOf(structures: readonly FeatureStructure[], type: string): readonly string[] {
  const names = structures
    .filter((one) => one.type === type)
    .flatMap(({ features }) => Object.keys(features));
  return [...new Set(['label', ...names])].filter((name) => name !== 'begin' && name !== 'end');
}

function addresses(tokenised: TokenisedText, units: Iterable<Unit>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const inside = new Map<number, number>();
  const sorted = [...units].toSorted((a, b) =>
    inOrder(a.token - b.token, compareSpans(a.span, b.span)),
  );
  for (const [sentence, [first, end]] of tokenised.sentences.entries()) {
    for (let token = first; token < end; token += 1) {
      const { start = 0, end: stop = 0 } = tokenised.tokens[token] ?? {};
      found.set(key({ token, span: [start, stop] }), `${sentence + 1}-${token - first + 1}`);
    }
  }
  for (const unit of sorted) {
    if (found.has(key(unit))) continue;
    const { start = 0, end = 0 } = tokenised.tokens[unit.token] ?? {};
    const number = (inside.get(unit.token) ?? 0) + 1;
    inside.set(unit.token, number);
    found.set(key(unit), `${found.get(key({ token: unit.token, span: [start, end] }))}.${number}`);
  }
  return found;
}

interface Layout {
  readonly spanNames: readonly string[];
  readonly linkNames: readonly string[];
  readonly columns: number;
}

/** A link stands on the first unit of its dependent and names that of its governor. */
function putLink(
  sheet: Sheet,
  link: FeatureStructure,
  rowById: ReadonlyMap<string, Row>,
  { spanNames, linkNames }: Layout,
  at: ReadonlyMap<string, string>,
): void {
  const end = (name: string): readonly [unit: Unit | undefined, number: number] => {
    const id = link.references[name]?.[0] ?? '';
    return [rowById.get(id)?.units[0], sheet.numbers.get(id) ?? 0];
  };
  const [from, a] = end('Governor');
  const [to, b] = end('Dependent');
  if (from === undefined || to === undefined) return;
  const target = `${at.get(key(from))}${a === 0 && b === 0 ? '' : `[${a}_${b}]`}`;
  put(sheet, to, spanNames.length, [...valuesOf(link, linkNames, ''), target]);
}

function fill(
  rows: readonly Row[],
  structures: readonly FeatureStructure[],
  layout: Layout,
  at: ReadonlyMap<string, string>,
): Sheet {
  const sheet: Sheet = { cells: new Map(), numbers: numbersOf(rows) };
  const rowById = new Map(rows.map((row) => [row.structure.id, row]));
  for (const { structure, units } of rows) {
    const number = sheet.numbers.get(structure.id);
    const mark = number === undefined ? '' : `[${number}]`;
    for (const unit of units) put(sheet, unit, 0, valuesOf(structure, layout.spanNames, mark));
  }
  for (const link of structures) {
    if (link.type === OWN.relation) putLink(sheet, link, rowById, layout, at);
  }
  return sheet;
}

function sentenceLines(
  tokenised: TokenisedText,
  sheet: Sheet,
  at: ReadonlyMap<string, string>,
  units: readonly Unit[],
  columns: number,
): string {
  const byToken = new Map<number, Map<string, Unit>>();
  for (const unit of units) {
    const there = byToken.get(unit.token) ?? new Map<string, Unit>();
    byToken.set(unit.token, there.set(key(unit), unit));
  }
  const line = (unit: Unit): string => {
    const cells = sheet.cells.get(key(unit)) ?? [];
    const written = Array.from({ length: columns }, (_, index) => cells[index]?.join('|') ?? '_');
    const [start, end] = unit.span;
    const form = escapeTsvText(tokenised.text.slice(start, end));
    return `${[at.get(key(unit)), `${start}-${end}`, form, ...written].join('\t')}\t\n`;
  };
  return tokenised.sentences
    .map(([first, end]) => {
      const start = tokenised.tokens[first]?.start ?? 0;
      const text = tokenised.text.slice(start, tokenised.tokens[end - 1]?.end ?? start);
      const head = text.split('\n').map((part) => `#Text=${escapeTsvText(part)}\n`);
      const lines = tokenised.tokens.slice(first, end).flatMap((one, index) => {
        const whole: Unit = { token: first + index, span: [one.start, one.end] };
        const inside = [...(byToken.get(first + index)?.values() ?? [])]
          .filter((unit) => key(unit) !== key(whole))
          .toSorted((a, b) => compareSpans(a.span, b.span));
        return [whole, ...inside].map(line);
      });
      return `\n${head.join('')}${lines.join('')}`;
    })
    .join('');
}

function tsvOf(from: ExportArticle, names: FeatureNames, losses: LossLog): string {
  const options = { sofaString: from.text, more: {}, can: TSV_CAN };
  const structures = buildCas(from, names, losses, options);
  const tokenised = tokenise(from.text);
  const rows = rowsOf(structures, tokenised, losses);
  loseLinks(structures, rows, losses);
  const units = rows.flatMap((row) => row.units);
  const at = addresses(tokenised, units);
  const spanNames = featuresOf(structures, OWN.annotation);
  const linkNames = featuresOf(structures, OWN.relation);
  const columns = spanNames.length + linkNames.length + 1;
  const sheet = fill(rows, structures, { spanNames, linkNames, columns }, at);
  return [
    '#FORMAT=WebAnno TSV 3.3\n',
    `#T_SP=${[OWN.annotation, ...spanNames].join('|')}\n`,
    `#T_RL=${[OWN.relation, ...linkNames].join('|')}|BT_${OWN.annotation}\n\n`,
    sentenceLines(tokenised, sheet, at, units, columns),
  ].join('');
}

/** In the map beside a file: attributes by the names of their features. */
export const ATTRIBUTE_NAMES = 'attributeNames';

/** Writes for each article a TSV and its text, which the TSV alone does not hold between sentences. */
export const writeWebannoTsv: Writer = (_facts, _options, losses) => ({
  *article(from) {
    const { id } = from.article;
    const names = featureNames();
    yield { path: `${id}.tsv`, data: tsvOf(from, names, losses) };
    yield { path: `${id}.txt`, data: from.text };
    const known = {
      article: articleFields(from.article),
      annotations: { [ATTRIBUTE_NAMES]: names.all() },
      relations: {},
    };
    yield { path: mapFile(id), data: `${jsonLine(known)}\n` };
  },
  end: () => [],
});
