import type { Split, WriteOptions } from '../formats/format.ts';
import { LAYER_STATES, type LayerState } from '../model/layer-document.ts';

/** Whose work goes out: everybody's, one's own, that of the analysts named, or the adjudicated layer. */
export type Whose =
  | { readonly kind: 'all' | 'mine' | 'gold' }
  /** Analyst ids, at least one. */
  | { readonly kind: 'analysts'; readonly ids: readonly string[] };

/** Which labels go out: these, or all but these. */
export interface LabelChoice {
  readonly mode: 'only' | 'without';
  /** Label ids. */
  readonly ids: readonly string[];
}

/** How much of a dataset each split gets: whole numbers that count against their sum. */
export type Shares = { readonly [S in Split]: number };

/**
 * What of a project goes into a dataset. It is applied to articles before a format sees them, so
 * that every format is given the same.
 */
export interface ExportChoice {
  /** A query as the search takes it; articles in which it finds something go out. Empty for all. */
  readonly filter: string;
  /** Article ids; all of the project where it is absent. */
  readonly articles?: readonly string[];
  readonly whose: Whose;
  /** States of the layers that go out; all where it is absent. */
  readonly states?: readonly LayerState[];
  /** All labels where it is absent. */
  readonly labels?: LabelChoice;
  /** One part for everything where it is absent. */
  readonly shares?: Shares;
  /** Decides the splits and the pseudonyms; the same word gives the same ones. */
  readonly seed: string;
  /** Analysts are called by pseudonyms. */
  readonly deidentify: boolean;
  /** What a record of the dataset is about. */
  readonly unit: 'article' | 'sentence';
  readonly furniture: 'in' | 'out';
}

/** Everything of everybody, as it is. */
export const EVERYTHING: ExportChoice = {
  filter: '',
  whose: { kind: 'all' },
  seed: '1',
  deidentify: false,
  unit: 'article',
  furniture: 'in',
};

/** A choice with a format, under a name: enough to write the same dataset again. */
export interface Recipe {
  readonly id: string;
  readonly name: string;
  /** Id of a format that can be written. */
  readonly format: string;
  readonly options: WriteOptions;
  readonly choice: ExportChoice;
}

/** The splits in the order in which they are written and counted. */
export const SPLITS: readonly Split[] = ['train', 'dev', 'test'];

/**
 * Shares as they are typed: `80/10/10` for train, dev and test, `80/20` for train and test.
 * `undefined` where it is no such thing, or train is empty.
 */
export function sharesFrom(text: string): Shares | undefined {
  if (!/^\d{1,4}(?:\/\d{1,4}){1,2}$/.test(text.trim())) return undefined;
  const numbers = text.trim().split('/').map(Number);
  const [train = 0, second = 0, third] = numbers;
  const shares =
    third === undefined ? { train, dev: 0, test: second } : { train, dev: second, test: third };
  return train > 0 && shares.dev + shares.test > 0 ? shares : undefined;
}

/** Shares as {@link sharesFrom} reads them. */
export function sharesText({ train, dev, test }: Shares): string {
  return `${train}/${dev}/${test}`;
}

/** True for a label of which annotations go out. */
export function takesLabel({ labels }: Pick<ExportChoice, 'labels'>, id: string): boolean {
  return labels === undefined || labels.ids.includes(id) === (labels.mode === 'only');
}

/** True where the layers of every state go out. */
export function takesEveryState({ states }: Pick<ExportChoice, 'states'>): boolean {
  return states === undefined || LAYER_STATES.every((state) => states.includes(state));
}
