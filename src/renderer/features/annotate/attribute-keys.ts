import type { AttributeChoice } from '../../../core/model/attribute.ts';
import { type ListKey, listTarget } from '../../ui/list-keys.ts';

/** What a key press means in a list of choices. */
export type ChoicePress =
  | { readonly what: 'choose'; readonly id: string }
  | { readonly what: 'move'; readonly to: number }
  | { readonly what: 'clear' }
  | { readonly what: 'next' };

/** Letters typed within this many milliseconds are one name. */
export const TYPE_AHEAD_MS = 700;

type Option = Pick<AttributeChoice, 'id' | 'name' | 'key'>;

function startsWith(name: string, typed: string): boolean {
  return name.toLocaleLowerCase().startsWith(typed.toLocaleLowerCase());
}

/** Where typing goes in a list by names: the first line after `at` that begins so, around the end. */
export function typeAhead(names: readonly string[], typed: string, at: number): number | undefined {
  if (typed.trim() === '') return undefined;
  // A second letter refines the line one is on; a first one looks further down.
  const from = typed.length === 1 ? at + 1 : Math.max(0, at);
  const found = names
    .map((_name, index) => (from + index) % names.length)
    .find((index) => startsWith(names[index] ?? '', typed));
  return found;
}

/**
 * What a key press means in a list of choices: its single key chooses a value, arrows and names
 * move, the space bar chooses where one is, Enter goes on. `undefined` for keys that mean nothing.
 * @param at index of the line one is on; -1 for none
 * @param typed letters of a name typed so far, this one among them
 */
export function choicePress(
  press: ListKey,
  options: readonly Option[],
  at: number,
  typed: string,
): ChoicePress | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const target = listTarget(press, at, options.length);
  if (target !== undefined) return { what: 'move', to: target };
  if (press.key === 'Enter') return { what: 'next' };
  if (press.key.length !== 1) return undefined;
  const keyed = press.key === ' ' ? options[at] : options.find(({ key }) => key === press.key);
  if (keyed !== undefined) return { what: 'choose', id: keyed.id };
  return press.key === '0' ? { what: 'clear' } : nameMove(press.key, options, at, typed);
}

function nameMove(
  key: string,
  options: readonly Option[],
  at: number,
  typed: string,
): ChoicePress | undefined {
  const names = options.map(({ name }) => name);
  const to = typeAhead(names, typed, at) ?? typeAhead(names, key, at);
  return to === undefined ? undefined : { what: 'move', to };
}
