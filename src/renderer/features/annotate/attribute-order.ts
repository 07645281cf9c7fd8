import { type AskingLabel, attributesOf, isShown } from '../../../core/codebook/belongs.ts';
import { isUnanswered } from '../../../core/log/attribute-value.ts';
import type { Attribute } from '../../../core/model/attribute.ts';
import type { JsonObject } from '../../../core/model/json.ts';

/** Attributes that stand under one heading. */
export interface AskedGroup {
  /** Empty for none. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

/** The questions of one annotation as a person meets them. */
export interface Asked {
  readonly required: readonly Attribute[];
  /** The others, under their headings, in the order of the codebook. */
  readonly groups: readonly AskedGroup[];
}

/** What is asked of an annotation of this label that holds these values: required attributes first. */
export function askedOf(
  attributes: readonly Attribute[],
  label: AskingLabel,
  values: JsonObject,
): Asked {
  const shown = attributesOf({ attributes }, label).filter((one) => isShown(one, values));
  const others = shown.filter(({ required }) => !required);
  const names = [...new Set(others.map(({ group }) => group))];
  return {
    required: shown.filter(({ required }) => required),
    groups: names.map((name) => ({
      name,
      attributes: others.filter(({ group }) => group === name),
    })),
  };
}

/**
 * The required attribute that Enter goes to: the next one without an answer after `from`, else the
 * first one without. `undefined` where all are answered.
 * @param from attribute id; `undefined` to begin at the first
 */
export function nextRequired(
  required: readonly Attribute[],
  values: JsonObject,
  from: string | undefined,
): Attribute | undefined {
  const at = required.findIndex(({ id }) => id === from);
  const turned = [...required.slice(at + 1), ...required.slice(0, Math.max(0, at))];
  return turned.find(({ id }) => isUnanswered(values[id]));
}
