import {
  attributeReports,
  labelReports,
  pairReports,
  versionReports,
  weekReports,
  wholeAndArticles,
} from './assembly.ts';
import { type Material, pageBehind } from './behind.ts';
import { type Block, blocksOf, exactBlock } from './blocks.ts';
import { Collection } from './collection.ts';
import { Figures } from './figures.ts';
import type { ReportArticle, ReportOptions, ReportProject } from './input.ts';
import { WHOLE } from './part.ts';
import type { AgreementReport, Scope } from './report.ts';
import { findingSample } from './samples.ts';
import type { Item, Selector } from './selector.ts';
import { type Unit, unitsOf } from './units.ts';

/** Told how many steps of how many are done. */
export type Progress = (done: number, total: number) => void;

/** One page of the things behind a number. */
export interface Page {
  readonly total: number;
  readonly items: readonly Item[];
}

/** Makes one report: articles first, then the numbers, then how sure they are. */
export interface Engine {
  readonly add: (article: ReportArticle) => void;
  /** Every number, without intervals. Once, after the last article. */
  readonly measure: (progress: Progress) => AgreementReport;
  /** The same with intervals. After `measure`. */
  readonly resample: (progress: Progress) => AgreementReport;
  /** One page of what a number counts. After `measure`. @param from position of the first */
  readonly behind: (selector: Selector, from: number, count: number) => Page;
}

function scopeOf(collection: Collection): Scope {
  const { project, options, analysts, labels, books } = collection;
  const { codebook } = project;
  return {
    project: project.name,
    analysts: analysts.map(({ id, name }) => ({ id, name })),
    labels: labels.map(({ id, name }) => ({ id, name })),
    attributes: books.map(({ attribute }) => attribute.id),
    uncounted: codebook.attributes.filter(({ agreement }) => !agreement).map(({ id }) => id),
    readers: options.readers,
    rule: options.rule,
    unsubmitted: options.unsubmitted,
    blind: project.blind,
    codebookVersion: codebook.version,
    articles: collection.articles.length,
    readByAll: collection.readByAll,
    layers: collection.layers,
    annotations: collection.annotations,
    seed: options.seed,
    resamples: options.resamples,
  };
}

/** Compares every two analysts in every article; this is most of the work. */
function compare(collection: Collection, progress: Progress): Material {
  const blocks: Block[] = [];
  const units: Unit[] = [];
  for (const [at, article] of collection.articles.entries()) {
    const own = blocksOf(collection, article, at);
    for (const block of own) blocks.push(block);
    for (const unit of unitsOf(own)) units.push(unit);
    progress(at + 1, collection.articles.length);
  }
  return { collection, blocks, units };
}

function reportOf(material: Material, figures: Figures): AgreementReport {
  const { whole, byArticle } = wholeAndArticles(material, figures);
  const exact = findingSample(material.blocks.map(exactBlock), WHOLE);
  return {
    kind: 'verbale-agreement',
    version: 1,
    scope: scopeOf(material.collection),
    left: material.collection.left.list(),
    ...whole,
    exact: figures.add([exact.sample], exact.count, { of: 'exact' }),
    pairs: pairReports(material, figures),
    byLabel: labelReports(material, figures),
    byAttribute: attributeReports(material, figures),
    byArticle,
    byWeek: weekReports(material, figures),
    byVersion: versionReports(material, figures),
    complete: false,
  };
}

/**
 * An engine for one report. The order of the articles decides nothing but the draws of the intervals:
 * the same articles in the same order give the same report on every machine.
 */
export function createEngine(project: ReportProject, options: ReportOptions): Engine {
  const collection = new Collection(project, options);
  const figures = new Figures();
  let made: { readonly material: Material; readonly report: AgreementReport } | undefined;
  const need = () => {
    if (made === undefined) throw new Error('nothing was measured yet');
    return made;
  };
  return {
    add: (article) => collection.add(article),
    measure(progress) {
      const material = compare(collection, progress);
      const report = reportOf(material, figures);
      made = { material, report };
      return report;
    },
    resample(progress) {
      // The figures of the report take their intervals in place.
      figures.resample(options, progress);
      const report = { ...need().report, complete: true };
      made = { material: need().material, report };
      return report;
    },
    behind: (selector, from, count) => pageBehind(need().material, selector, from, count),
  };
}
