/** English plurals as labels have them: `Threats`, `Entities`, `Classes`. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^su]s$/u.test(word) ? word.slice(0, -1) : word;
}

/**
 * A name without what tools do to names: case, underscores, hyphens, joined words, a plural.
 * @example foldedName('Sanctions_Proposals') === foldedName('sanctionsProposal')
 */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map(singular)
    .join(' ');
}

/** The one entry whose name or id is like this name; `undefined` where none is, or several are. */
export function entryAlike<T extends { readonly id: string; readonly name: string }>(
  name: string,
  entries: readonly T[],
): T | undefined {
  const wanted = foldedName(name);
  if (wanted === '') return undefined;
  const found = entries.filter(
    (entry) => foldedName(entry.name) === wanted || foldedName(entry.id) === wanted,
  );
  return found.length === 1 ? found[0] : undefined;
}
