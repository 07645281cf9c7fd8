import type { Attribute } from '../model/attribute.ts';
import type { CodebookContent, Label, RelationType } from '../model/codebook.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** What decides which attributes are asked under a label. */
export type AskingLabel = Pick<Label, 'id' | 'helper' | 'document'>;

/** Values of these types point into the text; of a whole article they say nothing. */
const POINTING: ReadonlySet<string> = new Set(['span', 'actor']);

/**
 * True for an attribute that is asked under this label. Whole articles are asked only what names
 * their label and does not point into the text.
 */
export function belongsTo({ labels, type }: Attribute, label: AskingLabel): boolean {
  if (label.document === true) return labels.includes(label.id) && !POINTING.has(type);
  return labels.length === 0 ? !label.helper : labels.includes(label.id);
}

/** The attributes asked of annotations with this label, in order; those that are off left out. */
export function attributesOf(
  { attributes }: Pick<CodebookContent, 'attributes'>,
  label: AskingLabel,
): Attribute[] {
  return attributes
    .filter((attribute) => attribute.enabled && belongsTo(attribute, label))
    .sort((a, b) => a.order - b.order);
}

function holds(value: Json | undefined, wanted: string | boolean): boolean {
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}

/** True while an attribute is to be shown beside these values. A boolean not answered counts as no. */
export function isShown(attribute: Attribute, values: JsonObject): boolean {
  const { showWhen } = attribute;
  if (showWhen === null) return true;
  const value = values[showWhen.attribute] ?? false;
  return showWhen.anyOf.some((wanted) => holds(value, wanted));
}

/** True where a relation type may link annotations of these labels. */
export function mayLink(type: RelationType, from: string, to: string): boolean {
  return (
    (type.from.length === 0 || type.from.includes(from)) &&
    (type.to.length === 0 || type.to.includes(to)) &&
    (!type.sameLabel || from === to)
  );
}
