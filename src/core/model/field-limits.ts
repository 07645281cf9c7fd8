/**
 * The longest texts that a field may hold, in UTF-16 code units, by whatever door they come: the
 * window, a file, a colleague's bundle. What one door lets in, every other must let in too, or an
 * export could not be imported again.
 */
export const FIELD_LIMITS = {
  /** Names of labels and analysts. */
  name: 120,
  /** Ids in files from outside. */
  id: 200,
  relationType: 200,
  /** Names of attributes and of labels on the whole article. */
  attributeName: 198,
  /** Value of an attribute, as JSON. */
  attributeValue: 100_000,
  /** Parts of one annotation (a count): each is painted and walked by its own. */
  spans: 500,
  /** Notes and comments. */
  note: 100_000,
} as const;
