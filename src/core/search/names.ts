import { err, ok, type Result } from '../result.ts';
import { foldText } from './fold.ts';
import type { Filter, Query, QueryProblem } from './query.ts';

/** Something a query can name by id or name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a query's names stand for. */
export interface Names {
  readonly labels: readonly Named[];
  /** Only those whose layers the query may see. */
  readonly analysts: readonly Named[];
  readonly attributes: readonly (Named & { readonly values: readonly Named[] })[];
}

function idOf(wanted: string, known: readonly Named[]): string | undefined {
  if (wanted === '*') return wanted;
  const folded = foldText(wanted);
  return (
    known.find(({ id }) => id === wanted)?.id ??
    known.find(({ name }) => foldText(name) === folded)?.id
  );
}

function listed(known: readonly Named[]): string {
  const names = known.slice(0, 6).map(({ name }) => name);
  return known.length > names.length ? `${names.join(', ')}, …` : names.join(', ');
}

function idsOf(
  filter: Filter & { readonly values: readonly string[] },
  known: readonly Named[],
  what: string,
): Result<string[], QueryProblem> {
  const ids: string[] = [];
  for (const value of filter.values) {
    const id = idOf(value, known);
    if (id === undefined) {
      const message = `There is no ${what} “${value}”. There is: ${listed(known)}.`;
      return err({ message, start: filter.start, end: filter.end });
    }
    ids.push(id);
  }
  return ok(ids);
}

function resolveFilter(filter: Filter, names: Names): Result<Filter, QueryProblem> {
  if (filter.kind === 'label' || filter.kind === 'analyst') {
    const known = filter.kind === 'label' ? names.labels : names.analysts;
    const ids = idsOf(filter, known, filter.kind);
    return ids.ok ? ok({ ...filter, values: ids.value }) : ids;
  }
  if (filter.kind !== 'attribute') return ok(filter);
  // An attribute that the codebook does not know may have come with an import.
  const id = idOf(filter.name, names.attributes) ?? filter.name;
  const offered = names.attributes.find((one) => one.id === id)?.values ?? [];
  const values = filter.values.map((value) => idOf(value, offered) ?? value);
  return ok({ ...filter, name: id, values });
}

/** Puts ids in the place of names. @returns refused where a label or analyst is not known */
export function resolveNames(query: Query, names: Names): Result<Query, QueryProblem> {
  const filters: Filter[] = [];
  for (const filter of query.filters) {
    const resolved = resolveFilter(filter, names);
    if (!resolved.ok) return resolved;
    filters.push(resolved.value);
  }
  return ok({ ...query, filters });
}
