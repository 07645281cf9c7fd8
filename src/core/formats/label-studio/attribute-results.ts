import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { isSameJson } from '../../model/same-json.ts';
import { jsonLine } from '../canonical-json.ts';

/** The controls of Label Studio that can hold a value; the type of a result is named as its field. */
export type ControlKind = 'choices' | 'number' | 'datetime' | 'textarea';

/** Names in the labelling configuration that are taken: the label control and the text. */
const TAKEN: ReadonlySet<string> = new Set(['label', 'text']);
const ATTRIBUTE = 'attribute-';
const DOCUMENT = 'article-';

/** The name of the control that asks for an attribute. */
export function attributeControl(name: string): string {
  return TAKEN.has(name) || name.startsWith(ATTRIBUTE) || name.startsWith(DOCUMENT)
    ? `${ATTRIBUTE}${name}`
    : name;
}

/** The name of the control that asks for a label on the whole article. */
export function documentControl(name: string): string {
  return `${DOCUMENT}${name}`;
}

/** The attribute, or the label on the whole article, that a control of any configuration asks for. */
export function controlSubject(control: string): string {
  if (control.startsWith(ATTRIBUTE)) return control.slice(ATTRIBUTE.length);
  return control.startsWith(DOCUMENT) ? control.slice(DOCUMENT.length) : control;
}

function asWords(value: Json): string {
  return typeof value === 'string' ? value : jsonLine(value);
}

/** A value as a control of a kind holds it. */
export function controlValue(value: Json, kind: ControlKind): Json {
  if (kind === 'number') return typeof value === 'number' ? value : Number(value);
  if (kind === 'datetime') return asWords(value);
  const all: readonly Json[] = Array.isArray(value) ? value : [value];
  return kind === 'choices' ? all.map(asWords) : [asWords(value)];
}

/** A list of one is that one; a control says all it holds as lists. */
function unwrapped(value: Json): Json {
  if (!Array.isArray(value)) return value;
  const [only, another] = value as readonly Json[];
  return only !== undefined && another === undefined ? only : value;
}

/**
 * The value that a result holds, as its type says it; `undefined` where it holds none. A value that
 * we wrote ourselves comes back exactly, unless somebody changed it since.
 */
export function resultValue(result: JsonObject): Json | undefined {
  const { type, value, meta } = result;
  if (typeof type !== 'string' || !isJsonObject(value)) return undefined;
  const held = type === 'textarea' ? value['text'] : value[type];
  if (held === undefined) return undefined;
  const exact = isJsonObject(meta) ? meta['value'] : undefined;
  if (exact !== undefined) {
    const kinds: readonly ControlKind[] = ['choices', 'number', 'datetime', 'textarea'];
    const kind = kinds.find((one) => one === type);
    if (kind !== undefined && isSameJson(controlValue(exact, kind), held)) return exact;
  }
  return unwrapped(held);
}
