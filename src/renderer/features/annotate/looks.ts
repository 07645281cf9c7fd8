/**
 * Classes for what is computed rather than written in a style sheet. Hundreds of marks on a screen
 * share some dozens of looks: as classes, the browser works out each look once; as inline styles, it
 * works out every mark for itself, which costs ten times as much. For the same reason nothing in the
 * text sets custom properties of its own, except where it has to look otherwise than all the rest.
 */
const names = new Map<string, string>();
let sheet: CSSStyleSheet | undefined;

function ownSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  return sheet;
}

/**
 * The class of a look, made when it is first asked for.
 * @param look names the look; the same name must always stand for the same rules
 * @param rules of the style sheet for a selector
 */
export function classOfLook(look: string, rules: (selector: string) => readonly string[]): string {
  const known = names.get(look);
  if (known !== undefined) return known;
  const name = `look-${String(names.size)}`;
  names.set(look, name);
  const own = ownSheet();
  // Named twice, it outdoes what style sheets say of elements in a block.
  for (const rule of rules(`.${name}.${name}`)) own.insertRule(rule, own.cssRules.length);
  return name;
}
