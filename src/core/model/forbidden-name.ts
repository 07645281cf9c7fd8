import type { Json } from './json.ts';

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * True for a name that no field, attribute or key of a value may have: code that copies objects
 * carelessly would take it for something else. Every border refuses it, and no writer writes it.
 */
export function isForbiddenName(name: string): boolean {
  return FORBIDDEN.has(name);
}

/** The path of the first forbidden key in a value, such as `a[0].constructor`, if there is one. */
export function forbiddenKeyIn(value: Json, path = ''): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const isList = Array.isArray(value);
  for (const [key, child] of Object.entries(value as { readonly [key: string]: Json })) {
    const here = isList ? `${path}[${key}]` : `${path === '' ? '' : `${path}.`}${key}`;
    if (!isList && isForbiddenName(key)) return here;
    const found = forbiddenKeyIn(child, here);
    if (found !== undefined) return found;
  }
  return undefined;
}
