import {
  FOREIGN_KINDS,
  type ForeignName,
  nameKey,
} from '../../core/formats/mapping/foreign-names.ts';
import {
  entriesFor,
  matchOf,
  type NameChoice,
  type NameWishes,
  NO_WISHES,
} from '../../core/formats/mapping/match-names.ts';
import type { CodebookContent } from '../../core/model/codebook.ts';
import { err, ok, type Result } from '../../core/result.ts';

/** What somebody at the command line says about the names of an import. */
export interface NameRequest {
  /** Foreign name → name or id of ours; empty to leave it out. */
  readonly labels: ReadonlyMap<string, string>;
  /** Whether labels that match nothing are made; `ask` refuses their file. */
  readonly unmatched: 'create' | 'ask';
  /** Whether a name of ours that `labels` gives may be new; else it is taken for a slip. */
  readonly mayBeNew: boolean;
}

function choiceFor(
  { kind, name }: ForeignName,
  ours: string,
  codebook: CodebookContent,
  mayBeNew: boolean,
): NameChoice | string {
  if (ours === '') return { do: 'leave' };
  const match = matchOf({ kind, name: ours }, codebook);
  if (match !== undefined) return { do: 'map', to: match.to };
  if (mayBeNew) return { do: 'create', name: ours };
  const known = entriesFor(kind, codebook).map((entry) => entry.name);
  return `“${name}” cannot become “${ours}”: the codebook has no such name, only ${known.join(', ')}. Nothing was imported. Give --create-labels to make it.`;
}

/**
 * What was said about the names of files, as a mapping takes it. A name holds for whatever bears
 * it: label, attribute, relation type. The error says which name of ours is not in the codebook.
 */
export function wishesFor(
  request: NameRequest | undefined,
  names: readonly ForeignName[],
  codebook: CodebookContent,
): Result<NameWishes, string> {
  if (request === undefined) return ok(NO_WISHES);
  const { labels, unmatched, mayBeNew } = request;
  const choices = new Map<string, NameChoice>();
  for (const foreign of names) {
    const ours = labels.get(foreign.name);
    if (ours === undefined) continue;
    const choice = choiceFor(foreign, ours, codebook, mayBeNew);
    if (typeof choice === 'string') return err(choice);
    choices.set(nameKey(foreign.kind, foreign.name), choice);
  }
  return ok({ choices, unmatched });
}

/** What is wrong with names that no file has; `undefined` where all are used. */
export function unusedName(
  { labels }: NameRequest,
  names: readonly ForeignName[],
): string | undefined {
  const used = new Set(names.map(({ name }) => name));
  const unused = [...labels.keys()].find((name) => !used.has(name));
  if (unused === undefined) return undefined;
  const all = FOREIGN_KINDS.flatMap((kind) => names.filter((one) => one.kind === kind));
  const known = [...new Set(all.map(({ name }) => name))].slice(0, MOST_NAMED).join(', ');
  const have = known === '' ? 'The files have none.' : `The files have: ${known}.`;
  return `No file has a label “${unused}”, which --label names. ${have} Nothing was imported.`;
}

const MOST_NAMED = 20;

function listed(undecided: readonly ForeignName[]): string {
  const shown = undecided.slice(0, MOST_NAMED).map(({ name, count }) => `${name} (${count} ×)`);
  const more = undecided.length > MOST_NAMED ? ` and ${undecided.length - MOST_NAMED} more` : '';
  return `${shown.join(', ')}${more}`;
}

/** Why an import of the window has to wait; `undefined` where nothing is open. */
export function undecidedNames(undecided: readonly ForeignName[]): string | undefined {
  if (undecided.length === 0) return undefined;
  return `Nothing was imported. Say first what these labels are to become: ${listed(undecided)}.`;
}

/** Why a file is refused about whose labels nothing was said; `undefined` where nothing is open. */
export function undecidedWords(undecided: readonly ForeignName[]): string | undefined {
  if (undecided.length === 0) return undefined;
  return `The codebook has no label like these of the file: ${listed(undecided)}. Nothing of it came in. Say what they are with --label FOREIGN=OURS, leave them out with --label FOREIGN=, or give --create-labels.`;
}
