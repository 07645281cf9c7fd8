import { isShown } from '../../codebook/belongs.ts';
import type { Attribute, AttributeType } from '../../model/attribute.ts';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { AttributeMeasure } from './report.ts';

/** Not asked of an annotation with this label and these answers. */
export const NOT_ASKED = -1;
/** Asked, and nothing was said. */
export const SILENT = 0;

/** How answers of each type are compared. */
export const MEASURE_OF: Readonly<Record<AttributeType, AttributeMeasure>> = {
  choice: 'nominal',
  'multi-choice': 'jaccard',
  text: 'nominal',
  date: 'nominal',
  boolean: 'nominal',
  number: 'interval',
  actor: 'jaccard',
  span: 'nominal',
  article: 'nominal',
};

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** What one value says, in a form in which equal answers are equal; empty where it says nothing. */
function plain(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'string') return folded(value);
  if (!isJsonObject(value)) return JSON.stringify(value);
  const { text, quote, annotation } = value;
  if (typeof text === 'string') return folded(text);
  if (Array.isArray(quote)) return folded(quote.filter((one) => typeof one === 'string').join(' '));
  return typeof annotation === 'string' ? annotation : JSON.stringify(value);
}

/** Numbers the different answers to one attribute, so that they can be counted. */
export class AnswerBook {
  readonly attribute: Attribute;
  readonly measure: AttributeMeasure;
  readonly #codes = new Map<string, number>();
  /** The members of each answer that is a set, by code; the first says nothing. */
  readonly sets: (readonly string[])[] = [[]];
  /** The value of each answer that is a number, by code. */
  readonly numbers: number[] = [0];

  constructor(attribute: Attribute) {
    this.attribute = attribute;
    this.measure = MEASURE_OF[attribute.type];
  }

  /** How many different answers there are, silence counted. */
  get size(): number {
    return this.sets.length;
  }

  /** The code of what an annotation says, given that it is asked; `SILENT` where it says nothing. */
  codeOf(attributes: JsonObject): number {
    if (!isShown(this.attribute, attributes)) return NOT_ASKED;
    const value = attributes[this.attribute.id];
    if (value === undefined || value === null || value === '') return SILENT;
    if (this.measure === 'interval')
      return typeof value === 'number' ? this.#number(value) : SILENT;
    const list = Array.isArray(value) ? (value as readonly Json[]) : [value];
    const members = [...new Set(list.map(plain).filter((one) => one !== ''))].sort();
    return members.length === 0 ? SILENT : this.#code(JSON.stringify(members), members, 0);
  }

  #number(value: number): number {
    return Number.isFinite(value) ? this.#code(String(value + 0), [], value) : SILENT;
  }

  #code(key: string, members: readonly string[], value: number): number {
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.sets.length;
    this.#codes.set(key, code);
    this.sets.push(members);
    this.numbers.push(value);
    return code;
  }
}
