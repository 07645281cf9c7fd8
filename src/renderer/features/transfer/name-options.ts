import type { NameWish } from '../../state/import-batch.ts';
import type { ForeignName } from '../../state/import-names.ts';
import type { SelectOption } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';

/** What bears a name: a label for words or for whole articles, an attribute, a relation. */
export type NameKind = ForeignName['kind'];

/** An entry of the codebook that a name may become. */
export interface Entry {
  readonly id: string;
  readonly name: string;
}

const MAP = 'map:';

/** What a name may become: what the codebook has, something new, or nothing. */
export function optionsFor(
  { kind, name, match }: Pick<ForeignName, 'kind' | 'name' | 'match'>,
  entries: readonly Entry[],
): readonly SelectOption<string>[] {
  const mayStay = kind !== 'label';
  const isOpen = match === undefined && !mayStay;
  return [
    ...(isOpen ? [{ value: 'open', name: t('transfer.nameOpen') }] : []),
    ...entries.map((entry) => ({ value: `${MAP}${entry.id}`, name: entry.name })),
    { value: 'create', name: t('transfer.nameNew', { name }) },
    ...(mayStay ? [{ value: 'keep', name: t('transfer.nameKeep') }] : []),
    { value: 'leave', name: t('transfer.nameLeave') },
  ];
}

/** What a name becomes as things stand: by what was said, else by what the codebook has like it. */
export function valueFor(
  { kind, match }: Pick<ForeignName, 'kind' | 'match'>,
  wish: NameWish | undefined,
): string {
  if (wish !== undefined)
    return wish.choice.do === 'map' ? `${MAP}${wish.choice.to}` : wish.choice.do;
  if (match !== undefined) return `${MAP}${match.to}`;
  return kind === 'label' ? 'open' : 'keep';
}

/** What was said by choosing a value; nothing by leaving it open. */
export function wishFrom(
  { kind, name }: Pick<ForeignName, 'kind' | 'name'>,
  value: string,
): NameWish | undefined {
  if (value.startsWith(MAP))
    return { kind, name, choice: { do: 'map', to: value.slice(MAP.length) } };
  if (value === 'create' || value === 'keep' || value === 'leave') {
    return { kind, name, choice: { do: value } };
  }
  return undefined;
}
