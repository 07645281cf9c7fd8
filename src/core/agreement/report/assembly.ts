import type { Material } from './behind.ts';
import type { Block } from './blocks.ts';
import type { Mark } from './collection.ts';
import type { Figures } from './figures.ts';
import { pairReport } from './pair-report.ts';
import { type Part, partOfLabel, partOfVersion, partOfWeek, WHOLE } from './part.ts';
import type { AgreementReport, AttributeReport, Four, PairReport } from './report.ts';
import { measuredWhole, type Sample } from './sample.ts';
import {
  attributeSample,
  boundarySample,
  type Counted,
  findingSample,
  labelSample,
  oneLabelSample,
} from './samples.ts';
import type { Selector } from './selector.ts';

/** The samples of the four questions about a part of the work. */
interface FourSamples {
  readonly finding: Counted;
  readonly boundary: Counted;
  readonly label: Counted;
  readonly attributes: readonly Sample[];
}

function samplesOf({ collection, blocks, units: all }: Material, part: Part): FourSamples {
  // What is not of the part is passed over once, not once for each attribute.
  const units = part === WHOLE ? all : all.filter(({ marks }) => part.together(marks));
  const samples = collection.books.map(
    (book, at) => attributeSample(units, WHOLE, at, book).sample,
  );
  // Attributes that say nothing here have no part in the mean.
  const known = samples.filter((sample) => measuredWhole(sample).value !== null);
  return {
    finding: findingSample(blocks, part),
    boundary: boundarySample(blocks, part),
    label: labelSample(units, WHOLE, collection.labels.length),
    attributes: known.length > 0 ? known : samples.slice(0, 1),
  };
}

function fourOf(figures: Figures, samples: FourSamples, narrowed: Partial<Selector>): Four {
  const { finding, boundary, label, attributes } = samples;
  const add = ({ sample, count }: Counted, of: Selector['of']) =>
    figures.add([sample], count, { of, ...narrowed });
  return {
    finding: add(finding, 'found'),
    boundary: add(boundary, 'matched'),
    label: add(label, 'units'),
    attributes: figures.add(attributes, label.count, { of: 'units', ...narrowed }),
  };
}

/** The four questions about a part of the work. */
export function fourAbout(material: Material, figures: Figures, part: Part): Four {
  return fourOf(figures, samplesOf(material, part), part.selector);
}

/** The four questions about everything, and about each article. */
export function wholeAndArticles(
  material: Material,
  figures: Figures,
): { readonly whole: Four; readonly byArticle: AgreementReport['byArticle'] } {
  const { collection, blocks, units } = material;
  const samples = samplesOf(material, WHOLE);
  const whole = fourOf(figures, samples, {});
  const counts = collection.articles.map(() => ({ found: 0, matched: 0, units: 0 }));
  for (const { article, matched, alone } of blocks) {
    const own = counts[article];
    if (own === undefined) continue;
    own.matched += matched.length;
    own.found += matched.length + alone.length;
  }
  for (const { article } of units) {
    const own = counts[article];
    if (own !== undefined) own.units += 1;
  }
  const { finding, boundary, label, attributes } = samples;
  const byArticle = collection.articles.map(({ id, title, layers }, at) => {
    const figure = (of: 'found' | 'matched' | 'units', list: readonly Sample[]) =>
      figures.ofArticle(list, at, counts[at]?.[of] ?? 0, { of, article: id });
    return {
      articleId: id,
      title,
      readers: layers.size,
      finding: figure('found', [finding.sample]),
      boundary: figure('matched', [boundary.sample]),
      label: figure('units', [label.sample]),
      attributes: figure('units', attributes),
    };
  });
  return { whole, byArticle };
}

/** Every two analysts who read an article together. */
export function pairReports(material: Material, figures: Figures): readonly PairReport[] {
  const { collection, blocks } = material;
  const size = collection.analysts.length;
  const byPair = new Map<number, Block[]>();
  for (const block of blocks) {
    const key = block.first * size + block.second;
    const known = byPair.get(key);
    if (known === undefined) byPair.set(key, [block]);
    else known.push(block);
  }
  return [...byPair]
    .sort(([a], [b]) => a - b)
    .map(([key, own]) =>
      pairReport(collection, figures, own, [Math.floor(key / size), key % size]),
    );
}

/** Each label; α is of that label against all others. */
export function labelReports(material: Material, figures: Figures): AgreementReport['byLabel'] {
  const { collection, blocks, units } = material;
  return collection.labels.map(({ id, name }, at) => {
    const part = partOfLabel(at, id);
    const add = ({ sample, count }: Counted, of: Selector['of']) =>
      figures.add([sample], count, { of, ...part.selector });
    return {
      labelId: id,
      name,
      finding: add(findingSample(blocks, part), 'found'),
      boundary: add(boundarySample(blocks, part), 'matched'),
      label: add(oneLabelSample(units, at), 'units'),
    };
  });
}

/** Each attribute that counts. */
export function attributeReports(
  { collection, units }: Material,
  figures: Figures,
): readonly AttributeReport[] {
  return collection.books.map((book, at) => {
    const { id, name, type } = book.attribute;
    const { sample, count } = attributeSample(units, WHOLE, at, book);
    const agreement = figures.add([sample], count, { of: 'units', attribute: id });
    return { attribute: id, name, type, measure: book.measure, agreement };
  });
}

function distinct<T>({ collection }: Material, of: (mark: Mark) => T): T[] {
  const all = new Set<T>();
  for (const { layers } of collection.articles) {
    for (const marks of layers.values()) for (const mark of marks) all.add(of(mark));
  }
  return [...all];
}

/** Each week in which something was marked, in order. */
export function weekReports(material: Material, figures: Figures): AgreementReport['byWeek'] {
  return distinct(material, ({ week }) => week)
    .sort()
    .map((week) => ({ week, ...fourAbout(material, figures, partOfWeek(week)) }));
}

/** Each version of the codebook that something was marked with, in order. */
export function versionReports(material: Material, figures: Figures): AgreementReport['byVersion'] {
  return distinct(material, ({ version }) => version)
    .sort((a, b) => a - b)
    .map((version) => ({
      codebookVersion: version,
      ...fourAbout(material, figures, partOfVersion(version)),
    }));
}
