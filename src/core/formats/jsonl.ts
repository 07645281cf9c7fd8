import type { Json } from '../model/json.ts';
import type { Format } from './format.ts';
import { readJsonl } from './jsonl-read.ts';
import { writeJsonl } from './jsonl-write.ts';

/** What a line without annotations may say and still be ours: another key makes it a table's row. */
const PLAIN: ReadonlySet<string> = new Set(['id', 'title', 'text', 'sha256', 'offsetUnit']);

/** What a line says, for a look at its shape alone: what is wrong with it, the reader will tell. */
function glance(line: string): Json | undefined {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return undefined;
  }
}

/** A whole line written by hand: `text`, and annotations as only this format has them. */
function isHandWritten(line: string): boolean {
  const value = glance(line) as
    | { readonly text?: unknown; readonly annotations?: unknown }
    | null
    | undefined;
  if (typeof value?.text !== 'string') return false;
  if (value.annotations === undefined) return Object.keys(value).every((key) => PLAIN.has(key));
  if (!Array.isArray(value.annotations)) return false;
  return (value.annotations as readonly unknown[]).every((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return false;
    const has = (key: string): boolean => Object.hasOwn(annotation, key);
    const { label } = annotation as { readonly label?: unknown };
    return typeof label === 'string' && (has('spans') || (has('start') && has('end')));
  });
}

/** Verbale's own lines: everything about an article, both ways, without loss (DESIGN §9). */
export const jsonl: Format = {
  id: 'jsonl',
  label: 'Verbale JSON Lines',
  extensions: ['.jsonl', '.ndjson'],
  layout: 'file',
  offsetUnit: 'codePoint',
  can: {
    overlap: true,
    discontinuous: true,
    zeroWidth: true,
    relations: true,
    attributes: true,
    analysts: true,
    documentLabels: true,
  },
  sniff: (sample) => {
    const start = sample.replace(/^\ufeff/, '').trimStart();
    if (/^\{\s*"format"\s*:\s*"verbale-jsonl"/.test(start)) return true;
    const [line] = start.split('\n', 1);
    return line !== undefined && line.startsWith('{') && isHandWritten(line);
  },
  read: readJsonl,
  write: writeJsonl,
};
