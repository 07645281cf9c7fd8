/**
 * How a text begins that a spreadsheet may run as a formula (OWASP, “CSV injection”): a sign that
 * begins one, full-width ones too, blanks before it, or a tab or return. Apostrophes before that
 * count with it, so that {@link withoutGuard} gives back exactly what was guarded.
 */
const FORMULA = /^'*(?:[\t\r]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/** The text as a spreadsheet shows it and never runs it: an apostrophe in front where it has to be. */
export function withGuard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What {@link withGuard} was given. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
