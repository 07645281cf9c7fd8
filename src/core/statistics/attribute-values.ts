import type { Json } from '../model/json.ts';

function ofObject(value: { readonly [key: string]: Json }): string {
  const { text, quote } = value;
  if (typeof text === 'string') return text;
  if (Array.isArray(quote)) return quote.filter((one) => typeof one === 'string').join(' … ');
  return JSON.stringify(value);
}

/**
 * What an attribute says, one string a value, each once: a list says each of its values. Nothing,
 * `null` and the empty string say nothing.
 */
export function attributeValues(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) {
    return [...new Set((value as readonly Json[]).flatMap((one) => attributeValues(one)))];
  }
  if (typeof value === 'object') return [ofObject(value as { readonly [key: string]: Json })];
  return [String(value)];
}
