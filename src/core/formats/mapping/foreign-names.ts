import { isActorReference, isQuotedSpans } from '../../log/attribute-value.ts';
import type { AttributeType } from '../../model/attribute.ts';
import type { Json } from '../../model/json.ts';
import type { ReadAnnotation, ReadArticle } from '../format.ts';

/** What of a file bears a name that the codebook may know: labels for words and for whole articles, … */
export const FOREIGN_KINDS = ['label', 'document', 'attribute', 'relation'] as const;

/** What of a file bears a name that the codebook may know. */
export type ForeignKind = (typeof FOREIGN_KINDS)[number];

/** A name as a file has it, and how it is used there. */
export interface ForeignName {
  readonly kind: ForeignKind;
  readonly name: string;
  /** How often it is given. */
  readonly count: number;
  /** The first words it is given to, shortened; a value of an attribute. */
  readonly example: string;
  /** What the values of an attribute are; `text` where they differ. */
  readonly type: AttributeType;
  /** Names of the labels an attribute occurs under, as the file has them. */
  readonly under: ReadonlySet<string>;
}

const LONGEST_EXAMPLE = 60;

function shortened(words: string): string {
  const [line = ''] = words.trim().split(/[\r\n]/u, 1);
  return line.length > LONGEST_EXAMPLE ? `${line.slice(0, LONGEST_EXAMPLE)}…` : line;
}

function typeOf(value: Json): AttributeType {
  if (typeof value === 'boolean' || typeof value === 'number') return typeof value as 'number';
  if (isQuotedSpans(value)) return 'span';
  return isActorReference(value) ? 'actor' : 'text';
}

function valueWords(value: Json): string {
  if (isQuotedSpans(value)) return value.quote.join(' … ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Growing = { -readonly [K in keyof ForeignName]: ForeignName[K] } & { under: Set<string> };

/** Names a name among all kinds. */
export function nameKey(kind: ForeignKind, name: string): string {
  return `${kind} ${name}`;
}

/** What names the articles of a file use; they are taken one by one, so that none has to wait. */
export interface NameTally {
  readonly take: (read: ReadArticle) => void;
  /** By kind, the most used first. */
  readonly all: () => ForeignName[];
}

function compare(a: ForeignName, b: ForeignName): number {
  const order = FOREIGN_KINDS.indexOf(a.kind) - FOREIGN_KINDS.indexOf(b.kind);
  if (order !== 0) return order;
  if (a.count !== b.count) return b.count - a.count;
  return a.name < b.name ? -1 : 1;
}

/** Nothing counted yet. */
export function nameTally(): NameTally {
  const found = new Map<string, Growing>();
  const count = (kind: ForeignKind, name: string, example: string, type?: AttributeType) => {
    const known = found.get(nameKey(kind, name));
    if (known !== undefined) {
      known.count += 1;
      if (type !== undefined && type !== known.type) known.type = 'text';
      return known;
    }
    const words = shortened(example);
    const made: Growing = {
      kind,
      name,
      count: 1,
      example: words,
      type: type ?? 'text',
      under: new Set(),
    };
    found.set(nameKey(kind, name), made);
    return made;
  };
  const takeAnnotation = ({ labelName, anchor, attributes }: ReadAnnotation): void => {
    count('label', labelName, anchor.quote.join(' … '));
    for (const [name, value] of Object.entries(attributes)) {
      count('attribute', name, valueWords(value), typeOf(value)).under.add(labelName);
    }
  };
  return {
    take({ article, annotations, relations, documentLabels }) {
      for (const annotation of annotations) takeAnnotation(annotation);
      if (relations.length > 0) {
        const words = new Map(annotations.map(({ id, anchor }) => [id, anchor.quote.join(' … ')]));
        for (const { type, from, to } of relations) {
          count('relation', type, `${words.get(from) ?? ''} → ${words.get(to) ?? ''}`);
        }
      }
      for (const { labels } of documentLabels) {
        for (const name of Object.keys(labels)) count('document', name, article.title);
      }
    },
    all: () => [...found.values()].sort(compare),
  };
}

/** The names of several files as one list: counts are added up, the first example is taken. */
export function sumNames(lists: readonly (readonly ForeignName[])[]): ForeignName[] {
  const sums = new Map<string, ForeignName>();
  for (const one of lists.flat()) {
    const key = nameKey(one.kind, one.name);
    const known = sums.get(key);
    const sum: ForeignName =
      known === undefined
        ? one
        : {
            ...known,
            count: known.count + one.count,
            type: known.type === one.type ? one.type : 'text',
            under: new Set([...known.under, ...one.under]),
          };
    sums.set(key, sum);
  }
  return [...sums.values()].sort(compare);
}
