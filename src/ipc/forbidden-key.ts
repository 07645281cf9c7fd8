/** A key that, copied onto an object, would change what it inherits. */
const FORBIDDEN = '__proto__';

/**
 * True where a parsed JSON value has an own key `__proto__` anywhere. Schemas drop such a key
 * silently; the border refuses it instead.
 */
export function hasForbiddenKey(value: unknown): boolean {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    if (!Array.isArray(one) && Object.hasOwn(one, FORBIDDEN)) return true;
    for (const inner of Object.values(one)) open.push(inner);
  }
  return false;
}
