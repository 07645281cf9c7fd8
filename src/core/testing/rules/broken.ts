/** The messages of those rules that are broken. */
export function broken(
  ...rules: readonly (readonly [isBroken: boolean, message: string])[]
): string[] {
  return rules.flatMap(([isBroken, message]) => (isBroken ? [message] : []));
}
