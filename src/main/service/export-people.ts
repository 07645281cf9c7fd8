import { type ExportChoice, takesEveryState } from '../../core/datasets/choice.ts';
import type { Pseudonymous } from '../../core/datasets/deidentify.ts';
import { nameScrubber, pseudonyms } from '../../core/datasets/pseudonyms.ts';
import type { Analyst } from '../../core/model/analyst.ts';
import { sha256 } from '../store/articles.ts';
import type { Store } from '../store/store.ts';
import { GOLD } from './gather-article.ts';
import { stateOf } from './layer-state.ts';
import { analystsOf } from './project-view.ts';

/** Says whether a layer goes out. */
export type TakesLayer = (articleId: string, analyst: string) => boolean;

/** The analysts whose layers are chosen; `undefined` for everybody. */
export function chosenAnalysts(
  { whose }: Pick<ExportChoice, 'whose'>,
  me: string,
): ReadonlySet<string> | undefined {
  if (whose.kind === 'analysts') return new Set(whose.ids);
  return whose.kind === 'mine' ? new Set([me]) : undefined;
}

/** True for a layer in one of the chosen states. */
export function isInState(
  store: Store,
  choice: ExportChoice,
  articleId: string,
  of: string,
): boolean {
  if (takesEveryState(choice)) return true;
  const counts = store.counts(articleId).get(of);
  return counts !== undefined && choice.states?.includes(stateOf(counts)) === true;
}

/** Which layers a choice takes; none where it takes the adjudicated one. */
export function layersTaken(store: Store, choice: ExportChoice, me: string): TakesLayer {
  if (choice.whose.kind === 'gold') return () => false;
  const chosen = chosenAnalysts(choice, me);
  return (articleId, analyst) =>
    chosen?.has(analyst) !== false && isInState(store, choice, articleId, analyst);
}

/** Everybody who has ever been in the project, in the order in which they came, by id. */
function everybody(store: Store): Analyst[] {
  const names = new Map(analystsOf(store).map(({ id, name }) => [id, name]));
  const others = store.annotatedArticles().flatMap((article) => [...store.layerAnalysts(article)]);
  const ids = new Set([...store.projectRecords('analyst').keys(), ...others.toSorted()]);
  return Array.from(ids, (id) => ({ id, name: names.get(id) ?? id }));
}

/** Who people are in a dataset. */
export interface ExportPeople {
  /** Everybody whose layers may come, as they are called. */
  readonly analysts: readonly Analyst[];
  /** The id that an analyst has in the dataset. */
  readonly shown: (analyst: string) => string;
  /** Takes names of analysts out of what the project is called and the like. */
  readonly scrub: (text: string) => string;
  /** Absent where people go out under their names. */
  readonly pseudonymous?: Pseudonymous;
}

/** Who people are in the dataset that a choice makes. */
export function exportPeople(store: Store, choice: ExportChoice): ExportPeople {
  const as = (id: string): Analyst => ({ id, name: id });
  const isGold = choice.whose.kind === 'gold';
  const gold = { id: GOLD, name: 'Gold' };
  if (!choice.deidentify) {
    const analysts = isGold ? [gold] : analystsOf(store).map(({ id, name }) => ({ id, name }));
    return { analysts, shown: (id) => id, scrub: (text) => text };
  }
  const all = everybody(store);
  // The project's id is in no dataset: whoever has only that cannot try out names.
  const key = `${choice.seed}\n${store.id}`;
  const ids = all.map(({ id }) => id);
  const given = pseudonyms(ids, key, sha256);
  const of = (id: string): string => (id === GOLD ? GOLD : (given.get(id) ?? 'A'));
  const scrub = nameScrubber(all, given);
  const analysts = isGold ? [gold] : [...given.values()].toSorted().map(as);
  return { analysts, shown: of, scrub, pseudonymous: { of, scrub } };
}
