import { alphaCustomDistance } from './alpha/custom.ts';
import { alphaInterval } from './alpha/interval.ts';
import { alphaJaccard } from './alpha/jaccard.ts';
import { alphaMasi } from './alpha/masi.ts';
import { alphaNominal } from './alpha/nominal.ts';
import { alphaOrdinal } from './alpha/ordinal.ts';
import { alphaRatio } from './alpha/ratio.ts';
import { bootstrapMeasures } from './bootstrap/bootstrap-percentile-ci.ts';
import { gamma } from './gamma/gamma.ts';
import { gammaBestAlignmentDisorder } from './gamma/gamma-best-alignment-disorder.ts';
import { gammaGivenSampledContinua } from './gamma/gamma-given-sampled-continua.ts';
import type { Measure } from './measure.ts';
import { spanExact } from './spans/exact.ts';
import { iouOptimalMatchingSum } from './spans/iou-optimal-matching-sum.ts';
import { iouSpans } from './spans/iou-spans.ts';
import { spanPartial } from './spans/partial.ts';
import { spanStrict } from './spans/strict.ts';
import { spanType } from './spans/type.ts';
import { bennettS } from './table/bennett-s.ts';
import { cohenKappa } from './table/cohen-kappa.ts';
import { cohenKappaAsymptoticSe } from './table/cohen-kappa-asymptotic-se.ts';
import { fleissKappa } from './table/fleiss-kappa.ts';
import { fleissKappaCategory } from './table/fleiss-kappa-category.ts';
import { gwetAc1 } from './table/gwet-ac1.ts';
import { percent } from './table/percent.ts';
import { randolphKappa } from './table/randolph-kappa.ts';
import { scottPi } from './table/scott-pi.ts';
import type { TableMeasure } from './table/table-measure.ts';
import { tokenKappaBio } from './table/token-kappa.ts';
import { tokenKappaAnnotated } from './table/token-kappa-annotated.ts';
import { tokenKappaTypes } from './table/token-kappa-types.ts';
import { weightedKappaCustomDistance } from './table/weighted-kappa-custom-distance.ts';
import { weightedKappaLinear } from './table/weighted-kappa-linear.ts';
import { weightedKappaQuadratic } from './table/weighted-kappa-quadratic.ts';
import { alphaU2004 } from './unitizing/alpha-u-2004.ts';
import { alphaU2004Category } from './unitizing/alpha-u-2004-category.ts';
import { barUAlpha } from './unitizing/bar-u-alpha.ts';
import { cuAlpha } from './unitizing/cu-alpha.ts';
import { cuCoverage } from './unitizing/cu-coverage.ts';
import { kUAlpha } from './unitizing/k-u-alpha.ts';
import { uAlpha } from './unitizing/u-alpha.ts';

/** Measures of ratings, of which a bootstrap can be made. To add one, add its file and a line here. */
const TABLE_MEASURES: readonly TableMeasure[] = [
  percent,
  cohenKappa,
  cohenKappaAsymptoticSe,
  weightedKappaLinear,
  weightedKappaQuadratic,
  weightedKappaCustomDistance,
  scottPi,
  bennettS,
  fleissKappa,
  fleissKappaCategory,
  randolphKappa,
  gwetAc1,
  alphaNominal,
  alphaOrdinal,
  alphaInterval,
  alphaRatio,
  alphaJaccard,
  alphaMasi,
  alphaCustomDistance,
];

/** Every measure of agreement. To add one, add its file and a line here or above. */
export const MEASURES: readonly Measure[] = [
  ...TABLE_MEASURES,
  ...bootstrapMeasures(TABLE_MEASURES),
  tokenKappaBio,
  tokenKappaTypes,
  tokenKappaAnnotated,
  alphaU2004,
  alphaU2004Category,
  uAlpha,
  barUAlpha,
  cuAlpha,
  cuCoverage,
  kUAlpha,
  gammaBestAlignmentDisorder,
  gammaGivenSampledContinua,
  gamma,
  spanStrict,
  spanExact,
  spanPartial,
  spanType,
  iouSpans,
  iouOptimalMatchingSum,
];

/** The measure of this name. */
export function findMeasure(name: string): Measure | undefined {
  return MEASURES.find((measure) => measure.name === name);
}
