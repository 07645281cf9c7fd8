import type { JsonObject } from '../../model/json.ts';
import { findMeasure } from '../index.ts';

/** The value of a measure, or its reason, or the error: whatever it said. */
export function measured(name: string, input: JsonObject): number | string {
  const measure = findMeasure(name);
  if (measure === undefined) throw new Error(`there is no measure ${name}`);
  const result = measure.run(input);
  if (!result.ok) return `refused: ${result.error}`;
  return result.value.value ?? result.value.reason;
}
