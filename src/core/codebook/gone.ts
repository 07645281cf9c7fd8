import type { Attribute, AttributeType } from '../model/attribute.ts';
import type { CodebookContent } from '../model/codebook.ts';

/** What to do with what is in use and goes: clear it, or put something else in its place. */
export type Choice = { readonly do: 'remove' } | { readonly do: 'replace'; readonly with: string };

/** Choices by the id of what goes. */
type Choices = { readonly [id: string]: Choice };

/** What a person chose for what a new codebook leaves out. */
export interface PublishChoices {
  readonly labels: Choices;
  readonly attributes: Choices;
  /** Attribute id → value id → choice. */
  readonly values: { readonly [attribute: string]: Choices };
  readonly relationTypes: Choices;
}

/** Nothing chosen yet. */
export const NO_CHOICES: PublishChoices = {
  labels: {},
  attributes: {},
  values: {},
  relationTypes: {},
};

/** What a new codebook leaves out, by id. */
export interface Gone {
  readonly labels: ReadonlySet<string>;
  /** Left out, or of another kind now, so that the values they were given do not fit. */
  readonly attributes: ReadonlySet<string>;
  /** Attribute id → value ids. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  readonly relationTypes: ReadonlySet<string>;
}

interface Entry {
  readonly id: string;
}

function missing(before: readonly Entry[], after: readonly Entry[]): Set<string> {
  const kept = new Set(after.map(({ id }) => id));
  return new Set(before.map(({ id }) => id).filter((id) => !kept.has(id)));
}

/** The same words are a date and a text. */
function shapeOf(type: AttributeType): AttributeType {
  return type === 'date' ? 'text' : type;
}

/** True when values of one attribute are of the kind the other takes. */
export function isSameShape(a: Pick<Attribute, 'type'>, b: Pick<Attribute, 'type'>): boolean {
  return shapeOf(a.type) === shapeOf(b.type);
}

/** What `next` leaves out of `current`. */
export function goneFrom(current: CodebookContent, next: CodebookContent): Gone {
  const attributes = missing(current.attributes, next.attributes);
  const values = new Map<string, ReadonlySet<string>>();
  for (const before of current.attributes) {
    const after = next.attributes.find(({ id }) => id === before.id);
    if (after === undefined) continue;
    if (isSameShape(before, after)) values.set(before.id, missing(before.values, after.values));
    else attributes.add(before.id);
  }
  return {
    labels: missing(current.labels, next.labels),
    attributes,
    values,
    relationTypes: missing(current.relationTypes, next.relationTypes),
  };
}

/** True when nothing goes, so that no layer needs to be read. */
export function isNothing({ labels, attributes, values, relationTypes }: Gone): boolean {
  const sizes = [labels, attributes, relationTypes, ...values.values()].map(({ size }) => size);
  return sizes.every((size) => size === 0);
}
