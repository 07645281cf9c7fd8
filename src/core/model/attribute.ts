/** The kinds of value an attribute can hold. */
export const ATTRIBUTE_TYPES = [
  'choice',
  'multi-choice',
  'text',
  'date',
  'boolean',
  'number',
  'actor',
  'span',
  'article',
] as const;

/** What kind of value an attribute holds. */
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** One of the values a `choice` or `multi-choice` offers. */
export interface AttributeChoice {
  /** Plain, and unique within its attribute; what annotations hold. */
  readonly id: string;
  readonly name: string;
  /** The single key that picks it, a digit or a small letter; empty where there is none. */
  readonly key: string;
  readonly definition: string;
}

/** Shows an attribute only while another one has one of these values. */
export interface ShowWhen {
  /** Attribute id. */
  readonly attribute: string;
  /** Value ids of a choice; `true` or `false` of a boolean. */
  readonly anyOf: readonly (string | boolean)[];
}

/** A question that an analyst answers about an annotation. */
export interface Attribute {
  readonly id: string;
  readonly name: string;
  readonly type: AttributeType;
  /** Ids of the labels it belongs to; empty for all but the helper labels. */
  readonly labels: readonly string[];
  /** What a choice offers; empty for every other type. */
  readonly values: readonly AttributeChoice[];
  /** A layer cannot be submitted while it is missing where it is shown. */
  readonly required: boolean;
  /** `null` where it is always shown. */
  readonly showWhen: ShowWhen | null;
  /** Counts in inter-annotator agreement. */
  readonly agreement: boolean;
  /** Heading it stands under; empty for none. */
  readonly group: string;
  readonly definition: string;
  /** Offered at all. What is off keeps the values it was given. */
  readonly enabled: boolean;
  /** An `actor` attribute takes more than one. */
  readonly multiple: boolean;
  /** Position among the attributes, ascending. */
  readonly order: number;
}

/** An actor as an attribute names it: an annotation of the same layer, or words. */
export type ActorReference = { readonly annotation: string } | { readonly text: string };

/** Words of the article as an attribute points to them, `[start, end)` in UTF-16 code units. */
export interface QuotedSpans {
  readonly quote: readonly string[];
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** What an attribute is as long as nothing else is said of it. */
export const PLAIN_ATTRIBUTE: Omit<Attribute, 'id' | 'name' | 'type' | 'order'> = {
  labels: [],
  values: [],
  required: false,
  showWhen: null,
  agreement: true,
  group: '',
  definition: '',
  enabled: true,
  multiple: false,
};
