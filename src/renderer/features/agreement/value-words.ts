import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';

/** A value as the boards write it: `.84`; `–` where it is not defined. */
export function valueWords(value: number | null): string {
  if (value === null) return '–';
  const words = numberWords(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return words.replace(/^(-?)0(?=\.)/u, '$1').replace(/^-(?=\.00$)/u, '');
}

/** The figure as far as its words go. */
export interface Worded {
  readonly value: number | null;
  readonly reason: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly noInterval: string | null;
}

/** The range of a figure; why there is none; or that it follows. */
export function rangeWords({ value, low, high, noInterval }: Worded): string {
  if (value === null) return '';
  if (low !== null && high !== null) {
    return t('agreement.range', { low: valueWords(low), high: valueWords(high) });
  }
  return noInterval === null
    ? t('agreement.rangePending')
    : t('agreement.noRange', { reason: said(noInterval) });
}

/** What is said of a figure where it is spoken or pointed at. */
export function spokenWords(figure: Worded): string {
  const { value, reason, low } = figure;
  if (value === null) return t('agreement.undefined', { reason: said(reason ?? '') });
  return low === null ? valueWords(value) : `${valueWords(value)}, ${rangeWords(figure)}`;
}

/** The step of the ramp for a value, 0–4; the same as in the report’s pictures. */
export function rampStep(value: number): number {
  return [0.6, 0.7, 0.8, 0.85].filter((limit) => value >= limit).length;
}
