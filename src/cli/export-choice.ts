import { EVERYTHING, type ExportChoice, sharesFrom, type Whose } from '../core/datasets/choice.ts';
import type { WriteOptions } from '../core/formats/format.ts';
import { isLayerState } from '../core/log/document-ops.ts';
import { LAYER_STATES } from '../core/model/layer-document.ts';
import { err, ok, type Result } from '../core/result.ts';
import { foldText } from '../core/search/fold.ts';
import { labelsOf } from '../main/service/codebook-view.ts';
import { analystsOf } from '../main/service/project-view.ts';
import type { Store } from '../main/store/store.ts';
import { offsetUnitNamed } from './offset-unit.ts';
import type { Invocation } from './usage.ts';

/** The options of `export` that say what goes out. A recipe says it all; these then change it. */
export const CHOICE_OPTIONS: readonly string[] = [
  'filter',
  'labels',
  'without-labels',
  'analyst',
  'all',
  'gold',
  'state',
  'split',
  'seed',
  'deidentify',
  'unit',
  'furniture',
];

/** Why an option cannot be followed: it is wrong in itself, or there is no such thing in the project. */
export interface ChoiceProblem {
  readonly exit: 1 | 2;
  readonly message: string;
}

const wrong = (message: string) => err({ exit: 2, message } as const);
const unknown = (message: string) => err({ exit: 1, message } as const);

type Chosen<T> = Result<T, ChoiceProblem>;

function named(
  wanted: readonly string[],
  known: readonly { readonly id: string; readonly name: string }[],
  what: string,
): Chosen<string[]> {
  const ids: string[] = [];
  for (const name of wanted) {
    const found =
      known.find((one) => one.id === name || one.name === name) ??
      known.find((one) => foldText(one.name) === foldText(name));
    if (found === undefined) {
      const names = known.length === 0 ? 'none' : known.map((one) => one.name).join(', ');
      return unknown(`The project has no ${what} “${name}”. It has: ${names}.`);
    }
    ids.push(found.id);
  }
  return ok(ids);
}

/** Values of an option that takes several, between commas or one by one. */
function listed({ lists }: Invocation, option: string): string[] {
  return (lists[option] ?? [])
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function whoseOf(store: Store, invocation: Invocation, before: Whose): Chosen<Whose> {
  const { flags, lists } = invocation;
  const names = lists['analyst'] ?? [];
  const asked = [names.length > 0, flags.has('all'), flags.has('gold')].filter(Boolean);
  if (asked.length > 1) return wrong('export: --analyst, --all and --gold exclude each other.');
  if (flags.has('all')) return ok({ kind: 'all' });
  if (flags.has('gold')) return ok({ kind: 'gold' });
  if (names.length === 0) return ok(before);
  const ids = named(names, analystsOf(store), 'analyst');
  return ids.ok ? ok({ kind: 'analysts', ids: ids.value }) : ids;
}

type Partly = Partial<ExportChoice>;

function labelsChosen(store: Store, invocation: Invocation): Chosen<Partly> {
  const [only, without] = [listed(invocation, 'labels'), listed(invocation, 'without-labels')];
  if (only.length > 0 && without.length > 0) {
    return wrong('export: --labels and --without-labels exclude each other.');
  }
  if (only.length + without.length === 0) return ok({});
  const ids = named([...only, ...without], labelsOf(store), 'label');
  if (!ids.ok) return ids;
  return ok({ labels: { mode: only.length > 0 ? 'only' : 'without', ids: ids.value } });
}

function statesChosen(invocation: Invocation): Chosen<Partly> {
  const asked = listed(invocation, 'state');
  const bad = asked.find((one) => !isLayerState(one));
  if (bad !== undefined) return wrong(`There is no state “${bad}”: ${LAYER_STATES.join(', ')}.`);
  return ok(asked.length === 0 ? {} : { states: asked.filter(isLayerState) });
}

function sharesChosen({ options }: Invocation): Chosen<Partly> {
  const text = options['split'];
  if (text === undefined) return ok({});
  const shares = sharesFrom(text);
  return shares === undefined
    ? wrong(`“${text}” are no shares: give train/dev/test, such as 80/10/10, or train/test.`)
    : ok({ shares });
}

/** `document` is what other tools call an article. */
const UNITS: Readonly<Record<string, ExportChoice['unit']>> = {
  article: 'article',
  document: 'article',
  sentence: 'sentence',
};

function shapeChosen({ options, flags }: Invocation): Chosen<Partly> {
  const { unit, furniture, filter, seed } = options;
  if (unit !== undefined && UNITS[unit] === undefined) {
    return wrong(`There is no unit “${unit}”: article or sentence.`);
  }
  if (furniture !== undefined && furniture !== 'in' && furniture !== 'out') {
    return wrong('export: --furniture is in or out.');
  }
  const known = unit === undefined ? undefined : UNITS[unit];
  return ok({
    ...(known === undefined ? {} : { unit: known }),
    ...(furniture === undefined ? {} : { furniture }),
    ...(filter === undefined ? {} : { filter }),
    ...(seed === undefined ? {} : { seed }),
    ...(flags.has('deidentify') ? { deidentify: true } : {}),
  });
}

/** What the options ask for. @param before what a recipe says; everything where there is none */
export function choiceAsked(
  store: Store,
  invocation: Invocation,
  before: ExportChoice = EVERYTHING,
): Chosen<ExportChoice> {
  const whose = whoseOf(store, invocation, before.whose);
  if (!whose.ok) return whose;
  let choice: ExportChoice = { ...before, whose: whose.value };
  const parts = [
    shapeChosen(invocation),
    statesChosen(invocation),
    sharesChosen(invocation),
    labelsChosen(store, invocation),
  ];
  for (const part of parts) {
    if (!part.ok) return part;
    choice = { ...choice, ...part.value };
  }
  return ok(choice);
}

/** How the format is to write. @param before what a recipe says, or what the format does by itself */
export function writingAsked({ options }: Invocation, before: WriteOptions): Chosen<WriteOptions> {
  const { 'offset-unit': unit, scheme } = options;
  const offsetUnit = unit === undefined ? before.offsetUnit : offsetUnitNamed(unit);
  if (offsetUnit === undefined) return wrong(`There is no offset unit “${unit ?? ''}”.`);
  if (scheme === undefined) return ok({ ...before, offsetUnit });
  const known = scheme.toUpperCase();
  return known === 'IOB2' || known === 'BIOES'
    ? ok({ offsetUnit, scheme: known })
    : wrong(`There is no scheme “${scheme}”: IOB2 or BIOES.`);
}
