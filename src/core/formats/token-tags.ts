import type { TokenRange } from './tokens.ts';

/** How a tag says where an entity begins and ends; BILOU is `BIOES` with other letters. */
export type TagScheme = 'IOB1' | 'IOB2' | 'BIOES' | 'BILUO';

/** Tokens that are one entity. */
export interface TaggedRange {
  readonly range: TokenRange;
  readonly label: string;
}

function markOf(at: number, [first, end]: TokenRange, scheme: TagScheme, joins: boolean): string {
  if (scheme === 'IOB1') return at === first && joins ? 'B' : 'I';
  if (scheme === 'IOB2') return at === first ? 'B' : 'I';
  const [single, last] = scheme === 'BIOES' ? ['S', 'E'] : ['U', 'L'];
  if (end - first === 1) return single;
  if (at === first) return 'B';
  return at === end - 1 ? last : 'I';
}

/**
 * One tag for each of `count` tokens: `O`, or a letter of the scheme, `-` and the label.
 * @param ranges ascending, apart from each other, none empty
 */
export function writeTags(
  ranges: readonly TaggedRange[],
  count: number,
  scheme: TagScheme,
): readonly string[] {
  const tags = Array.from({ length: count }, () => 'O');
  let before: TaggedRange | undefined;
  for (const one of ranges) {
    const joins = before?.range[1] === one.range[0] && before.label === one.label;
    for (let at = one.range[0]; at < one.range[1]; at += 1) {
      tags[at] = `${markOf(at, one.range, scheme, joins)}-${one.label}`;
    }
    before = one;
  }
  return tags;
}

/** What a tag of any scheme says; both empty outside. */
function meaning(tag: string): { readonly mark: string; readonly label: string } {
  const [, mark = '', label = ''] = /^([BIESLU])-(.+)$/su.exec(tag) ?? [];
  return { mark, label };
}

/**
 * Entities out of tags of any of the schemes, told apart by nothing but what each tag can mean: `B`,
 * `S` and `U` begin one; `I`, `E` and `L` go on with one of the same label, else begin one (as in
 * IOB1, where `I` alone begins); `E`, `L`, `S` and `U` end it. `O`, `-`, `_` and the empty tag are
 * outside.
 * @param breaks places before which no entity may go on, such as the starts of sentences
 */
export function readTags(
  tags: readonly string[],
  breaks: ReadonlySet<number> = new Set(),
): readonly TaggedRange[] {
  const found: TaggedRange[] = [];
  let open: { first: number; label: string } | undefined;
  const close = (end: number): void => {
    if (open !== undefined) found.push({ range: [open.first, end], label: open.label });
    open = undefined;
  };
  for (const [at, tag] of tags.entries()) {
    const { mark, label } = meaning(tag);
    const goesOn = /[IEL]/.test(mark) && open?.label === label && !breaks.has(at);
    if (!goesOn) close(at);
    if (mark !== '') open ??= { first: at, label };
    if (/[ESLU]/.test(mark)) close(at + 1);
  }
  close(tags.length);
  return found;
}
