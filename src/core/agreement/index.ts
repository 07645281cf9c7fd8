import { alphaCustomDistance } from './alpha/custom.ts';
import { alphaInterval } from './alpha/interval.ts';
import { alphaJaccard } from './alpha/jaccard.ts';
import { alphaMasi } from './alpha/masi.ts';
import { alphaNominal } from './alpha/nominal.ts';
import { alphaOrdinal } from './alpha/ordinal.ts';
import { alphaRatio } from './alpha/ratio.ts';
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
import { tokenKappaBio } from './table/token-kappa.ts';
import { tokenKappaAnnotated } from './table/token-kappa-annotated.ts';
import { tokenKappaTypes } from './table/token-kappa-types.ts';
import { weightedKappaCustomDistance } from './table/weighted-kappa-custom-distance.ts';
import { weightedKappaLinear } from './table/weighted-kappa-linear.ts';
import { weightedKappaQuadratic } from './table/weighted-kappa-quadratic.ts';

/** Every measure of agreement. To add one, add its file and a line here. */
export const MEASURES: readonly Measure[] = [
  percent,
  cohenKappa,
  cohenKappaAsymptoticSe,
  weightedKappaLinear,
  weightedKappaQuadratic,
  weightedKappaCustomDistance,
  tokenKappaBio,
  tokenKappaTypes,
  tokenKappaAnnotated,
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
