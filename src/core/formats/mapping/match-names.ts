import { entryAlike } from '../../codebook/alike-names.ts';
import { newAttribute, newLabel, newRelationType } from '../../codebook/new-entry.ts';
import {
  type CodebookContent,
  documentLabelsIn,
  findLabel,
  wordLabels,
} from '../../model/codebook.ts';
import { FIELD_LIMITS } from '../../model/field-limits.ts';
import { type ForeignKind, type ForeignName, nameKey } from './foreign-names.ts';

/** What the codebook has for a foreign name. */
export interface NameMatch {
  /** Id of the entry. */
  readonly to: string;
  /** `same`: its very id, or a label's name but for case; `alike`: a suggestion, which is told. */
  readonly how: 'same' | 'alike';
}

/** What is to become of a foreign name. */
export type NameChoice =
  | { readonly do: 'map'; readonly to: string }
  /** A new entry of the codebook, under a name of its own where one is given. */
  | { readonly do: 'create'; readonly name?: string | undefined }
  /** Out of the project; what bears the name is kept with the article's import record. */
  | { readonly do: 'leave' }
  /** As the file has it, outside of the codebook. Labels for words cannot be. */
  | { readonly do: 'keep' };

/** What a person said about the foreign names of an import. */
export interface NameWishes {
  /** By {@link nameKey}. */
  readonly choices: ReadonlyMap<string, NameChoice>;
  /** What becomes of a label for words that matches nothing and about which nothing was said. */
  readonly unmatched: 'create' | 'ask';
}

/** As an import does it without a word about names. */
export const NO_WISHES: NameWishes = { choices: new Map(), unmatched: 'create' };

type Entry = { readonly id: string; readonly name: string };

/** The entries of a codebook that a kind of name can stand for. */
export function entriesFor(kind: ForeignKind, codebook: CodebookContent): readonly Entry[] {
  if (kind === 'label') return wordLabels(codebook.labels);
  if (kind === 'document') return documentLabelsIn(codebook.labels);
  return kind === 'attribute' ? codebook.attributes : codebook.relationTypes;
}

/** What the codebook has for a name; `undefined` where nothing, or more than one thing, is like it. */
export function matchOf(
  { kind, name }: Pick<ForeignName, 'kind' | 'name'>,
  codebook: CodebookContent,
): NameMatch | undefined {
  const entries = entriesFor(kind, codebook);
  const same =
    kind === 'label'
      ? findLabel(codebook.labels, name.trim())
      : entries.find(({ id }) => id === name);
  if (same !== undefined) return { to: same.id, how: 'same' };
  const offered = entries.filter((entry) => !('retired' in entry && entry.retired === true));
  const alike = entryAlike(name, offered);
  return alike === undefined ? undefined : { to: alike.id, how: 'alike' };
}

/** Where a foreign name leads. */
export type NameTarget =
  | { readonly do: 'map'; readonly to: string; readonly how: 'same' | 'alike' | 'chosen' | 'made' }
  | { readonly do: 'leave' | 'keep' };

/** Where each foreign name of an import leads, and what the codebook needs for it. */
export interface NameMapping {
  /** By {@link nameKey}. */
  readonly targets: ReadonlyMap<string, NameTarget>;
  /** The codebook with every entry that is to be made. */
  readonly codebook: CodebookContent;
  /** Labels for words that match nothing and about which nothing was said. */
  readonly undecided: readonly ForeignName[];
}

type Book = { -readonly [K in keyof CodebookContent]: CodebookContent[K] };

/** The name a new entry gets: what is given, within the length that names may have. */
function entryName(given: string): string {
  const name = given.trim().slice(0, FIELD_LIMITS.name).trim();
  return name === '' ? 'Unnamed' : name;
}

function isSameName(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.normalize('NFC').toLowerCase());
  return one === other;
}

/** Adds an entry of this name, or finds the one that is there already. Its id. */
function made(foreign: ForeignName, given: string, targets: Targets, book: Book): string {
  const name = entryName(given);
  const { kind } = foreign;
  if (kind === 'relation') {
    const entry = newRelationType(name, book.relationTypes);
    book.relationTypes = [...book.relationTypes, entry];
    return entry.id;
  }
  if (kind === 'attribute') {
    const under = [...foreign.under].flatMap((label) => {
      const target = targets.get(nameKey('label', label));
      return target?.do === 'map' ? target.to : [];
    });
    const labels = [...new Set(under)];
    const entry = newAttribute(name, foreign.type, labels, book.attributes);
    book.attributes = [...book.attributes, entry];
    return entry.id;
  }
  const isDocument = kind === 'document';
  const known = book.labels.find(
    (label) => isSameName(label.name, name) && (label.document === true) === isDocument,
  );
  if (known !== undefined) return known.id;
  const entry = newLabel(name, book.labels, isDocument);
  book.labels = [...book.labels, entry];
  return entry.id;
}

type Targets = Map<string, NameTarget>;

function byDefault(
  foreign: ForeignName,
  codebook: CodebookContent,
  { unmatched }: NameWishes,
): NameTarget | 'create' | 'ask' {
  const match = matchOf(foreign, codebook);
  if (match !== undefined) return { do: 'map', ...match };
  return foreign.kind === 'label' ? unmatched : { do: 'keep' };
}

function byChoice(
  choice: NameChoice,
  { kind }: ForeignName,
  codebook: CodebookContent,
): NameTarget | 'create' | 'ask' {
  if (choice.do === 'create') return 'create';
  if (choice.do === 'keep') return kind === 'label' ? 'ask' : { do: 'keep' };
  if (choice.do === 'leave') return { do: 'leave' };
  // Somebody may have changed the codebook since the choice.
  const isThere = entriesFor(kind, codebook).some(({ id }) => id === choice.to);
  return isThere ? { do: 'map', to: choice.to, how: 'chosen' } : 'ask';
}

/**
 * Where the names of a file lead: by what was said about them, else by name. Labels come first in
 * `names`, as a tally gives them, because attributes are asked under labels.
 */
export function mapNames(
  names: readonly ForeignName[],
  codebook: CodebookContent,
  wishes: NameWishes,
): NameMapping {
  const targets: Targets = new Map();
  const undecided: ForeignName[] = [];
  const book: Book = { ...codebook };
  for (const foreign of names) {
    const key = nameKey(foreign.kind, foreign.name);
    const choice = wishes.choices.get(key);
    const target =
      choice === undefined
        ? byDefault(foreign, codebook, wishes)
        : byChoice(choice, foreign, codebook);
    if (target === 'ask') undecided.push(foreign);
    else if (target === 'create') {
      const given = choice?.do === 'create' ? choice.name : undefined;
      const to = made(foreign, given ?? foreign.name, targets, book);
      targets.set(key, { do: 'map', to, how: 'made' });
    } else targets.set(key, target);
  }
  return { targets, codebook: book, undecided };
}
